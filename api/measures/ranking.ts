/** Orders of regions that do not depend on the order they came in. */
import type { Level } from './vocabulary.ts';

export interface Ranked {
  readonly key: string;
}

export type RankOrder = 'worst-first' | 'best-first';

const severities: Readonly<Record<Level, number>> = {
  behind: 0,
  watch: 1,
  'on-pace': 2,
  achieved: 3,
  'no-data': 4,
  'no-target': 5,
};

/**
 * Items by a value of which low is worst; equal values by key, and those without a value last in either order.
 * For a measure of which high is worst, such as intensity, give its negative.
 */
export function rank<Item extends Ranked>(
  items: readonly Item[],
  order: RankOrder,
  valueOf: (item: Item) => number | null,
): readonly Item[] {
  const sign = order === 'worst-first' ? 1 : -1;
  return items.toSorted((a, b) => compareValues(valueOf(a), valueOf(b), sign) || compareKeys(a, b));
}

/** Regions worst first: by level (behind, watch, on pace, achieved, no data, no target), then by gap, then by key. */
export function rankCities<Item extends Ranked & { readonly level: Level; readonly gapPoints: number | null }>(
  items: readonly Item[],
): readonly Item[] {
  return items.toSorted(
    (a, b) =>
      severities[a.level] - severities[b.level] || compareValues(a.gapPoints, b.gapPoints, 1) || compareKeys(a, b),
  );
}

function compareValues(a: number | null, b: number | null, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a === b ? 0 : (a < b ? -1 : 1) * sign;
}

function compareKeys(a: Ranked, b: Ranked): number {
  return a.key < b.key ? -1 : Number(a.key > b.key);
}
