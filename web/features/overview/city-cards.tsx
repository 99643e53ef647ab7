import { Link } from '@tanstack/react-router';
import type { YearMonth } from '#api/measures/calendar.ts';
import { ProgressBar } from '../../charts/progress-bar.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { LevelMark } from '../../charts/level-mark.tsx';
import { LevelStrip } from '../../parts/level-strip.tsx';
import { OriginMark } from '../../parts/origin-mark.tsx';
import { formatIntensity, formatPercent, formatPoints, formatGap, withUnit } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import { AsOfNote } from '../../parts/as-of-note.tsx';
import type { CityRow, IndicatorCell } from './rows.ts';
import styles from './city-cards.module.css';

interface CityCardsProps {
  readonly rows: readonly CityRow[];
  readonly period: YearMonth;
}

/** The city table for a narrow screen: one card a city, its level first. */
export function CityCards({ rows, period }: CityCardsProps) {
  const { language } = useText();
  const regions = useRegions();
  return (
    <ul className={styles.cards}>
      {rows.map((row) => {
        const { city, cells } = row;
        return (
          <li key={city.region} className={styles.card}>
            <div className={styles.head}>
              <LevelMark level={city.level} withWord />
              <Link to="/cities/$code" params={{ code: city.region }} search={period} className={styles.city}>
                {regions.get(city.region)?.short[language] ?? city.region}
              </Link>
              <AsOfNote standings={cells.map(({ standing }) => standing)} period={period} />
              <StatusTag status={city.status} />
            </div>
            {cells.map((cell) => (
              <IndicatorLines key={cell.indicator.code} cell={cell} />
            ))}
            <LevelStrip months={city.strip} />
          </li>
        );
      })}
    </ul>
  );
}

function IndicatorLines({ cell: { indicator, standing } }: { readonly cell: IndicatorCell }) {
  const { t, language } = useText();
  const amount = formatGap(standing?.gapAmount ?? null, indicator);
  return (
    <div className={styles.indicator}>
      <p className={styles.line}>
        <span>{indicator.short[language]}</span>
        <span>
          {formatPercent(standing?.completion ?? null)}
          <OriginMark origins={[standing?.provenance?.origin, standing?.targetProvenance?.origin]} />
        </span>
      </p>
      <ProgressBar completion={standing?.completion ?? null} pace={standing?.pace ?? null} />
      <p className={styles.small}>
        {formatPoints(standing?.gapPoints ?? null, language)} · {withUnit(amount, indicator, language)} ·{' '}
        {t('overview.intensity')} {formatIntensity(standing?.intensity ?? null)}
      </p>
    </div>
  );
}
