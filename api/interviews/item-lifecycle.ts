/** The rules of an item: what its history comes to, and who may move it. Pure; safe in a browser. */
import type { Role } from '../http/endpoint.ts';
import { isReason } from '../http/reason.ts';
import { isUndoable } from '../http/undo.ts';
import type { Day } from '../measures/vocabulary.ts';
import type { EventDetail, InterviewState, ItemCheckResult, ItemState } from './contract.ts';
import { itemActions, type ItemAction } from './item-contract.ts';
import { interviewStateWords, type Person, type Refusal } from './lifecycle.ts';

/** What a person may ask for; `close` and `reopen` are the data's. */
export type ItemCommand = Exclude<ItemAction, 'close' | 'reopen'>;

export const itemCommands = itemActions.filter(
  (action): action is ItemCommand => action !== 'close' && action !== 'reopen',
);

/** The states in both languages, for sentences. */
export const itemStateWords: Readonly<Record<ItemState, { readonly zh: string; readonly en: string }>> = {
  open: { zh: '未报', en: 'open' },
  reported: { zh: '已报待核', en: 'reported' },
  verified: { zh: '已销号', en: 'verified' },
  returned: { zh: '已退回', en: 'returned' },
};

/** One entry of an item's history, as far as the rules look at it. */
export interface ItemEvent {
  readonly action: ItemAction;
  readonly actor: string | null;
  readonly at: string;
  readonly note: string;
  readonly detail: EventDetail | null;
}

/** What a history comes to. Accounts are named by their ids. */
export interface ItemStanding {
  readonly state: ItemState;
  /** Who reported it last, for a bureau too. */
  readonly reportedBy: string | null;
  readonly closedBy: 'person' | 'data' | null;
  /** Whether a person has decided on it, so that the data leave it alone. */
  readonly overruled: boolean;
  /** Where it goes back to when the data no longer hold. */
  readonly beforeData: ItemState;
  readonly asked: { readonly dueOn: string; readonly reason: string } | null;
  /** Who answers for it at its owner; empty where only the office is named. */
  readonly person: string;
  /** What may be taken back, and by whom; `before` is what it then is again. */
  readonly undoable: { readonly by: string | null; readonly at: string; readonly before: ItemStanding } | null;
}

export const newItem: ItemStanding = {
  state: 'open',
  reportedBy: null,
  closedBy: null,
  overruled: false,
  beforeData: 'open',
  asked: null,
  person: '',
  undoable: null,
};

/** What a history, oldest first, comes to. */
export function standingOf(events: readonly ItemEvent[]): ItemStanding {
  return events.reduce(afterEvent, newItem);
}

/** What an item is after one more event. */
export function afterEvent(before: ItemStanding, event: ItemEvent): ItemStanding {
  const now = { ...before, undoable: null };
  const undoable = { by: event.actor, at: event.at, before: now };
  switch (event.action) {
    case 'report':
      return { ...now, state: 'reported', reportedBy: event.actor };
    case 'verify':
      return { ...now, state: 'verified', closedBy: 'person', overruled: true, asked: null, undoable };
    case 'return':
      return { ...now, state: 'returned', undoable };
    case 'undo':
      return before.undoable?.before ?? now;
    case 'ask':
      return { ...now, asked: { dueOn: event.detail?.dueOn?.to ?? '', reason: event.note } };
    case 'grant':
    case 'refuse':
    case 'extend':
      return { ...now, asked: null };
    case 'assign':
      return { ...now, person: event.detail?.person?.to ?? now.person };
    case 'close':
      return { ...now, state: 'verified', closedBy: 'data', beforeData: before.state };
    case 'reopen':
      return { ...now, state: before.beforeData, closedBy: null };
    case 'overrule':
      return { ...now, state: before.beforeData, closedBy: null, overruled: true };
  }
}

/** What the data do to an item by themselves: close it where its check holds, open it again where it no longer does. */
export function dataMove(
  item: Pick<ItemStanding, 'state' | 'closedBy' | 'overruled'>,
  { verdict }: Pick<ItemCheckResult, 'verdict'>,
): 'close' | 'reopen' | null {
  if (item.overruled) return null;
  if (item.state !== 'verified') return verdict === 'holds' ? 'close' : null;
  return item.closedBy === 'data' && verdict === 'fails' ? 'reopen' : null;
}

/** Whether a note says enough: a verification and an assignment need none, unless they stand against the data. */
export function saysEnough(command: ItemCommand, note: string, isAgainstData = false): boolean {
  if (command === 'verify') return !isAgainstData || isReason(note);
  return command === 'undo' || command === 'assign' || command === 'grant' || isReason(note);
}

/** Whether an item is late: past its day and not yet verified. */
export function isOverdue({ state, dueOn }: { readonly state: ItemState; readonly dueOn: Day }, today: Day): boolean {
  return state !== 'verified' && today > dueOn;
}

const rolesOf: Readonly<Record<ItemCommand, readonly Role[]>> = {
  report: ['bureau', 'official'],
  verify: ['official'],
  return: ['official'],
  undo: ['official'],
  ask: ['bureau'],
  grant: ['official'],
  refuse: ['official'],
  extend: ['official'],
  assign: ['bureau', 'official'],
  overrule: ['official'],
};

/** An item as the rules see it: what its history comes to, whose it is, and how far its interview is. */
export interface ItemFacts extends ItemStanding {
  readonly region: string;
  readonly interview: InterviewState;
}

/**
 * Why a person may not move an item just now; null where they may. open → reported → verified (销号), or returned →
 * reported again. A bureau works on its own city's items. Nobody verifies or returns what they reported themselves, for
 * a bureau or not. `now` is an instant of the office's clock.
 */
export function itemRefusal(command: ItemCommand, item: ItemFacts, person: Person, now: Date): Refusal | null {
  const isTheirs =
    rolesOf[command].includes(person.role) && (person.role !== 'bureau' || person.region === item.region);
  if (!isTheirs) return { code: 'not-allowed', values: {} };
  if (item.interview !== 'held') {
    return { code: 'illegal-transition', values: { state: interviewStateWords[item.interview] } };
  }
  if (command === 'undo') return undoRefusal(item, person, now);
  if (!isPossible(command, item)) {
    return { code: 'illegal-transition', values: { state: itemStateWords[item.state] } };
  }
  const decides = command === 'verify' || command === 'return';
  return decides && item.reportedBy === person.id ? { code: 'own-submission', values: {} } : null;
}

function isPossible(command: ItemCommand, { state, asked, closedBy }: ItemFacts): boolean {
  switch (command) {
    case 'report':
      return state === 'open' || state === 'returned';
    case 'verify':
    case 'return':
      return state === 'reported';
    case 'ask':
      return state !== 'verified' && asked === null;
    case 'grant':
    case 'refuse':
      return state !== 'verified' && asked !== null;
    case 'overrule':
      return state === 'verified' && closedBy === 'data';
    default:
      return state !== 'verified';
  }
}

function undoRefusal({ state, undoable }: ItemFacts, person: Person, now: Date): Refusal | null {
  if (undoable === null) return { code: 'illegal-transition', values: { state: itemStateWords[state] } };
  if (undoable.by !== person.id) return { code: 'not-allowed', values: {} };
  return isUndoable(undoable.at, now) ? null : { code: 'too-late-to-undo', values: {} };
}
