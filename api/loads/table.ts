/** From the cells of a file to rows, each of a region, a month and an indicator, or to what is wrong with where they are. */
import type { IndicatorRow } from '#db/indicators.ts';
import type { RegionRow } from '#db/regions.ts';
import type { SubmissionKey } from '#db/submissions.ts';
import { nameOf } from '../figures/read-figures.ts';
import { isReportedIn } from '../indicators/lifecycle.ts';
import { lastDayOfMonth } from '../measures/calendar.ts';
import type { Day } from '../measures/vocabulary.ts';
import {
  cellIn,
  faultAt,
  headOf,
  heads,
  shownValue,
  type Column,
  type Fault,
  type Head,
} from '../month-files/layout.ts';
import type { FileRow } from '../month-files/table.ts';
import { reports, type RegionTree } from '../regions/tree.ts';
import type { Cell, Grid, Row, Sheet } from '../workbooks/grid.ts';
import { pausing } from '../http/event-loop.ts';
import { monthWords } from './words.ts';

/** A row with a figure. */
export interface LoadedRow extends FileRow, SubmissionKey {}

export interface LoadedTable {
  /** What its rows name. */
  readonly indicators: readonly IndicatorRow[];
  readonly sheet: Sheet;
  readonly otherSheets: readonly string[];
  readonly head: Head | null;
  readonly rows: readonly LoadedRow[];
  readonly faults: readonly Fault[];
}

/** What rows may speak of. */
export interface Speaking {
  readonly regions: RegionTree<RegionRow>;
  readonly indicators: readonly IndicatorRow[];
  readonly today: Day;
}

const needed = ['region', 'year', 'month', 'indicator', 'cumulative'] as const satisfies readonly Column[];

/** The first sheet that has a head is the table; the others are named. Rows without any figure say nothing. */
export async function loadedTable({ sheets }: Grid, speaking: Speaking): Promise<LoadedTable> {
  const at = sheets.findIndex((sheet) => headOf(sheet, needed) !== null);
  const sheet = sheets[Math.max(0, at)] ?? { name: '', rows: [] };
  const otherSheets = sheets.filter((one) => one !== sheet && one.rows.length > 0).map(({ name }) => name);
  const { indicators } = speaking;
  const found = headOf(sheet, needed);
  if (found === null) {
    const columns = {
      zh: needed.map((column) => heads[column].zh).join('、'),
      en: needed.map((column) => heads[column].en).join(', '),
    };
    const fault = faultAt(1, { column: 1, value: '' }, 'load-head-missing', { columns });
    return { indicators, sheet, otherSheets, head: null, rows: [], faults: [fault] };
  }
  const reader = rowReader(found.head, speaking);
  const rows: LoadedRow[] = [];
  const faults: Fault[] = [...found.faults];
  const pause = pausing();
  for (const row of sheet.rows) {
    if (row.number <= found.head.row) continue;
    const read = reader(row);
    if (read.row !== undefined) rows.push(read.row);
    faults.push(...read.faults);
    await pause();
  }
  return { indicators, sheet, otherSheets, head: found.head, rows, faults };
}

interface RowRead {
  readonly row?: LoadedRow;
  readonly faults: readonly Fault[];
}

const nothing: RowRead = { faults: [] };

function rowReader(head: Head, speaking: Speaking): (row: Row) => RowRead {
  const regionOf = regionFinder(speaking.regions);
  const codes = new Map(speaking.indicators.map((indicator) => [indicator.code, indicator]));
  const seen = new Map<string, number>();
  return (row) => {
    const cell = (column: Column): Cell | undefined => cellIn(row, column, head);
    const [cumulative, denominator] = [cell('cumulative'), cell('denominator')];
    if (cumulative === undefined && denominator === undefined) return nothing;
    const missing = needed.filter((column) => column !== 'cumulative' && cell(column) === undefined);
    if (missing.length > 0) return { faults: missing.map((column) => missingFault(row.number, column, head)) };
    const [code, region, year, month] = [cell('indicator'), cell('region'), cell('year'), cell('month')];
    if (code === undefined || region === undefined || year === undefined || month === undefined) return nothing;
    const indicator = codes.get(textOf(code));
    if (indicator === undefined) {
      return {
        faults: [faultAt(row.number, code, 'unknown-indicator', { indicator: shownValue(code.value) })],
      };
    }
    const key = { region: regionOf(textOf(region)), year: numberIn(year, 2000, 2100), month: numberIn(month, 1, 12) };
    const faults = placeFaults(row.number, { region, year, month }, key, speaking);
    if (faults.length > 0) return { faults };
    if (!isReportedIn(indicator, key)) {
      const values = { indicator: nameOf(indicator), from: indicator.retiredFrom ?? '' };
      return { faults: [faultAt(row.number, code, 'indicator-retired', values)] };
    }
    const name = `${key.region}/${key.year}/${key.month}/${indicator.code}`;
    const before = seen.get(name);
    if (before !== undefined) {
      const value = `${textOf(region)} ${key.year}-${key.month} ${indicator.code}`;
      return { faults: [faultAt(row.number, code, 'sheet-row-twice', { value, row: before })] };
    }
    seen.set(name, row.number);
    const knowsSaved = head.columns.has('savedCumulative');
    const saved = knowsSaved ? { cumulative: cell('savedCumulative'), denominator: cell('savedDenominator') } : null;
    return { row: { ...key, number: row.number, indicator, cumulative, denominator, saved, stamp: null }, faults };
  };
}

function missingFault(row: number, column: Column, head: Head): Fault {
  const at = { column: head.columns.get(column) ?? 1, value: '' };
  return column === 'indicator'
    ? faultAt(row, at, 'sheet-code-missing')
    : faultAt(row, at, 'load-place-missing', { column: heads[column] });
}

/** The region must report that month, and the month must be over. */
function placeFaults(
  row: number,
  cells: Readonly<Record<'region' | 'year' | 'month', Cell>>,
  { region, year, month }: SubmissionKey,
  { regions, today }: Speaking,
): readonly Fault[] {
  const wrong = (['year', 'month'] as const).filter((column) => Number.isNaN({ year, month }[column]));
  if (wrong.length > 0) {
    return wrong.map((column) => faultAt(row, cells[column], 'load-month', { value: shownValue(cells[column].value) }));
  }
  if (region === '' || !reports(regions, { year, month }, region)) {
    const example = [...regions.byCode.values()].find(({ parent }) => parent !== null)?.code ?? '';
    return [faultAt(row, cells.region, 'load-region', { value: shownValue(cells.region.value), example })];
  }
  return lastDayOfMonth(year, month) < today
    ? []
    : [faultAt(row, cells.month, 'load-month-running', { month: monthWords({ year, month }) })];
}

const textOf = ({ value }: Cell): string => String(value).normalize('NFKC').trim();

/** A whole number between two; NaN where it is none. People write `2020年` and `9月` too. */
function numberIn(cell: Cell, least: number, most: number): number {
  const [, digits] = /^(\d{1,4})\s*[年月]?$/.exec(textOf(cell)) ?? [];
  const number = Number(digits);
  return number >= least && number <= most ? number : Number.NaN;
}

/** A region by its code or by one of its names, where that is no other's; empty where there is none. */
function regionFinder({ byCode }: RegionTree<RegionRow>): (word: string) => string {
  const named = Map.groupBy(
    [...byCode.values()].flatMap(({ code, nameZh, shortZh, nameEn }) =>
      [...new Set([code, nameZh, shortZh, nameEn])].map((word) => ({ code, word })),
    ),
    ({ word }) => word.toLowerCase(),
  );
  return (word) => {
    const found = named.get(word.toLowerCase()) ?? [];
    return found.length === 1 ? (found[0]?.code ?? '') : '';
  };
}
