/** The table that came, as a workbook in which every wrong cell is marked and has a note. */
import { problemSentence, type Language } from '../http/problem.ts';
import type { CellOut, Workbook } from '../workbooks/workbook.ts';
import { columns, type Fault } from './layout.ts';
import type { FileTable } from './table.ts';
import { widths } from './template.ts';

const maxNotes = 1000;
/** A table of a month has about a hundred cells. */
const maxCells = 50_000;

/** Null for a table that is too large to be written again while others wait. */
export function markedTable({ sheet, head }: FileTable, faults: readonly Fault[], language: Language): Workbook | null {
  const noted = Map.groupBy(faults.slice(0, maxNotes), ({ row, column }) => `${row}/${column}`);
  const wrong = (row: number, column: number): string | undefined =>
    noted
      .get(`${row}/${column}`)
      ?.map(({ code, values }) => problemSentence(code, values, language))
      .join('\n');
  const opens = new Set([head?.columns.get('cumulative'), head?.columns.get('denominator')]);
  const byNumber = new Map(sheet.rows.map((row) => [row.number, row]));
  const last = Math.max(1, sheet.rows.at(-1)?.number ?? 1, ...faults.map(({ row }) => row));
  const width = Math.max(
    ...sheet.rows.flatMap(({ cells }) => cells.at(-1)?.column ?? 1),
    ...faults.map(({ column }) => column),
    1,
  );
  if (last * width > maxCells) return null;
  const rows = Array.from({ length: last }, (_, above): CellOut[] => {
    const row = above + 1;
    const cells = new Map(byNumber.get(row)?.cells.map((cell) => [cell.column, cell.value]));
    return Array.from({ length: width }, (_none, before): CellOut => {
      const column = before + 1;
      const value = cells.get(column) ?? null;
      const note = wrong(row, column);
      if (note !== undefined) return { value, look: { fill: 'wrong', font: 'bold' }, note };
      if (row === head?.row && value !== null) return { value, look: { fill: 'head', font: 'bold', wraps: true } };
      const isOpen = head !== null && row > head.row && opens.has(column) && cells.size > 0;
      return isOpen ? { value, look: { fill: 'open' } } : { value };
    });
  });
  const columnAt = new Map([...(head?.columns ?? [])].map(([column, at]) => [at, column]));
  return {
    sheet: sheet.name === '' ? 'CSV' : sheet.name,
    widths: Array.from({ length: width }, (_, before) => widths[columnAt.get(before + 1) ?? columns[0]]),
    frozenRows: 0,
    isProtected: false,
    rows,
  };
}
