/** First-quarter plans from the bureau's draft to the department's decision, and who sees which of it. */
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { listInbox } from '#api/inbox/contract.ts';
import type { OpeningReply, Openings } from '#api/openings/contract.ts';
import { auditEvents, openingVersions } from '#db/schema.ts';
import { verifySeals } from '#db/verification.ts';
import type { SignedInCaller } from '#tests/support/app.ts';
import { office, type Office } from '#tests/support/meetings.ts';
import { basedOn, hangzhou, lishui, once } from '#tests/support/reporting.ts';

const plan = {
  goals: ['一季度新开工装配式建筑 20 万㎡'],
  nodes: [{ day: '2021-02-26', text: '完成施工图审查' }],
  projects: [
    { name: '城北安置房', kind: 'both', area: '8.1234', startsOn: '2021-01-15' },
    { name: '中心小学', kind: 'prefabricated', area: 2, startsOn: '2021-03-31' },
  ],
};
const address = `/api/openings/2021/${lishui}`;

async function written(at: Office) {
  const bureau = await at.signedInAs('bureau', lishui);
  const response = await bureau.put(address, plan, basedOn(0));
  return { bureau, response };
}

describe('a first-quarter plan', () => {
  it('is written, sent, returned, written anew and accepted; every version is kept and sealed', async () => {
    const at = await office();
    const { bureau, response } = await written(at);
    expect(response.json<OpeningReply>()).toMatchObject({
      state: 'draft',
      version: 1,
      projects: [{ area: 8.1234 }, { area: 2 }],
      can: { save: true, submit: true, decide: false },
    });
    const sent = await bureau.post(`${address}/submit`, {}, once(1, 'send'));
    expect(sent.json()).toMatchObject({ state: 'submitted', can: { save: false, submit: false } });
    expect((await bureau.put(address, plan, basedOn(2))).json()).toMatchObject({ code: 'illegal-transition' });
    const bare = await at.official.post(`${address}/decide`, { accept: false, reason: '' }, basedOn(2));
    expect(bare.json()).toMatchObject({ code: 'reason-required' });
    const returned = { accept: false, reason: '请补充住宅全装修项目' };
    expect((await at.official.post(`${address}/decide`, returned, basedOn(2))).json()).toMatchObject({
      state: 'returned',
      reason: returned.reason,
    });
    await bureau.put(address, { ...plan, goals: ['目标二', '目标三'] }, basedOn(3));
    await bureau.post(`${address}/submit`, {}, basedOn(4));
    const accepted = await at.official.post(`${address}/decide`, { accept: true, reason: '' }, basedOn(5));
    expect(accepted.json<OpeningReply>()).toMatchObject({ state: 'accepted', version: 6, goals: ['目标二', '目标三'] });
    const own = (await bureau.get(address)).json<OpeningReply>();
    expect(own.history.map(({ action }) => action)).toEqual(['accept', 'submit', 'save', 'return', 'submit', 'save']);
    const rows = await at.database.reader.select().from(openingVersions);
    expect(rows[0]?.plan.projects.map(({ area }) => area)).toEqual([81_234, 20_000]);
    expect((await verifySeals(at.database.reader)).findings).toEqual([]);
    const trail = (await at.database.reader.select().from(auditEvents)).map(({ action }) => action);
    expect(trail).toEqual(
      expect.arrayContaining(['opening.save', 'opening.submit', 'opening.return', 'opening.accept']),
    );
  });

  it('is altered behind the program’s back and found', async () => {
    const at = await office();
    await written(at);
    await at.database.write((tx) => tx.update(openingVersions).set({ reason: 'other' }));
    expect((await verifySeals(at.database.reader)).findings).toMatchObject([
      { kind: 'altered', subject: `opening_version:${lishui}@2021@1` },
    ]);
  });

  it('takes days of its quarter and areas that are figures alone, and names each that is wrong', async () => {
    const at = await office();
    const bureau = await at.signedInAs('bureau', lishui);
    const wrong = {
      ...plan,
      nodes: [{ day: '2021-04-01', text: '太晚' }],
      projects: [{ name: '甲', kind: 'decorated', area: '1e3', startsOn: '2020-12-31' }],
    };
    const errors = (await bureau.put(address, wrong, basedOn(0))).json().errors;
    expect(errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`)).toEqual([
      '/nodes/0/day day-outside-quarter',
      '/projects/0/startsOn day-outside-quarter',
      '/projects/0/area figure-notation',
    ]);
    const eleven = { ...plan, goals: Array.from({ length: 11 }, (_, index) => `目标 ${index}`) };
    expect((await bureau.put(address, eleven, basedOn(0))).statusCode).toBe(422);
  });

  it('is not sent before it is whole, nor over another’s version', async () => {
    const at = await office();
    const bureau = await at.signedInAs('bureau', lishui);
    await bureau.put(address, { ...plan, projects: [] }, basedOn(0));
    expect((await bureau.post(`${address}/submit`, {}, basedOn(1))).json()).toMatchObject({
      code: 'opening-incomplete',
    });
    const stale = await bureau.put(address, plan, basedOn(0));
    expect(stale.json()).toMatchObject({ code: 'stale-version', current: { version: 1, projects: [] } });
    expect((await bureau.put(address, plan)).json()).toMatchObject({ code: 'version-required' });
  });
});

const told = async (caller: SignedInCaller) =>
  (await caller.get('/api/inbox'))
    .json<z.infer<typeof listInbox.reply>>()
    .notices.map(({ text, opening }) => [text.zh, opening]);

describe('who is told of a plan', () => {
  const plan2021 = { year: 2021, region: lishui };

  it('is the bureau where it is asked for, returned and accepted, and the department where it is sent', async () => {
    const at = await office();
    const ask = () => at.official.post(`${address}/ask`, {});
    expect((await ask()).json()).toEqual({ told: 1 });
    await ask();
    const { bureau } = await written(at);
    // A draft is nobody's news: to ask again is still right.
    expect((await at.official.get(address)).json<OpeningReply>().can).toMatchObject({ ask: true, decide: false });
    await bureau.post(`${address}/submit`, {}, basedOn(1));
    expect((await ask()).json()).toMatchObject({ code: 'illegal-transition' });
    at.clock.advance(1);
    await at.official.post(`${address}/decide`, { accept: false, reason: '请补充节点' }, basedOn(2));
    at.clock.advance(1);
    await bureau.put(address, plan, basedOn(3));
    await bureau.post(`${address}/submit`, {}, basedOn(4));
    await at.official.post(`${address}/decide`, { accept: true, reason: '' }, basedOn(5));
    expect(await told(bureau)).toEqual([
      ['丽水市 2021 年开局计划已通过。', plan2021],
      ['丽水市 2021 年开局计划被退回：请补充节点', plan2021],
      ['省厅请丽水市编制并报送 2021 年开局计划（一季度）。', plan2021],
    ]);
    const sent = ['丽水市报送了 2021 年开局计划，待审。', plan2021];
    expect(await told(at.official)).toEqual([sent, sent]);
    for (const other of [await at.signedInAs('leader'), await at.signedInAs('bureau', hangzhou)]) {
      expect(await told(other)).toEqual([]);
    }
  });

  it('has open windows of the department read it at once, but not a draft', async () => {
    const at = await office();
    const { changes } = at.app.services;
    const before = changes.numberFor(null);
    const { bureau } = await written(at);
    expect(changes.numberFor(null)).toBe(before);
    await bureau.post(`${address}/submit`, {}, basedOn(1));
    expect(changes.numberFor(null)).toBeGreaterThan(before);
  });
});

describe('who sees a plan', () => {
  it('is its bureau alone while it is a draft, and every other role once it was sent', async () => {
    const at = await office();
    const { bureau } = await written(at);
    const seen = async () => {
      const lines = (await at.official.get('/api/openings?year=2021')).json<Openings>().openings;
      const one = (await at.official.get(address)).json<OpeningReply>();
      const line = lines.find(({ region }) => region === lishui);
      return [lines.length, line?.state, line?.goals.length, one.version, one.history.length];
    };
    expect(await seen()).toEqual([11, 'missing', 0, 0, 0]);
    // Not by a refusal either.
    const refused = await at.official.post(`${address}/decide`, { accept: true, reason: '' }, basedOn(1));
    expect(refused.body).toContain('未编制');
    await bureau.post(`${address}/submit`, {}, basedOn(1));
    expect(await seen()).toEqual([11, 'submitted', 1, 2, 1]);
    await at.official.post(`${address}/decide`, { accept: true, reason: '' }, basedOn(2));
    await bureau.put(address, { ...plan, goals: [] }, basedOn(3));
    expect(await seen()).toEqual([11, 'accepted', 1, 3, 2]);
  });

  it('is no other bureau', async () => {
    const at = await office();
    await written(at);
    const other = await at.signedInAs('bureau', hangzhou);
    expect((await other.get(address)).statusCode).toBe(404);
    expect((await other.put(address, plan, basedOn(1))).statusCode).toBe(404);
    const lines = (await other.get('/api/openings?year=2021')).json<Openings>().openings;
    expect(lines.map(({ region }) => region)).toEqual([hangzhou]);
    expect((await at.official.get('/api/openings/2021/330000')).statusCode).toBe(404);
  });
});
