/** The rules of a bulletin: its states, and who may move it. Pure; safe in a browser. */
import type { Role } from '../http/endpoint.ts';
import type { ProblemCode, ProblemValue } from '../http/problem.ts';
import type { BulletinState } from './contract.ts';

export const bulletinCommands = ['save', 'issue', 'discard', 'acknowledge', 'correct'] as const;
export type BulletinCommand = (typeof bulletinCommands)[number];

/** The states in both languages, for sentences. */
export const bulletinStateWords: Readonly<Record<BulletinState, { readonly zh: string; readonly en: string }>> = {
  draft: { zh: '草稿', en: 'draft' },
  issued: { zh: '已印发', en: 'issued' },
  discarded: { zh: '已作废', en: 'given up' },
};

/** What the rules look at. */
export interface BulletinFactsOfState {
  readonly state: BulletinState;
  /** The accounts that wrote any version of it. */
  readonly writers: readonly string[];
  /** 期号 and 文号. */
  readonly isNumbered: boolean;
  readonly isCorrection: boolean;
  /** Whether the bureau that asks has signed. */
  readonly isSigned: boolean;
}

interface Refusal {
  readonly code: ProblemCode;
  readonly values: Readonly<Record<string, ProblemValue>>;
}

/**
 * Why a person may not give a command just now; null where they may. draft → issued, or given up. Officials write; who
 * wrote any of it does not issue it, so that two persons stand behind what names cities. Bureaus sign once.
 */
export function bulletinRefusal(
  command: BulletinCommand,
  bulletin: BulletinFactsOfState,
  person: { readonly id: string; readonly role: Role },
): Refusal | null {
  const isBureaus = command === 'acknowledge';
  if (person.role !== (isBureaus ? 'bureau' : 'official')) return { code: 'not-allowed', values: {} };
  const needed: BulletinState = isBureaus || command === 'correct' ? 'issued' : 'draft';
  const isWrongKind = command === 'correct' && bulletin.isCorrection;
  if (bulletin.state !== needed || isWrongKind || (isBureaus && bulletin.isSigned)) {
    return { code: 'illegal-transition', values: { state: bulletinStateWords[bulletin.state] } };
  }
  if (command !== 'issue') return null;
  if (bulletin.writers.includes(person.id)) return { code: 'own-bulletin', values: {} };
  return bulletin.isNumbered ? null : { code: 'bulletin-unnumbered', values: {} };
}
