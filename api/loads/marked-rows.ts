import type { Language } from '../http/problem.ts';
import type { Fault } from '../month-files/layout.ts';
import { markedTable } from '../month-files/marked.ts';
import { workbookBytes } from '../workbooks/workbook.ts';
import type { LoadedTable } from './table.ts';

/** More rows than this are mended in several goes. */
const maxRows = 1000;

/**
 * The rows that must be mended as a workbook in base64, each wrong cell marked and with its note. They alone: every row says
 * what it is of, so that the mended ones can be sent by themselves. Null where nothing is wrong.
 */
export function markedRows(
  table: Pick<LoadedTable, 'sheet' | 'head'>,
  faults: readonly Fault[],
  language: Language,
): string | null {
  if (faults.length === 0) return null;
  const { sheet, head } = table;
  const wrong = new Set(faults.map(({ row }) => row));
  const kept = sheet.rows.filter(({ number }) => number === head?.row || wrong.has(number)).slice(0, maxRows + 1);
  const places = new Map(kept.map(({ number }, at) => [number, at + 1]));
  const headRow = head === null ? undefined : places.get(head.row);
  const workbook = markedTable(
    {
      sheet: { ...sheet, rows: kept.map((row, at) => ({ ...row, number: at + 1 })) },
      head: head === null || headRow === undefined ? null : { ...head, row: headRow },
      rows: [],
      faults: [],
    },
    faults.flatMap((fault) => {
      const row = places.get(fault.row) ?? (head === null ? fault.row : undefined);
      return row === undefined ? [] : [{ ...fault, row }];
    }),
    language,
  );
  return workbook === null ? null : workbookBytes(workbook).toString('base64');
}
