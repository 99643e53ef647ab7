/** Runs a draft session: hands it events, and does outside what it asks for. */
import type { Draft, Submission } from '#api/submissions/contract.ts';
import { startedSession, transition } from './draft-session.ts';
import type {
  DraftState,
  SaveAnswer,
  SessionEffect,
  SessionEvent,
  SessionRules,
  SessionStart,
  SessionState,
} from './draft-session.ts';
import type { TypedSheet } from './typed.ts';

/** What a session needs from outside. */
export interface SessionPorts extends SessionRules {
  /** Never throws: a failure is an answer too. */
  readonly send: (body: Draft, version: number, key: string) => Promise<SaveAnswer>;
  /** Keeps the texts on the device; false where it cannot. */
  readonly keep: (typed: TypedSheet, basedOn: number) => boolean;
  readonly forget: () => void;
  /** Runs something later; the reply cancels it. */
  readonly later: (milliseconds: number, run: () => void) => () => void;
  /** Begins the keys of this session's saves. */
  readonly name: string;
}

export interface DraftSession {
  readonly state: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (typed: TypedSheet) => void;
  /** Saves at once; true when the server has a draft with everything that can be sent. */
  readonly flush: () => Promise<boolean>;
  /** Tries again at once what was not saved. */
  readonly retry: () => void;
  /** Another person's version came to be known. */
  readonly receive: (current: Submission) => void;
  /** Goes on from another version with texts chosen by this person. */
  readonly resolve: (typed: TypedSheet, theirs: SessionStart) => void;
}

const nothing = (): void => undefined;

/** Starts a session on what the server has. */
export function runDraftSession(start: SessionStart, ports: SessionPorts): DraftSession {
  const { state, dispatch, answered, listeners } = running(start, ports);
  const save = async (): Promise<void> => {
    dispatch({ is: 'save', evenUnchanged: true });
    while (state().inFlight !== null) await answered();
  };
  return {
    state,
    subscribe: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) dispatch({ is: 'open' });
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) dispatch({ is: 'leave' });
      };
    },
    change: (typed) => dispatch({ is: 'type', typed }),
    flush: async () => {
      await save();
      // A save that was already under way may not have had the last texts.
      if (state().phase === 'idle') await save();
      return state().phase === 'idle';
    },
    retry: () => dispatch({ is: 'save', evenUnchanged: false }),
    receive: (current) => dispatch({ is: 'receive', current }),
    resolve: (typed, theirs) => dispatch({ is: 'resolve', typed, theirs }),
  };
}

interface Running {
  readonly state: () => DraftState;
  readonly dispatch: (event: SessionEvent) => void;
  /** The answer to the save under way. */
  readonly answered: () => Promise<void>;
  readonly listeners: Set<() => void>;
}

/** Takes each event to the next state, and does what that asks for. */
function running(start: SessionStart, ports: SessionPorts): Running {
  let state = startedSession(ports, start, ports.name);
  let answered = Promise.resolve();
  let cancel = nothing;
  const listeners = new Set<() => void>();

  function dispatch(event: SessionEvent): void {
    const step = transition(ports, state, event);
    state = step.state;
    step.effects.forEach(perform);
    for (const listener of listeners) listener();
  }

  function perform(effect: SessionEffect): void {
    switch (effect.is) {
      case 'keep':
        if (!ports.keep(effect.typed, effect.basedOn)) dispatch({ is: 'unkept' });
        return;
      case 'forget':
        return ports.forget();
      case 'send':
        answered = ports
          .send(effect.body, effect.version, effect.key)
          .then((answer) => dispatch({ is: 'answer', answer }));
        return;
      case 'schedule':
        cancel();
        cancel = ports.later(effect.milliseconds, () => dispatch({ is: 'save', evenUnchanged: false }));
        return;
      case 'cancel':
        return cancel();
    }
  }

  return { state: () => state, dispatch, answered: () => answered, listeners };
}
