/** What changed after an interview, by the pace of the months around it. It compares; it proves nothing. */
import { paceAt } from './curve.ts';
import type { CurvePoints, Figure } from './vocabulary.ts';
import { lastDayOfMonth } from './calendar.ts';

/** A city's year on one indicator, and the month in which it was called in. */
export interface EffectInput {
  readonly year: number;
  /** The meeting's month, 1 to 12. */
  readonly month: number;
  /** Base units; the one in force in the meeting's month, so that a new target makes no difference. */
  readonly target: number | null;
  readonly points: CurvePoints;
  readonly figures: readonly Pick<Figure, 'month' | 'cumulative'>[];
}

export interface InterviewEffect {
  /** The pace of the two whole months before the meeting's own month; null where nothing can be said. */
  readonly before: number | null;
  /** The pace of the two whole months after it. */
  readonly after: number | null;
  /** after − before. */
  readonly change: number | null;
}

/**
 * The pace per unit of curve in the two months before and after: the meeting's own month belongs to neither. With
 * A the accepted cumulative at a month end, p the curve and T the target, the pace of the months a+1 … b is
 * (A_b − A_a) / ((p_b − p_a)·T): 1 is as the curve expects, 0.5 half of it. For a meeting in October before is August
 * and September, after November and December. Nothing is said across the turn of a year, whose targets begin anew.
 */
export function interviewEffect(input: EffectInput): InterviewEffect {
  const before = paceBetween(input, input.month - 3, input.month - 1);
  const after = paceBetween(input, input.month, input.month + 2);
  return { before, after, change: before === null || after === null ? null : after - before };
}

/** The pace of the months after `from` up to `to`; null where a figure is missing, there is no target, or the curve stands. */
function paceBetween({ year, target, points, figures }: EffectInput, from: number, to: number): number | null {
  if (from < 0 || to > 12 || target === null) return null;
  const cumulativeAt = (month: number) =>
    month === 0 ? 0 : (figures.find((figure) => figure.month === month)?.cumulative ?? null);
  const shareAt = (month: number) => (month === 0 ? 0 : paceAt(points, year, lastDayOfMonth(year, month)));
  const [start, end] = [cumulativeAt(from), cumulativeAt(to)];
  const expected = (shareAt(to) - shareAt(from)) * target;
  return start === null || end === null || expected <= 0 ? null : (end - start) / expected;
}

/** The mean of what is known; null where nothing is. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
