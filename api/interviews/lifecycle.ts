/** The rules of an interview itself: its states, and who may move it. Pure; safe in a browser. */
import type { Role } from '../http/endpoint.ts';
import type { ProblemCode, ProblemValue } from '../http/problem.ts';
import type { InterviewState } from './contract.ts';

export const interviewCommands = ['edit', 'call', 'hold', 'close', 'cancel', 'acknowledge', 'state'] as const;
export type InterviewCommand = (typeof interviewCommands)[number];

/** Who a command is asked for by: an account's id, what it may do, and its city. */
export interface Person {
  readonly id: string;
  readonly role: Role;
  readonly region: string | null;
}

export interface Refusal {
  readonly code: ProblemCode;
  readonly values: Readonly<Record<string, ProblemValue>>;
}

/** The states in both languages, for sentences. */
export const interviewStateWords: Readonly<Record<InterviewState, { readonly zh: string; readonly en: string }>> = {
  planned: { zh: '拟召开', en: 'planned' },
  called: { zh: '已通知', en: 'called' },
  held: { zh: '已召开', en: 'held' },
  closed: { zh: '已办结', en: 'closed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};

/** The states in which a command may be given. */
const statesOf: Readonly<Record<InterviewCommand, readonly InterviewState[]>> = {
  edit: ['planned', 'called', 'held'],
  call: ['planned'],
  hold: ['called'],
  close: ['held'],
  cancel: ['planned', 'called'],
  acknowledge: ['called', 'held'],
  state: ['called', 'held'],
};

/** Where each command leads from a state that allows it. */
export function stateAfter(command: InterviewCommand, state: InterviewState): InterviewState {
  switch (command) {
    case 'call':
      return 'called';
    case 'hold':
      return 'held';
    case 'close':
      return 'closed';
    case 'cancel':
      return 'cancelled';
    default:
      return state;
  }
}

/** What the rules look at. */
export interface InterviewFacts {
  readonly state: InterviewState;
  readonly areas: readonly { readonly region: string; readonly acknowledged: object | null }[];
  /** How many of its items are not verified. */
  readonly open: number;
}

/**
 * Why a person may not give a command just now; null where they may. planned → called → held → closed, or cancelled before
 * it was held. Officials do all of it, but a notice is signed for by the bureau alone. `region` is the city that a statement
 * is for. It closes when every item is verified.
 */
export function interviewRefusal(
  command: InterviewCommand,
  interview: InterviewFacts,
  person: Person,
  region: string | null = person.region,
): Refusal | null {
  if (!isTheirs(command, interview, person, region)) return { code: 'not-allowed', values: {} };
  if (!statesOf[command].includes(interview.state)) return stateRefusal(interview.state);
  if (command === 'close' && interview.open > 0) return { code: 'items-open', values: { items: interview.open } };
  const area = interview.areas.find((one) => one.region === region);
  return command === 'acknowledge' && area?.acknowledged !== null ? stateRefusal(interview.state) : null;
}

const stateRefusal = (state: InterviewState): Refusal => ({
  code: 'illegal-transition',
  values: { state: interviewStateWords[state] },
});

function isTheirs(command: InterviewCommand, interview: InterviewFacts, person: Person, region: string | null) {
  const isOwn = person.role === 'bureau' && person.region === region && isCalled(interview, person.region);
  if (command === 'acknowledge') return isOwn;
  return command === 'state' && person.role === 'bureau' ? isOwn : person.role === 'official';
}

const isCalled = ({ areas }: InterviewFacts, region: string | null): boolean =>
  areas.some((area) => area.region === region);

/**
 * Whether a person may know of an interview. What officials plan is theirs until the notice is sent; a bureau sees what it
 * was called to.
 */
export function maySee(
  interview: Pick<InterviewFacts, 'state'> & {
    readonly areas: readonly { readonly region: string }[];
    readonly calledAt: string | null;
  },
  person: Pick<Person, 'role' | 'region'>,
): boolean {
  if (person.role === 'official') return true;
  if (interview.calledAt === null) return false;
  return person.role !== 'bureau' || interview.areas.some(({ region }) => region === person.region);
}
