/** The rules of a first-quarter plan: its states, who may move it, what it must hold, what is due. Pure; safe in a browser. */
import { planRefusal, type PlanFacts, type PlanPerson, type PlanRefusal } from '../http/plan-refusal.ts';
import { dayParts } from '../measures/calendar.ts';
import type { Day } from '../measures/vocabulary.ts';
import type { Opening, OpeningCommand, OpeningPlan, OpeningState, ProjectKind } from './contract.ts';

/** The states in both languages, for sentences. */
export const openingStateWords: Readonly<Record<OpeningState, { readonly zh: string; readonly en: string }>> = {
  missing: { zh: '未编制', en: 'not written' },
  draft: { zh: '草稿', en: 'draft' },
  submitted: { zh: '待审', en: 'submitted' },
  accepted: { zh: '已通过', en: 'accepted' },
  returned: { zh: '已退回', en: 'returned' },
};

/** The states in which a command may be given; an accepted plan can be written anew and is sent again then. */
const statesOf: Readonly<Record<OpeningCommand, readonly OpeningState[]>> = {
  save: ['missing', 'draft', 'accepted', 'returned'],
  submit: ['draft'],
  accept: ['submitted'],
  return: ['submitted'],
};

/** Where each command leads. */
export const stateAfter: Readonly<Record<OpeningCommand, Exclude<OpeningState, 'missing'>>> = {
  save: 'draft',
  submit: 'submitted',
  accept: 'accepted',
  return: 'returned',
};

/** A plan as the rules see it. */
export type OpeningFacts = PlanFacts<OpeningState>;

/**
 * Why a person may not give a command just now; null where they may. missing → draft → submitted → accepted, or returned
 * and written anew. Its bureau writes and sends it; an official decides, never on what they sent themselves.
 */
export function openingRefusal(command: OpeningCommand, plan: OpeningFacts, person: PlanPerson): PlanRefusal | null {
  const isWriting = command === 'save' || command === 'submit';
  return planRefusal({ from: statesOf[command], isWriting, words: openingStateWords }, plan, person);
}

/**
 * Why a person may not ask a city for its plan just now; null where they may: an official, as long as nothing of it waits
 * with the department or was accepted.
 */
export function askRefusal(plan: Pick<OpeningFacts, 'state'>, person: Pick<PlanPerson, 'role'>): PlanRefusal | null {
  if (person.role !== 'official') return { code: 'not-allowed', values: {} };
  if (plan.state === 'missing' || plan.state === 'returned') return null;
  return { code: 'illegal-transition', values: { state: openingStateWords[plan.state] } };
}

/** Whether a day lies in January to March of a year. */
export function isInFirstQuarter(day: Day, year: number): boolean {
  const parts = dayParts(day);
  return parts.year === year && parts.month <= 3;
}

/** Whether there is enough in a plan to be sent. */
export function isWhole({ goals, nodes, projects }: Pick<OpeningPlan, 'goals' | 'nodes' | 'projects'>): boolean {
  return goals.length > 0 && nodes.length > 0 && projects.length > 0;
}

/**
 * The year whose plan is on the office's mind on a day: from October on the next one, in its first quarter the running
 * one; null in between.
 */
export function planYearOn(today: Day): number | null {
  const { year, month } = dayParts(today);
  if (month >= 10) return year + 1;
  return month <= 3 ? year : null;
}

/** What a plan says is to happen on a day: a node, or a project's start. */
export interface OpeningDue {
  readonly day: Day;
  readonly text: string;
  readonly kind: 'node' | 'start';
  readonly isPassed: boolean;
}

/** What a plan says is due by which day, the earliest first; what is due today has not passed. */
export function openingDues({ nodes, projects }: Pick<Opening, 'nodes' | 'projects'>, today: Day): OpeningDue[] {
  const dues = [
    ...nodes.map(({ day, text }) => ({ day, text, kind: 'node' as const })),
    ...projects.map(({ startsOn, name }) => ({ day: startsOn, text: name, kind: 'start' as const })),
  ];
  return dues
    .map((due) => ({ ...due, isPassed: due.day < today }))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The projects of a kind, those of both kinds counted in each. */
export function projectsOf<Project extends { readonly kind: ProjectKind }>(
  projects: readonly Project[],
  kind: Exclude<ProjectKind, 'both'>,
): readonly Project[] {
  return projects.filter((project) => project.kind === kind || project.kind === 'both');
}
