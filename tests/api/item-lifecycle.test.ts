/** What may be done to an item of a checklist, and what its history comes to: the layer below the endpoints. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { itemStates, type ItemState } from '#api/interviews/contract.ts';
import {
  afterEvent,
  dataMove,
  isOverdue,
  itemCommands,
  itemRefusal,
  newItem,
  saysEnough,
  standingOf,
  type ItemEvent,
  type ItemFacts,
} from '#api/interviews/item-lifecycle.ts';
import { readPolicyTable } from '#tests/support/policy-table.ts';

const wenzhou = '330300';
const now = new Date('2020-10-19T01:00:00.000Z');

/** `–` is `not-allowed`, `state` is `illegal-transition`, `own` is `own-submission`. */
const codes: Readonly<Record<string, string | null>> = {
  yes: null,
  '–': 'not-allowed',
  state: 'illegal-transition',
  own: 'own-submission',
};

/** No extension is asked for, nothing can be taken back, and what is verified was verified by a person. */
const ofTheBureau = `
  item      report  verify  return  undo   ask    grant  refuse  extend  assign  overrule
  open      yes     –       –       –      yes    –      –       –       yes     –
  reported  state   –       –       –      yes    –      –       –       yes     –
  verified  state   –       –       –      state  –      –       –       state   –
  returned  yes     –       –       –      yes    –      –       –       yes     –
`;

const ofAnOfficial = `
  item      report  verify  return  undo   ask    grant  refuse  extend  assign  overrule
  open      yes     state   state   state  –      state  state   yes     yes     state
  reported  state   yes     yes     state  –      state  state   yes     yes     state
  verified  state   state   state   state  –      state  state   state   state   state
  returned  yes     state   state   state  –      state  state   yes     yes     state
`;

const ofWhoReported = ofAnOfficial.replace('reported  state   yes     yes ', 'reported  state   own     own ');
const ofNobodyElse = ofTheBureau.replaceAll(/\b(?:yes|state)\b/g, '–');

type Person = Parameters<typeof itemRefusal>[2];
const people: readonly (readonly [who: string, person: Person, table: string])[] = [
  ['the city’s own bureau', { id: 'wenzhou', role: 'bureau', region: wenzhou }, ofTheBureau],
  ['an official', { id: 'official', role: 'official', region: null }, ofAnOfficial],
  ['an official who reported it', { id: 'reporter', role: 'official', region: null }, ofWhoReported],
  ['another city’s bureau', { id: 'lishui', role: 'bureau', region: '331100' }, ofNobodyElse],
  ['leadership', { id: 'leader', role: 'leader', region: null }, ofNobodyElse],
  ['leadership with a city', { id: 'leader', role: 'leader', region: wenzhou }, ofNobodyElse],
  ['an administrator', { id: 'administrator', role: 'administrator', region: null }, ofNobodyElse],
  ['an administrator with a city', { id: 'administrator', role: 'administrator', region: wenzhou }, ofNobodyElse],
];

const facts = (state: ItemState, more: Partial<ItemFacts> = {}): ItemFacts => ({
  ...newItem,
  state,
  reportedBy: 'reporter',
  closedBy: state === 'verified' ? 'person' : null,
  region: wenzhou,
  interview: 'held',
  ...more,
});

const official: Person = { id: 'official', role: 'official', region: null };
const codeOf = (command: (typeof itemCommands)[number], item: ItemFacts, person = official, at = now) =>
  itemRefusal(command, item, person, at)?.code ?? null;

const late = (state: ItemState, day: string) => isOverdue({ state, dueOn: '2020-10-31' }, day);

describe('what may be done to an item of a checklist', () => {
  it('is written down for every state and every command', () => {
    const cells = readPolicyTable(ofTheBureau);
    expect([...new Set(cells.map(({ row }) => row))]).toEqual([...itemStates]);
    expect([...new Set(cells.map(({ column }) => column))]).toEqual([...itemCommands]);
  });

  it.each(people)('by %s is what the table says', (_who, person, table) => {
    for (const { row, column, cell } of readPolicyTable(table)) {
      const refusal = codeOf(z.enum(itemCommands).parse(column), facts(z.enum(itemStates).parse(row)), person);
      expect([row, column, refusal]).toEqual([row, column, codes[cell]]);
    }
  });

  it('is nothing at all before the meeting and after its close', () => {
    for (const interview of ['planned', 'called', 'closed', 'cancelled'] as const) {
      expect(codeOf('extend', facts('open', { interview }))).toBe('illegal-transition');
    }
  });

  it('is one decision on one extension that was asked for', () => {
    const asked = { dueOn: '2020-11-30', reason: '资料未齐' };
    const bureau: Person = { id: 'wenzhou', role: 'bureau', region: wenzhou };
    expect(codeOf('grant', facts('open', { asked }))).toBeNull();
    expect(codeOf('refuse', facts('returned', { asked }))).toBeNull();
    expect(codeOf('ask', facts('open', { asked }), bureau)).toBe('illegal-transition');
  });

  it('is overruled where the data closed it, and by them alone', () => {
    expect(codeOf('overrule', facts('verified', { closedBy: 'data' }))).toBeNull();
    expect(codeOf('overrule', facts('verified', { closedBy: 'person' }))).toBe('illegal-transition');
  });

  it('is taken back within ten seconds, by the one who did it', () => {
    const undoable = { by: 'official', at: now.toISOString(), before: { ...newItem, state: 'reported' as const } };
    const item = facts('verified', { undoable });
    const after = (ms: number) => new Date(now.getTime() + ms);
    expect(codeOf('undo', item, official, after(10_000))).toBeNull();
    expect(codeOf('undo', item, official, after(10_001))).toBe('too-late-to-undo');
    expect(codeOf('undo', item, { ...official, id: 'another' }, now)).toBe('not-allowed');
  });

  it('names the state that stands in the way', () => {
    const stateOf = (state: ItemState) => itemRefusal('verify', facts(state), official, now)?.values['state'];
    expect(stateOf('open')).toEqual({ zh: '未报', en: 'open' });
    expect(stateOf('returned')).toEqual({ zh: '已退回', en: 'returned' });
    expect(stateOf('verified')).toEqual({ zh: '已销号', en: 'verified' });
    expect(itemRefusal('report', facts('reported'), official, now)?.values['state']).toEqual({
      zh: '已报待核',
      en: 'reported',
    });
  });

  it('needs five characters to be reported, returned or extended, and to be verified against the data', () => {
    for (const command of ['report', 'return', 'ask', 'extend', 'refuse', 'overrule'] as const) {
      const said = ['已完成四', '  已完成四  ', '已完成四项'].map((note) => saysEnough(command, note));
      expect(said).toEqual([false, false, true]);
    }
    expect([
      saysEnough('verify', ''),
      saysEnough('verify', '', true),
      saysEnough('verify', '已核对台账', true),
    ]).toEqual([true, false, true]);
    for (const command of ['undo', 'assign', 'grant'] as const) expect(saysEnough(command, '')).toBe(true);
  });

  it('is late from the day after its own until it is verified', () => {
    expect(late('open', '2020-10-31')).toBe(false);
    for (const state of ['open', 'reported', 'returned'] as const) expect(late(state, '2020-11-01')).toBe(true);
    expect(late('verified', '2020-11-01')).toBe(false);
  });
});

const event = (action: ItemEvent['action'], more: Partial<ItemEvent> = {}): ItemEvent => ({
  action,
  actor: 'someone',
  at: now.toISOString(),
  note: '说明情况',
  detail: null,
  ...more,
});

describe('the history of an item', () => {
  it('comes to its state, its reporter and who closed it', () => {
    const reported = standingOf([event('report', { actor: 'wenzhou' })]);
    expect(reported).toMatchObject({ state: 'reported', reportedBy: 'wenzhou', closedBy: null });
    const verified = afterEvent(reported, event('verify', { actor: 'official' }));
    expect(verified).toMatchObject({ state: 'verified', closedBy: 'person', overruled: true });
    expect(afterEvent(reported, event('return'))).toMatchObject({ state: 'returned', reportedBy: 'wenzhou' });
    expect(afterEvent(verified, event('undo', { actor: 'official' }))).toEqual(reported);
  });

  it('keeps what is asked for until somebody decides, and the newest person in charge', () => {
    const asked = standingOf([event('ask', { detail: { dueOn: { from: '2020-10-30', to: '2020-11-30' } } })]);
    expect(asked.asked).toEqual({ dueOn: '2020-11-30', reason: '说明情况' });
    for (const action of ['grant', 'refuse', 'extend', 'verify'] as const) {
      expect(afterEvent(asked, event(action)).asked).toBeNull();
    }
    const assigned = afterEvent(asked, event('assign', { detail: { person: { from: '', to: '张三' } } }));
    expect(assigned).toMatchObject({ person: '张三', asked: asked.asked });
  });
});

const verdicts = fc.array(fc.constantFrom('holds' as const, 'fails' as const, 'unknown' as const), { maxLength: 12 });

describe('what the data do', () => {
  it('closes and reopens by them alone: the state follows the last verdict that said anything', () => {
    fc.assert(
      fc.property(
        verdicts,
        fc.constantFrom('open' as const, 'reported' as const, 'returned' as const),
        (said, before) => {
          let item = { ...newItem, state: before as ItemState };
          for (const verdict of said) {
            const action = dataMove(item, { verdict });
            // What was done once is not done twice.
            if (action !== null) item = afterEvent(item, event(action, { actor: null })) as typeof item;
            expect(dataMove(item, { verdict })).toBeNull();
          }
          const last = said.findLast((verdict) => verdict !== 'unknown');
          expect(item.state).toBe(last === 'holds' ? 'verified' : before);
          expect(item.closedBy).toBe(last === 'holds' ? 'data' : null);
        },
      ),
    );
  });

  it('leaves an item alone that a person has decided on', () => {
    const closed = afterEvent(newItem, event('close'));
    const overruled = afterEvent(closed, event('overrule'));
    expect(overruled).toMatchObject({ state: 'open', overruled: true });
    expect(dataMove(overruled, { verdict: 'holds' })).toBeNull();
    const byPerson = standingOf([event('report'), event('verify')]);
    expect(dataMove(byPerson, { verdict: 'fails' })).toBeNull();
  });
});
