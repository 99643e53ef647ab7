/** Pace curves: the share of an annual target expected by each month end, and by each day between. */
import { dayParts, daysInMonth } from './calendar.ts';
import type { CompletedYear } from './season.ts';
import type { CurvePoints, Day } from './vocabulary.ts';

/** The same share every month: n/12. */
export const linearPoints: CurvePoints = Array.from({ length: 12 }, (_, index) => (index + 1) / 12);

/**
 * National newly started floor area of 2019 by month end from February, cumulative, 万㎡.
 * Source: National Bureau of Statistics, monthly releases on real estate development and sales.
 */
const starts2019 = [18814, 38728, 58552, 79784, 105509, 125716, 145133, 165707, 185634, 205194, 227154] as const;

/** The season of 2019: national starts by month end over the year's; January, which has no release, is 31/59 of February. */
export const starts2019Points: CurvePoints = [(starts2019[0] * 31) / 59, ...starts2019].map(
  (area) => area / starts2019[10],
);

/**
 * The expected share of the annual target by the end of a day (序时进度): day k of n in month m is
 * p[m−1] + (p[m] − p[m−1])·k/n with p[0] = 0; 0 before the year and 1 after it.
 * 16 October 2020 is 79.30 % on `linearPoints` and 77.48 % on `starts2019Points`.
 */
export function paceAt(points: CurvePoints, year: number, day: Day): number {
  const parts = dayParts(day);
  if (parts.year !== year) return parts.year < year ? 0 : 1;
  const from = points[parts.month - 2] ?? 0;
  const to = points[parts.month - 1] ?? 1;
  const days = daysInMonth(parts.year, parts.month);
  // A month's end is its point itself, so that the year ends at exactly 1: adding up would miss it by a binary digit.
  return parts.day === days ? to : from + ((to - from) * parts.day) / days;
}

export type CurveProblem = 'length' | 'range' | 'decreasing' | 'end';

/** What is wrong with a curve: not twelve shares, a share outside 0 to 1, a fall, or an end other than 1; null where nothing is. */
export function curveProblem(points: CurvePoints): CurveProblem | null {
  if (points.length !== 12) return 'length';
  if (!points.every((point) => point >= 0 && point <= 1)) return 'range';
  if (points.some((point, index) => point < (points[index - 1] ?? 0))) return 'decreasing';
  return points[11] === 1 ? null : 'end';
}

/** The code of the curve whose points are each region's own; every other curve is the same for all. */
export const ownHistory = 'own-history';

/** The curve that a region is judged by. */
export interface JudgingCurve {
  readonly points: CurvePoints;
  /** The region's years that the points are the mean of, rising; none where it has no such year and is judged by the department's. */
  readonly ownYears: readonly number[];
}

/**
 * The mean season of a region's own completed years, each as large as the other: p[m] is the mean of what was done by
 * the end of month m over the year's total. A year with a fall in it is no curve and is left out; one with a missing month
 * is not completed (see `monthEndsOf`). Without any the department's curve stands in.
 */
export function ownHistoryCurve(
  years: readonly Pick<CompletedYear, 'year' | 'monthEnds'>[],
  department: CurvePoints,
): JudgingCurve {
  const seasons = years
    .map(({ year, monthEnds }) => ({ year, points: monthEnds.map((amount) => amount / (monthEnds[11] ?? 0)) }))
    .filter(({ points }) => curveProblem(points) === null)
    .toSorted((a, b) => a.year - b.year);
  if (seasons.length === 0) return { points: department, ownYears: [] };
  return {
    points: linearPoints.map((_, month) => mean(seasons.map(({ points }) => points[month] ?? 1))),
    ownYears: seasons.map(({ year }) => year),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
