/** Gaps around the pace: shortfalls to the left, surpluses to the right, on one scale. Pure. */

/** The width that bars are laid out in. */
export const divergingWidth = 200;

/** The least that a scale shows on each side, in points: a gap of a tenth must not fill the picture. */
const leastSide = 5;

export interface DivergingBar {
  readonly from: number;
  readonly width: number;
  /** Whether a surplus goes on beyond the scale. */
  readonly open: boolean;
}

export interface DivergingLayout {
  /** Where the pace stands. */
  readonly zero: number;
  /** In the order of the gaps; null where there is no gap to draw. */
  readonly bars: readonly (DivergingBar | null)[];
}

/**
 * Lays out gaps in percentage points. All shortfalls are drawn whole; surpluses up to twice the largest shortfall, so that
 * who is far ahead does not flatten those who matter.
 */
export function divergingLayout(gaps: readonly (number | null)[]): DivergingLayout {
  const known = gaps.filter((gap) => gap !== null);
  const below = Math.max(leastSide, ...known.map((gap) => -gap));
  const above = Math.min(Math.max(leastSide, ...known), 2 * below);
  const perPoint = divergingWidth / (below + above);
  const zero = below * perPoint;
  const bars = gaps.map((gap) => {
    if (gap === null) return null;
    const width = Math.min(Math.abs(gap), gap < 0 ? below : above) * perPoint;
    return { from: gap < 0 ? zero - width : zero, width, open: gap > above };
  });
  return { zero, bars };
}
