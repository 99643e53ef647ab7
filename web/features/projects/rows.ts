/** The ledger's rows in the order that the address says. Pure. */
import type { Project } from '#api/projects/contract.ts';
import { stages } from '#api/projects/contract.ts';
import { sortedBy, type SortKey } from '../../ui/sort.ts';

const dayNumber = (day: string | null): number | null => (day === null ? null : Date.parse(day));

const keys: Readonly<Record<string, SortKey<Project>>> = {
  stage: ({ stage }) => stages.indexOf(stage),
  start: ({ startActual, startPlanned }) => dayNumber(startActual ?? startPlanned),
  total: ({ totalArea }) => totalArea,
  prefabricated: ({ prefabricatedArea }) => prefabricatedArea,
  rate: ({ assemblyRate }) => assemblyRate,
  hints: ({ hints }) => hints.length,
};

/** Sorted by a column that the table has; as the ledger is otherwise. */
export const sortedProjects = (projects: readonly Project[], sort: string | undefined): readonly Project[] =>
  sortedBy(projects, sort, (column) => keys[column] ?? null);

/** What the projects that are shown add up to, in 万㎡; what is not known adds nothing. */
export function prefabricatedSum(projects: readonly Project[]): number {
  return projects.reduce((sum, { prefabricatedArea }) => sum + (prefabricatedArea ?? 0), 0) / 10_000;
}
