/** Where the year will end if a region goes on as it recently did. */
import { acceptedUpTo } from './accepted.ts';
import { paceAt } from './curve.ts';
import type { CurvePoints, Figure } from './vocabulary.ts';

export interface ForecastInput {
  readonly points: CurvePoints;
  readonly year: number;
  /** Accepted figures of the year, in any order; of a ratio the numerators are forecast. */
  readonly figures: readonly Figure[];
  /** A stock's level at the end of last year, base units, null where unknown; 0 for the other kinds. */
  readonly baseline: number | null;
}

export interface PointForecast {
  /** F, base units, may be fractional. */
  readonly point: number;
  /** r: the annual total that the recent pace implies, base units. */
  readonly annualRate: number;
  /** The accepted months that r is taken from, at most 6. */
  readonly months: number;
}

const fewest = 3;
const recent = 6;

/**
 * F = A + r·(1 − p) with r = (A − A₋)/(p − p₋) over up to six accepted months; null with fewer than three of them,
 * where the curve expected nothing in those months, and where it is unknown what the year started from.
 */
export function pointForecast({ points, year, figures, baseline }: ForecastInput): PointForecast | null {
  const accepted = acceptedUpTo(figures, 12);
  const latest = accepted.at(-1);
  if (baseline === null || latest === undefined || accepted.length < fewest) return null;
  const previous = accepted.at(-1 - recent);
  const pace = paceAt(points, year, latest.asOf);
  const previousPace = previous === undefined ? 0 : paceAt(points, year, previous.asOf);
  if (pace <= previousPace) return null;
  const annualRate = (latest.cumulative - (previous?.cumulative ?? baseline)) / (pace - previousPace);
  return {
    point: latest.cumulative + annualRate * (1 - pace),
    annualRate,
    months: Math.min(recent, accepted.length),
  };
}
