import type { Indicator } from '#api/indicators/contract.ts';
import { FormulaNumber } from '../../parts/formula/formula-number.tsx';
import { CompletionCells } from '../../parts/completion-cells.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { LevelMark } from '../../charts/level-mark.tsx';
import { LevelStrip } from '../../parts/level-strip.tsx';
import { SortHeader } from '../../ui/sort-header.tsx';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import { formatBarePoints, formatIntensity, formatMonth, formatGap, unitOf } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { CityName, type CityRowProps } from './city-name.tsx';
import type { CitiesShown, IndicatorCell } from './rows.ts';
import { NotedOrigins } from '../../parts/noted-origins.tsx';
import { completionOrigins } from '../../parts/origins.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from './city-table.module.css';

interface CityTableProps extends CitiesShown {
  readonly shown: readonly Indicator[];
}

/** The cities, one a row: level, each shown indicator's numbers, the year's levels, the month's report. */
export function CityTable({ rows, shown, period }: CityTableProps) {
  const { t, language } = useText();
  const caption = t('overview.citiesCaption', { month: formatMonth(period.year, period.month, language) });
  return (
    <NotedOrigins values={rows.flatMap(({ cells }) => cells.map(({ standing }) => completionOrigins(standing)))}>
      <TableScroller label={t('overview.cities')} pageWide>
        <table ref={cardLabels} className={table.table}>
          <caption>{caption}</caption>
          <Head shown={shown} />
          <tbody>
            {rows.map((row) => (
              <Row key={row.city.region} row={row} period={period} />
            ))}
          </tbody>
        </table>
      </TableScroller>
    </NotedOrigins>
  );
}

function Head({ shown }: { readonly shown: readonly Indicator[] }) {
  const { t, language } = useText();
  return (
    <thead>
      <tr>
        <SortHeader from="/" column="city" label={t('overview.city')} first rowSpan={2} />
        <SortHeader from="/" column="level" label={t('overview.level')} rowSpan={2} />
        {shown.map((indicator) => (
          <th key={indicator.code} scope="colgroup" colSpan={5} className={`${table.group} ${styles.block}`}>
            {indicator.short[language]}
          </th>
        ))}
        <th scope="col" rowSpan={2} className={styles.block}>
          {t('overview.strip')}
        </th>
        <th scope="col" rowSpan={2}>
          {t('overview.status')}
        </th>
      </tr>
      <tr>
        {shown.map((indicator) => (
          <IndicatorHeads key={indicator.code} indicator={indicator} />
        ))}
      </tr>
    </thead>
  );
}

function IndicatorHeads({ indicator }: { readonly indicator: Indicator }) {
  const { t, language } = useText();
  const column = (name: string): string => `${indicator.code}.${name}`;
  return (
    <>
      <SortHeader from="/" column={column('completion')} label={t('overview.completion')} numeric colSpan={2} />
      <SortHeader from="/" column={column('gapPoints')} label={t('overview.gapPoints')} numeric />
      <SortHeader
        from="/"
        column={column('gapAmount')}
        label={t('overview.gapAmount', { unit: unitOf(indicator, language) })}
        numeric
      />
      <SortHeader from="/" column={column('intensity')} label={t('overview.intensity')} numeric />
    </>
  );
}

function Row({ row, period }: CityRowProps) {
  const { city, cells } = row;
  return (
    <tr data-region={city.region}>
      <CityName row={row} period={period} className={styles.city} />
      <td>
        <LevelMark level={city.level} withWord />
      </td>
      {cells.map((cell) => (
        <IndicatorCells key={cell.indicator.code} cell={cell} region={city.region} />
      ))}
      <td className={styles.strip}>
        <LevelStrip months={city.strip} />
      </td>
      <td>
        <StatusTag status={city.status} />
      </td>
    </tr>
  );
}

interface IndicatorCellsProps {
  readonly cell: IndicatorCell;
  readonly region: string;
}

function IndicatorCells({ cell: { indicator, standing }, region }: IndicatorCellsProps) {
  const texts = [
    ['gapPoints', formatBarePoints(standing?.gapPoints ?? null)],
    ['gapAmount', formatGap(standing?.gapAmount ?? null, indicator)],
    ['intensity', formatIntensity(standing?.intensity ?? null)],
  ] as const;
  return (
    <>
      <CompletionCells region={region} standing={standing} bar={styles.bar} />
      {texts.map(([key, text]) => (
        <td key={key} className={table.number}>
          <FormulaNumber of={{ region, indicator: indicator.code }}>{text}</FormulaNumber>
        </td>
      ))}
    </>
  );
}
