/** The one tolerance of every comparison of measures. */

/** Relative to the number compared with where that is above 1. */
const tolerance = 1e-9;

/**
 * Whether a number lies above another by more than the tolerance, 1e-9 · max(1, |other|). Closer ones are the same
 * number, so that arithmetic decides and not the last binary digit.
 */
export function isAbove(value: number, other: number): boolean {
  return value > other + slackOf(other);
}

/** Whether a number lies below another by more than the tolerance; see `isAbove`. */
export function isBelow(value: number, other: number): boolean {
  return value < other - slackOf(other);
}

/** The least whole number that is not below a value; one that exceeds a whole number by noise alone is that number. */
export function wholeNotBelow(value: number): number {
  const nearest = Math.round(value);
  return isAbove(value, nearest) ? Math.ceil(value) : nearest;
}

// Infinity is a number of its own: a slack of infinity would make every other the same.
function slackOf(other: number): number {
  return Number.isFinite(other) ? tolerance * Math.max(1, Math.abs(other)) : 0;
}
