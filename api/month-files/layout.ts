/** The columns of a month's table, how each is headed, and where they are in a file that came back. Pure. */
import type { Language, ProblemCode, ProblemValue } from '../http/problem.ts';
import type { Cell, Row, Sheet } from '../workbooks/grid.ts';

export const columns = [
  'indicator',
  'name',
  'unit',
  'lastMonth',
  'lastDenominator',
  'cumulative',
  'denominator',
  'savedCumulative',
  'savedDenominator',
  'region',
  'year',
  'month',
  'version',
] as const;
/** `regionName` stands in tables of several regions alone. */
export type Column = (typeof columns)[number] | 'regionName';

export const heads: Readonly<Record<Column, Readonly<Record<Language, string>>>> = {
  indicator: { zh: '指标代码', en: 'Indicator code' },
  name: { zh: '指标', en: 'Indicator' },
  unit: { zh: '单位', en: 'Unit' },
  lastMonth: { zh: '上月累计（比率：分子）', en: 'Last month (ratio: numerator)' },
  lastDenominator: { zh: '上月分母', en: 'Last month, denominator' },
  cumulative: { zh: '本月累计（比率：分子）', en: 'Cumulative (ratio: numerator)' },
  denominator: { zh: '分母（仅比率）', en: 'Denominator (ratios only)' },
  savedCumulative: { zh: '下载时已保存', en: 'Saved when downloaded' },
  savedDenominator: { zh: '下载时已保存的分母', en: 'Saved denominator' },
  region: { zh: '地区代码', en: 'Region code' },
  regionName: { zh: '地区名称', en: 'Region name' },
  year: { zh: '年', en: 'Year' },
  month: { zh: '月', en: 'Month' },
  version: { zh: '版本', en: 'Version' },
};

/** What a person who writes a table without the template may call the columns that count. */
const otherHeads: Partial<Record<Column, readonly string[]>> = {
  cumulative: ['累计', '本月累计', '分子', '累计或分子', 'cumulative', 'numerator'],
  denominator: ['分母', 'denominator'],
  indicator: ['代码'],
  region: ['地区', 'region'],
};

/** A cell that must be mended, or the one nearest to what is missing. */
export interface Fault {
  readonly row: number;
  readonly column: number;
  readonly value: string;
  readonly code: ProblemCode;
  readonly values: Readonly<Record<string, ProblemValue>>;
}

/** Where a table is. */
export interface Head {
  readonly row: number;
  readonly columns: ReadonlyMap<Column, number>;
}

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

const columnByHead = new Map(
  (Object.keys(heads) as Column[]).flatMap((column) =>
    // Object.keys loses the literal keys of a constant
    [heads[column].zh, heads[column].en, column, ...(otherHeads[column] ?? [])].map((head): [string, Column] => [
      plain(head),
      column,
    ]),
  ),
);

/** Titles and notes may stand above a table, but not this many. */
const maxRowsAbove = 50;

const ofAMonth: readonly Column[] = ['indicator', 'cumulative'];

/** The first row that has the columns that are needed; null where no row of the sheet has. Other columns are left alone. */
export function headOf(
  sheet: Sheet,
  needed: readonly Column[] = ofAMonth,
): { readonly head: Head; readonly faults: readonly Fault[] } | null {
  for (const row of sheet.rows.slice(0, maxRowsAbove)) {
    const named = row.cells.flatMap((cell) => {
      const column = columnByHead.get(plain(String(cell.value)));
      return column === undefined ? [] : [{ column, cell }];
    });
    const found = new Map<Column, number>();
    const faults: Fault[] = [];
    for (const { column, cell } of named) {
      if (found.has(column)) faults.push(faultAt(row.number, cell, 'sheet-column-twice', { value: cell.value }));
      else found.set(column, cell.column);
    }
    if (needed.every((column) => found.has(column))) return { head: { row: row.number, columns: found }, faults };
  }
  return null;
}

/** A row's cell in a column; undefined where that is empty or the table has no such column. */
export function cellIn(row: Row, column: Column, head: Head): Cell | undefined {
  const at = head.columns.get(column);
  const cell = row.cells.find((one) => one.column === at);
  return cell === undefined || (cell.formula !== 'uncomputed' && String(cell.value).trim() === '') ? undefined : cell;
}

/** Longer texts are cut where they are told of. */
const maxShown = 64;

export const shownValue = (value: string | number): string => String(value).slice(0, maxShown);

/** What is wrong with a cell. */
export const faultAt = (
  row: number,
  { column, value }: Pick<Cell, 'column' | 'value'>,
  code: ProblemCode,
  values: Fault['values'] = {},
): Fault => ({ row, column, value: shownValue(value), code, values });
