import { asc, eq } from 'drizzle-orm';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hashSessionToken } from '#api/http/session-cookie.ts';
import { verifyPassword } from '#api/accounts/password.ts';
import { openDatabase } from '#db/database.ts';
import { findAccountByName, updateAccount } from '#db/accounts.ts';
import { raiseAccess, raiseRevision } from '#db/revisions.ts';
import { accounts, auditEvents, sessions } from '#db/schema.ts';
import { touchSession } from '#db/sessions.ts';
import { demonstrationPassword } from '#seeds/demo/accounts.ts';
import { callerOf, demoApp, type TestApp } from '#tests/support/app.ts';
import { makePasswordCheap } from '#tests/support/cheap-password.ts';

const wenzhou = { name: 'wenzhou', password: demonstrationPassword };

const sessionRows = ({ database }: TestApp) => database.reader.select().from(sessions);
const auditRows = ({ database }: TestApp) => database.reader.select().from(auditEvents).orderBy(asc(auditEvents.at));
const cookieOf = (header: string | string[] | undefined) => String(header).split(';')[0] ?? '';

describe('signing in', () => {
  it('answers who signed in, the office’s time, and a cookie that scripts cannot read', async () => {
    const { anonymous } = await demoApp();
    const reply = await anonymous.post('/api/session', wenzhou);
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toEqual({
      person: {
        name: 'wenzhou',
        title: { zh: '温州市住房和城乡建设局', en: 'Wenzhou housing and construction bureau' },
        role: 'bureau',
        region: '330300',
        within: null,
        mustChangePassword: false,
      },
      now: '2020-10-19T01:00:00.000Z',
      today: '2020-10-19',
      demonstration: true,
      publicDemonstration: false,
      unsaved: false,
    });
    expect(reply.headers['set-cookie']?.[0]).toMatch(/^xushi=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('names the cookie __Host- and Secure where the office is reached by https', async () => {
    const origin = 'https://xushi.example.gov.cn';
    const { anonymous } = await demoApp({ environment: { PUBLIC_ORIGIN: origin } });
    const reply = await anonymous.post('/api/session', wenzhou, { origin });
    expect(reply.headers['set-cookie']?.[0]).toMatch(
      /^__Host-xushi=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
  });

  it('stores the hash of the token, never the token', async () => {
    const office = await demoApp();
    const reply = await office.anonymous.post('/api/session', wenzhou);
    const token = cookieOf(reply.headers['set-cookie']).replace('xushi=', '');
    const rows = await sessionRows(office);
    expect(rows.map(({ tokenHash }) => tokenHash)).toEqual([hashSessionToken(token)]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('gives a new token each time and takes none that was brought along', async () => {
    const { anonymous, app } = await demoApp();
    const brought = `xushi=${'A'.repeat(43)}`;
    const reply = await callerOf(app, { cookie: brought }).post('/api/session', wenzhou);
    expect(cookieOf(reply.headers['set-cookie'])).not.toBe(brought);
    expect((await callerOf(app, { cookie: brought }).get('/api/session')).statusCode).toBe(401);
    const again = await anonymous.post('/api/session', wenzhou);
    expect(cookieOf(again.headers['set-cookie'])).not.toBe(cookieOf(reply.headers['set-cookie']));
  });

  it('takes capitals and full-width letters of a name for the same name', async () => {
    const { anonymous } = await demoApp();
    const reply = await anonymous.post('/api/session', { ...wenzhou, name: ' Ｗenzhou ' });
    expect(reply.json()).toMatchObject({ person: { name: 'wenzhou' } });
  });

  it('makes the hash anew where it was made at a lower cost', async () => {
    const { anonymous, database } = await demoApp();
    await makePasswordCheap(database, 'wenzhou');
    expect((await anonymous.post('/api/session', wenzhou)).statusCode).toBe(200);
    const renewed = await findAccountByName(database.reader, 'wenzhou');
    expect(renewed?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await verifyPassword(wenzhou.password, renewed?.passwordHash ?? null)).toBe(true);
  });

  it('answers an unknown name, a wrong password and a disabled account alike', async () => {
    const { anonymous, database } = await demoApp();
    const person = await findAccountByName(database.reader, 'jinhua');
    await database.write((tx) => updateAccount(tx, person!.id, { disabled: true }));
    const replies = await Promise.all([
      anonymous.post('/api/session', { name: 'nobody', password: demonstrationPassword }),
      anonymous.post('/api/session', { ...wenzhou, password: 'not-this-one' }),
      anonymous.post('/api/session', { ...wenzhou, name: 'jinhua' }),
    ]);
    const bodies = replies.map((reply) => ({ ...reply.json<Record<string, unknown>>(), instance: '' }));
    expect(bodies[0]).toMatchObject({ status: 401, code: 'wrong-name-or-password' });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
  });

  it('writes an audit row for a success and for a failure, but not the text of an unknown name', async () => {
    const office = await demoApp();
    await office.anonymous.post('/api/session', wenzhou);
    office.clock.advance(1);
    await office.anonymous.post('/api/session', { ...wenzhou, password: 'wrong' });
    office.clock.advance(1);
    await office.anonymous.post('/api/session', { name: 'my-secret-by-mistake', password: 'x' });
    const rows = (await auditRows(office)).map(({ actor, object, outcome, detail }) => ({
      actor,
      object,
      outcome,
      detail,
    }));
    expect(rows).toEqual([
      { actor: 'demonstration-wenzhou', object: 'wenzhou', outcome: 'done', detail: {} },
      {
        actor: 'demonstration-wenzhou',
        object: 'wenzhou',
        outcome: 'refused',
        detail: { problem: 'wrong-name-or-password' },
      },
      { actor: null, object: '(unknown)', outcome: 'refused', detail: { problem: 'wrong-name-or-password' } },
    ]);
  });
});

describe('a session', () => {
  it('is not begun by anonymous requests', async () => {
    const office = await demoApp();
    for (let time = 0; time < 20; time += 1) await office.anonymous.get('/api/overview?year=2020&month=9');
    expect(await sessionRows(office)).toEqual([]);
  });

  it('ends 30 minutes after its last use', async () => {
    const { signedIn, clock } = await demoApp();
    const caller = await signedIn('official');
    clock.advance(29);
    expect((await caller.get('/api/session')).statusCode).toBe(200);
    clock.advance(29);
    expect((await caller.get('/api/session')).statusCode).toBe(200);
    clock.advance(30);
    expect((await caller.get('/api/session')).json()).toMatchObject({ status: 401, code: 'not-signed-in' });
  });

  it('ends 12 hours after it began, however busy', async () => {
    const { signedIn, clock } = await demoApp();
    const caller = await signedIn('official');
    // 35 × 20 minutes = 700 minutes; 12 hours are 720.
    for (let time = 0; time < 35; time += 1) {
      clock.advance(20);
      expect((await caller.get('/api/session')).statusCode).toBe(200);
    }
    clock.advance(20);
    expect((await caller.get('/api/session')).statusCode).toBe(401);
  });

  it('writes its use down at most once a minute', async () => {
    const office = await demoApp();
    const caller = await office.signedIn('official');
    const before = await office.database.dataVersion();
    await caller.get('/api/session');
    expect(await office.database.dataVersion()).toBe(before);
    office.clock.advance(1);
    await caller.get('/api/session');
    await expect
      .poll(async () => (await sessionRows(office)).map(({ lastSeenAt }) => lastSeenAt), { timeout: 5000 })
      .toEqual(['2020-10-19T01:01:00.000Z']);
  });

  it('that was used when the program stops has that written down', async () => {
    const office = await demoApp();
    const caller = await office.signedIn('official');
    office.clock.advance(1);
    await caller.get('/api/session');
    await office.app.close();
    expect((await sessionRows(office)).map(({ lastSeenAt }) => lastSeenAt)).toEqual(['2020-10-19T01:01:00.000Z']);
  });

  it('that was used in another process alone is not idle', async () => {
    const office = await demoApp();
    const caller = await office.signedIn('official');
    expect((await caller.get('/api/session')).statusCode).toBe(200);
    office.clock.advance(20);
    const [row] = await sessionRows(office);
    const other = await openDatabase({ address: office.address });
    await other.write((tx) => touchSession(tx, row!.tokenHash, office.clock.now().toISOString()));
    await other.close();
    office.clock.advance(20);
    await nextTurn();
    expect((await caller.get('/api/session')).statusCode).toBe(200);
  });

  it('is kept in memory while nothing of accounts and sessions changes, and read anew when it does', async () => {
    const office = await demoApp();
    const caller = await office.signedIn('official');
    expect((await caller.get('/api/session')).statusCode).toBe(200);
    // Nobody changes an account like this; it shows what is read.
    await office.app.services.database.write(async (tx) => {
      await tx.update(accounts).set({ disabled: true }).where(eq(accounts.name, 'official'));
      await raiseRevision(tx);
    });
    expect((await caller.get('/api/session')).statusCode).toBe(200);
    await office.app.services.database.write(raiseAccess);
    expect((await caller.get('/api/session')).statusCode).toBe(401);
  });

  it('ends on the server when its person signs out', async () => {
    const office = await demoApp();
    const caller = await office.signedIn('official');
    const reply = await caller.delete('/api/session');
    expect(reply.json()).toEqual({ signedOut: true });
    expect(reply.headers['set-cookie']).toBe('xushi=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax');
    expect((await caller.get('/api/session')).statusCode).toBe(401);
    expect((await auditRows(office)).map(({ action, actedAs }) => [action, actedAs?.name])).toEqual([
      ['session.sign-out', 'official'],
    ]);
  });

  it('of a person whom another process disabled is refused at the next request', async () => {
    const { signedIn, address } = await demoApp();
    const caller = await signedIn('official');
    expect((await caller.get('/api/session')).statusCode).toBe(200);
    const other = await openDatabase({ address });
    const person = await findAccountByName(other.reader, 'official');
    await other.write((tx) => updateAccount(tx, person!.id, { disabled: true }));
    await other.close();
    await nextTurn();
    expect((await caller.get('/api/session')).statusCode).toBe(401);
  });

  it('has the rights of this moment, not of its beginning', async () => {
    const { signedIn, database } = await demoApp();
    const caller = await signedIn('administrator');
    expect((await caller.get('/api/accounts')).statusCode).toBe(200);
    const person = await findAccountByName(database.reader, 'administrator');
    await database.write((tx) => updateAccount(tx, person!.id, { role: 'leader' }));
    await nextTurn();
    expect((await caller.get('/api/accounts')).json()).toMatchObject({ status: 403, code: 'not-allowed' });
  });

  it.each([
    '',
    'xushi=',
    'xushi=short',
    `xushi=${'A'.repeat(43)}`,
    `other=${'A'.repeat(43)}`,
    `xushi=${'A'.repeat(43)}=`,
  ])('is not found by the cookie “%s”', async (cookie) => {
    const { app } = await demoApp();
    expect((await callerOf(app, { cookie }).get('/api/session')).statusCode).toBe(401);
  });
});
