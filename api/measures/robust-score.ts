/** How far a number lies from what is usual, so that a few odd months neither hide a jump nor make one. Pure. */

/** Scales the median absolute deviation to the standard deviation of a normal distribution. */
const normalScale = 1.4826;

/** With fewer values nothing can be said of what is usual. */
export const fewestValues = 6;

/** Beyond this many spreads a value is unusual: the cut of Iglewicz and Hoaglin for the modified z-score. */
export const unusualScore = 3.5;

/** What a series usually is. */
export interface Usual {
  readonly median: number;
  /** 1.4826 × the median absolute deviation, and no less than a tenth of the median and the least spread that was given. */
  readonly spread: number;
}

/**
 * The median of a series and its spread; null of fewer than `fewestValues`, because then nothing is usual yet.
 * 12, 14, 34, 38, 42, 56, 46, 48, 58 has the median 42, the median absolute deviation 8 and the spread 11.86.
 * `leastSpread` is the finest difference that means anything: where months are alike, the next one may still differ a little.
 */
export function usualOf(values: readonly number[], leastSpread: number): Usual | null {
  if (values.length < fewestValues) return null;
  const middle = median(values);
  const deviation = median(values.map((value) => Math.abs(value - middle)));
  return { median: middle, spread: Math.max(normalScale * deviation, Math.abs(middle) / 10, leastSpread) };
}

/** How many spreads a value lies above the median, below it negative. */
export function robustScore(value: number, { median: middle, spread }: Usual): number {
  return (value - middle) / spread;
}

/** The middle value by size; of an even number the mean of the middle two. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [lower = 0, upper = lower] = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  return (lower + upper) / 2;
}
