/** Open sessions: one's own seen and ended, an account's ended by an administrator, each with its row in the trail. */
import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { OpenSession } from '#api/sessions/contract.ts';
import { deviceOf } from '#api/http/device.ts';
import { auditEvents } from '#db/schema.ts';
import { demonstrationPassword } from '#seeds/demo/accounts.ts';
import { demoApp, type SignedInCaller, type TestApp } from '#tests/support/app.ts';
import { makePasswordCheap } from '#tests/support/cheap-password.ts';

const listed = async (caller: SignedInCaller) => (await caller.get('/api/account/sessions')).json<OpenSession[]>();
const isIn = async (caller: SignedInCaller) => (await caller.get('/api/session')).statusCode === 200;

/** Wenzhou at two machines ten minutes apart, and Lishui at one. */
async function threeSessions() {
  const office = await demoApp();
  const older = await office.signedIn('wenzhou');
  office.clock.advance(10);
  const newer = await office.signedIn('wenzhou');
  const foreign = await office.signedIn('lishui');
  return { office, older, newer, foreign };
}

const recorded = async ({ database }: TestApp) =>
  (await database.reader.select().from(auditEvents).orderBy(asc(auditEvents.at), asc(auditEvents.id))).map(
    ({ actedAs, action, object, outcome, detail }) => ({
      person: actedAs?.name ?? null,
      action,
      object,
      outcome,
      detail,
    }),
  );

describe('the own sessions', () => {
  it('are those of one’s own account, the last used first, the asking one marked, without what is stored of the token', async () => {
    const { newer } = await threeSessions();
    const found = await listed(newer);
    expect(found).toMatchObject([
      { createdAt: '2020-10-19T01:10:00.000Z', lastSeenAt: '2020-10-19T01:10:00.000Z', current: true },
      { createdAt: '2020-10-19T01:00:00.000Z', address: '127.0.0.1', device: null, current: false },
    ]);
    expect(found.map(({ id }) => /^[0-9a-f]{24}$/.test(id))).toEqual([true, true]);
  });

  it('leave out those that have run out', async () => {
    const { office, newer } = await threeSessions();
    // The newer was last used ten minutes after the older, which is idle for half an hour now.
    office.clock.advance(20);
    expect(await listed(newer)).toMatchObject([{ current: true }]);
  });

  it('end one by one, at once, and nobody else’s with them', async () => {
    const { office, older, newer, foreign } = await threeSessions();
    const id = (await listed(newer)).find(({ current }) => !current)?.id ?? '';
    const reply = await newer.delete(`/api/account/sessions/${id}`);
    expect([reply.statusCode, reply.json()]).toEqual([200, { ended: 1 }]);
    expect([await isIn(older), await isIn(newer), await isIn(foreign)]).toEqual([false, true, true]);
    expect(await recorded(office)).toEqual([
      {
        person: 'wenzhou',
        action: 'session.end',
        object: 'wenzhou',
        outcome: 'done',
        detail: { begun: '2020-10-19T01:00:00.000Z', address: '127.0.0.1', device: null },
      },
    ]);
    // It is gone: the same again finds nothing.
    expect((await newer.delete(`/api/account/sessions/${id}`)).statusCode).toBe(404);
  });

  it('cannot be ended by another account, nor the asking one by this way', async () => {
    const { older, newer, foreign } = await threeSessions();
    const [current, other] = await listed(newer);
    expect((await foreign.delete(`/api/account/sessions/${other?.id}`)).statusCode).toBe(404);
    expect((await newer.delete(`/api/account/sessions/${current?.id}`)).statusCode).toBe(403);
    expect([await isIn(older), await isIn(newer)]).toEqual([true, true]);
  });

  it('end all but the asking one', async () => {
    const { office, older, newer, foreign } = await threeSessions();
    expect((await older.delete('/api/account/sessions')).json()).toEqual({ ended: 1 });
    expect([await isIn(older), await isIn(newer), await isIn(foreign)]).toEqual([true, false, true]);
    expect(await recorded(office)).toMatchObject([{ action: 'session.end-others', detail: { ended: 1 } }]);
  });

  it('say which browser and system began them', async () => {
    const { anonymous, database, signedIn } = await demoApp();
    await makePasswordCheap(database, 'lishui');
    const userAgent =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0';
    const body = { name: 'lishui', password: demonstrationPassword };
    expect((await anonymous.post('/api/session', body, { 'user-agent': userAgent })).statusCode).toBe(200);
    const devices = (await listed(await signedIn('lishui'))).map(({ device }) => device);
    expect(devices.toSorted()).toEqual(['Edge · Windows', null].toSorted());
  });
});

describe('an administrator', () => {
  it('ends all sessions of an account, not of the own one, nor of one that is not there', async () => {
    const { office, older, newer, foreign } = await threeSessions();
    const administrator = await office.signedInAs('administrator');
    const reply = await administrator.delete('/api/accounts/demonstration-wenzhou/sessions');
    expect([reply.statusCode, reply.json()]).toEqual([200, { ended: 2 }]);
    expect([await isIn(older), await isIn(newer), await isIn(foreign)]).toEqual([false, false, true]);
    expect((await administrator.delete('/api/accounts/demonstration-administrator/sessions')).statusCode).toBe(403);
    expect((await administrator.delete('/api/accounts/nobody/sessions')).statusCode).toBe(404);
    const [done] = await office.database.reader
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, 'account.end-sessions'));
    expect(done).toMatchObject({ actor: 'demonstration-administrator', object: 'wenzhou', detail: { ended: 2 } });
  });
});

describe('the words for a device', () => {
  it.each([
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
      'Safari · macOS',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
    ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', 'Chrome · Android'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148 MicroMessenger/8.0', 'WeChat · iOS'],
    ['curl/8.0', null],
    ['', null],
  ])('%s', (userAgent, words) => {
    expect(deviceOf(userAgent)).toBe(words);
  });
});
