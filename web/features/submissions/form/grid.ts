/** The form's cells as a spreadsheet's: moving between them, and where a pasted block goes. */
import type { FigureField } from './typed.ts';

/** A cell's row and column, from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A cell by what it is about. */
export interface CellAddress {
  readonly code: string;
  readonly field: FigureField;
}

/** How one moves through the table's cells. */
export interface CellMoves {
  /** The id of the cell that is typed in. */
  readonly active: string | null;
  readonly enter: (id: string) => void;
  readonly leave: (at: CellAddress) => void;
  /** `run` is what `runOf` of figure-history.ts says of the change. */
  readonly type: (at: CellAddress, text: string, run: string | null) => void;
  readonly paste: (at: CellPlace, text: string) => void;
  readonly undo: (direction: 'undo' | 'redo') => void;
  readonly step: (at: CellPlace, by: 1 | -1) => void;
}

/** What a key event says; `isComposing` is true while an input method still builds a word. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}

/**
 * The row step that a key asks for: Enter and ↓ are 1, Shift+Enter and ↑ are −1, anything else is null.
 * Tab is left to the browser, whose order is the rows' own.
 */
export function rowStep(press: KeyPress): 1 | -1 | null {
  if (press.isComposing || press.altKey || press.ctrlKey || press.metaKey) return null;
  if (press.key === 'Enter') return press.shiftKey ? -1 : 1;
  if (press.shiftKey) return null;
  if (press.key === 'ArrowDown') return 1;
  return press.key === 'ArrowUp' ? -1 : null;
}

/** What Ctrl or Cmd with Z, Shift+Z or Y asks for; null for any other key. */
export function historyStep({
  key,
  shiftKey,
  altKey,
  ctrlKey,
  metaKey,
  isComposing,
}: KeyPress): 'undo' | 'redo' | null {
  if (isComposing || altKey || ctrlKey === metaKey) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : null;
}

/** The cell one row further in the same column, or null at the edge; `widths` is each row's number of cells. */
export function placeAfter(widths: readonly number[], at: CellPlace, step: 1 | -1): CellPlace | null {
  const row = at.row + step;
  const width = widths[row];
  if (width === undefined || width === 0) return null;
  return { row, column: Math.min(at.column, width - 1) };
}

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
