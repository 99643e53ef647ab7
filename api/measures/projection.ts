/** The one line by which a year is carried on to its end. */

/** What was done by a day, and the share of a year that the season expects by it. */
export interface Waypoint {
  readonly amount: number;
  readonly pace: number;
}

export const yearsStart: Waypoint = { amount: 0, pace: 0 };

/**
 * F = A + (A − A₋)/(p − p₋)·(1 − p): where the year ends at the rate since an earlier waypoint, season taken out; null
 * where nothing was expected between them.
 */
export function projected(latest: Waypoint, earlier: Waypoint): number | null {
  if (latest.pace <= earlier.pace) return null;
  const annualRate = (latest.amount - earlier.amount) / (latest.pace - earlier.pace);
  return latest.amount + annualRate * (1 - latest.pace);
}
