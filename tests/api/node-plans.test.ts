/** Node plans: a city's own twelve shares, proposed by its bureau, approved from a month on by the department. */
import { describe, expect, it } from 'vitest';
import type { Notice } from '#api/inbox/contract.ts';
import { linearPoints, starts2019Points } from '#api/measures/curve.ts';
import type { NodePlan } from '#api/node-plans/contract.ts';
import { nodePlanRefusal } from '#api/node-plans/lifecycle.ts';
import type { City, Overview } from '#api/standings/contract.ts';
import { insertNodePlanVersion } from '#db/curves.ts';
import { raiseRevision } from '#db/revisions.ts';
import { verifySeals } from '#db/verification.ts';
import { demoApp, type Caller, type TestApp } from '#tests/support/app.ts';
import { approvedPlan } from '#tests/support/curves.ts';
import { office } from '#tests/support/meetings.ts';
import { basedOn, lishui, wenzhou } from '#tests/support/reporting.ts';

const area = 'prefab-area';
const address = `/api/node-plans/2020/${lishui}/${area}`;
const points = linearPoints.map((share) => share ** 2);
const proposal = { points, reason: '新区项目四季度集中开工' };
const approval = { approve: true, effectiveMonth: 11, reason: '' };

const plansFor = async (caller: Caller) => {
  const { plans, earliestMonth } = (await caller.get('/api/node-plans?year=2020')).json<{
    plans: NodePlan[];
    earliestMonth: number | null;
  }>();
  return { earliestMonth, plans, plan: plans.find(({ region, indicator }) => region === lishui && indicator === area) };
};
const overviewAt = async (caller: Caller, month: number) => ({
  ...(await caller.get(`/api/overview?year=2020&month=${month}`)).json<Overview>(),
  revision: 0,
});
const standingOf = async (caller: Caller, region: string, month: number, code = area) =>
  (await caller.get(`/api/cities/${region}?year=2020&month=${month}`))
    .json<City>()
    .indicators.find(({ standing }) => standing.indicator === code)?.standing;
const kindsFor = async (caller: Caller) =>
  (await caller.get('/api/inbox')).json<{ notices: Notice[] }>().notices.map(({ kind }) => kind);

async function submitted(at: TestApp) {
  const bureau = await at.signedInAs('bureau', lishui);
  return { bureau, reply: await bureau.post(`${address}/submit`, proposal, basedOn(0)) };
}

describe('a node plan', () => {
  it('is proposed by its bureau, approved from a month on, judges from there, and recolours nothing', async () => {
    const at = await office();
    const before = [await overviewAt(at.official, 9), await overviewAt(at.official, 10)];
    const { bureau, reply } = await submitted(at);
    expect(reply.json()).toMatchObject({ state: 'submitted', version: 1, can: { submit: false, withdraw: true } });
    expect(await kindsFor(at.official)).toContain('node-plan-submitted');
    const waiting = (await plansFor(at.official)).plan;
    expect(waiting).toMatchObject({ can: { decide: true }, department: { points: [...starts2019Points] } });
    const approved = await at.official.post(`${address}/decide`, approval, basedOn(1));
    expect(approved.json()).toMatchObject({
      state: 'approved',
      approved: [{ version: 2, effectiveMonth: 11, points }],
    });
    expect(await kindsFor(bureau)).toContain('node-plan-approved');
    expect([await overviewAt(at.official, 9), await overviewAt(at.official, 10)]).toEqual(before);
    at.clock.set('2020-11-20T01:00:00Z');
    const leader = await at.signedInAs('leader');
    const named = { kind: 'node-plan', name: { zh: '节点计划', en: 'Node plan' }, version: 2, year: 2020, month: 11 };
    expect((await standingOf(leader, lishui, 11))?.ownCurve).toEqual({ years: [], points, named });
    expect((await standingOf(leader, wenzhou, 11))?.ownCurve).toBeNull();
    expect((await standingOf(leader, lishui, 11, 'prefab-civil'))?.ownCurve).toBeNull();
    expect(await verifySeals(at.database.reader)).toMatchObject({ findings: [] });
  });

  it('is returned with a reason, written anew, and goes before the department’s curve from its month alone', async () => {
    const at = await office();
    const { bureau } = await submitted(at);
    const back = { approve: false, effectiveMonth: null, reason: '' };
    expect((await at.official.post(`${address}/decide`, back, basedOn(1))).json()).toMatchObject({
      code: 'reason-required',
    });
    await at.official.post(`${address}/decide`, { ...back, reason: '前三季度过低，请调整' }, basedOn(1));
    expect(await kindsFor(bureau)).toContain('node-plan-returned');
    const again = await bureau.post(`${address}/submit`, { ...proposal, points: linearPoints }, basedOn(2));
    expect(again.json()).toMatchObject({ state: 'submitted', version: 3 });
    const early = await at.official.post(`${address}/decide`, { ...approval, effectiveMonth: 10 }, basedOn(3));
    expect(early.json()).toMatchObject({ code: 'curve-month-judged' });
    const whenever = await at.official.post(`${address}/decide`, { ...approval, effectiveMonth: null }, basedOn(3));
    expect(whenever.json()).toMatchObject({ code: 'field-missing' });
  });

  it('is no other city’s business, and its bureau sees what it has none of yet', async () => {
    const at = await office();
    await submitted(at);
    const other = await at.signedInAs('bureau', wenzhou);
    for (const [command, body] of [
      ['submit', proposal],
      ['withdraw', { reason: '不再需要此计划' }],
    ] as const)
      expect((await other.post(`${address}/${command}`, body, basedOn(1))).statusCode).toBe(404);
    const { plans, earliestMonth } = await plansFor(other);
    expect(earliestMonth).toBe(11);
    expect(plans.map(({ region, state, can }) => [region, state, can.submit])).toEqual(
      plans.map(() => [wenzhou, 'missing', true]),
    );
    // A ratio has no pace of its own.
    expect(plans.map(({ indicator }) => indicator)).not.toContain('prefab-share');
    const ratio = await other.post(`/api/node-plans/2020/${wenzhou}/prefab-share/submit`, proposal, basedOn(0));
    expect(ratio.statusCode).toBe(404);
    expect((await plansFor(at.official)).plans).toHaveLength(1);
  });

  it('is taken back by its bureau while it waits, by the department before its month, each with a reason', async () => {
    const at = await office();
    const { bureau } = await submitted(at);
    const reason = { reason: '项目时间有变，另行报送' };
    expect((await at.official.post(`${address}/withdraw`, reason, basedOn(1))).json()).toMatchObject({
      code: 'illegal-transition',
    });
    expect((await bureau.post(`${address}/withdraw`, reason, basedOn(1))).json()).toMatchObject({ state: 'withdrawn' });
    await bureau.post(`${address}/submit`, proposal, basedOn(2));
    await at.official.post(`${address}/decide`, approval, basedOn(3));
    expect((await bureau.post(`${address}/withdraw`, reason, basedOn(4))).json()).toMatchObject({
      code: 'illegal-transition',
    });
    expect((await at.official.post(`${address}/withdraw`, { reason: '' }, basedOn(4))).json()).toMatchObject({
      code: 'reason-required',
    });
    const done = await at.official.post(`${address}/withdraw`, reason, basedOn(4));
    expect(done.json()).toMatchObject({ state: 'withdrawn', approved: [] });
    expect(await kindsFor(bureau)).toContain('node-plan-withdrawn');
    at.clock.set('2020-11-20T01:00:00Z');
    expect((await standingOf(await at.signedInAs('leader'), lishui, 11))?.ownCurve).toBeNull();
  });

  it('judges from exactly its month, and stays where a figure was judged by it', async () => {
    const at = await demoApp();
    await at.database.write(async (tx) => {
      await insertNodePlanVersion(tx, approvedPlan());
      await raiseRevision(tx);
    });
    const official = await at.signedInAs('official');
    expect((await standingOf(official, lishui, 4))?.pace).toBe(starts2019Points[3]);
    expect((await standingOf(official, lishui, 5))?.pace).toBe(linearPoints[4]);
    const withdrawn = await official.post(`${address}/withdraw`, { reason: '改按全省曲线判定' }, basedOn(1));
    expect(withdrawn.json()).toMatchObject({ code: 'curve-judged-already' });
  });

  it('is decided by a second person where an official’s own account sent it', () => {
    const facts = { region: lishui, state: 'submitted', submittedBy: 'a' } as const;
    const official = { id: 'a', role: 'official', region: null } as const;
    expect(nodePlanRefusal('approve', facts, official)?.code).toBe('own-submission');
    expect(nodePlanRefusal('approve', facts, { ...official, id: 'b' })).toBeNull();
  });
});
