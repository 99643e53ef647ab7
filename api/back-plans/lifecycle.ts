/** The rules of a back-scheduled plan: its states, who may move it, what it must say. Pure; safe in a browser. */
import { planRefusal, type PlanFacts, type PlanPerson, type PlanRefusal } from '../http/plan-refusal.ts';
import type { MonthCredibility } from '../measures/back-plan.ts';
import type { BackPlan, BackPlanCommand, BackPlanState } from './contract.ts';

/** The states in both languages, for sentences. */
export const backPlanStateWords: Readonly<Record<BackPlanState, { readonly zh: string; readonly en: string }>> = {
  missing: { zh: '未编制', en: 'not written' },
  draft: { zh: '草稿', en: 'draft' },
  submitted: { zh: '待审', en: 'submitted' },
  approved: { zh: '已批准', en: 'approved' },
  returned: { zh: '已退回', en: 'returned' },
};

/** The states in which a command may be given; an approved plan is locked, and saving begins the next version beside it. */
const statesOf: Readonly<Record<BackPlanCommand, readonly BackPlanState[]>> = {
  save: ['missing', 'draft', 'approved', 'returned'],
  submit: ['draft'],
  approve: ['submitted'],
  return: ['submitted'],
};

/** Where each command leads. */
export const stateAfter: Readonly<Record<BackPlanCommand, Exclude<BackPlanState, 'missing'>>> = {
  save: 'draft',
  submit: 'submitted',
  approve: 'approved',
  return: 'returned',
};

/** A plan as the rules see it. */
export type BackPlanFacts = PlanFacts<BackPlanState>;

/**
 * Why a person may not give a command just now; null where they may. missing → draft → submitted → approved, or returned and
 * written anew. Its bureau writes and sends it; an official decides, never on what they sent themselves.
 */
export function backPlanRefusal(command: BackPlanCommand, plan: BackPlanFacts, person: PlanPerson): PlanRefusal | null {
  const isWriting = command === 'save' || command === 'submit';
  return planRefusal({ from: statesOf[command], isWriting, words: backPlanStateWords }, plan, person);
}

/** The version in force among a plan's versions in order: the newest that was approved; undefined where none was. */
export function inForceOf<Version extends { readonly action: BackPlanCommand }>(
  versions: readonly Version[],
): Version | undefined {
  return versions.findLast(({ action }) => action === 'approve');
}

/** The months that are above the best ever and have no written measure. */
export function unexplainedMonths(
  credibility: readonly Pick<MonthCredibility, 'month' | 'doubtful'>[],
  measures: BackPlan['measures'],
): readonly number[] {
  const explained = new Set(measures.map(({ month }) => month));
  return credibility.filter(({ month, doubtful }) => doubtful && !explained.has(month)).map(({ month }) => month);
}

/** Whether a plan still begins from what there is now: from the same figure, towards the same target. */
export function isCurrent(
  plan: Pick<BackPlan, 'asOf' | 'target' | 'reached'>,
  now: Pick<BackPlan, 'asOf' | 'target' | 'reached'>,
): boolean {
  return plan.asOf === now.asOf && plan.target === now.target && plan.reached === now.reached;
}
