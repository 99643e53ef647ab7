/** A first-quarter plan while it is typed. Pure. */
import { projectKinds } from '#api/openings/contract.ts';
import type { Opening, OpeningIn, ProjectKind } from '#api/openings/contract.ts';
import { isRecord } from '../../ui/is-record.ts';

export interface NodeDraft {
  readonly id: number;
  readonly day: string;
  readonly text: string;
}

export interface ProjectDraft {
  readonly id: number;
  readonly name: string;
  readonly kind: ProjectKind;
  readonly area: string;
  readonly startsOn: string;
}

export interface PlanDraft {
  /** One goal a line. */
  readonly goals: string;
  readonly nodes: readonly NodeDraft[];
  readonly projects: readonly ProjectDraft[];
}

/** Rows with nothing typed in them; such rows are not sent. */
export const blankNode = { day: '', text: '' } as const;
export const blankProject = { name: '', kind: 'prefabricated', area: '', startsOn: '' } as const;

/** A plan as it stands, for typing on; where there is no row yet, a blank one to begin with. */
export const draftOf = ({ goals, nodes, projects }: Pick<Opening, 'goals' | 'nodes' | 'projects'>): PlanDraft => ({
  goals: goals.join('\n'),
  nodes: nodes.length === 0 ? [{ ...blankNode, id: 0 }] : nodes.map((node, id) => ({ ...node, id })),
  projects:
    projects.length === 0
      ? [{ ...blankProject, id: 0 }]
      : projects.map((project, id) => ({ ...project, area: String(project.area), id })),
});

/** What is sent: rows with nothing in them are left out, everything else goes as it was typed. */
export function planOf({ goals, nodes, projects }: PlanDraft): OpeningIn {
  return {
    goals: goals
      .split('\n')
      .map((goal) => goal.trim())
      .filter((goal) => goal !== ''),
    nodes: nodes.filter(({ day, text }) => day + text.trim() !== '').map(({ day, text }) => ({ day, text })),
    projects: projects
      .filter(({ name, area, startsOn }) => name.trim() + area.trim() + startsOn !== '')
      .map(({ name, kind, area, startsOn }) => ({ name, kind, area, startsOn })),
  };
}

/** An id that no row of a list has. */
export const nextId = (rows: readonly { readonly id: number }[]): number =>
  Math.max(-1, ...rows.map(({ id }) => id)) + 1;

/** The list with one of its rows changed. */
export const withRow = <Row extends { readonly id: number }>(
  rows: readonly Row[],
  id: number,
  change: Partial<Row>,
): readonly Row[] => rows.map((row) => (row.id === id ? { ...row, ...change } : row));

/** A plan as it was kept while it was typed; null where something else was. */
export function readDraft(kept: unknown): PlanDraft | null {
  return isDraft(kept) ? kept : null;
}

function isDraft(value: unknown): value is PlanDraft {
  if (!isRecord(value) || typeof value['goals'] !== 'string') return false;
  const { nodes, projects } = value;
  return Array.isArray(nodes) && nodes.every(isNode) && Array.isArray(projects) && projects.every(isProject);
}

const areTexts = (...values: readonly unknown[]): boolean => values.every((value) => typeof value === 'string');

const isNode = (value: unknown): boolean =>
  isRecord(value) && typeof value['id'] === 'number' && areTexts(value['day'], value['text']);

const isProject = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value['id'] === 'number' &&
  areTexts(value['name'], value['area'], value['startsOn']) &&
  projectKinds.some((kind) => kind === value['kind']);
