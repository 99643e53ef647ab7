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

/** The rows sorted by a column of the table; without one, or with one that is not known, the order stays: who misses most first. */
export function sortRows(rows: readonly SprintRow[], sort: string | undefined): readonly SprintRow[] {
  return sortedBy(rows, sort, (column) => keys[column] ?? null);
}

/** Who misses most first, then who makes it with the least to spare, then of whom nothing is known, then who is there. */
export function mostMissingFirst(rows: readonly SprintRow[]): readonly SprintRow[] {
  return rows.toSorted(
    (a, b) =>
      rank[a.yearEnd.kind] - rank[b.yearEnd.kind] ||
      missingOf(b) - missingOf(a) ||
      compareValues(a.projected ?? completionOf(a), b.projected ?? completionOf(b)) ||
      (a.region < b.region ? -1 : 1),
  );
}

const rank: Readonly<Record<SprintRow['yearEnd']['kind'], number>> = {
  short: 0,
  missed: 0,
  will: 1,
  unknown: 2,
  reached: 3,
};

const missingOf = ({ yearEnd }: SprintRow): number =>
  yearEnd.kind === 'short' || yearEnd.kind === 'missed' ? yearEnd.missing : 0;

const completionOf = ({ standing }: SprintRow): number | null => standing?.completion ?? null;
