/** The order of the sprint's table, as its address says. Pure. */
import { compareValues, sortedBy } from '../../ui/sort.ts';
import type { SortKey } from '../../ui/sort.ts';
import type { SprintRow } from './sprint-view.ts';

const keys: Readonly<Record<string, SortKey<SprintRow>>> = {
  completion: ({ standing }) => standing?.completion ?? null,
  remaining: ({ standing }) => standing?.remaining ?? null,
  needed: ({ standing }) => standing?.neededPerMonth ?? null,
  recent: ({ standing }) => standing?.recentPerMonth ?? null,
  intensity: ({ standing }) => (standing?.intensity === 'infinite' ? Infinity : (standing?.intensity ?? null)),
  projection: ({ projection, standing }) =>
    projection === null || !standing?.target ? null : projection / standing.target,
  checklist: ({ checklistProgress }) => checklistProgress?.open ?? null,
};

/** The rows sorted by a column of the table; without one, or with one that is not known, the order stays: worst first. */
export function sortRows(rows: readonly SprintRow[], sort: string | undefined): readonly SprintRow[] {
  return sortedBy(rows, sort, (column) => keys[column] ?? null);
}

/** Those farthest behind their pace first; without a gap last. */
export function worstGapFirst(rows: readonly SprintRow[]): readonly SprintRow[] {
  return rows.toSorted((a, b) => compareValues(a.standing?.gapPoints ?? null, b.standing?.gapPoints ?? null));
}
