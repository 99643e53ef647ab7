/** The rules of an interview's checklist: states of an item, and who may move it. Pure; safe in a browser. */
import type { Role } from '../http/endpoint.ts';
import type { ProblemCode, ProblemValue } from '../http/problem.ts';
import { isReason } from '../http/reason.ts';
import type { Day } from '../measures/vocabulary.ts';
import type { ChecklistItem, ItemState } from './contract.ts';

export const itemCommands = ['report', 'verify', 'return'] as const;
export type ItemCommand = (typeof itemCommands)[number];

/** Where each command leads. */
export const stateAfter: Readonly<Record<ItemCommand, ItemState>> = {
  report: 'reported',
  verify: 'verified',
  return: 'returned',
};

/** The states in both languages, for sentences. */
export const itemStateWords: Readonly<Record<ItemState, { readonly zh: string; readonly en: string }>> = {
  open: { zh: '未报', en: 'open' },
  reported: { zh: '已报待核', en: 'reported' },
  verified: { zh: '已销号', en: 'verified' },
  returned: { zh: '已退回', en: 'returned' },
};

/** Whether a note says enough for a command: a report says how it was done, a return what is missing. */
export function saysEnough(command: ItemCommand, note: string): boolean {
  return command === 'verify' || isReason(note);
}

/** Whether an item is late: past its day and not yet verified. */
export function isOverdue({ state, dueOn }: { readonly state: ItemState; readonly dueOn: Day }, today: Day): boolean {
  return state !== 'verified' && today > dueOn;
}

/**
 * Why a person may not move an item just now; null where they may. open → reported → verified (销号), or returned →
 * reported again. A bureau reports its own city's items; an official decides, but not on what they reported themselves.
 * `reportedBy` is an account's id.
 */
export function itemRefusal(
  command: ItemCommand,
  item: Pick<ChecklistItem, 'region' | 'state'> & { readonly reportedBy: string | null },
  person: { readonly id: string; readonly role: Role; readonly region: string | null },
): { readonly code: ProblemCode; readonly values: Readonly<Record<string, ProblemValue>> } | null {
  const isTheirs =
    command === 'report' ? person.role === 'bureau' && person.region === item.region : person.role === 'official';
  if (!isTheirs) return { code: 'not-allowed', values: {} };
  const isOpen = item.state === 'open' || item.state === 'returned';
  if (command === 'report' ? !isOpen : item.state !== 'reported') {
    return { code: 'illegal-transition', values: { state: itemStateWords[item.state] } };
  }
  return command !== 'report' && item.reportedBy === person.id ? { code: 'own-submission', values: {} } : null;
}
