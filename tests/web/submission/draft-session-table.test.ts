/** Every state of a draft session with every event that means something in it: the phase that follows, and what is to be done. */
import { describe, expect, it } from 'vitest';
import { startedSession, transition } from '#web/features/submissions/form/draft-session.ts';
import type {
  DraftState,
  SessionEffect,
  SessionEvent,
  SessionRules,
} from '#web/features/submissions/form/draft-session.ts';
import { outgoing, typeInto } from '#web/features/submissions/form/sheet.ts';
import { month, problem, startOn, stored, typed, untouched } from './session-bench.ts';
import { submission } from './month.ts';

const rules: SessionRules = { outgoing: (sheet, known) => outgoing(month, sheet, known, 'submission'), startOn };

const type = (text: string): SessionEvent => ({ is: 'type', typed: typed(text) });
const saved: SessionEvent = { is: 'answer', answer: { outcome: 'saved', submission: stored(400, 1) } };
const savedLater: SessionEvent = { is: 'answer', answer: { outcome: 'saved', submission: stored(400, 2) } };
const unanswered: SessionEvent = {
  is: 'answer',
  answer: { outcome: 'unanswered', problem: problem(401, 'signed-out') },
};
const refused: SessionEvent = { is: 'answer', answer: { outcome: 'refused', problem: problem(422, 'no-such-day') } };
const stale: SessionEvent = { is: 'answer', answer: { outcome: 'stale', current: stored(390, 1) } };
const receive: SessionEvent = { is: 'receive', current: stored(390, 1) };
const theirs = startOn(stored(390, 1));
const save: SessionEvent = { is: 'save', evenUnchanged: false };
const halfRead = typeInto(month, typed('12万'), { code: 'civil', field: 'cumulative' }, '200');

const events = {
  'typed 400': type('400'),
  'typed 401': type('401'),
  'typed back': { is: 'type', typed: untouched },
  'typed what cannot be sent': { is: 'type', typed: typed('12万') },
  save,
  'save even unchanged': { is: 'save', evenUnchanged: true },
  saved,
  'saved later': savedLater,
  unanswered,
  refused,
  stale,
  unkept: { is: 'unkept' },
  receive,
  'receive the same': { is: 'receive', current: stored(400, 1) },
  'resolve with mine': { is: 'resolve', typed: typed('402'), theirs },
  'resolve with theirs': { is: 'resolve', typed: theirs.acknowledged, theirs },
  open: { is: 'open' },
  leave: { is: 'leave' },
} as const satisfies Readonly<Record<string, SessionEvent>>;

const follow = (from: DraftState, ...through: readonly SessionEvent[]): DraftState =>
  through.reduce((state, event) => transition(rules, state, event).state, from);

const unopened = startedSession(rules, startOn(submission()), 'key');
const opened = follow(unopened, events.open);
const waiting = follow(opened, type('400'));
const saving = follow(waiting, save);

const states = {
  unopened,
  'unopened, typed': follow(unopened, type('400')),
  idle: opened,
  'idle, saved': follow(saving, saved),
  'idle, part unsent': follow(opened, { is: 'type', typed: halfRead }, save, saved),
  waiting,
  saving,
  'saving, typed on': follow(saving, type('401')),
  'saving, let go': follow(saving, receive),
  'saving, resolved': follow(saving, receive, events['resolve with mine']),
  unanswered: follow(saving, unanswered),
  'unanswered thrice': follow(saving, unanswered, save, unanswered, save, unanswered),
  refused: follow(saving, refused),
  conflict: follow(saving, stale),
} as const satisfies Readonly<Record<string, DraftState>>;

/** An effect in a word or two; of a save its key, version and area. */
function wordOf(effect: SessionEffect): string {
  if (effect.is === 'schedule') return `schedule ${effect.milliseconds}`;
  if (effect.is !== 'send') return effect.is;
  const area = effect.body.figures['area'];
  return `send ${effect.key} on ${effect.version}: ${area !== undefined && 'cumulative' in area ? area.cumulative : '--'}`;
}

const table: readonly (readonly [keyof typeof states, keyof typeof events, string])[] = [
  ['unopened', 'open', 'idle → '],
  ['unopened', 'typed 400', 'waiting → keep, cancel'],
  ['unopened, typed', 'open', 'waiting → schedule 0'],

  ['idle', 'typed 400', 'waiting → keep, schedule 700'],
  ['idle', 'typed what cannot be sent', 'waiting → keep, schedule 700'],
  ['idle', 'typed back', 'waiting → forget, schedule 700'],
  ['idle', 'save', 'idle → cancel, forget'],
  ['idle', 'save even unchanged', 'saving → cancel, send key-1 on 0: --'],
  ['idle', 'receive', 'waiting → forget, schedule 0'],
  ['idle', 'leave', 'idle → cancel'],
  ['idle, saved', 'save even unchanged', 'idle → cancel, forget'],
  ['idle, saved', 'typed 401', 'waiting → keep, schedule 700'],
  ['idle, saved', 'receive', 'waiting → forget, schedule 0'],
  ['idle, part unsent', 'save', 'idle → cancel, keep'],
  ['idle, part unsent', 'receive', 'conflict → cancel'],

  ['waiting', 'typed 401', 'waiting → keep, schedule 700'],
  ['waiting', 'typed back', 'waiting → forget, schedule 700'],
  ['waiting', 'save', 'saving → cancel, send key-1 on 0: 400.00'],
  ['waiting', 'unkept', 'waiting → '],
  ['waiting', 'receive', 'conflict → cancel'],
  ['waiting', 'receive the same', 'waiting → forget, schedule 0'],
  ['waiting', 'leave', 'saving → cancel, send key-1 on 0: 400.00'],

  ['saving', 'typed 401', 'saving → keep'],
  ['saving', 'save', 'saving → cancel'],
  ['saving', 'save even unchanged', 'saving → cancel'],
  ['saving', 'saved', 'idle → forget'],
  ['saving', 'unanswered', 'unanswered → schedule 2000'],
  ['saving', 'refused', 'refused → '],
  ['saving', 'stale', 'conflict → cancel'],
  ['saving', 'receive', 'conflict → cancel'],
  ['saving', 'open', 'saving → '],
  ['saving', 'leave', 'saving → cancel'],
  ['saving, typed on', 'saved', 'saving → keep, send key-2 on 1: 401.00'],
  ['saving, typed on', 'stale', 'conflict → cancel'],
  ['saving, let go', 'saved', 'conflict → '],
  ['saving, let go', 'saved later', 'waiting → keep, schedule 0'],
  ['saving, let go', 'unanswered', 'conflict → '],
  ['saving, resolved', 'save', 'waiting → cancel'],
  ['saving, resolved', 'saved', 'saving → send key-2 on 1: 402.00'],
  ['saving, resolved', 'saved later', 'waiting → keep, schedule 0'],
  ['saving, resolved', 'refused', 'saving → send key-2 on 1: 402.00'],

  ['unanswered', 'typed 401', 'unanswered → keep'],
  ['unanswered', 'save', 'saving → cancel, send key-1 on 0: 400.00'],
  ['unanswered', 'receive', 'conflict → cancel'],
  ['unanswered', 'leave', 'unanswered → cancel'],
  ['unanswered', 'open', 'unanswered → schedule 0'],
  ['unanswered thrice', 'save', 'saving → cancel, send key-1 on 0: 400.00'],

  ['refused', 'typed 401', 'waiting → keep, schedule 700'],
  ['refused', 'save', 'saving → cancel, send key-2 on 0: 400.00'],
  ['refused', 'receive', 'conflict → cancel'],
  ['refused', 'leave', 'refused → cancel'],

  ['conflict', 'typed 401', 'conflict → keep'],
  ['conflict', 'save', 'conflict → cancel'],
  ['conflict', 'save even unchanged', 'conflict → cancel'],
  ['conflict', 'resolve with mine', 'waiting → keep, schedule 0'],
  ['conflict', 'resolve with theirs', 'waiting → forget, schedule 0'],
  ['conflict', 'leave', 'conflict → cancel'],
];

describe('a step of a draft session', () => {
  it.each(table)('%s, %s: %s', (state, event, expected) => {
    const step = transition(rules, states[state], events[event]);
    expect(`${step.state.phase} → ${step.effects.map(wordOf).join(', ')}`).toBe(expected);
  });

  it('is named in the table for every state', () => {
    expect(new Set(table.map(([state]) => state))).toEqual(new Set(Object.keys(states)));
    expect(new Set(table.map(([, event]) => event))).toEqual(new Set(Object.keys(events)));
  });

  it('changes no state that it is given', () => {
    const before = structuredClone(states);
    for (const state of Object.values(states)) {
      for (const event of Object.values(events)) transition(rules, state, event);
    }
    expect(states).toEqual(before);
  });

  it('waits twice as long after every try without an answer', () => {
    const again = transition(rules, follow(states['unanswered thrice'], save), unanswered);
    expect(again.effects).toEqual([{ is: 'schedule', milliseconds: 16_000 }]);
  });
});
