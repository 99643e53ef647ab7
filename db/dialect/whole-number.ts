/** The largest value of a 32-bit integer column. */
export const largestInteger = 2 ** 31 - 1;

/**
 * The value itself if it is a whole number of at most `largest` in size.
 * SQLite would keep 1.5 in an integer column, and a bigint beyond 2^53 would be rounded on the way out.
 * @throws RangeError otherwise
 */
export function wholeNumber(value: unknown, largest: number): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || Math.abs(value) > largest) {
    throw new RangeError(`${String(value)} is not a whole number between ±${largest}`);
  }
  return value;
}
