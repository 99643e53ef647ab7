/** What spreadsheet programs read as text first: without it Excel takes UTF-8 for the machine's own encoding. */
export const byteOrderMark = '\uFEFF';

/**
 * One line of a CSV file (RFC 4180). A text that a spreadsheet would compute, because it begins with one of `= + - @` in
 * either width or with a tab or a line end, gets an apostrophe before it.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
