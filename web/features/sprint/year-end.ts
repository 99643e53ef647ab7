/** What the recent pace leads to by the end of the year. Pure: amounts in the indicator's unit. */

export type YearEnd =
  /** The target is reached already. */
  | { readonly kind: 'reached' }
  /** The simple projection reaches the target. */
  | { readonly kind: 'will'; readonly projection: number }
  | { readonly kind: 'short'; readonly projection: number; readonly missing: number }
  /** There is no target or too little to project from. */
  | { readonly kind: 'unknown' };

interface YearEndInput {
  readonly actual: number | null;
  readonly target: number | null;
  readonly projection: number | null;
}

/** Compares what is done, and else the year-end projection at the recent pace, with the target. */
export function yearEndOf({ actual, target, projection }: YearEndInput): YearEnd {
  if (target === null) return { kind: 'unknown' };
  if (actual !== null && actual >= target) return { kind: 'reached' };
  if (projection === null) return { kind: 'unknown' };
  return projection >= target
    ? { kind: 'will', projection }
    : { kind: 'short', projection, missing: target - projection };
}
