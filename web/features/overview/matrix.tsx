import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { Indicator } from '#api/indicators/contract.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { levelTint } from '../../charts/level-tint.ts';
import { formulaKey } from '../../parts/formula/formula.ts';
import { StatusTag } from '../../parts/status-tag.tsx';
import { formatBriefPoints, formatMonth } from '../../text/format.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { useText } from '../../text/messages/use-text.ts';
import { CityName, type CityRowProps } from './city-name.tsx';
import type { CitiesShown, IndicatorCell } from './rows.ts';
import styles from './matrix.module.css';

interface MatrixProps extends CitiesShown {
  readonly indicators: readonly Indicator[];
}

/** Every city on every indicator: level and signed gap, each showing its formula. A card a city on a narrow screen. */
export function Matrix({ rows, indicators, period }: MatrixProps) {
  const { t, language } = useText();
  return (
    <table ref={cardLabels} className={styles.matrix}>
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
const IndicatorLink = memo(function IndicatorLink({ indicator: { code, short } }: { readonly indicator: Indicator }) {
  const { language } = useText();
  return (
    <Link from="/" to="." search={(before) => ({ ...before, indicator: code })} resetScroll={false}>
      {short[language]}
    </Link>
  );
});

function Row({ row, period }: CityRowProps) {
  const { city, cells } = row;
  return (
    <tr data-region={city.region}>
      <CityName row={row} period={period} className={styles.city} />
      {cells.map((cell) => (
        <Cell key={cell.indicator.code} cell={cell} region={city.region} />
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
}

function Cell({ cell: { indicator, standing }, region }: CellProps) {
  const { language } = useText();
  const level = standing?.level ?? 'no-data';
  return (
    <td className={levelTint(level)} data-region={region} data-indicator={indicator.code}>
      <button
        type="button"
        className={styles.cell}
        data-formula={formulaKey({ region, indicator: indicator.code })}
        aria-haspopup="dialog"
      >
        <LevelMark level={level} size={14} />
        <span className={styles.indicator}>{indicator.short[language]}</span>
        <span className={styles.gap}>{formatBriefPoints(standing?.gapPoints ?? null)}</span>
      </button>
    </td>
  );
}
