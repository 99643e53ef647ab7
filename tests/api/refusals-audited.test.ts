/** Which refusals leave a row in the audit trail: those of a right (403) and of a state that was another (409). */
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditEvents, submissionVersions } from '#db/schema.ts';
import { demoApp } from '#tests/support/app.ts';
import { basedOn, hangzhou, monthOf, ordinary, quzhou, submittedOctober, wenzhou } from '#tests/support/reporting.ts';

const refusals = async ({ database }: Pick<Awaited<ReturnType<typeof demoApp>>, 'database'>) =>
  (await database.reader.select().from(auditEvents).where(eq(auditEvents.outcome, 'refused'))).map(
    ({ actedAs, role, action, object, detail }) => [actedAs?.name, role, action, object, detail],
  );

describe('the audit trail', () => {
  it('has a row of a change that came too late', async () => {
    const office = await submittedOctober();
    const stale = await office.official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(0));
    expect([stale.statusCode, stale.json<{ code: string }>().code]).toEqual([409, 'stale-version']);
    expect(await refusals(office)).toEqual([
      ['official', 'official', 'accept', monthOf(hangzhou, 10, 'accept'), { problem: 'stale-version' }],
    ]);
  });

  it('has a row of what the state does not allow', async () => {
    const office = await submittedOctober();
    const early = await office.official.post(monthOf(wenzhou, 10, 'accept'), {}, basedOn(0));
    expect([early.statusCode, early.json<{ code: string }>().code]).toEqual([409, 'illegal-transition']);
    expect(await refusals(office)).toEqual([
      ['official', 'official', 'accept', monthOf(wenzhou, 10, 'accept'), { problem: 'illegal-transition' }],
    ]);
  });

  it('has a row of a name that was taken', async () => {
    const office = await demoApp();
    const body = { name: 'wenzhou', title: { zh: '局', en: 'Bureau' }, role: 'leader', region: null };
    expect((await (await office.signedInAs('administrator')).post('/api/accounts', body)).statusCode).toBe(409);
    expect(await refusals(office)).toEqual([
      ['administrator', 'administrator', 'createAccount', '/api/accounts', { problem: 'already-exists' }],
    ]);
  });

  it('has a row of what a role may not do', async () => {
    const office = await demoApp();
    const reply = await (await office.signedInAs('leader')).post(monthOf(quzhou, 10, 'accept'), {}, basedOn(1));
    expect(reply.statusCode).toBe(403);
    expect(await refusals(office)).toEqual([
      ['leader', 'leader', 'accept', monthOf(quzhou, 10, 'accept'), { problem: 'not-allowed' }],
    ]);
  });

  it('has a row of a review of what one submitted oneself', async () => {
    const office = await demoApp();
    const official = await office.signedInAs('official');
    await office.database.write((tx) =>
      tx
        .update(submissionVersions)
        .set({ submittedBy: 'demonstration-official' })
        .where(eq(submissionVersions.state, 'submitted')),
    );
    expect((await official.post(monthOf(quzhou, 10, 'accept'), {}, basedOn(1))).statusCode).toBe(403);
    expect(await refusals(office)).toEqual([
      ['official', 'official', 'accept', monthOf(quzhou, 10, 'accept'), { problem: 'own-submission' }],
    ]);
  });

  it('has none of a slip, of an address that leads nowhere, nor of nobody', async () => {
    const office = await demoApp();
    const bureau = await office.signedInAs('bureau', hangzhou);
    const statuses = [
      await bureau.put(monthOf(hangzhou), { figures: { 'prefab-area': { cumulative: '1e3' } } }, basedOn(0)),
      await bureau.put(monthOf(hangzhou), ordinary),
      await bureau.get(monthOf(quzhou)),
      await bureau.get('/api/no-such-thing'),
      await office.anonymous.get(monthOf(quzhou)),
    ].map(({ statusCode }) => statusCode);
    expect(statuses).toEqual([422, 428, 404, 404, 401]);
    expect(await refusals(office)).toEqual([]);
  });

  it('keeps the beginning of a very long address', async () => {
    const office = await demoApp();
    const leader = await office.signedInAs('leader');
    const url = `/api/review?${'x'.repeat(500)}`;
    expect((await leader.get(url)).statusCode).toBe(403);
    expect((await refusals(office)).map(([, , , object]) => object)).toEqual([url.slice(0, 300)]);
  });
});
