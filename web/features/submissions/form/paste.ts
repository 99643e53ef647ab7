/** What a spreadsheet puts on the clipboard, and where it goes in the form. */
import type { CellPlace } from './keyboard.ts';

/** One text on its way into a cell. */
export interface PlacedText extends CellPlace {
  readonly text: string;
}

export interface Spread {
  readonly cells: readonly PlacedText[];
  /** How many texts lay beyond the last row or column. */
  readonly left: number;
}

/**
 * The rows and columns of a pasted text: tabs part columns, line ends part rows, the line end after the last row
 * is none, and a cell that the spreadsheet put in quotation marks loses them.
 */
export function parseBlock(text: string): readonly (readonly string[])[] {
  const lines = text.replaceAll(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  return lines.map((line) => line.split('\t').map(plainCell));
}

/** Whether a pasted text is a block of cells and not one value, which the browser pastes by itself. */
export function isBlock(text: string): boolean {
  const rows = parseBlock(text);
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1;
}

/**
 * Lays a block over the form from a cell on, as it stands. An empty cell of the block leaves its place as it was,
 * because empty is not zero; `widths` is each row's number of cells.
 */
export function spread(block: readonly (readonly string[])[], at: CellPlace, widths: readonly number[]): Spread {
  const texts = block
    .flatMap((line, row) => line.map((text, column) => ({ row: at.row + row, column: at.column + column, text })))
    .filter((cell) => cell.text !== '');
  const cells = texts.filter((cell) => cell.column < (widths[cell.row] ?? 0));
  return { cells, left: texts.length - cells.length };
}

function plainCell(cell: string): string {
  const quoted = /^"([\s\S]*)"$/.exec(cell.trim());
  return (quoted?.[1]?.replaceAll('""', '"') ?? cell).trim();
}
