/** A table as it stands in a file: cells by row and column, as a person sees them in a spreadsheet program. Pure. */

/**
 * One cell that holds something. `value` is what the program shows: a number where it holds a plain one, else the text; a
 * day is `yyyy-mm-dd`, a share that is shown in per cent ends with `%`. `formula` says whether it was computed, and
 * `uncomputed` that the file does not say what came of it.
 */
export interface Cell {
  /** 1 is A. */
  readonly column: number;
  readonly kind: 'text' | 'number' | 'day';
  readonly value: string | number;
  readonly formula: 'none' | 'computed' | 'uncomputed';
}

/** A row's cells from left to right; its number is the one that the program shows. */
export interface Row {
  readonly number: number;
  readonly cells: readonly Cell[];
}

export interface Sheet {
  /** Empty for a CSV file, which has no sheets. */
  readonly name: string;
  readonly rows: readonly Row[];
}

export const encodings = ['utf-8', 'utf-16', 'gb18030'] as const;

export interface Grid {
  readonly sheets: readonly Sheet[];
  /** How a CSV file is written; null for a workbook. */
  readonly encoding: (typeof encodings)[number] | null;
}

/** Why a file is not read at all. */
export type Refusal =
  | { readonly why: 'unreadable' | 'too-large' | 'encoding' }
  | { readonly why: 'quotes'; readonly row: number };

/** What the worker tells of a file: its sheets' names, then their rows part by part, each when it is asked for. */
export type Answer =
  | { readonly is: 'head'; readonly names: readonly string[]; readonly encoding: Grid['encoding'] }
  | { readonly is: 'rows'; readonly sheet: number; readonly rows: readonly Row[] }
  | { readonly is: 'end' }
  | { readonly is: 'refused'; readonly refusal: Refusal };

/** What a file may hold: five years of a province with five indicators are 3,300 rows of thirteen cells. */
export const gridLimits = { rows: 10_000, columns: 100, cells: 100_000, sheets: 20 } as const;

/** Thrown within the reader alone; whoever asks for a grid is told a problem. */
export class Unread extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.why);
    this.name = 'Unread';
    this.refusal = refusal;
  }
}

/** The letters of a column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? columnLetters(before) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** The inverse of `columnLetters`. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
