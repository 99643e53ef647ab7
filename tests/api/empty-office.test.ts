/** An office that begins with nothing but the reference data, and comes to its ladder, its requirements and its first meeting. */
import { expect, it } from 'vitest';
import type { Candidates, Ladder } from '#api/escalations/contract.ts';
import type { Interview } from '#api/interviews/contract.ts';
import type { RequirementTemplate } from '#api/interviews/template-contract.ts';
import { insertAccount } from '#db/accounts.ts';
import { verifySeals } from '#db/verification.ts';
import { beginSession } from '#tests/support/app.ts';
import { ownOffice } from '#tests/support/own-office.ts';
import { basedOn, wenzhou } from '#tests/support/reporting.ts';

async function emptyOffice() {
  const { app, database, clock } = await ownOffice();
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
