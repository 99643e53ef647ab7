/** A ruler from where one stands to the better levels. Pure: amounts in, SVG numbers out. */
import { textWidth } from './text-width.ts';

export interface RulerMark {
  readonly key: string;
  /** How far from the start. */
  readonly amount: number;
  readonly text: string;
}

export interface PlacedMark extends RulerMark {
  /** Where it stands on the line. */
  readonly x: number;
  /** The left end of its words, and their row, counted from the line. */
  readonly left: number;
  readonly row: number;
}

interface RulerSize {
  readonly width: number;
  readonly text: number;
}

/** How much wider bold words are. */
const bold = 1.12;

/** Blank on both sides of a label's words, in ems. */
const blank = 0.5;

/**
 * Lays marks out by their amounts on one scale from 0 to the largest. Words stand under their mark, within the frame, in the
 * first row in which they touch no others.
 */
export function rulerLayout(marks: readonly RulerMark[], { width, text }: RulerSize): readonly PlacedMark[] {
  const largest = Math.max(...marks.map(({ amount }) => amount), Number.MIN_VALUE);
  const edge = text;
  /** Up to where each row is taken. */
  const taken: number[] = [];
  return marks
    .toSorted((a, b) => a.amount - b.amount)
    .map((mark) => {
      const x = edge + (mark.amount / largest) * (width - 2 * edge);
      const wide = textWidth(mark.text, text) * bold;
      const left = Math.max(0, Math.min(x - wide / 2, width - wide));
      const free = taken.findIndex((end) => end + blank * text <= left);
      const row = free === -1 ? taken.length : free;
      taken[row] = left + wide;
      return { ...mark, x, left, row };
    });
}
