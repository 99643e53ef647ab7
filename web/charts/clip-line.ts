/** Lines that go beyond a scale are cut at its top, where they end open. Pure. */
import type { Point } from './place-labels.ts';

export interface ClippedLine {
  /** The pieces within the scale. */
  readonly pieces: readonly (readonly Point[])[];
  /** Where the line leaves the scale. */
  readonly exits: readonly Point[];
}

/** Cuts a line at `top`; y grows downwards, so that what is above has a smaller y. */
export function clipLine(points: readonly Point[], top: number): ClippedLine {
  const pieces: Point[][] = [];
  const exits: Point[] = [];
  let piece: Point[] = [];
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before !== undefined && before.y < top !== point.y < top) {
      const edge = crossing(before, point, top);
      piece.push(edge);
      if (point.y < top) {
        exits.push(edge);
        pieces.push(piece);
        piece = [];
      }
    }
    if (point.y >= top) piece.push(point);
  }
  if (piece.length > 0) pieces.push(piece);
  return { pieces: pieces.filter((one) => one.length > 1), exits };
}

function crossing(a: Point, b: Point, y: number): Point {
  const share = (y - a.y) / (b.y - a.y);
  return { x: a.x + (b.x - a.x) * share, y };
}
