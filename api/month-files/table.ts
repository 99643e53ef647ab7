/** From the cells of a file to rows of one month's table, or to what is wrong with where and what they are. Pure. */
import type { IndicatorRow } from '#db/indicators.ts';
import type { Cell, Grid, Row, Sheet } from '../workbooks/grid.ts';
import { cellIn, faultAt, headOf, heads, shownValue, type Column, type Fault, type Head } from './layout.ts';

/** A row that names an indicator. Cells that are empty are undefined. */
export interface FileRow {
  readonly number: number;
  readonly indicator: IndicatorRow;
  readonly cumulative: Cell | undefined;
  readonly denominator: Cell | undefined;
  /** What the draft said when the file was made; null where the file does not tell. */
  readonly saved: { readonly cumulative: Cell | undefined; readonly denominator: Cell | undefined } | null;
  /** The version of the month that the file was made on; null where it does not tell. */
  readonly stamp: number | null;
}

export interface FileTable {
  readonly sheet: Sheet;
  readonly head: Head | null;
  readonly rows: readonly FileRow[];
  readonly faults: readonly Fault[];
}

/** The month that a table must be of, as it stands. */
export interface ExpectedMonth {
  readonly region: string;
  readonly regionName: { readonly zh: string; readonly en: string };
  readonly year: number;
  readonly month: number;
  readonly version: number;
  readonly indicators: readonly IndicatorRow[];
}

/** The first sheet that has a head is the table. */
export function tableOf(grid: Grid, expected: ExpectedMonth): FileTable {
  const [first = { name: '', rows: [] }] = grid.sheets;
  const [found] = grid.sheets.flatMap((sheet) => {
    const head = headOf(sheet);
    return head === null ? [] : [{ sheet, ...head }];
  });
  if (found === undefined) {
    const values = { code: heads.indicator, cumulative: heads.cumulative };
    const fault = faultAt(1, { column: 1, value: '' }, 'sheet-head-missing', values);
    return { sheet: first, head: null, rows: [], faults: [fault] };
  }
  const { sheet, head, faults } = found;
  const seen = new Map<string, number>();
  const read = sheet.rows.filter(({ number }) => number > head.row).map((row) => readRow(row, head, expected, seen));
  return {
    sheet,
    head,
    rows: read.flatMap(({ row }) => row ?? []),
    faults: [...faults, ...read.flatMap((one) => one.faults)],
  };
}

interface RowRead {
  readonly row?: FileRow;
  readonly faults: readonly Fault[];
}

function readRow(row: Row, head: Head, expected: ExpectedMonth, seen: Map<string, number>): RowRead {
  const cell = (column: Column): Cell | undefined => cellIn(row, column, head);
  const [code, cumulative, denominator] = [cell('indicator'), cell('cumulative'), cell('denominator')];
  if (code === undefined) {
    const filled = cumulative ?? denominator;
    const at = { column: head.columns.get('indicator') ?? 1, value: '' };
    return { faults: filled === undefined ? [] : [faultAt(row.number, at, 'sheet-code-missing')] };
  }
  const written = String(code.value).trim();
  const indicator = expected.indicators.find((one) => one.code === written);
  if (indicator === undefined) {
    return { faults: [faultAt(row.number, code, 'unknown-indicator', { indicator: shownValue(written) })] };
  }
  const before = seen.get(written);
  if (before !== undefined) {
    return { faults: [faultAt(row.number, code, 'sheet-row-twice', { value: written, row: before })] };
  }
  seen.set(written, row.number);
  const version = cell('version');
  const stamp = version === undefined ? null : Number(version.value);
  const knowsSaved = head.columns.has('savedCumulative') && stamp !== null;
  const saved = knowsSaved ? { cumulative: cell('savedCumulative'), denominator: cell('savedDenominator') } : null;
  return {
    row: { number: row.number, indicator, cumulative, denominator, saved, stamp },
    faults: placeFaults(row.number, cell, expected),
  };
}

/** The row must be of this city, this month, and a version that there was. */
function placeFaults(
  row: number,
  cell: (column: Column) => Cell | undefined,
  { region, regionName, year, month, version }: ExpectedMonth,
): readonly Fault[] {
  const [inRegion, inYear, inMonth, stamp] = [cell('region'), cell('year'), cell('month'), cell('version')];
  const faults: Fault[] = [];
  if (isOther(inRegion, region) && String(inRegion.value).trim() !== regionName.zh) {
    faults.push(
      faultAt(row, inRegion, 'sheet-other-region', { value: shownValue(inRegion.value), expected: regionName }),
    );
  }
  for (const [found, wanted] of [
    [inYear, year],
    [inMonth, month],
  ] as const) {
    if (!isOther(found, wanted)) continue;
    faults.push(faultAt(row, found, 'sheet-other-month', { value: shownValue(found.value), expected: wanted }));
  }
  if (stamp !== undefined && !(/^\d{1,9}$/.test(String(stamp.value).trim()) && Number(stamp.value) <= version)) {
    faults.push(faultAt(row, stamp, 'sheet-stamp', { value: shownValue(stamp.value), current: version }));
  }
  return faults;
}

const isOther = (found: Cell | undefined, wanted: string | number): found is Cell =>
  found !== undefined && String(found.value).trim() !== String(wanted);
