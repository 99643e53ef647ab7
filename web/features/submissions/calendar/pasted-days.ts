/** Holidays as rows that are pasted: day, off or working, name, document. Pure. */
import type { SpecialDay } from '#api/deadlines/calendar-contract.ts';
import { isDay } from '#api/measures/calendar.ts';

export type RowFault = 'columns' | 'day' | 'other-year' | 'twice' | 'kind' | 'text';

/** What pasted rows say: the days, or which line is wrong in what. */
export interface PastedDays {
  readonly days: readonly SpecialDay[];
  readonly faults: readonly { readonly line: number; readonly fault: RowFault }[];
}

const kinds: ReadonlyMap<string, SpecialDay['kind']> = new Map([
  ['休', 'off'],
  ['放假', 'off'],
  ['off', 'off'],
  ['班', 'working'],
  ['上班', 'working'],
  ['working', 'working'],
]);

/** Reads rows whose columns are apart by tabs or commas, as a spreadsheet copies and saves them; empty lines say nothing. */
export function readPastedDays(text: string, year: number): PastedDays {
  const days: SpecialDay[] = [];
  const faults: { line: number; fault: RowFault }[] = [];
  text.split(/\r?\n/).forEach((row, at) => {
    if (row.trim() === '') return;
    const read = readRow(row, year);
    const fault = typeof read === 'string' ? read : days.some(({ day }) => day === read.day) ? 'twice' : null;
    if (fault !== null) faults.push({ line: at + 1, fault });
    else if (typeof read !== 'string') days.push(read);
  });
  return { days: days.toSorted((a, b) => (a.day < b.day ? -1 : 1)), faults };
}

function readRow(row: string, year: number): SpecialDay | RowFault {
  const cells = row.split(/[\t,，]/).map((cell) => cell.trim());
  const [written = '', kindWord = '', name = '', source = ''] = cells;
  if (cells.length !== 4) return 'columns';
  const day = isoDay(written);
  if (day === null) return 'day';
  if (!day.startsWith(`${year}-`)) return 'other-year';
  const kind = kinds.get(kindWord.toLowerCase());
  if (kind === undefined) return 'kind';
  return name === '' || name.length > 40 || source === '' || source.length > 80 ? 'text' : { day, kind, name, source };
}

/** `2020-10-01`, `2020/10/1` and `2020年10月1日` are one day, as spreadsheets and notices write it; null for anything else. */
function isoDay(text: string): string | null {
  const parts = /^(\d{4})(?:-|\/|年)(\d{1,2})(?:-|\/|月)(\d{1,2})日?$/.exec(text);
  if (parts === null) return null;
  const [, year = '', month = '', day = ''] = parts;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : null;
}

/** Days as rows that can be changed and pasted again. */
export function daysAsRows(days: readonly SpecialDay[], words: Readonly<Record<SpecialDay['kind'], string>>): string {
  return days.map(({ day, kind, name, source }) => [day, words[kind], name, source].join('\t')).join('\n');
}
