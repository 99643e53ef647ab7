/** Orders of regions that do not depend on the order they came in. */
import { isAbove } from './tolerance.ts';
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
 * Items by a value of which low is worst; equal values by key, and those without a value last in either order. Values
 * within the tolerance of every comparison are equal. For a measure of which high is worst, such as intensity, give
 * its negative.
 */
export function rank<Item extends Ranked>(
  items: readonly Item[],
  order: RankOrder,
  valueOf: (item: Item) => number | null,
): readonly Item[] {
  const sign = order === 'worst-first' ? 1 : -1;
  const places = placesOf(items.map(valueOf));
  return items.toSorted((a, b) => comparePlaces(places, valueOf(a), valueOf(b), sign) || compareKeys(a, b));
}

/** Regions worst first: by level (behind, watch, on pace, achieved, no data, no target), then by gap, then by key. */
export function rankCities<Item extends Ranked & { readonly level: Level; readonly gapPoints: number | null }>(
  items: readonly Item[],
): readonly Item[] {
  return rank(items, 'worst-first', ({ gapPoints }) => gapPoints).toSorted(
    (a, b) => severities[a.level] - severities[b.level],
  );
}

/** The place of every value from low to high. One within the tolerance of the value before it shares its place. */
function placesOf(values: readonly (number | null)[]): ReadonlyMap<number, number> {
  const ascending = values.filter((value) => value !== null).toSorted((a, b) => (a < b ? -1 : Number(a > b)));
  const places = new Map<number, number>();
  let place = 0;
  for (const [at, value] of ascending.entries()) {
    const before = ascending[at - 1];
    if (before !== undefined && isAbove(value, before)) place += 1;
    places.set(value, place);
  }
  return places;
}

function comparePlaces(places: ReadonlyMap<number, number>, a: number | null, b: number | null, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return ((places.get(a) ?? 0) - (places.get(b) ?? 0)) * sign;
}

function compareKeys(a: Ranked, b: Ranked): number {
  return a.key < b.key ? -1 : Number(a.key > b.key);
}
