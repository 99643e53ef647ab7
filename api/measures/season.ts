/** Completed years, and the season that they have in common: when in the year things are really done. */
import { yearPosition } from './calendar.ts';
import type { CurvePoints, Figure, Kind } from './vocabulary.ts';

/** A region's year on one indicator of which every month is known. */
export interface CompletedYear {
  readonly region: string;
  readonly year: number;
  /**
   * What was done by the end of each month since the year began, twelve amounts in base units; the last is the year's
   * total and above 0. Of a stock its increase, of a ratio its denominator, which is what a curve is about.
   */
  readonly monthEnds: readonly number[];
}

/** What a year is completed from: its accepted figures in any order, at most one a month. */
export interface YearFigures {
  readonly kind: Kind;
  readonly figures: readonly Figure[];
  /** A stock's level at the end of the year before, base units; null where unknown; ignored for the other kinds. */
  readonly baseline: number | null;
}

/**
 * What was done by each month end of a completed year; null where the year is not completed. Missing is not zero and is
 * not guessed either: a year lacks its completion where any month has no figure, where December's is not of the 31st,
 * where a stock's start or a ratio's denominator is unknown, and where nothing was done in all of it, which has no season.
 * A figure of a day before its month's end is carried on by day towards the next month's.
 */
export function monthEndsOf({ kind, figures, baseline }: YearFigures): readonly number[] | null {
  const start = kind === 'stock' ? baseline : 0;
  const months = figures.toSorted((a, b) => a.month - b.month);
  if (start === null || months.some(({ month }, index) => month !== index + 1)) return null;
  const places = months.map((figure) => ({
    position: yearPosition(figure.asOf),
    amount: kind === 'ratio' ? figure.denominator : figure.cumulative - start,
  }));
  const monthEnds = places.map((place, index) => amountAt(index + 1, place, places[index + 1]));
  const known = monthEnds.filter((amount) => amount !== null);
  return known.length === 12 && (known[11] ?? 0) > 0 ? known : null;
}

interface Place {
  /** Months elapsed since 1 January. */
  readonly position: number;
  readonly amount: number | null;
}

/** The amount at a position between a place and the next; null where either is unknown and needed. */
function amountAt(position: number, from: Place, to: Place | undefined): number | null {
  if (from.position === position) return from.amount;
  if (to === undefined || from.amount === null || to.amount === null) return null;
  return from.amount + ((to.amount - from.amount) * (position - from.position)) / (to.position - from.position);
}

/**
 * The pooled season of an indicator: p̄ₘ = Σ Aₘ / Σ Y over completed years of any regions, so that a large one counts
 * for more; null of none. Two years 10, …, 100 and 50, …, 300 have p̄₁ = 60/400 = 0.15.
 */
export function pooledSeason(years: readonly Pick<CompletedYear, 'monthEnds'>[]): CurvePoints | null {
  return seasonOfSums(sumsOf(years));
}

/** Σ Aₘ by month end; the last is Σ Y. */
export function sumsOf(years: readonly Pick<CompletedYear, 'monthEnds'>[]): readonly number[] {
  const sums = Array.from({ length: 12 }, () => 0);
  for (const { monthEnds } of years) {
    for (const [index, amount] of monthEnds.entries()) sums[index] = (sums[index] ?? 0) + amount;
  }
  return sums;
}

/** The season of sums by month end; null where they come to nothing. */
export function seasonOfSums(sums: readonly number[]): CurvePoints | null {
  const total = sums[11] ?? 0;
  return total > 0 ? sums.map((sum) => sum / total) : null;
}
