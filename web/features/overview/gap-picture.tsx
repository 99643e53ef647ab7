import { Link } from '@tanstack/react-router';
import { DivergingBars } from '../../charts/diverging-bars.tsx';
import { formatBriefGap, formatBriefPoints, withUnit } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import type { CitiesShown } from './rows.ts';
import styles from './page.module.css';

/** How far each city lies below or above the pace of one indicator, in points and in its unit. */
export function GapPicture({ rows, period }: CitiesShown) {
  const { t, language } = useText();
  const regions = useRegions();
  const indicator = rows[0]?.cells[0]?.indicator;
  if (indicator === undefined) return null;
  const against = indicator.kind === 'ratio' ? 'target' : 'pace';
  const lines = rows.map(({ city, cells }) => {
    const standing = cells[0]?.standing ?? null;
    const amount = standing?.gapAmount ?? null;
    return {
      code: city.region,
      name: (
        <Link to="/cities/$code" params={{ code: city.region }} search={{ ...period, indicator: indicator.code }}>
          {regions.get(city.region)?.short[language] ?? city.region}
        </Link>
      ),
      level: city.level,
      gapPoints: standing?.gapPoints ?? null,
      points: formatBriefPoints(standing?.gapPoints ?? null),
      amount: withUnit(formatBriefGap(amount), indicator, language),
    };
  });
  return (
    <section>
      <h2>{t(`overview.gaps.${against}`, { indicator: indicator.short[language] })}</h2>
      <DivergingBars rows={lines} />
      <p className={styles.hint}>{t('overview.gaps.hint')}</p>
    </section>
  );
}
