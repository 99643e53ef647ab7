/** Who may do what to a month in which state: the layer below the endpoints, which decides for every caller alike. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  refusalOf,
  submissionCommands,
  type Reporter,
  type SubmissionCommand,
  type StoredState,
} from '#api/submissions/lifecycle.ts';
import { readPolicyTable } from '#tests/support/policy-table.ts';

const lishui = '331100';
const today = '2020-10-19';

const version = (number: number, state: StoredState['state'], more: Partial<StoredState> = {}): StoredState => ({
  number,
  state,
  kind: 'submission',
  asOf: '2020-10-10',
  submittedBy: state === 'draft' ? null : 'lishui',
  load: null,
  ...more,
});

const correction = (number: number, state: StoredState['state']) => version(number, state, { kind: 'correction' });

/** October of Lishui in each of its states, on 19 October; “as of today” leaves no later day to report. */
const months: Readonly<Record<string, readonly StoredState[]>> = {
  'not reported': [],
  draft: [version(1, 'draft')],
  submitted: [version(1, 'submitted')],
  returned: [version(1, 'returned')],
  'draft after a return': [version(1, 'returned'), version(2, 'draft')],
  resubmitted: [version(2, 'submitted'), version(1, 'returned')],
  accepted: [version(1, 'accepted')],
  'accepted as of today': [version(1, 'accepted', { asOf: today })],
  'draft after taking back': [version(2, 'draft'), version(1, 'withdrawn', { submittedBy: 'lishui' })],
  'draft after acceptance': [version(2, 'draft', { asOf: '2020-10-15' }), version(1, 'accepted')],
  'submitted after acceptance': [version(2, 'submitted', { asOf: '2020-10-15' }), version(1, 'accepted')],
  'returned after acceptance': [version(1, 'accepted'), version(2, 'returned', { asOf: '2020-10-15' })],
  'correction submitted': [version(1, 'accepted'), correction(2, 'submitted')],
  'correction returned': [version(1, 'accepted'), correction(2, 'returned')],
  'correction accepted': [version(1, 'accepted'), correction(2, 'accepted')],
};

/** `–` is `not-allowed`, whatever the state; `state` is `illegal-transition`; `newer` is `as-of-not-newer`. */
const codes: Readonly<Record<string, string | null>> = {
  yes: null,
  may: null,
  '–': 'not-allowed',
  state: 'illegal-transition',
  newer: 'as-of-not-newer',
  own: 'own-submission',
};

const ofTheBureau = `
  month                       save   submit  withdraw  accept  return  correct  revoke

  not reported                yes    state   state     –       –       state  –
  draft                       yes    yes     state     –       –       state  –
  submitted                   state  state   yes       –       –       state  –
  returned                    yes    state   state     –       –       state  –
  draft after a return        yes    yes     state     –       –       state  –
  resubmitted                 state  state   yes       –       –       state  –
  accepted                    yes    state   state     –       –       yes  –
  accepted as of today        newer  state   state     –       –       yes  –
  draft after taking back     yes    yes     state     –       –       state  –
  draft after acceptance      yes    yes     state     –       –       state  –
  submitted after acceptance  state  state   yes       –       –       state  –
  returned after acceptance   yes    state   state     –       –       yes  –
  correction submitted        state  state   state     –       –       state  –
  correction returned         yes    state   state     –       –       yes  –
  correction accepted         yes    state   state     –       –       yes  –
`;

const ofAnOfficial = `
  month                       save   submit  withdraw  accept  return  correct  revoke

  not reported                –      –       –         state   state   –  state
  draft                       –      –       –         state   state   –  state
  submitted                   –      –       –         yes     yes     –  state
  returned                    –      –       –         state   state   –  state
  draft after a return        –      –       –         state   state   –  state
  resubmitted                 –      –       –         yes     yes     –  state
  accepted                    –      –       –         state   state   –  may
  accepted as of today        –      –       –         state   state   –  may
  draft after taking back     –      –       –         state   state   –  state
  draft after acceptance      –      –       –         state   state   –  may
  submitted after acceptance  –      –       –         yes     yes     –  state
  returned after acceptance   –      –       –         state   state   –  state
  correction submitted        –      –       –         yes     yes     –  state
  correction returned         –      –       –         state   state   –  state
  correction accepted         –      –       –         state   state   –  may
`;

/** What an official finds who sent the newest version when they were of the bureau; an acceptance is somebody else's. */
const ofWhoSubmitted = ofAnOfficial.replaceAll('yes', 'own');

/** Nobody else may do anything, whatever the state: it is not even looked at. */
const ofNobodyElse = ofTheBureau.replaceAll(/\b(?:yes|state|newer)\b/g, '–');

const people: readonly (readonly [who: string, person: Reporter, table: string])[] = [
  ['the city’s own bureau', { id: 'lishui', role: 'bureau', region: lishui }, ofTheBureau],
  ['an official', { id: 'official', role: 'official', region: null }, ofAnOfficial],
  ['an official who submitted it', { id: 'lishui', role: 'official', region: null }, ofWhoSubmitted],
  ['another city’s bureau', { id: 'wenzhou', role: 'bureau', region: '330300' }, ofNobodyElse],
  ['a bureau without a city', { id: 'nowhere', role: 'bureau', region: null }, ofNobodyElse],
  ['leadership', { id: 'leader', role: 'leader', region: null }, ofNobodyElse],
  ['leadership with a city', { id: 'leader', role: 'leader', region: lishui }, ofNobodyElse],
  ['an administrator', { id: 'administrator', role: 'administrator', region: null }, ofNobodyElse],
  ['an administrator with a city', { id: 'administrator', role: 'administrator', region: lishui }, ofNobodyElse],
];

const commandOf = (column: string): SubmissionCommand => z.enum(submissionCommands).parse(column);

describe('what may be done to a month', () => {
  it('is written down for every state and every command', () => {
    const cells = readPolicyTable(ofTheBureau);
    expect([...new Set(cells.map(({ row }) => row))]).toEqual(Object.keys(months));
    expect([...new Set(cells.map(({ column }) => column))]).toEqual([...submissionCommands]);
  });

  it.each(people)('by %s is what the table says', (_who, person, table) => {
    const window = { earliest: '2020-10-01', latest: today, usual: today } as const;
    const open = { window, deadline: { closesOn: null }, today };
    for (const { row, column, cell } of readPolicyTable(table)) {
      const refusal = refusalOf(commandOf(column), { region: lishui, versions: months[row] ?? [], ...open }, person);
      expect([row, column, refusal?.code ?? null]).toEqual([row, column, codes[cell]]);
    }
  });

  it('names the state as the caller sees it: a draft is the bureau’s own affair', () => {
    const window = { earliest: '2020-10-01', latest: today, usual: today } as const;
    const open = { window, deadline: { closesOn: null }, today };
    const stateFor = (row: string, command: SubmissionCommand, person: Reporter) =>
      refusalOf(command, { region: lishui, versions: months[row] ?? [], ...open }, person)?.values['state'];
    const bureau = { id: 'lishui', role: 'bureau', region: lishui } as const;
    const official = { id: 'official', role: 'official', region: null } as const;
    expect(stateFor('not reported', 'submit', bureau)).toEqual({ zh: '未报', en: 'not reported' });
    expect(stateFor('draft', 'correct', bureau)).toEqual({ zh: '草稿', en: 'draft' });
    expect(stateFor('draft', 'accept', official)).toEqual({ zh: '未报', en: 'not reported' });
    expect(stateFor('draft after a return', 'accept', official)).toEqual({ zh: '已退回', en: 'returned' });
    expect(stateFor('draft after acceptance', 'return', official)).toEqual({ zh: '已通过', en: 'accepted' });
    expect(stateFor('submitted', 'save', bureau)).toEqual({ zh: '已报送', en: 'submitted' });
    expect(stateFor('resubmitted', 'save', bureau)).toEqual({ zh: '复报待审', en: 'resubmitted' });
  });
});
