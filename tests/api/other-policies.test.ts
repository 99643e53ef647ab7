/** Who may move an item of a checklist, and who may set targets: the layer below the endpoints. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { itemStates } from '#api/interviews/contract.ts';
import { itemCommands, itemRefusal, isOverdue, saysEnough, stateAfter } from '#api/interviews/lifecycle.ts';
import { mayChange } from '#api/targets/lifecycle.ts';
import { readPolicyTable } from '#tests/support/policy-table.ts';

const wenzhou = '330300';

/** `–` is `not-allowed`, `state` is `illegal-transition`, `own` is `own-submission`. */
const codes: Readonly<Record<string, string | null>> = {
  yes: null,
  '–': 'not-allowed',
  state: 'illegal-transition',
  own: 'own-submission',
};

const ofTheBureau = `
  item      report  verify  return
  open      yes     –       –
  reported  state   –       –
  verified  state   –       –
  returned  yes     –       –
`;

const ofAnOfficial = `
  item      report  verify  return
  open      –       state   state
  reported  –       yes     yes
  verified  –       state   state
  returned  –       state   state
`;

const ofWhoReported = ofAnOfficial.replaceAll('yes', 'own');
const ofNobodyElse = ofTheBureau.replaceAll(/\b(?:yes|state)\b/g, '–');

type Person = Parameters<typeof itemRefusal>[2];
const people: readonly (readonly [who: string, person: Person, table: string])[] = [
  ['the city’s own bureau', { id: 'wenzhou', role: 'bureau', region: wenzhou }, ofTheBureau],
  ['an official', { id: 'official', role: 'official', region: null }, ofAnOfficial],
  ['an official who reported it', { id: 'wenzhou', role: 'official', region: null }, ofWhoReported],
  ['another city’s bureau', { id: 'lishui', role: 'bureau', region: '331100' }, ofNobodyElse],
  ['leadership', { id: 'leader', role: 'leader', region: null }, ofNobodyElse],
  ['leadership with a city', { id: 'leader', role: 'leader', region: wenzhou }, ofNobodyElse],
  ['an administrator', { id: 'administrator', role: 'administrator', region: null }, ofNobodyElse],
  ['an administrator with a city', { id: 'administrator', role: 'administrator', region: wenzhou }, ofNobodyElse],
];

const late = (state: (typeof itemStates)[number], day: string) => isOverdue({ state, dueOn: '2020-10-31' }, day);

describe('what may be done to an item of a checklist', () => {
  it('is written down for every state and every command', () => {
    const cells = readPolicyTable(ofTheBureau);
    expect([...new Set(cells.map(({ row }) => row))]).toEqual([...itemStates]);
    expect([...new Set(cells.map(({ column }) => column))]).toEqual([...itemCommands]);
  });

  it.each(people)('by %s is what the table says', (_who, person, table) => {
    for (const { row, column, cell } of readPolicyTable(table)) {
      const item = { region: wenzhou, state: z.enum(itemStates).parse(row), reportedBy: 'wenzhou' };
      const refusal = itemRefusal(z.enum(itemCommands).parse(column), item, person);
      expect([row, column, refusal?.code ?? null]).toEqual([row, column, codes[cell]]);
    }
  });

  it('names the state that stands in the way', () => {
    const bureau = { id: 'wenzhou', role: 'bureau', region: wenzhou } as const;
    const stateOf = (state: (typeof itemStates)[number]) =>
      itemRefusal('report', { region: wenzhou, state, reportedBy: 'wenzhou' }, bureau)?.values['state'];
    expect(stateOf('reported')).toEqual({ zh: '已报待核', en: 'reported' });
    expect(stateOf('verified')).toEqual({ zh: '已销号', en: 'verified' });
    const official = { id: 'official', role: 'official', region: null } as const;
    const early = (state: (typeof itemStates)[number]) =>
      itemRefusal('verify', { region: wenzhou, state, reportedBy: null }, official)?.values['state'];
    expect(early('open')).toEqual({ zh: '未报', en: 'open' });
    expect(early('returned')).toEqual({ zh: '已退回', en: 'returned' });
  });

  it('leads each command to one state', () => {
    expect(stateAfter).toEqual({ report: 'reported', verify: 'verified', return: 'returned' });
  });

  it('needs five characters to report or to return, and none to verify', () => {
    for (const command of ['report', 'return'] as const) {
      expect([
        saysEnough(command, '已完成四'),
        saysEnough(command, '  已完成四  '),
        saysEnough(command, '已完成四项'),
      ]).toEqual([false, false, true]);
    }
    expect(saysEnough('verify', '')).toBe(true);
  });

  it('is late from the day after its own until it is verified', () => {
    expect(late('open', '2020-10-31')).toBe(false);
    for (const state of ['open', 'reported', 'returned'] as const) expect(late(state, '2020-11-01')).toBe(true);
    expect(late('verified', '2020-11-01')).toBe(false);
  });
});

describe('targets', () => {
  it('are set by officials alone', () => {
    const may = (['official', 'bureau', 'leader', 'administrator'] as const).filter((role) => mayChange({ role }));
    expect(may).toEqual(['official']);
  });
});
