/** The same date of last year, and the growth since. */
import type { Amounts } from './accepted.ts';
import { yearPosition } from './calendar.ts';
import type { Day, Figure, Kind } from './vocabulary.ts';

/**
 * Last year's amounts at the same place in the year as `day`, month end against month end (29 February against 28),
 * by day between the two figures around it, base units, may be fractional. A flow and a ratio start the year at 0;
 * null where no figure follows, and for a stock where none precedes.
 */
export function sameDateLastYear(kind: Kind, figures: readonly Figure[], day: Day): Amounts | null {
  const position = yearPosition(day);
  const placed = figures
    .map((figure) => ({ ...figure, position: yearPosition(figure.asOf) }))
    .toSorted((a, b) => a.position - b.position);
  const after = placed.find((figure) => figure.position >= position);
  if (after === undefined) return null;
  if (after.position === position) return after;
  const start = kind === 'stock' ? undefined : { position: 0, cumulative: 0, denominator: 0 };
  const before = placed.findLast((figure) => figure.position < position) ?? start;
  if (before === undefined) return null;
  const part = (position - before.position) / (after.position - before.position);
  const between = (from: number, to: number) => from + (to - from) * part;
  return {
    cumulative: between(before.cumulative, after.cumulative),
    denominator: after.denominator === null ? null : between(before.denominator ?? 0, after.denominator),
  };
}

/**
 * Growth on last year as a share, now / then − 1: of the cumulative, of a stock's level, or of a ratio's share.
 * Null where last year is unknown or 0.
 */
export function growth(kind: Kind, now: Amounts, then: Amounts | null): number | null {
  if (then === null) return null;
  const [current, former] = kind === 'ratio' ? [shareOf(now), shareOf(then)] : [now.cumulative, then.cumulative];
  return current === null || former === null || former <= 0 ? null : current / former - 1;
}

/** A ratio's share, numerator over denominator; null where nothing is in the denominator. */
export function shareOf({ cumulative, denominator }: Amounts): number | null {
  return denominator === null || denominator <= 0 ? null : cumulative / denominator;
}
