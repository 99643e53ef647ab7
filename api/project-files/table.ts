/** From the cells of a file to rows of the ledger, or to what is wrong with where they are. Pure. */
import { faultAt, shownValue, type Fault } from '../month-files/layout.ts';
import { columnNamed, type LedgerColumn } from '../projects/ledger-columns.ts';
import { wordsOf } from '../projects/read-project.ts';
import { withoutApostrophe } from '../http/csv.ts';
import type { Cell, Grid, Row, Sheet } from '../workbooks/grid.ts';

export interface LedgerHead {
  readonly row: number;
  readonly columns: ReadonlyMap<LedgerColumn, number>;
}

/** A row that says anything in a column of the ledger; empty cells are left out. */
export interface LedgerRow {
  readonly number: number;
  readonly cells: ReadonlyMap<LedgerColumn, Cell>;
}

export interface LedgerTable {
  readonly sheet: Sheet;
  readonly otherSheets: readonly string[];
  readonly head: LedgerHead | null;
  readonly rows: readonly LedgerRow[];
  readonly faults: readonly Fault[];
}

const needed = ['name', 'totalArea'] as const satisfies readonly LedgerColumn[];

/** Titles and notes may stand above a table, but not this many. */
const maxRowsAbove = 50;

/** The first sheet that has a head is the table; the others are named. Other columns are left alone. */
export function ledgerTable({ sheets }: Grid): LedgerTable {
  for (const sheet of sheets) {
    for (const row of sheet.rows.slice(0, maxRowsAbove)) {
      const found = headIn(row);
      if (found === null) continue;
      const otherSheets = sheets.filter((one) => one !== sheet && one.rows.length > 0).map(({ name }) => name);
      return { sheet, otherSheets, ...found, rows: rowsBelow(sheet, found.head) };
    }
  }
  const [sheet = { name: '', rows: [] }] = sheets;
  const words = needed.map(wordsOf);
  const columns = { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
  const fault = faultAt(1, { column: 1, value: '' }, 'project-head-missing', { columns });
  return { sheet, otherSheets: [], head: null, rows: [], faults: [fault] };
}

function headIn({ number, cells }: Row): { readonly head: LedgerHead; readonly faults: readonly Fault[] } | null {
  const columns = new Map<LedgerColumn, number>();
  const faults: Fault[] = [];
  for (const cell of cells) {
    const column = columnNamed(String(cell.value));
    if (column === undefined) continue;
    if (columns.has(column))
      faults.push(faultAt(number, cell, 'sheet-column-twice', { value: shownValue(cell.value) }));
    else columns.set(column, cell.column);
  }
  return needed.every((column) => columns.has(column)) ? { head: { row: number, columns }, faults } : null;
}

function rowsBelow(sheet: Sheet, head: LedgerHead): readonly LedgerRow[] {
  const columnAt = new Map([...head.columns].map(([column, at]) => [at, column]));
  return sheet.rows
    .filter(({ number }) => number > head.row)
    .map(({ number, cells }) => ({
      number,
      cells: new Map(
        cells.flatMap((cell): [LedgerColumn, Cell][] => {
          const column = columnAt.get(cell.column);
          const isEmpty = cell.formula !== 'uncomputed' && String(cell.value).trim() === '';
          return column === undefined || isEmpty ? [] : [[column, sheet.name === '' ? withoutGuard(cell) : cell]];
        }),
      ),
    }))
    .filter(({ cells }) => cells.size > 0);
}

/** In CSV an apostrophe before a text that a spreadsheet would compute is no part of it (`http/csv.ts`). */
const withoutGuard = (cell: Cell): Cell => ({ ...cell, value: withoutApostrophe(String(cell.value)) });
