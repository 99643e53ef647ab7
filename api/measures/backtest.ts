/** How far the forecast would have missed in years that are known: the record that its interval and probability stand on. */
import { projected, yearsStart } from './projection.ts';
import { pooledSeason, seasonOfSums, sumsOf, type CompletedYear } from './season.ts';
import { isBelow } from './tolerance.ts';
import type { CurvePoints } from './vocabulary.ts';

/** The completed years of one indicator, with what follows from them, each computed when it is first asked for. */
export interface IndicatorHistory {
  readonly years: readonly CompletedYear[];
  /** p̄; null without a completed year. */
  readonly season: CurvePoints | null;
  /** The errors of the forecasts at the end of a month, rising; see `errorsAt`. */
  errorsAt(month: number): readonly number[];
}

/** The history that completed years make. */
export function indicatorHistory(years: readonly CompletedYear[]): IndicatorHistory {
  const kept = new Map<number, readonly number[]>();
  return {
    years,
    season: pooledSeason(years),
    errorsAt: (month) => {
      const errors = kept.get(month) ?? errorsAt(years, month);
      kept.set(month, errors);
      return errors;
    },
  };
}

/** The calendar years that completed years are of, rising, each once. */
export function yearsOf(years: readonly Pick<CompletedYear, 'year'>[]): readonly number[] {
  return [...new Set(years.map(({ year }) => year))].toSorted((a, b) => a - b);
}

/**
 * The errors e = Y/F of every completed year, rising: its total over the forecast that the method would have made at the
 * end of the month with p̄ of the other years; where there is one year only, with p̄ of the other regions. A year whose
 * others expected nothing in the months looked back on had no forecast and no error; one of which nothing at all was
 * foreseen has an error without bound.
 */
export function errorsAt(years: readonly CompletedYear[], month: number): readonly number[] {
  const all = sumsOf(years);
  const byYear = new Map([...Map.groupBy(years, ({ year }) => year)].map(([year, of]) => [year, sumsOf(of)]));
  const errors = years.flatMap(({ year, monthEnds }) => {
    const own = byYear.size > 1 ? (byYear.get(year) ?? monthEnds) : monthEnds;
    const season = seasonOfSums(all.map((sum, index) => sum - (own[index] ?? 0)));
    const point = season === null ? null : forecastAt(monthEnds, season, month);
    if (point === null) return [];
    return [point > 0 ? (monthEnds[11] ?? 0) / point : Number.POSITIVE_INFINITY];
  });
  return errors.toSorted((a, b) => (a === b ? 0 : a - b));
}

/** The year's total as it would have been forecast at a month end; null where the season expected nothing since then. */
function forecastAt(monthEnds: readonly number[], season: CurvePoints, month: number): number | null {
  const at = (end: number) => (end < 1 ? yearsStart : { amount: monthEnds[end - 1] ?? 0, pace: season[end - 1] ?? 0 });
  return projected(at(month), at(month - monthsLookedBack));
}

/** How many accepted months a forecast looks back. */
export const monthsLookedBack = 6;

export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * Between which multiples of their forecasts 8 in 10 results lay: the order statistics e₍⌊0.1(n+1)⌋₎ and
 * e₍⌈0.9(n+1)⌉₎ of errors in rising order, of nine the least and the greatest; null with fewer than nine, of which
 * neither place exists.
 */
export function middleErrors(errors: readonly number[]): Range | null {
  const places = errors.length + 1;
  const low = errors[Math.floor(places / 10) - 1];
  const high = errors[Math.ceil((9 * places) / 10) - 1];
  return low === undefined || high === undefined ? null : { low, high };
}

/** What a forecast F is applied to: A is done already, and cannot be undone; the amounts count from the year's start. */
export interface Forecasted {
  readonly done: number;
  readonly point: number;
}

/** The 80 % interval [max(A, F·e low), max(A, F·e high)]; null with fewer than nine errors. */
export function intervalOf(errors: readonly number[], { done, point }: Forecasted): Range | null {
  const middle = middleErrors(errors);
  if (middle === null) return null;
  return { low: Math.max(done, point * middle.low), high: Math.max(done, point * middle.high) };
}

/** How many errors reach T, #{F·e ≥ T}. What is done counts: where A ≥ T all of them do. */
export function reachingOf(
  errors: readonly number[],
  { done, point, target }: Forecasted & { readonly target: number },
): number {
  return errors.filter((error) => !isBelow(Math.max(done, point * error), target)).length;
}

/** The probability of reaching T, (#{F·e ≥ T} + ½)/(n + 1), never quite 0 or 1; null with fewer than nine errors. */
export function probabilityOf(
  errors: readonly number[],
  forecasted: Forecasted & { readonly target: number },
): number | null {
  return middleErrors(errors) === null ? null : (reachingOf(errors, forecasted) + 0.5) / (errors.length + 1);
}
