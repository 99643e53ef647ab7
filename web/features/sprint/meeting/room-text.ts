/** How large the words of the cover's rows are: as large as their place allows, so that the last row of seats reads them. Pure. */
import { pictureLayout, type PictureHeads } from '../picture-layout.ts';
import type { PictureRow } from '../picture-rows.ts';

interface Place {
  readonly width: number;
  /** Null where the picture takes what it needs, as on paper. */
  readonly height: number | null;
}

const least = 11;

/** The largest size at which the rows still fit, whether their words stand beside the bars or above them. */
export function roomText(rows: readonly PictureRow[], heads: PictureHeads, { width, height }: Place): number {
  // A name and what will be missing share a line, and need about 18 letters together.
  const most = Math.floor(width / (height === null ? 31 : 18));
  for (let text = most; text > least; text -= 1) {
    if (height === null || pictureLayout(rows, heads, { width, text }).height <= height) return text;
  }
  return least;
}
