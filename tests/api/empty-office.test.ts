/** An office that begins with nothing but the reference data, and comes to its ladder, its requirements, its first meeting and its first plan. */
import { expect, it } from 'vitest';
import type { Candidates, Ladder } from '#api/escalations/contract.ts';
import type { Interview } from '#api/interviews/contract.ts';
import type { RequirementTemplate } from '#api/interviews/template-contract.ts';
import { insertAccount } from '#db/accounts.ts';
import { verifySeals } from '#db/verification.ts';
import { beginSession, type SignedInCaller } from '#tests/support/app.ts';
import { ownOffice } from '#tests/support/own-office.ts';
import { planAt, proposed } from '#tests/support/back-plans.ts';
import { basedOn, wenzhou } from '#tests/support/reporting.ts';

async function emptyOffice(now?: string) {
  const { app, database, clock } = await ownOffice(now);
  const signedIn = async (role: 'official' | 'bureau', region: string | null) => {
    const more = {
      passwordHash: 'x',
      mustChangePassword: false,
      disabled: false,
      createdAt: clock.now().toISOString(),
    };
    await database.write((tx) =>
      insertAccount(tx, { id: role, name: role, titleZh: role, titleEn: role, role, region, ...more }),
    );
    return beginSession({ app, database, clock }, role);
  };
  return { database, official: await signedIn('official', null), bureau: await signedIn('bureau', wenzhou) };
}

it('writes its own ladder and requirements, records a step, and holds a meeting that a bureau signs for', async () => {
  const { database, official, bureau } = await emptyOffice();
  const before = (await official.get('/api/escalations?year=2026&month=10')).json<Candidates>();
  expect(before.candidates.map(({ level }) => level)).toEqual(Array.from({ length: 11 }, () => 'no-target'));
  expect(before.ladder).toMatchObject({ version: 0, steps: [{}, {}, {}, {}] });

  const steps = before.ladder.steps.filter(({ callsIn }) => callsIn);
  const ladder = await official.put('/api/escalations/ladder', { steps, reason: '本省直接约谈' }, basedOn(0));
  expect(ladder.json<Ladder>()).toMatchObject({ version: 1, steps: [{ key: 'call-in' }] });
  const step = { region: wenzhou, step: 'call-in', takenOn: '2026-11-20', documentNumber: '', reason: '进度持续滞后' };
  expect((await official.post('/api/escalations', step)).statusCode).toBe(200);

  const [own] = (await official.get('/api/requirement-templates')).json<RequirementTemplate[]>();
  const template = { requirements: own?.requirements.slice(1, 2), reason: '只提年度任务' };
  const saved = await official.post('/api/requirement-templates', template, basedOn(1));
  expect(saved.json<RequirementTemplate>()).toMatchObject({ version: 2 });

  const plan = {
    heldOn: '2026-12-01',
    title: { zh: '第一次约谈', en: '' },
    place: '',
    regions: [wenzhou],
    template: 2,
  };
  const { id } = (await official.post('/api/interviews', plan)).json<Interview>();
  const at = `/api/interviews/${id}`;
  await official.post(`${at}/move`, { command: 'call', reason: '' }, basedOn(1));
  expect((await bureau.post(`${at}/acknowledge`, {}, basedOn(2))).statusCode).toBe(200);
  const held = await official.post(`${at}/move`, { command: 'hold', reason: '' }, basedOn(3));
  expect(held.json<Interview>().items.map(({ item }) => item)).toEqual(['2.1', '2.2', '2.3', '2.4', '2.5']);
  // Without a figure the data can say nothing, and a paper has its gaps.
  const item = (await official.get(`${at}/items/${wenzhou}/2.5`)).json();
  expect(item.check).toMatchObject({ verdict: 'unknown' });
  expect((await official.get(`${at}/papers/brief/${wenzhou}?language=zh`)).statusCode).toBe(200);
  expect((await official.get(`${at}/papers/brief/${wenzhou}/docx?language=en`)).statusCode).toBe(200);
  expect((await verifySeals(database.reader)).findings).toEqual([]);
});

interface Sides {
  readonly official: SignedInCaller;
  readonly bureau: SignedInCaller;
}

const done = (reply: Awaited<ReturnType<SignedInCaller['post']>>) => {
  expect(reply.statusCode, reply.body).toBe(200);
  return reply;
};

/** A month of Wenzhou typed, sent and accepted, its area as given (10,000 m²). */
async function acceptMonth({ official, bureau }: Sides, month: number, asOf: string, area: number): Promise<void> {
  const at = `/api/submissions/2026/${month}/${wenzhou}`;
  const figures = {
    'prefab-area': { cumulative: area },
    'prefab-civil': { cumulative: 10 },
    'prefab-share': { numerator: area, denominator: 900 },
    'steel-housing': { cumulative: 3 },
    'green-demo': { cumulative: 1 },
  };
  const report = { figures, asOf, cause: '部分项目延期开工', remedies: '逐项目包干' };
  done(await bureau.put(at, report, basedOn(0)));
  done(await bureau.post(`${at}/submit`, {}, basedOn(1)));
  done(await official.post(`${at}/accept`, {}, basedOn(1)));
}

it('plans backwards from its first target and figure, follows the plan, and plans anew', async () => {
  const { database, ...sides } = await emptyOffice('2026-10-19T03:00:00.000Z');
  const { official, bureau } = sides;
  const at = `/api/back-plans/2026/${wenzhou}/prefab-area`;
  expect(await planAt(bureau, at)).toMatchObject({ absence: 'no-target', required: false, can: { save: false } });
  const target = { amount: 600, effectiveMonth: 1, documentNumber: '建函〔2026〕1号', reason: '下达年度目标' };
  done(await official.post(`/api/targets/2026/${wenzhou}/prefab-area`, target, basedOn(0)));
  expect(await planAt(bureau, at)).toMatchObject({ absence: 'no-figure' });
  await acceptMonth(sides, 9, '2026-09-30', 300);

  const title = { zh: '第一次约谈', en: '' };
  const meeting = { heldOn: '2026-10-19', title, place: '', regions: [wenzhou], template: 1 };
  const { id } = done(await official.post('/api/interviews', meeting)).json<Interview>();
  done(await official.post(`/api/interviews/${id}/move`, { command: 'call', reason: '' }, basedOn(1)));
  done(await bureau.post(`/api/interviews/${id}/acknowledge`, {}, basedOn(2)));
  done(await official.post(`/api/interviews/${id}/move`, { command: 'hold', reason: '' }, basedOn(3)));

  // Without a completed year the season is the judging curve, and there is no best month that a month could be doubted by.
  const empty = await planAt(bureau, at);
  expect(empty).toMatchObject({ state: 'missing', required: true, absence: null });
  expect(empty.base).toMatchObject({
    asOf: '2026-09-30',
    reached: 300,
    remaining: 300,
    bestMonth: null,
    seasonYears: [],
  });
  for (const { parts } of empty.base?.proposals ?? []) {
    expect(parts.reduce((sum, { amount }) => sum + Math.round(amount * 10_000), 0)).toBe(3_000_000);
  }
  const [first, second, ...rest] = proposed(empty).parts;
  if (first === undefined || second === undefined) throw new Error('nothing was proposed');
  const moved = [{ ...first, amount: 0 }, { ...second, amount: Number(second.amount) + Number(first.amount) }, ...rest];
  done(await bureau.put(at, proposed(empty, { parts: moved, measures: [] }), basedOn(0)));
  done(await bureau.post(`${at}/submit`, {}, basedOn(1)));
  done(await official.post(`${at}/decide`, { approve: true, reason: '' }, basedOn(2)));

  await acceptMonth(sides, 10, '2026-10-19', 310);
  const followed = await planAt(bureau, at);
  expect(followed).toMatchObject({ state: 'approved', outdated: true, inForce: { version: 3, reached: 300 } });
  expect(followed.inForce?.followed[0]).toMatchObject({ month: 10, by: '2026-10-19', actual: 10 });
  done(await bureau.put(at, proposed(followed, { reason: '十月两个项目延期' }), basedOn(3)));
  done(await bureau.post(`${at}/submit`, {}, basedOn(4)));
  done(await official.post(`${at}/decide`, { approve: true, reason: '' }, basedOn(5)));
  const anew = { state: 'approved', outdated: false, inForce: { version: 6, asOf: '2026-10-19', remaining: 290 } };
  expect(await planAt(official, at)).toMatchObject(anew);
  expect((await verifySeals(database.reader)).findings).toEqual([]);
});
