/** A table as it is copied from a spreadsheet: tabs or commas, cells in quotation marks where they hold either or a line end. Pure. */

/** One row of cells, with its number as the spreadsheet counts: the first is 1, and empty rows count too. */
export interface PastedRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A cell in quotation marks (a mark inside is written twice) up to what ends it, or one without. */
const cellForms = {
  tabs: /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/g,
  commas: /(?: *"((?:[^"]|"")*)" *(?=[,\n]|$)|([^,\n]*))(,|\n|$)/g,
} as const;

/** The rows that hold anything, their cells trimmed. Tabs part the cells where there is one; else commas do. */
export function pastedRows(text: string): readonly PastedRow[] {
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of plain.matchAll(cellForms[plain.includes('\t') ? 'tabs' : 'commas'])) {
    // Inside a cell, line ends are no more than spaces: no name or title has more than one line.
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? bare).replaceAll(/\s+/g, ' ').trim());
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows
    .map((cells, index) => ({ number: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}
