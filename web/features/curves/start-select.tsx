import { NativeSelect } from '@mantine/core';
import type { CurveList } from '#api/curve-changes/contract.ts';
import { useIndicators } from '../../api/reference.ts';
import { formatList } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useCurveName } from './use-curve-name.ts';
import { begunFrom, begunFromSeason, type WrittenCurve } from './written.ts';
import styles from './page.module.css';

interface StartSelectProps {
  readonly list: CurveList;
  readonly onStart: (written: WrittenCurve) => void;
}

/** What a curve is begun from: any curve there is, or the season that an indicator's completed years have in common. */
export function StartSelect({ list, onStart }: StartSelectProps) {
  const { t, language } = useText();
  const nameOf = useCurveName();
  const indicators = useIndicators();
  const seasons = list.seasons.flatMap((season) => {
    const indicator = indicators.get(season.indicator);
    return indicator === undefined ? [] : [{ ...season, name: indicator.short }];
  });
  const start = (value: string): void => {
    const curve = list.curves.find(({ code, version }) => value === `${code} ${version}`);
    const season = seasons.find(({ indicator }) => value === `season ${indicator}`);
    if (curve !== undefined) onStart(begunFrom(curve));
    if (season === undefined) return;
    const said = (of: 'zh' | 'en') => `${season.name[of]} · ${formatList(season.years.map(String), of)}`;
    onStart(begunFromSeason(season.points, { zh: said('zh'), en: said('en') }));
  };
  return (
    <NativeSelect
      className={styles.words}
      label={t('curves.startFrom')}
      value=""
      data={[
        { value: '', label: t('curves.choose') },
        ...list.curves.map((curve) => ({ value: `${curve.code} ${curve.version}`, label: nameOf(curve) })),
        ...seasons.map(({ indicator, name, years }) => ({
          value: `season ${indicator}`,
          label: t('curves.seasonOf', {
            indicator: name[language],
            years: formatList(years.map(String), language),
          }),
        })),
      ]}
      onChange={({ currentTarget: { value } }) => start(value)}
    />
  );
}
