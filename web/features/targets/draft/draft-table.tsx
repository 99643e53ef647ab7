import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Indicator } from '#api/indicators/contract.ts';
import { sprint } from '#api/standings/contract.ts';
import { typedFormat } from '#api/targets/lifecycle.ts';
import { query } from '../../../api/queries.ts';
import { useSession } from '../../../api/session.ts';
import { FormulaArea } from '../../../parts/formula/formula-area.tsx';
import { FormulaNumber } from '../../../parts/formula/formula-number.tsx';
import { FormulaSheet, SheetNumber } from '../../../parts/formula/formula-sheet.tsx';
import { NotedOrigins } from '../../../parts/noted-origins.tsx';
import { OriginMark } from '../../../parts/origin-mark.tsx';
import { latestReportedMonth } from '../../../parts/period.ts';
import { formatFigure, formatMonthName, noValue } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { cardLabels } from '../../../ui/card-labels.ts';
import tables from '../../../ui/data-table.module.css';
import { formatChange } from './change-text.ts';
import { draftRows } from './draft-rows.ts';
import { baseUnits, draftSum, inIndicatorUnit, type DraftCell, type TypedDraft } from './draft.ts';
import styles from './draft.module.css';

interface DraftTableProps {
  readonly year: number;
  readonly cells: readonly DraftCell[];
  readonly indicator: Indicator;
  readonly typed: TypedDraft;
  readonly onWrite: (key: string, text: string) => void;
}

/** An indicator's draft with the formulas of its numbers: its own, and those of what was done and where it leads. */
export function DraftTable(props: DraftTableProps) {
  const { t, language } = useText();
  const { year, indicator } = props;
  const title = t('targetDraft.formulas', { indicator: indicator.short[language], year });
  const base = useBaseYear(year - 1, indicator);
  return (
    <FormulaArea from="/targets" period={{ year: year - 1, month: base.month }}>
      <FormulaSheet from="/targets" name="draft" title={title} rows={() => draftRows({ ...props, t, language })}>
        <Grid {...props} base={base} />
      </FormulaSheet>
    </FormulaArea>
  );
}

interface GridProps extends DraftTableProps {
  readonly base: ReturnType<typeof useBaseYear>;
}

/** Each region's target of this year, what it has done and where it leads, beside the drafted one; the sum beside the province's own. */
function Grid({ year, cells, indicator, base: { month, standingOf }, onWrite }: GridProps) {
  const { t, language } = useText();
  const words = { base: year - 1, year, month: formatMonthName(month, language) };
  const unit = typedFormat(indicator).unit[language];
  const columns = ['base', 'actual', 'forecast', 'change', 'drafted'] as const;
  return (
    <NotedOrigins values={cells.flatMap(({ row, base }) => [[base?.origin], [standingOf(row.region.code)?.origin]])}>
      <div className={tables.scroller}>
        <table ref={cardLabels} className={tables.table}>
          <caption>{t('targetDraft.table', { indicator: indicator.name[language], year, unit })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('targetDraft.region')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`targetDraft.${column}`, words)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.map((cell) => (
              <CellRow
                key={cell.key}
                cell={cell}
                indicator={indicator}
                known={standingOf(cell.row.region.code)}
                onWrite={onWrite}
              />
            ))}
          </tbody>
          <SumRows cells={cells} indicator={indicator} />
        </table>
      </div>
    </NotedOrigins>
  );
}

/** What is known of a region's year that is drafted from. */
interface KnownOfYear {
  readonly actual: number | null;
  readonly projection: number | null;
  readonly origin: 'reported' | 'published' | 'derived' | 'invented' | undefined;
}

/** The base year as far as it is reported; empty until it is read. */
function useBaseYear(year: number, indicator: Indicator) {
  const { today } = useSession();
  const latest = latestReportedMonth(today);
  const month = latest.year === year ? latest.month : 12;
  const { data } = useQuery({ ...query(sprint, { query: { year, month } }), enabled: latest.year >= year });
  const standingOf = (region: string): KnownOfYear | null => {
    if (data === undefined) return null;
    const own =
      data.province.region === region
        ? data.province.indicators.find((one) => one.indicator === indicator.code)
        : undefined;
    if (own !== undefined) return { actual: own.actual, projection: own.projection, origin: undefined };
    const city = data.cities.find((one) => one.region === region);
    const found = city?.indicators.find(({ standing }) => standing.indicator === indicator.code);
    if (found === undefined) return null;
    const { standing, projection } = found;
    return { actual: standing.actual, projection, origin: standing.provenance?.origin };
  };
  return { month, standingOf };
}

interface CellRowProps {
  readonly cell: DraftCell;
  readonly indicator: Indicator;
  readonly known: KnownOfYear | null;
  readonly onWrite: (key: string, text: string) => void;
}

function CellRow({ cell, indicator, known, onWrite }: CellRowProps) {
  const { t, language } = useText();
  const { base, amount } = cell;
  const { region } = cell.row;
  const name = region.parent === null ? t('targetDraft.own') : region.short[language];
  const before = base === null ? null : baseUnits(base.amount, indicator);
  const of = { region: region.code, indicator: indicator.code };
  const change = before === null || amount === null ? null : amount - before;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {formatFigure(base?.amount ?? null, indicator)}
        <OriginMark origins={[base?.origin]} />
      </td>
      <td>
        <FormulaNumber of={of}>{formatFigure(known?.actual ?? null, indicator)}</FormulaNumber>
        <OriginMark origins={[known?.origin]} />
      </td>
      <td>
        <FormulaNumber of={of}>{formatFigure(known?.projection ?? null, indicator)}</FormulaNumber>
        <OriginMark origins={[known?.projection === null ? undefined : known?.origin]} />
      </td>
      <td>
        <SheetNumber of={`change.${region.code}`}>{formatChange(change, indicator, language)}</SheetNumber>
      </td>
      <td>
        <DraftField
          cell={cell}
          label={t('targetDraft.cell', { region: name, indicator: indicator.short[language] })}
          onWrite={onWrite}
        />
      </td>
    </tr>
  );
}

interface DraftFieldProps extends Pick<CellRowProps, 'cell' | 'onWrite'> {
  readonly label: string;
}

function DraftField({ cell: { key, text, isWrong, isTyped }, label, onWrite }: DraftFieldProps) {
  const { t } = useText();
  return (
    <TextInput
      className={styles.field}
      aria-label={label}
      description={isTyped && t('targetDraft.typed')}
      error={isWrong && t('targetDraft.cellWrong')}
      inputMode="decimal"
      autoComplete="off"
      maxLength={30}
      value={text}
      onChange={(event) => onWrite(key, event.currentTarget.value)}
    />
  );
}

function SumRows({ cells, indicator }: Pick<DraftTableProps, 'cells' | 'indicator'>) {
  const { t, language } = useText();
  const { sum, set, of, difference } = draftSum(cells, indicator);
  if (indicator.kind === 'ratio') return null;
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={5}>
          {t('targetDraft.sum')}
          {set > 0 && set < of && <span className={tables.muted}> {t('targetDraft.partial', { set, of })}</span>}
        </th>
        <td>
          <SheetNumber of="sum">
            {sum === null ? noValue : formatFigure(inIndicatorUnit(sum, indicator), indicator)}
          </SheetNumber>
        </td>
      </tr>
      <tr>
        <th scope="row" colSpan={5}>
          {t('targetDraft.difference')}
        </th>
        <td>
          <SheetNumber of="difference">{formatChange(difference, indicator, language)}</SheetNumber>
        </td>
      </tr>
    </tfoot>
  );
}
