/** The rules of a node plan: its states and who may move it. Pure; safe in a browser. */
import { planRefusal, type PlanFacts, type PlanPerson, type PlanRefusal } from '../http/plan-refusal.ts';
import type { NodePlanCommand, NodePlanState } from './contract.ts';

/** The states in both languages, for sentences. */
export const nodePlanStateWords: Readonly<Record<NodePlanState, { readonly zh: string; readonly en: string }>> = {
  missing: { zh: '未编制', en: 'not written' },
  submitted: { zh: '待审', en: 'submitted' },
  approved: { zh: '已批准', en: 'approved' },
  returned: { zh: '已退回', en: 'returned' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

/** Where each command leads. */
export const stateAfter: Readonly<Record<NodePlanCommand, Exclude<NodePlanState, 'missing'>>> = {
  submit: 'submitted',
  approve: 'approved',
  return: 'returned',
  withdraw: 'withdrawn',
};

export type NodePlanFacts = PlanFacts<NodePlanState>;

/**
 * Why a person may not give a command just now; null where they may. missing → submitted → approved or returned. Its bureau
 * sends it and takes back what was sent; an official decides, never on what they sent themselves, and takes back an approval.
 */
export function nodePlanRefusal(command: NodePlanCommand, plan: NodePlanFacts, person: PlanPerson): PlanRefusal | null {
  const isTakenBack = command === 'withdraw' && person.role === 'bureau';
  return planRefusal(
    { from: statesOf(command, isTakenBack), isWriting: command === 'submit' || isTakenBack, words: nodePlanStateWords },
    plan,
    person,
  );
}

function statesOf(command: NodePlanCommand, isTakenBack: boolean): readonly NodePlanState[] {
  if (command === 'submit') return ['missing', 'approved', 'returned', 'withdrawn'];
  return command === 'withdraw' && !isTakenBack ? ['approved'] : ['submitted'];
}
