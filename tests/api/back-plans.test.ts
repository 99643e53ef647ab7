/** Back-scheduled plans from the proposal to the approval, how they are followed and planned anew, and who sees which of it. */
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { BackPlanLine, BackPlanReply } from '#api/back-plans/contract.ts';
import type { listInbox } from '#api/inbox/contract.ts';
import type { ProjectReply } from '#api/projects/contract.ts';
import { backPlanVersions } from '#db/schema.ts';
import { verifySeals } from '#db/verification.ts';
import type { SignedInCaller } from '#tests/support/app.ts';
import { office } from '#tests/support/meetings.ts';
import { ordinaryProject } from '#tests/support/projects.ts';
import { basedOn, hangzhou, jiaxing, lishui, once, wenzhou } from '#tests/support/reporting.ts';
import { acceptOctober, address, approved, bureauWith, planAt, proposed } from '#tests/support/back-plans.ts';

const totalOf = (parts: readonly { readonly amount: number }[]) =>
  parts.reduce((sum, { amount }) => sum + Math.round(amount * 10_000), 0);

const told = (caller: SignedInCaller) =>
  caller.get('/api/inbox').then((reply) => reply.json<z.infer<typeof listInbox.reply>>().notices);

describe('a back-scheduled plan', () => {
  it('is proposed so that each shape sums to what is left, and is required of a city that was called in', async () => {
    const at = await office();
    const { plan } = await bureauWith(at);
    expect(plan).toMatchObject({ state: 'missing', version: 0, required: true, absence: null, plan: null });
    expect(plan.base).toMatchObject({ asOf: '2020-09-30' });
    expect(plan.base?.proposals.map(({ shape }) => shape)).toEqual(['season', 'even', 'front']);
    for (const { parts } of plan.base?.proposals ?? []) {
      expect(totalOf(parts)).toBe(Math.round((plan.base?.remaining ?? 0) * 10_000));
      expect(parts).toHaveLength(7);
    }
    expect((await planAt(at.official, `/api/back-plans/2020/${lishui}/prefab-share`)).absence).toBe('ratio');
    expect((await planAt(at.official, `/api/back-plans/2020/${hangzhou}/prefab-area`)).absence).toBe('nothing-left');
  });

  it('is written, sent, returned, mended, approved by another person and locked; every version is kept and sealed', async () => {
    const at = await office();
    const { bureau, plan } = await bureauWith(at);
    const saved = await bureau.put(address, proposed(plan), basedOn(0));
    expect(saved.json()).toMatchObject({
      state: 'draft',
      version: 1,
      can: { save: true, submit: true, decide: false },
    });
    expect((await planAt(at.official)).state).toBe('missing');
    const second = await bureau.put(address, proposed(plan), basedOn(0));
    expect(second.json()).toMatchObject({ code: 'stale-version', current: { version: 1 } });
    const sent = await bureau.post(`${address}/submit`, {}, once(1, 'send'));
    expect(sent.json()).toMatchObject({ state: 'submitted', can: { save: false, submit: false } });
    expect((await bureau.put(address, proposed(plan), basedOn(2))).json()).toMatchObject({
      code: 'illegal-transition',
    });
    expect((await bureau.post(`${address}/decide`, { approve: true, reason: '' }, basedOn(2))).statusCode).toBe(403);
    const bare = await at.official.post(`${address}/decide`, { approve: false, reason: '' }, basedOn(2));
    expect(bare.json()).toMatchObject({ code: 'reason-required' });
    await at.official.post(`${address}/decide`, { approve: false, reason: '请补充十二月项目' }, basedOn(2));
    expect(await planAt(bureau)).toMatchObject({ state: 'returned', reason: '请补充十二月项目' });
    await bureau.put(address, proposed(plan), basedOn(3));
    await bureau.post(`${address}/submit`, {}, basedOn(4));
    const decided = await at.official.post(`${address}/decide`, { approve: true, reason: '' }, basedOn(5));
    expect(decided.json()).toMatchObject({ state: 'approved', inForce: { version: 6 }, can: { decide: false } });
    const rows = await at.database.reader.select().from(backPlanVersions);
    expect(rows.map(({ action }) => action)).toEqual(['save', 'submit', 'return', 'save', 'submit', 'approve']);
    expect((await verifySeals(at.database.reader)).findings).toEqual([]);
    expect((await told(bureau)).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['back-plan-returned', 'back-plan-approved']),
    );
    expect((await told(await at.signedInAs('bureau', wenzhou))).filter(({ backPlan }) => backPlan !== null)).toEqual(
      [],
    );
    expect((await told(at.official))[0]).toMatchObject({
      kind: 'back-plan-submitted',
      backPlan: { year: 2020, region: lishui, indicator: 'prefab-area' },
    });
  });

  it('is altered behind the program’s back and found', async () => {
    const at = await office();
    const { bureau, plan } = await bureauWith(at);
    await bureau.put(address, proposed(plan), basedOn(0));
    await at.database.write((tx) => tx.update(backPlanVersions).set({ reason: 'other' }));
    expect((await verifySeals(at.database.reader)).findings).toMatchObject([
      { kind: 'altered', subject: `back_plan_version:${lishui}@2020@prefab-area@1` },
    ]);
  });

  it('holds its sum to the last square metre, its periods, and its projects', async () => {
    const at = await office();
    const { bureau, plan } = await bureauWith(at);
    const good = proposed(plan);
    const first = good.parts[0] ?? { month: 10, part: null, amount: 0 };
    const withFirst = (amount: number | string) => ({ ...good, parts: [{ ...first, amount }, ...good.parts.slice(1)] });
    const more = await bureau.put(address, withFirst(Number(first.amount) + 0.0001), basedOn(0));
    expect(more.json()).toMatchObject({
      code: 'back-plan-sum',
      errors: [{ pointer: '/parts', detail: expect.stringContaining('相差 0.0001') }],
    });
    expect((await bureau.put(address, withFirst('1e3'), basedOn(0))).json().errors[0]).toMatchObject({
      pointer: '/parts/0/amount',
      code: 'figure-notation',
    });
    const fewer = { ...good, parts: good.parts.slice(1) };
    expect((await bureau.put(address, fewer, basedOn(0))).json()).toMatchObject({ code: 'back-plan-periods' });
    const foreign = await (await at.signedInAs('bureau', wenzhou)).post('/api/projects', ordinaryProject);
    const named = { ...good, projects: [foreign.json<ProjectReply>().id] };
    expect((await bureau.put(address, named, basedOn(0))).json()).toMatchObject({
      errors: [{ pointer: '/projects/0', code: 'back-plan-project' }],
    });
  });

  it('is not sent with a doubtful month that nothing is written about', async () => {
    const at = await office();
    const { bureau, plan } = await bureauWith(at);
    const total = proposed(plan).parts.map(({ amount }, at) => (at === 0 ? plan.base?.remaining : 0) ?? amount);
    const parts = proposed(plan).parts.map((part, index) => ({ ...part, amount: total[index] ?? 0 }));
    const saved = await bureau.put(address, proposed(plan, { parts, measures: [] }), basedOn(0));
    expect(saved.json<BackPlanReply>().plan?.credibility[0]?.doubtful).toBe(true);
    const bare = await bureau.post(`${address}/submit`, {}, basedOn(1));
    expect(bare.json()).toMatchObject({ code: 'back-plan-unexplained', detail: expect.stringContaining('10 月') });
    await bureau.put(
      address,
      proposed(plan, { parts, measures: [{ month: 10, text: '三个项目集中开工' }] }),
      basedOn(1),
    );
    expect((await bureau.post(`${address}/submit`, {}, basedOn(2))).statusCode).toBe(200);
  });
});

describe('an approved plan', () => {
  it('is followed against accepted figures and planned anew only by a new version, with a reason', async () => {
    const at = await office();
    const { bureau, response } = await approved(at);
    const before = response.json<BackPlanReply>();
    expect(before.inForce?.followed.map(({ actual }) => actual)).toEqual([null, null, null]);
    await acceptOctober(at, bureau, 5);
    const followed = await planAt(bureau);
    const [october] = followed.inForce?.followed ?? [];
    expect(october).toMatchObject({ month: 10, by: '2020-10-19', actual: 5 });
    expect(october?.slippage).toBeCloseTo(5 - (october?.planned ?? 0), 6);
    expect(followed).toMatchObject({ outdated: true, state: 'approved', version: 3 });
    const lines = (await at.official.get('/api/back-plans?year=2020')).json<{ plans: BackPlanLine[] }>().plans;
    const line = lines.find(({ region, indicator }) => region === lishui && indicator === 'prefab-area');
    expect(line?.slippage).toBe(october?.slippage);
    // What a month's report is set beside.
    expect(line?.inForce).toEqual({
      asOf: before.inForce?.asOf,
      reached: before.inForce?.reached,
      parts: before.inForce?.parts,
    });
    expect(lines.find(({ state }) => state === 'missing')?.inForce).toBeNull();
    // 20 October is the first day of the new plan.
    const anew = proposed(followed);
    expect(followed.base?.proposals[0]?.parts[0]).toMatchObject({ from: '2020-10-20' });
    expect((await bureau.put(address, anew, basedOn(3))).json()).toMatchObject({ code: 'reason-required' });
    await bureau.put(address, { ...anew, reason: '十月两个项目延期' }, basedOn(3));
    expect(await planAt(at.official)).toMatchObject({ state: 'approved', version: 3, inForce: { version: 3 } });
    await bureau.post(`${address}/submit`, {}, basedOn(4));
    expect((await planAt(at.official)).inForce?.version).toBe(3);
    await at.official.post(`${address}/decide`, { approve: true, reason: '' }, basedOn(5));
    const last = await planAt(at.official);
    expect(last).toMatchObject({ state: 'approved', outdated: false, inForce: { version: 6, asOf: '2020-10-19' } });
    expect(last.history.map(({ version }) => version)).toEqual([6, 5, 3, 2]);
  });

  it('is not sent once newer figures count', async () => {
    const at = await office();
    const { bureau, plan } = await bureauWith(at);
    await bureau.put(address, proposed(plan), basedOn(0));
    await acceptOctober(at, bureau, 5);
    expect((await bureau.post(`${address}/submit`, {}, basedOn(1))).json()).toMatchObject({
      code: 'back-plan-periods',
    });
  });
});

describe('who sees and moves which plan', () => {
  it('is its own bureau and the department; another city finds nothing', async () => {
    const at = await office();
    await approved(at);
    const other = await at.signedInAs('bureau', wenzhou);
    expect((await other.get(address)).statusCode).toBe(404);
    const body = proposed(await planAt(at.official));
    expect((await other.put(address, body, basedOn(3))).statusCode).toBe(404);
    expect((await other.post(`${address}/submit`, {}, basedOn(3))).statusCode).toBe(404);
    const own = (await other.get('/api/back-plans?year=2020')).json<{ plans: BackPlanLine[] }>().plans;
    expect([...new Set(own.map(({ region }) => region))]).toEqual([wenzhou]);
    const leader = await at.signedInAs('leader');
    expect((await planAt(leader)).can).toEqual({ save: false, submit: false, decide: false });
    expect((await leader.post(`${address}/decide`, { approve: true, reason: '' }, basedOn(3))).statusCode).toBe(403);
    const all = (await leader.get('/api/back-plans?year=2020')).json<{ plans: BackPlanLine[] }>().plans;
    expect(all.filter(({ required }) => required).map(({ region }) => region)).not.toContain(jiaxing);
    expect((await at.official.get('/api/back-plans/2020/339999/prefab-area')).statusCode).toBe(404);
  });
});
