/**
 * One person's editing of one month, as a pure function: from a state and an event to the next state and to what must be
 * done outside (keep, forget, save, wait). It saves one save at a time, and loses nothing that was typed.
 */
import type { ProblemDocument } from '#api/http/problem.ts';
import type { Draft, Submission } from '#api/submissions/contract.ts';
import { sameSheet } from './typed.ts';
import type { TypedSheet } from './typed.ts';

/** How a save ended; `unanswered` may have reached the server or not. */
export type SaveAnswer =
  | { readonly outcome: 'saved'; readonly submission: Submission }
  | { readonly outcome: 'stale'; readonly current: Submission }
  | { readonly outcome: 'unanswered'; readonly problem: ProblemDocument }
  | { readonly outcome: 'refused'; readonly problem: ProblemDocument };

/** What the server would be sent; `complete` is false where a text cannot be sent yet and stays on the device alone. */
export interface Outgoing {
  readonly body: Draft;
  readonly complete: boolean;
}

/** How texts become what is sent, and a submission becomes texts. Pure. */
export interface SessionRules {
  /** `acknowledged` is the draft as the server has it, null where it has none. */
  readonly outgoing: (typed: TypedSheet, acknowledged: Draft | null) => Outgoing;
  /** What a form would start with on a submission. */
  readonly startOn: (submission: Submission) => SessionStart;
}

export type SessionPhase = 'idle' | 'waiting' | 'saving' | 'unanswered' | 'refused' | 'conflict';

/** What the server has when a session starts. */
export interface SessionStart {
  /** The server's texts; what the form shows at first. */
  readonly acknowledged: TypedSheet;
  readonly version: number;
  /** When the draft was saved, ISO 8601 on the server's clock; null before its first save. */
  readonly savedAt: string | null;
}

/** What a form shows of its session. */
export interface SessionState extends SessionStart {
  readonly phase: SessionPhase;
  readonly typed: TypedSheet;
  /** The texts on their way. */
  readonly sending: TypedSheet | null;
  /** Whether the device holds what the server has not got; `refused` where the device cannot keep anything. */
  readonly kept: 'nothing' | 'kept' | 'refused';
  readonly problem: ProblemDocument | null;
  /** The submission as another person left it; only in a conflict. */
  readonly current: Submission | null;
}

/** One save, the same for all its tries. */
export interface Pending {
  readonly typed: TypedSheet;
  readonly body: Draft;
  readonly version: number;
  readonly key: string;
}

/** All that a session knows. */
export interface DraftState extends SessionState {
  /** Begins the keys of this session's saves. */
  readonly name: string;
  /** How many saves were begun; numbers their keys. */
  readonly saves: number;
  /** The draft as the server has it, null where it has none. */
  readonly stored: Draft | null;
  /** The save that has no answer yet that counts. */
  readonly pending: Pending | null;
  /** The key of the save under way; it may have been let go meanwhile. */
  readonly inFlight: string | null;
  /** Tries without an answer, one after the other. */
  readonly failures: number;
  /** Whether somebody looks. */
  readonly isOpen: boolean;
}

export type SessionEvent =
  | { readonly is: 'type'; readonly typed: TypedSheet }
  /** The time to save has come. `evenUnchanged` makes a draft also of a form in which nothing was typed. */
  | { readonly is: 'save'; readonly evenUnchanged: boolean }
  | { readonly is: 'answer'; readonly answer: SaveAnswer }
  /** The device could not keep the texts. */
  | { readonly is: 'unkept' }
  /** Another person's version came to be known: taken over where nothing is unsaved, else a conflict. */
  | { readonly is: 'receive'; readonly current: Submission }
  /** Goes on from another version with texts chosen by this person. */
  | { readonly is: 'resolve'; readonly typed: TypedSheet; readonly theirs: SessionStart }
  | { readonly is: 'open' }
  | { readonly is: 'leave' };

export type SessionEffect =
  | { readonly is: 'keep'; readonly typed: TypedSheet; readonly basedOn: number }
  | { readonly is: 'forget' }
  | { readonly is: 'send'; readonly body: Draft; readonly version: number; readonly key: string }
  /** Saves after a while; takes the place of what was scheduled before. */
  | { readonly is: 'schedule'; readonly milliseconds: number }
  | { readonly is: 'cancel' };

export interface Step {
  readonly state: DraftState;
  readonly effects: readonly SessionEffect[];
}

/** Typing is saved this long after the last key. */
const pauseMilliseconds = 700;
const firstRetryMilliseconds = 2000;
const maxRetryMs = 30_000;

/** A session on what the server has. `name` begins the Idempotency-Keys of its saves, and is no other session's. */
export function startedSession(rules: SessionRules, start: SessionStart, name: string): DraftState {
  return {
    ...start,
    phase: 'idle',
    typed: start.acknowledged,
    sending: null,
    kept: 'nothing',
    problem: null,
    current: null,
    name,
    saves: 0,
    stored: storedDraft(rules, start),
    pending: null,
    inFlight: null,
    failures: 0,
    isOpen: false,
  };
}

/** The state after an event, and what must be done outside, in order. */
export function transition(rules: SessionRules, state: DraftState, event: SessionEvent): Step {
  switch (event.is) {
    case 'type':
      return afterTyping(rules, state, event.typed);
    case 'save':
      return after([{ is: 'cancel' }], afterSaveIsDue(rules, state, event.evenUnchanged));
    case 'answer':
      return afterAnswer(rules, state, event.answer);
    case 'unkept':
      return { state: { ...state, kept: 'refused' }, effects: [] };
    case 'receive':
      return afterReceiving(rules, state, event.current);
    case 'resolve':
      return startedAnew(rules, state, event.theirs, event.typed);
    case 'open': {
      const isUnsaved = state.phase === 'waiting' || state.phase === 'unanswered';
      const opened = { ...state, isOpen: true };
      return { state: opened, effects: isUnsaved ? schedule(opened, 0) : [] };
    }
    case 'leave': {
      const left = { ...state, isOpen: false };
      const saved = left.phase === 'waiting' ? afterSaveIsDue(rules, left, false) : { state: left, effects: [] };
      return after([{ is: 'cancel' }], saved);
    }
  }
}

function afterTyping(rules: SessionRules, before: DraftState, typed: TypedSheet): Step {
  const isResting = before.phase === 'idle' || before.phase === 'refused';
  const state: DraftState = { ...before, typed, ...(isResting && { phase: 'waiting', problem: null }) };
  const kept = keep(rules, state);
  return state.phase === 'waiting'
    ? { state: kept.state, effects: [...kept.effects, ...schedule(kept.state, pauseMilliseconds)] }
    : kept;
}

function afterSaveIsDue(rules: SessionRules, state: DraftState, evenUnchanged: boolean): Step {
  if (state.phase === 'conflict' || state.inFlight !== null) return { state, effects: [] };
  // A save without an answer may have reached the server: it is sent again as it was, under its own key, first.
  const pending = state.pending ?? nextPending(rules, state, evenUnchanged);
  if (pending === null) return keep(rules, { ...state, phase: 'idle', sending: null });
  const { typed, body, version, key } = pending;
  const saves = pending === state.pending ? state.saves : state.saves + 1;
  return {
    state: { ...state, phase: 'saving', sending: typed, pending, inFlight: key, saves },
    effects: [{ is: 'send', body, version, key }],
  };
}

function afterAnswer(rules: SessionRules, before: DraftState, answer: SaveAnswer): Step {
  const sent = before.pending;
  const state: DraftState = { ...before, inFlight: null };
  if (sent === null) return afterOldAnswer(rules, state, answer);
  if (answer.outcome === 'unanswered') return afterSilence(state, answer.problem);
  const rested: DraftState = { ...state, pending: null, failures: 0, sending: null };
  if (answer.outcome === 'stale') return afterReceiving(rules, rested, answer.current);
  if (answer.outcome === 'refused') {
    return { state: { ...rested, phase: 'refused', problem: answer.problem }, effects: [] };
  }
  const { version, savedAt } = rules.startOn(answer.submission);
  const saved = { problem: null, acknowledged: sent.typed, stored: sent.body, version, savedAt };
  const kept = keep(rules, { ...rested, ...saved, phase: 'idle' });
  // What was typed meanwhile follows at once.
  const next = afterSaveIsDue(rules, kept.state, false);
  return next.state.phase === 'saving' ? after(kept.effects, next) : next;
}

/** The answer to a save that was let go meanwhile: where it counted after all, the session goes on from it. */
function afterOldAnswer(rules: SessionRules, state: DraftState, answer: SaveAnswer): Step {
  const known = state.current?.version ?? state.version;
  if (answer.outcome === 'saved' && answer.submission.version > known) {
    return startedAnew(rules, state, rules.startOn(answer.submission), state.typed);
  }
  return state.phase === 'waiting' ? afterSaveIsDue(rules, state, false) : { state, effects: [] };
}

function afterSilence(before: DraftState, problem: ProblemDocument): Step {
  const failures = before.failures + 1;
  const state: DraftState = { ...before, failures, phase: 'unanswered', sending: null, problem };
  const wait = Math.min(maxRetryMs, firstRetryMilliseconds * 2 ** (failures - 1));
  return { state, effects: schedule(state, wait) };
}

function afterReceiving(rules: SessionRules, state: DraftState, current: Submission): Step {
  const theirs = rules.startOn(current);
  if (isAllSaved(rules, state) || saysWhatIsStored(rules, state.typed, theirs)) {
    return startedAnew(rules, state, theirs, theirs.acknowledged);
  }
  const conflict: DraftState = { ...state, phase: 'conflict', sending: null, pending: null, current };
  return { state: conflict, effects: [{ is: 'cancel' }] };
}

function startedAnew(rules: SessionRules, before: DraftState, from: SessionStart, typed: TypedSheet): Step {
  const { state, effects } = keep(rules, {
    ...before,
    ...from,
    typed,
    phase: 'waiting',
    sending: null,
    problem: null,
    current: null,
    stored: storedDraft(rules, from),
    pending: null,
    failures: 0,
  });
  return { state, effects: [...effects, ...schedule(state, 0)] };
}

function nextPending(rules: SessionRules, state: DraftState, evenUnchanged: boolean): Pending | null {
  const { typed, acknowledged, stored, version, name, saves } = state;
  if (!evenUnchanged && sameSheet(typed, acknowledged)) return null;
  const { body } = rules.outgoing(typed, stored);
  if (JSON.stringify(body) === JSON.stringify(stored)) return null;
  return { typed, body, version, key: `${name}-${saves + 1}` };
}

/** Keeps the texts on the device for as long as the server has not all of them. */
function keep(rules: SessionRules, state: DraftState): Step {
  const { typed, version, pending, inFlight } = state;
  // A save without an answer may still put other texts on the server.
  return pending === null && inFlight === null && isAllSaved(rules, state)
    ? { state: { ...state, kept: 'nothing' }, effects: [{ is: 'forget' }] }
    : { state: { ...state, kept: 'kept' }, effects: [{ is: 'keep', typed, basedOn: version }] };
}

/** Whether all that was typed would be sent as what the server has: the same values, however they were written. */
function saysWhatIsStored(rules: SessionRules, typed: TypedSheet, theirs: SessionStart): boolean {
  const stored = storedDraft(rules, theirs);
  const { body, complete } = rules.outgoing(typed, stored);
  return sameSheet(typed, theirs.acknowledged) || (complete && JSON.stringify(body) === JSON.stringify(stored));
}

/** Whether the server has every text. One that cannot be sent is on the device alone, however often the rest was saved. */
function isAllSaved(rules: SessionRules, { typed, acknowledged, stored }: DraftState): boolean {
  return sameSheet(typed, acknowledged) && rules.outgoing(typed, stored).complete;
}

/** Where nobody looks any more, what is not saved stays on the device, and the next visit offers it. */
function schedule({ isOpen }: DraftState, milliseconds: number): readonly SessionEffect[] {
  return isOpen ? [{ is: 'schedule', milliseconds }] : [{ is: 'cancel' }];
}

function storedDraft(rules: SessionRules, { savedAt, acknowledged }: SessionStart): Draft | null {
  return savedAt === null ? null : rules.outgoing(acknowledged, null).body;
}

function after(effects: readonly SessionEffect[], { state, effects: more }: Step): Step {
  return { state, effects: [...effects, ...more] };
}
