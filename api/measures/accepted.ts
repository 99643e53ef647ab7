/** The accepted figures that a standing looks at. */
import type { Figure } from './vocabulary.ts';

/** What a figure counts, base units: a cumulative or level, or a ratio's numerator and denominator. */
export interface Amounts {
  readonly cumulative: number;
  readonly denominator: number | null;
}

/** The figures up to a month, by month. */
export function acceptedUpTo<Accepted extends Pick<Figure, 'month'>>(
  figures: readonly Accepted[],
  month: number,
): readonly Accepted[] {
  return figures.filter((figure) => figure.month <= month).toSorted((a, b) => a.month - b.month);
}

/**
 * Of the figures before the latest, by month, the one three accepted months before it; undefined where there are
 * fewer, which means the start of the year.
 */
export function threeEarlier(earlier: readonly Figure[]): Figure | undefined {
  return earlier.at(-3);
}
