/** One person's editing of one month: saves by itself, one save at a time, and loses nothing that was typed. */
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

/** What a session needs from outside. */
export interface SessionPorts {
  readonly send: (body: Draft, version: number, key: string) => Promise<SaveAnswer>;
  /** `acknowledged` is the draft as the server has it, null where it has none. */
  readonly outgoing: (typed: TypedSheet, acknowledged: Draft | null) => Outgoing;
  /** What a form would start with on a submission. */
  readonly startOn: (submission: Submission) => SessionStart;
  /** Keeps the texts on the device; false where it cannot. */
  readonly keep: (typed: TypedSheet, basedOn: number) => boolean;
  readonly forget: () => void;
  /** Runs something later; the reply cancels it. */
  readonly later: (milliseconds: number, run: () => void) => () => void;
  readonly newKey: () => string;
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

export interface DraftSession {
  readonly state: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (typed: TypedSheet) => void;
  /** Saves at once; true when the server has a draft with everything that can be sent. */
  readonly flush: () => Promise<boolean>;
  /** Tries again at once what was not saved. */
  readonly retry: () => void;
  /** Another person's version came to be known: taken over where nothing is unsaved, else a conflict. */
  readonly meet: (current: Submission) => void;
  /** Goes on from another version with texts chosen by this person. */
  readonly settle: (typed: TypedSheet, theirs: SessionStart) => void;
}

interface Pending {
  readonly typed: TypedSheet;
  readonly outgoing: Outgoing;
  readonly version: number;
  readonly key: string;
}

/** Typing is saved this long after the last key. */
const pauseMilliseconds = 700;
const firstRetryMilliseconds = 2000;
const longestRetryMilliseconds = 30_000;

const nothing = (): void => undefined;

/** Starts a session on what the server has. */
export function createDraftSession(start: SessionStart, ports: SessionPorts): DraftSession {
  let state: SessionState = {
    ...start,
    phase: 'idle',
    typed: start.acknowledged,
    sending: null,
    kept: 'nothing',
    problem: null,
    current: null,
  };
  let stored: Draft | null = storedDraft(start);
  let pending: Pending | null = null;
  let running: Promise<void> | null = null;
  let cancel = nothing;
  let failures = 0;
  const listeners = new Set<() => void>();

  function storedDraft({ savedAt, acknowledged }: SessionStart): Draft | null {
    return savedAt === null ? null : ports.outgoing(acknowledged, null).body;
  }

  function set(part: Partial<SessionState>): void {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  function schedule(milliseconds: number): void {
    cancel();
    // Nobody looks any more: what is not saved stays on the device, and the next visit offers it.
    if (listeners.size > 0) cancel = ports.later(milliseconds, () => void save(false));
  }

  function keep(): void {
    const { complete } = ports.outgoing(state.typed, stored);
    if (complete && sameSheet(state.typed, state.acknowledged)) {
      ports.forget();
      set({ kept: 'nothing' });
    } else {
      set({ kept: ports.keep(state.typed, state.version) ? 'kept' : 'refused' });
    }
  }

  function nextPending(evenUnchanged: boolean): Pending | null {
    // A save without an answer may have reached the server: it is sent again as it was, under its own key, first.
    if (pending !== null) return pending;
    if (!evenUnchanged && sameSheet(state.typed, state.acknowledged)) return null;
    const outgoing = ports.outgoing(state.typed, stored);
    if (JSON.stringify(outgoing.body) === JSON.stringify(stored)) return null;
    return { typed: state.typed, outgoing, version: state.version, key: ports.newKey() };
  }

  function startAnew(from: SessionStart, typed: TypedSheet): void {
    pending = null;
    failures = 0;
    stored = storedDraft(from);
    set({ ...from, typed, phase: 'waiting', sending: null, current: null, problem: null });
    keep();
    schedule(0);
  }

  function receive(sent: Pending, answer: SaveAnswer): void {
    if (answer.outcome === 'unanswered') {
      failures += 1;
      set({ phase: 'unanswered', sending: null, problem: answer.problem });
      schedule(Math.min(longestRetryMilliseconds, firstRetryMilliseconds * 2 ** (failures - 1)));
      return;
    }
    pending = null;
    failures = 0;
    if (answer.outcome === 'refused') return set({ phase: 'refused', sending: null, problem: answer.problem });
    if (answer.outcome === 'stale') return meet(answer.current);
    const { version, savedAt } = ports.startOn(answer.submission);
    stored = sent.outgoing.body;
    set({ phase: 'idle', sending: null, problem: null, acknowledged: sent.typed, version, savedAt });
    keep();
  }

  async function saveAll(evenUnchanged: boolean): Promise<void> {
    for (let next = nextPending(evenUnchanged); next !== null; next = nextPending(false)) {
      pending = next;
      set({ phase: 'saving', sending: next.typed });
      receive(next, await ports.send(next.outgoing.body, next.version, next.key));
      if (state.phase !== 'idle') return;
    }
    if (state.phase !== 'conflict') set({ phase: 'idle', sending: null });
    keep();
  }

  async function save(evenUnchanged: boolean): Promise<void> {
    cancel();
    if (state.phase === 'conflict') return;
    running ??= saveAll(evenUnchanged).finally(() => {
      running = null;
    });
    await running;
  }

  function meet(current: Submission): void {
    const theirs = ports.startOn(current);
    if (sameSheet(state.typed, state.acknowledged) || sameSheet(state.typed, theirs.acknowledged)) {
      return startAnew(theirs, theirs.acknowledged);
    }
    cancel();
    set({ phase: 'conflict', sending: null, current });
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      if (state.phase === 'waiting' || state.phase === 'unanswered') schedule(0);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && state.phase === 'waiting') void save(false);
        if (listeners.size === 0) cancel();
      };
    },
    change: (typed) => {
      const isResting = state.phase === 'idle' || state.phase === 'refused';
      set({ typed, ...(isResting && { phase: 'waiting', problem: null }) });
      keep();
      if (state.phase === 'waiting') schedule(pauseMilliseconds);
    },
    flush: async () => {
      await save(true);
      // A save that was already under way may not have had the last texts.
      if (state.phase === 'idle') await save(true);
      return state.phase === 'idle';
    },
    retry: () => void save(false),
    meet,
    settle: (typed, theirs) => startAnew(theirs, typed),
  };
}
