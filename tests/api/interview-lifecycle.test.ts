/** Who may move an interview itself, in every state: the layer below the endpoints. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as fc from 'fast-check';
import { interviewStates, type InterviewState } from '#api/interviews/contract.ts';
import {
  interviewCommands,
  interviewRefusal,
  maySee,
  stateAfter,
  type InterviewFacts,
  type Person,
} from '#api/interviews/lifecycle.ts';
import { readPolicyTable } from '#tests/support/policy-table.ts';

const wenzhou = '330300';

/** `–` is `not-allowed`, `state` is `illegal-transition`. */
const codes: Readonly<Record<string, string | null>> = { yes: null, '–': 'not-allowed', state: 'illegal-transition' };

const ofAnOfficial = `
  interview  edit   call   hold   close  cancel  acknowledge  state
  planned    yes    yes    state  state  yes     –            state
  called     yes    state  yes    state  yes     –            yes
  held       yes    state  state  yes    state   –            yes
  closed     state  state  state  state  state   –            state
  cancelled  state  state  state  state  state   –            state
`;

const ofACalledBureau = `
  interview  edit   call   hold   close  cancel  acknowledge  state
  planned    –      –      –      –      –       state        state
  called     –      –      –      –      –       yes          yes
  held       –      –      –      –      –       yes          yes
  closed     –      –      –      –      –       state        state
  cancelled  –      –      –      –      –       state        state
`;

const ofNobodyElse = `
  interview  edit   call   hold   close  cancel  acknowledge  state
  planned    –      –      –      –      –       –            –
  called     –      –      –      –      –       –            –
  held       –      –      –      –      –       –            –
  closed     –      –      –      –      –       –            –
  cancelled  –      –      –      –      –       –            –
`;

const people: readonly (readonly [who: string, person: Person, table: string])[] = [
  ['an official', { id: 'official', role: 'official', region: null }, ofAnOfficial],
  ['the bureau of a called city', { id: 'wenzhou', role: 'bureau', region: wenzhou }, ofACalledBureau],
  ['the bureau of another city', { id: 'huzhou', role: 'bureau', region: '330500' }, ofNobodyElse],
  ['leadership', { id: 'leader', role: 'leader', region: null }, ofNobodyElse],
  ['an administrator', { id: 'administrator', role: 'administrator', region: null }, ofNobodyElse],
];

const facts = (state: InterviewState, more: Partial<InterviewFacts> = {}): InterviewFacts => ({
  state,
  areas: [{ region: wenzhou, acknowledged: null }],
  open: 0,
  ...more,
});

const bureau: Person = { id: 'wenzhou', role: 'bureau', region: wenzhou };
const official: Person = { id: 'official', role: 'official', region: null };

describe('what may be done to an interview', () => {
  it('is written down for every state and every command', () => {
    const cells = readPolicyTable(ofAnOfficial);
    expect([...new Set(cells.map(({ row }) => row))]).toEqual([...interviewStates]);
    expect([...new Set(cells.map(({ column }) => column))]).toEqual([...interviewCommands]);
  });

  it.each(people)('by %s is what the table says', (_who, person, table) => {
    for (const { row, column, cell } of readPolicyTable(table)) {
      const state = z.enum(interviewStates).parse(row);
      const refusal = interviewRefusal(z.enum(interviewCommands).parse(column), facts(state), person);
      expect([row, column, refusal?.code ?? null]).toEqual([row, column, codes[cell]]);
    }
  });

  it('closes when every item is verified', () => {
    expect(interviewRefusal('close', facts('held', { open: 1 }), official)).toEqual({
      code: 'items-open',
      values: { items: 1 },
    });
  });

  it('signs once, and speaks for no other city', () => {
    const signed = facts('called', { areas: [{ region: wenzhou, acknowledged: {} }] });
    expect(interviewRefusal('acknowledge', signed, bureau)?.code).toBe('illegal-transition');
    expect(interviewRefusal('state', facts('held'), bureau, '330700')?.code).toBe('not-allowed');
  });

  it('never leaves the states that end it, whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...interviewCommands), { maxLength: 20 }), (commands) => {
        let state: InterviewState = 'planned';
        for (const command of commands) {
          const before = state;
          if (interviewRefusal(command, facts(state), official) === null) state = stateAfter(command, state);
          if (before === 'closed' || before === 'cancelled') expect(state).toBe(before);
          // It is held only after it was called, and closed only after it was held.
          if (state === 'held' && before !== 'held') expect(before).toBe('called');
          if (state === 'closed' && before !== 'closed') expect(before).toBe('held');
        }
      }),
    );
  });
});

const see = (person: Person, calledAt: string | null) =>
  maySee({ state: 'planned', areas: [{ region: wenzhou }], calledAt }, person);

describe('who may know of an interview', () => {
  const leader: Person = { id: 'leader', role: 'leader', region: null };

  it('is officials until the notice is sent, then leadership and the bureaus of its cities', () => {
    expect([see(official, null), see(bureau, null), see(leader, null)]).toEqual([true, false, false]);
    const sent = '2020-10-12T08:30:00.000Z';
    expect([see(official, sent), see(bureau, sent), see(leader, sent)]).toEqual([true, true, true]);
    expect(see({ ...bureau, region: '330500' }, sent)).toBe(false);
  });
});
