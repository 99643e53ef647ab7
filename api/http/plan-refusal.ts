/** Who may move a plan that a bureau writes and the department decides: first-quarter and back-scheduled ones. Pure; safe in a browser. */
import type { Role } from './endpoint.ts';
import type { ProblemCode, ProblemValue } from './problem.ts';

/** Who gives a command. */
export interface PlanPerson {
  readonly id: string;
  readonly role: Role;
  readonly region: string | null;
}

/** Why a command is refused: the problem's code and what its words name. */
export interface PlanRefusal {
  readonly code: ProblemCode;
  readonly values: Readonly<Record<string, ProblemValue>>;
}

/** A plan as the rules see it; `submittedBy` is the account that sent it last. */
export interface PlanFacts<State extends string> {
  readonly region: string;
  readonly state: State;
  readonly submittedBy: string | null;
}

interface Rule<State extends string> {
  /** The states in which the command may be given. */
  readonly from: readonly State[];
  /** Whether it is the bureau's own writing or sending, and not a decision on it. */
  readonly isWriting: boolean;
  readonly words: Readonly<Record<State, { readonly zh: string; readonly en: string }>>;
}

/**
 * Why a person may not give a command just now; null where they may. Its bureau writes and sends a plan; an official decides,
 * never on what they sent themselves.
 */
export function planRefusal<State extends string>(
  { from, isWriting, words }: Rule<State>,
  plan: PlanFacts<State>,
  person: PlanPerson,
): PlanRefusal | null {
  const isTheirs = isWriting ? person.role === 'bureau' && person.region === plan.region : person.role === 'official';
  if (!isTheirs) return { code: 'not-allowed', values: {} };
  if (!from.includes(plan.state)) return { code: 'illegal-transition', values: { state: words[plan.state] } };
  return !isWriting && plan.submittedBy === person.id ? { code: 'own-submission', values: {} } : null;
}
