/** What the recent pace leads to by the end of the year. Pure: amounts in the indicator's unit. */

export type YearEnd =
  /** The target is reached already. */
  | { readonly kind: 'reached' }
  /** The simple projection reaches the target. */
  | { readonly kind: 'will'; readonly projection: number }
  | { readonly kind: 'short'; readonly projection: number; readonly missing: number }
  /** The year is over, and this is what was missing. */
  | { readonly kind: 'missed'; readonly missing: number }
  /** There is no target or too little to project from. */
  | { readonly kind: 'unknown' };

interface YearEndInput {
  readonly actual: number | null;
  readonly target: number | null;
  readonly projection: number | null;
  /** Whether the figures are the final ones of a year that has ended, of which nothing is projected. */
  readonly over: boolean;
}

/** Compares what is done, and else the year-end projection at the recent pace, with the target. */
export function yearEndOf({ actual, target, projection, over }: YearEndInput): YearEnd {
  if (target === null) return { kind: 'unknown' };
  if (actual !== null && actual >= target) return { kind: 'reached' };
  if (over) return actual === null ? { kind: 'unknown' } : { kind: 'missed', missing: target - actual };
  if (projection === null) return { kind: 'unknown' };
  return projection >= target
    ? { kind: 'will', projection }
    : { kind: 'short', projection, missing: target - projection };
}
