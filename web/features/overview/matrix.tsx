import { Link } from '@tanstack/react-router';
import type { YearMonth } from '#api/measures/calendar.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { levelTint } from '../../charts/level-tint.ts';
import { AsOfNote } from '../../parts/as-of-note.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { formatBriefPoints, formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import type { CityRow, IndicatorCell } from './rows.ts';
import styles from './matrix.module.css';

interface MatrixProps {
  /** The cities with all their indicators. */
  readonly rows: readonly CityRow[];
  readonly indicators: readonly Indicator[];
  readonly period: YearMonth;
}

/** Every city on every indicator: level and signed gap, each leading to its proof. A card a city on a narrow screen. */
export function Matrix({ rows, indicators, period }: MatrixProps) {
  const { t, language } = useText();
  return (
    <table className={styles.matrix}>
      <caption>{t('overview.matrix.caption', { month: formatMonth(period.year, period.month, language) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('overview.city')}</th>
          {indicators.map((indicator) => (
            <th key={indicator.code} scope="col">
              <IndicatorLink indicator={indicator} />
            </th>
          ))}
          <th scope="col">{t('overview.status')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.city.region} row={row} period={period} />
        ))}
      </tbody>
    </table>
  );
}

/** Shows the whole page for this indicator. */
function IndicatorLink({ indicator: { code, short } }: { readonly indicator: Indicator }) {
  const { language } = useText();
  return (
    <Link from="/" to="." search={(before) => ({ ...before, indicator: code })} resetScroll={false}>
      {short[language]}
    </Link>
  );
}

function Row({ row: { city, cells }, period }: { readonly row: CityRow; readonly period: YearMonth }) {
  const { language } = useText();
  const name = useRegions().get(city.region)?.short[language] ?? city.region;
  return (
    <tr data-region={city.region}>
      <th scope="row">
        <Link to="/cities/$code" params={{ code: city.region }} search={period} className={styles.city}>
          {name}
        </Link>
        <AsOfNote standings={cells.map(({ standing }) => standing)} period={period} />
      </th>
      {cells.map((cell) => (
        <Cell key={cell.indicator.code} cell={cell} region={city.region} period={period} />
      ))}
      <td>
        <StatusTag status={city.status} />
      </td>
    </tr>
  );
}

interface CellProps {
  readonly cell: IndicatorCell;
  readonly region: string;
  readonly period: YearMonth;
}

function Cell({ cell: { indicator, standing }, region, period }: CellProps) {
  const { language } = useText();
  const level = standing?.level ?? 'no-data';
  return (
    <td className={levelTint(level)} data-region={region} data-indicator={indicator.code}>
      <Link
        to="/cities/$code"
        params={{ code: region }}
        search={{ ...period, indicator: indicator.code }}
        className={styles.cell}
      >
        <LevelMark level={level} size={14} />
        <span className={styles.indicator}>{indicator.short[language]}</span>
        <span className={styles.gap}>{formatBriefPoints(standing?.gapPoints ?? null)}</span>
      </Link>
    </td>
  );
}
