/** Rules that the office writes itself: tried on the months at hand, put in force from a month on, never backwards. */
import { describe, expect, it } from 'vitest';
import { presets } from '#api/measures/rule.ts';
import type { Rule } from '#api/measures/vocabulary.ts';
import type { RuleReplay } from '#api/replays/contract.ts';
import type { RuleDetail } from '#api/rules/contract.ts';
import type { Overview } from '#api/standings/contract.ts';
import { raiseRevision } from '#db/revisions.ts';
import { insertRule, listRules } from '#db/rules.ts';
import { demoApp, type Caller } from '#tests/support/app.ts';
import { basedOn, once, storedState } from '#tests/support/reporting.ts';

const rule = {
  id: 'points',
  name: { zh: '按百分点', en: 'By points' },
  conditions: presets.points,
  source: { zh: '银川2025年做法', en: 'Yinchuan’s practice of 2025' },
  effectiveYear: 2020,
  effectiveMonth: 11,
  reason: '年底冲刺期改按百分点判定',
};
const year = { from: { year: 2020, month: 1 }, to: { year: 2020, month: 12 } };

const overviewOf = async (caller: Caller, month: number): Promise<Overview> =>
  (await caller.get(`/api/overview?year=2020&month=${month}`)).json<Overview>();
const replayed = async (caller: Caller, conditions: Rule['conditions'], period = year): Promise<RuleReplay> => {
  const reply = await caller.post('/api/rules/replay', { conditions, ...period });
  expect(reply.statusCode).toBe(200);
  return reply.json<RuleReplay>();
};
const levelsIn = ({ regions }: Overview) =>
  regions.flatMap(({ region, level, indicators }): [string, string][] => [
    [`${region} city`, level],
    ...indicators.map((one): [string, string] => [`${region} ${one.indicator}`, one.level]),
  ]);

describe('the replay of a rule', () => {
  it('changes nothing where the rule is the one in force, and counts the cities as the overview does', async () => {
    const official = await (await demoApp()).signedInAs('official');
    const { months, flips, flipCount } = await replayed(official, presets['three-measures']);
    expect([flips, flipCount]).toEqual([[], { cities: 0, indicators: 0 }]);
    // Nine whole months, and October with what has come of it.
    expect(months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const { regions } = await overviewOf(official, 9);
    const september = months.find(({ month }) => month === 9);
    for (const level of ['achieved', 'on-pace', 'watch', 'behind'] as const)
      expect(september?.before[level]).toBe(regions.filter((one) => one.level === level).length);
    expect(september?.after).toEqual(september?.before);
  });

  it('says by name whose level another rule would have made another one', async () => {
    const official = await (await demoApp()).signedInAs('official');
    const { flips } = await replayed(official, presets.points, {
      from: { year: 2020, month: 9 },
      to: { year: 2020, month: 9 },
    });
    // Wenzhou lies 14.95 points below the pace of its area: behind by three measures, watch by Yinchuan's points.
    expect(flips).toContainEqual({
      region: '330300',
      indicator: 'prefab-area',
      year: 2020,
      month: 9,
      before: 'behind',
      after: 'watch',
    });
    const { regions } = await overviewOf(official, 9);
    for (const { region, indicators } of regions)
      for (const { indicator, level, completion, gapPoints } of indicators) {
        if (completion === null || gapPoints === null) continue;
        const [value, behind, watch] = indicator === 'prefab-share' ? [completion, 0.7, 0.9] : [gapPoints, -30, -10];
        const by = completion >= 1 ? 'achieved' : value < behind ? 'behind' : value < watch ? 'watch' : 'on-pace';
        const flip = flips.find((one) => one.region === region && one.indicator === indicator);
        expect([region, indicator, flip?.after ?? level]).toEqual([region, indicator, by]);
      }
  });

  it('says of a month what would be said were the rule in force, peers and last year included', async () => {
    const { database, signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const would = new Map<number, Map<string, string>>();
    for (const month of [5, 9, 10]) {
      const period = { from: { year: 2020, month }, to: { year: 2020, month } };
      const { flips, flipCount } = await replayed(official, presets.average, period);
      expect(flips).toHaveLength(flipCount.cities + flipCount.indicators);
      const levels = new Map(levelsIn(await overviewOf(official, month)));
      for (const { region, indicator, after } of flips) levels.set([region, indicator ?? 'city'].join(' '), after);
      would.set(month, levels);
    }
    const [before] = await listRules(database.reader);
    if (before === undefined) throw new Error('no rule');
    // As nobody can by a request: in force in months that were judged.
    const rows = { ...before, id: 'average', conditions: presets.average, createdAt: '2030-01-01T00:00:00Z' };
    await database.write(async (tx) => {
      await insertRule(tx, rows);
      await raiseRevision(tx);
    });
    for (const [month, levels] of would) expect(levels).toEqual(new Map(levelsIn(await overviewOf(official, month))));
  });

  it('is for officials alone, and refuses what is no rule or too long', async () => {
    const { signedInAs } = await demoApp();
    const body = { conditions: presets.points, ...year };
    for (const role of ['bureau', 'leader', 'administrator'] as const)
      expect((await (await signedInAs(role)).post('/api/rules/replay', body)).statusCode).toBe(403);
    const official = await signedInAs('official');
    const praised = {
      ...presets.points,
      flow: { ...presets.points.flow, watch: { measure: 'completion', operator: 'above', number: 1 } },
    };
    const refused = await official.post('/api/rules/replay', { ...year, conditions: praised });
    expect(refused.json()).toMatchObject({
      code: 'rule-condition',
      errors: [{ pointer: '/conditions/flow/watch/operator' }],
    });
    const strange = { ...presets.points, weather: presets.points.flow };
    expect((await official.post('/api/rules/replay', { ...year, conditions: strange })).statusCode).toBe(422);
  });
});

describe('putting a rule in force', () => {
  it('begins with its month: what was judged stays, the list says whose it is and why', async () => {
    const { clock, signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const before = await overviewOf(official, 9);
    const reply = await official.post('/api/rules', rule, once(1, 'rule-1'));
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({ id: 'points', version: 1, author: 'official', reason: rule.reason });
    expect((await official.post('/api/rules', rule, once(1, 'rule-1'))).json()).toEqual(reply.json());
    const after = await overviewOf(official, 9);
    expect({ ...after, revision: 0 }).toEqual({ ...before, revision: 0 });
    clock.set('2020-11-20T01:00:00Z');
    const november = await overviewOf(await signedInAs('official'), 11);
    expect(november.rule).toMatchObject({ id: 'points', version: 1 });
    const list = (await (await signedInAs('leader')).get('/api/rules')).json<RuleDetail[]>();
    expect(list.map(({ id, version, effectiveMonth }) => [id, version, effectiveMonth])).toEqual([
      ['points', 1, 11],
      ['three-measures', 1, expect.any(Number)],
    ]);
  });

  it('takes a planned rule back by a further one from the same month', async () => {
    const { clock, signedInAs } = await demoApp();
    const official = await signedInAs('official');
    await official.post('/api/rules', rule, once(1, 'rule-1'));
    const back = { ...rule, id: 'three-measures', conditions: presets['three-measures'], reason: '暂缓调整判定规则' };
    clock.advance(5);
    expect((await official.post('/api/rules', back, once(2, 'rule-2'))).json()).toMatchObject({ version: 2 });
    clock.set('2020-11-20T01:00:00Z');
    expect((await overviewOf(await signedInAs('official'), 11)).rule).toMatchObject({
      id: 'three-measures',
      version: 2,
    });
  });

  it.each([
    ['a month that something accepted was judged in', { effectiveMonth: 10 }, 'rule-month-judged', '/effectiveMonth'],
    ['a year that is over', { effectiveYear: 2019, effectiveMonth: 12 }, 'rule-month-judged', '/effectiveMonth'],
    ['no reason', { reason: '改' }, 'reason-required', '/reason'],
    ['no name', { name: { zh: ' ', en: 'By points' } }, 'field-missing', '/name/zh'],
    ['no conditions', { conditions: { flow: presets.points.flow } }, 'rule-condition', '/conditions/ratio'],
  ])('refuses %s, and keeps nothing', async (_what, wrong, code, pointer) => {
    const { database, signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const before = await storedState(database);
    const reply = await official.post('/api/rules', { ...rule, ...wrong }, once(1, 'rule-1'));
    expect([reply.statusCode, reply.json()]).toMatchObject([422, { code, errors: [{ pointer }] }]);
    expect(await storedState(database)).toEqual(before);
  });

  it('refuses who did not see the newest list, and everybody but officials', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    await official.post('/api/rules', rule, once(1, 'rule-1'));
    const late = await official.post('/api/rules', { ...rule, effectiveMonth: 12 }, once(1, 'rule-2'));
    expect([late.statusCode, late.json()]).toMatchObject([409, { code: 'stale-version' }]);
    for (const role of ['bureau', 'leader', 'administrator'] as const)
      expect((await (await signedInAs(role)).post('/api/rules', rule, basedOn(2))).statusCode).toBe(403);
  });
});
