/** Moving between the form's cells as in a spreadsheet. */

/** A cell's row and column, from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
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

/** The cell one row further in the same column, or null at the edge; `widths` is each row's number of cells. */
export function placeAfter(widths: readonly number[], at: CellPlace, step: 1 | -1): CellPlace | null {
  const row = at.row + step;
  const width = widths[row];
  if (width === undefined || width === 0) return null;
  return { row, column: Math.min(at.column, width - 1) };
}
