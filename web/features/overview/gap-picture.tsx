import { Link } from '@tanstack/react-router';
import type { Overview } from '#api/standings/contract.ts';
import { DivergingBars } from '../../charts/diverging-bars.tsx';
import { SavablePicture } from '../../charts/savable-picture.tsx';
import { formatBriefGap, formatBriefPoints, withUnit } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { overviewFrame } from './overview-frame.ts';
import type { CityRow } from './rows.ts';
import styles from './page.module.css';

interface GapPictureProps {
  /** The cities on one indicator, the farthest behind first. */
  readonly rows: readonly CityRow[];
  readonly reply: Overview;
}

/** How far each city lies below or above the pace of one indicator, in points and in its unit. */
export function GapPicture({ rows, reply }: GapPictureProps) {
  const { t, language } = useText();
  const regions = useRegions();
  const { today } = useSession();
  const indicator = rows[0]?.cells[0]?.indicator;
  if (indicator === undefined) return null;
  const { year, month } = reply;
  const period = { year, month };
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
  const title = t(`overview.gaps.${against}`, { indicator: indicator.short[language] });
  const texts = { title, legend: t('overview.gaps.hint'), what: [t('overview.gaps.what'), indicator.short[language]] };
  return (
    <section>
      <h2>{title}</h2>
      <SavablePicture {...overviewFrame(texts, { reply, today }, { t, language })}>
        <DivergingBars rows={lines} />
      </SavablePicture>
      <p className={styles.hint}>{t('overview.gaps.hint')}</p>
    </section>
  );
}
