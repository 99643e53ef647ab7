/** Which accepted figures count, and those that a standing looks at. */
import type { Day, Figure } from './vocabulary.ts';

/** What a figure counts, base units: a cumulative or level, or a ratio's numerator and denominator. */
export interface Amounts {
  readonly cumulative: number;
  readonly denominator: number | null;
}

/** An accepted version of a month, as far as it matters which of them counts. */
export interface AcceptedVersion {
  readonly asOf: Day;
  readonly number: number;
}

/**
 * Compares accepted versions of one month: the one that counts comes last. It is the one with the newest as-of day, then
 * the highest number; of each indicator the last one that has its figure.
 */
export function byStanding(a: AcceptedVersion, b: AcceptedVersion): number {
  return a.asOf === b.asOf ? a.number - b.number : a.asOf < b.asOf ? -1 : 1;
}

/** The figures up to a month, by month. */
export function acceptedUpTo<Accepted extends Pick<Figure, 'month'>>(
  figures: readonly Accepted[],
  month: number,
): readonly Accepted[] {
  const upTo = figures.filter((figure) => figure.month <= month);
  // They mostly come by month, and every standing asks.
  const isSorted = upTo.every((figure, index) => index === 0 || (upTo[index - 1]?.month ?? 0) <= figure.month);
  return isSorted ? upTo : upTo.toSorted((a, b) => a.month - b.month);
}

/**
 * Of the figures before the latest, by month, the one three accepted months before it; undefined where there are
 * fewer, which means the start of the year.
 */
export function threeEarlier(earlier: readonly Figure[]): Figure | undefined {
  return earlier.at(-3);
}
