/** A first-quarter plan while it is typed. Pure. */
import type { Opening, OpeningIn, ProjectKind } from '#api/openings/contract.ts';

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

/** A plan as it stands, for typing on. */
export const draftOf = ({ goals, nodes, projects }: Pick<Opening, 'goals' | 'nodes' | 'projects'>): PlanDraft => ({
  goals: goals.join('\n'),
  nodes: nodes.map((node, id) => ({ ...node, id })),
  projects: projects.map((project, id) => ({ ...project, area: String(project.area), id })),
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
