/** The sizes of a burn-up: small beside others, large on a page, and for a meeting room. Pure. */
import type { BurnUpSize } from './burn-up-input.ts';

export type BurnUpShape = 'small' | 'large' | 'room';

interface Shape {
  /** Before its place is measured, in pixels. */
  readonly width: number;
  /** On A4, in pixels of 1/96 inch. */
  readonly paper: number;
  readonly text: number;
  readonly heightOf: (width: number) => number;
}

const between = (least: number, value: number, most: number): number =>
  Math.round(Math.min(most, Math.max(least, value)));

export const shapes: Readonly<Record<BurnUpShape, Shape>> = {
  small: { width: 264, paper: 330, text: 12, heightOf: (width) => between(150, width * 0.56, 220) },
  large: { width: 960, paper: 680, text: 12, heightOf: (width) => between(260, width * 0.38, 460) },
  room: { width: 1200, paper: 960, text: 16, heightOf: (width) => Math.round(width * 0.58) },
};

/**
 * The size of a picture of a shape at a width; a meeting room's words grow with its screen, a very wide page's a little, and
 * its picture fills the height of its place where that is known.
 */
export function burnUpSize(shape: BurnUpShape, width: number, height: number | null = null): BurnUpSize {
  const { heightOf, text } = shapes[shape];
  const high = (shape === 'room' ? height : null) ?? heightOf(width);
  const grown: Readonly<Record<BurnUpShape, number>> = {
    small: text,
    large: Math.min(16, Math.max(text, width / 130)),
    room: Math.max(text, Math.min(high / 29, width / 40)),
  };
  return { width, height: high, text: grown[shape] };
}
