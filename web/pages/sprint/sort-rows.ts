/** The order of the sprint's table, as its address says. Pure. */
import type { SprintRow } from './sprint-view.ts';

type Key = (row: SprintRow) => number | null;

const keys: Readonly<Record<string, Key>> = {
  completion: ({ standing }) => standing?.completion ?? null,
  remaining: ({ standing }) => standing?.remaining ?? null,
  needed: ({ standing }) => standing?.neededPerMonth ?? null,
  recent: ({ standing }) => standing?.recentPerMonth ?? null,
  intensity: ({ standing }) => (standing?.intensity === 'infinite' ? Infinity : (standing?.intensity ?? null)),
  projection: ({ projection, standing }) =>
    projection === null || !standing?.target ? null : projection / standing.target,
  promises: ({ promises }) => promises?.open ?? null,
};

/**
 * Sorts by a column, `-` before it for descending; what has no value stands last either way. Without a column, or with
 * one that is not known, the order stays: worst first.
 */
export function sortRows(rows: readonly SprintRow[], sort: string | undefined): readonly SprintRow[] {
  const key = sort === undefined ? undefined : keys[sort.replace(/^-/, '')];
  if (key === undefined) return rows;
  const descending = sort?.startsWith('-') ?? false;
  return rows.toSorted((a, b) => compare(key(a), key(b), descending));
}

function compare(a: number | null, b: number | null, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (a === b) return 0;
  return a < b === descending ? 1 : -1;
}

/** Those farthest behind their pace first; without a gap last. */
export function worstGapFirst(rows: readonly SprintRow[]): readonly SprintRow[] {
  return rows.toSorted((a, b) => compare(a.standing?.gapPoints ?? null, b.standing?.gapPoints ?? null, false));
}
