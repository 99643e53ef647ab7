/** What a burn-up is drawn from, at any size and on any ground: values and words in, nothing of a screen. */

export interface BurnUpPoint {
  readonly month: number;
  /** Months elapsed since 1 January at the point's as-of day: 9 at the end of September. */
  readonly position: number;
  readonly value: number;
  /** What the pace expects on that day, null where there is no target. */
  readonly expected: number | null;
  /** A point that is not is drawn hollow: it waits for review, or stands on some of the reports only. */
  readonly accepted: boolean;
}

export interface BurnUpInput {
  readonly points: readonly BurnUpPoint[];
  /** The pace's values at New Year and the twelve month ends: 13 values, or none where there is no pace to draw. */
  readonly pace: readonly number[];
  /** The targets in force, each from a place of the year until the next. */
  readonly targets: readonly { readonly from: number; readonly value: number }[];
  /** A second goal for the whole year beside the target. */
  readonly alsoTarget?: number;
  readonly lastYear?: readonly { readonly position: number; readonly value: number }[];
  /** The approved back-scheduled plan, from where it begins to the year's end. */
  readonly plan?: readonly { readonly position: number; readonly value: number }[];
  /** Where the accepted line begins at New Year; null where it begins with its first point, as a ratio's does. */
  readonly start: number | null;
  /** The year-end value at the recent pace: an estimate. */
  readonly projection: number | null;
  /** Where 8 of 10 such estimates ended; null where none may be given. */
  readonly interval?: { readonly low: number; readonly high: number } | null;
  /** The value at the top of the scale, the same for pictures that are compared; what is above ends open. */
  readonly max: number;
}

/** The words in the picture; an empty one is not drawn. */
export interface BurnUpWords {
  /** The newest accepted value. */
  readonly value: string;
  readonly pending: string;
  readonly target: string;
  readonly pace: string;
  readonly lastYear: string;
  readonly plan?: string;
  /** The projection, named as an estimate. */
  readonly projection: string;
  /** What will be missing at the year's end. */
  readonly missing: string;
  /** What is needed a month: without it no needed line is drawn. */
  readonly needed: string;
  readonly tick: (value: number) => string;
  readonly month: (month: number) => string;
}

export interface BurnUpSize {
  readonly width: number;
  readonly height: number;
  /** The size of its words. */
  readonly text: number;
}

/** The top of a scale that several pictures share, where all values are shares of a target: who goes beyond ends open. */
export const sharedMax = 1.1;

/** The top of a picture's own scale: a tenth above the target, and further where its own figures go, to 160 % at most. */
export function ownMax(values: readonly number[], target: number | null): number {
  const largest = Math.max(0, ...values);
  if (target === null || target <= 0) return largest > 0 ? largest * sharedMax : 1;
  return Math.max(target * sharedMax, Math.min(largest * 1.05, target * 1.6));
}
