/** Pace curves: the share of an annual target expected by each month end, and by each day between. */
import { dayParts, daysInMonth } from './calendar.ts';
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

/**
 * The mean season of a region's own completed years, each given as twelve cumulative month ends in any unit.
 * A year with a missing month, without a total or with a fall in it is left out; null where none is left.
 */
export function ownHistoryPoints(years: readonly (readonly (number | null)[])[]): CurvePoints | null {
  const seasons = years.map(seasonOf).filter((season) => season !== null);
  if (seasons.length === 0) return null;
  return linearPoints.map((_, month) => mean(seasons.map((season) => season[month] ?? 1)));
}

function seasonOf(cumulatives: readonly (number | null)[]): CurvePoints | null {
  const total = cumulatives[11] ?? 0;
  const season = cumulatives.map((cumulative) => (cumulative === null ? Number.NaN : cumulative / total));
  return curveProblem(season) === null ? season : null;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
