/** What spreadsheet programs read as text first: without it Excel takes UTF-8 for the machine's own encoding. */
export const byteOrderMark = '\uFEFF';

/**
 * One line of a CSV file (RFC 4180). A text that a spreadsheet would compute, because it begins with one of `= + - @` in
 * either width or with a tab or a line end, gets an apostrophe before it; a number is a number also below zero.
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** Apostrophes before it count, so that `withoutApostrophe` takes off the one that was put on and no other. */
const computed = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text as it was before `csvLine` made it harmless. */
export const withoutApostrophe = (text: string): string =>
  text.startsWith("'") && computed.test(text) ? text.slice(1) : text;

function cell(value: string | number): string {
  const text = String(value);
  const isComputed = typeof value === 'string' && computed.test(text);
  const safe = isComputed ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
