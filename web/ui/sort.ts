/** The order of a table's rows, as its address says. Pure. */

/** What a column sorts by; null where a row has no value. */
export type SortKey<Row> = (row: Row) => number | null;

/**
 * The rows sorted by a column, with `-` before it for descending. What has no value stands last either way; without a
 * column, or with one that `keyOf` does not know, the order stays.
 */
export function sortedBy<Row>(
  rows: readonly Row[],
  sort: string | undefined,
  keyOf: (column: string) => SortKey<Row> | null,
): readonly Row[] {
  const key = sort === undefined ? null : keyOf(sort.replace(/^-/, ''));
  if (key === null) return rows;
  const descending = sort?.startsWith('-') ?? false;
  return rows.toSorted((a, b) => compareValues(key(a), key(b), descending));
}

/** Compares two values for sorting; null stands last either way. */
export function compareValues(a: number | null, b: number | null, descending = false): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (a === b) return 0;
  return a < b === descending ? 1 : -1;
}
