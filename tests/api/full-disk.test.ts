/** Signing in while the disk takes nothing; the same on a disk that is really full is in tests/faults. */
import { and, eq } from 'drizzle-orm';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { unsavedSessions } from '#api/http/unsaved-sessions.ts';
import { findAccountByName, updateAccount } from '#db/accounts.ts';
import { auditEvents, sessions } from '#db/schema.ts';
import { callerOf, demoApp, type Caller, type TestApp } from '#tests/support/app.ts';
import { makePasswordCheap } from '#tests/support/cheap-password.ts';
import { basedOn, hangzhou, monthOf, ordinary } from '#tests/support/reporting.ts';
import { demonstrationPassword } from '#seeds/demo/accounts.ts';

interface FullOffice extends TestApp {
  readonly disk: { isFull: boolean };
}

/** An office whose disk is full, and whose bureau of Hangzhou has a password that costs nothing. */
async function fullOffice(): Promise<FullOffice> {
  const disk = { isFull: false };
  const office = await demoApp({ disk });
  await makePasswordCheap(office.database, 'hangzhou');
  disk.isFull = true;
  return { ...office, disk };
}

const tryAs = ({ anonymous }: TestApp, name = 'hangzhou', password: string = demonstrationPassword) =>
  anonymous.post('/api/session', { name, password });

/** Signs in and gives who is in. */
async function signedIn(office: TestApp, name = 'hangzhou') {
  const reply = await tryAs(office, name);
  expect([reply.statusCode, reply.json()]).toMatchObject([200, { unsaved: true, person: { name } }]);
  const cookie = String(reply.headers['set-cookie']).match(/xushi=[\w-]+/)?.[0] ?? '';
  return callerOf(office.app, { cookie });
}

const codeOf = async (reply: ReturnType<typeof tryAs>): Promise<unknown> => {
  const { statusCode, body } = await reply;
  const { code } = JSON.parse(body);
  return [statusCode, code];
};

const statusOf = async (caller: Caller): Promise<number> => (await caller.get('/api/session')).statusCode;

const wrong = [401, 'wrong-name-or-password'];
const locked = [429, 'account-locked'];
const unavailable = [503, 'unavailable'];

describe('on a full disk, signing in', () => {
  it('lets a person read and says so, and every change is refused', async () => {
    const office = await fullOffice();
    const bureau = await signedIn(office);
    for (const path of [monthOf(hangzhou), '/api/overview?year=2020&month=9', '/api/account/sessions']) {
      expect((await bureau.get(path)).statusCode).toBe(200);
    }
    expect((await bureau.get('/api/session')).json()).toMatchObject({ unsaved: true });
    expect(await codeOf(bureau.put(monthOf(hangzhou), ordinary, basedOn(0)))).toEqual(unavailable);
    const change = { current: demonstrationPassword, next: 'Kettle-59-Umbra-27-Fjord' };
    expect(await codeOf(bureau.put('/api/session/password', change))).toEqual(unavailable);
    expect(await office.database.reader.$count(sessions)).toBe(0);
  });

  it('locks after five failures as always, for that address and account alone, whether or not the name exists', async () => {
    const office = await fullOffice();
    for (const name of ['hangzhou', 'nobody']) {
      for (let time = 0; time < 5; time += 1) expect(await codeOf(tryAs(office, name, 'a wrong one'))).toEqual(wrong);
      expect(await codeOf(tryAs(office, name, 'a wrong one'))).toEqual(locked);
    }
    expect(await codeOf(tryAs(office))).toEqual(locked);
    office.clock.advance(16);
    await signedIn(office);
  });

  it('counts guesses that are made together, so that no sixth counts', async () => {
    const office = await fullOffice();
    const guesses = Array.from({ length: 9 }, () => codeOf(tryAs(office, 'hangzhou', 'a wrong one')));
    const codes = await Promise.all([...guesses, codeOf(tryAs(office))]);
    expect(codes.filter((code) => String(code) === String(wrong)).length).toBe(5);
    expect(codes.at(-1)).toEqual(locked);
  });

  it('adds to what was counted before, and holds when the disk takes again, until somebody unlocks', async () => {
    const office = await fullOffice();
    office.disk.isFull = false;
    for (let time = 0; time < 3; time += 1) await tryAs(office, 'hangzhou', 'a wrong one');
    office.disk.isFull = true;
    for (let time = 0; time < 2; time += 1) await tryAs(office, 'hangzhou', 'a wrong one');
    office.disk.isFull = false;
    expect(await codeOf(tryAs(office))).toEqual(locked);
    const { id } = (await findAccountByName(office.database.reader, 'hangzhou'))!;
    await (await office.signedInAs('administrator')).post(`/api/accounts/${id}/unlock`);
    expect((await tryAs(office)).statusCode).toBe(200);
  });

  it('lets nobody in by a one-time secret, whose use could not be kept, nor who is disabled', async () => {
    const office = await fullOffice();
    const { id } = (await findAccountByName(office.database.reader, 'hangzhou'))!;
    const change = async (to: Parameters<typeof updateAccount>[2]) => {
      office.disk.isFull = false;
      await office.database.write((tx) => updateAccount(tx, id, to));
      office.disk.isFull = true;
    };
    await change({ mustChangePassword: true, passwordExpiresAt: '2020-10-20T01:00:00.000Z' });
    expect(await codeOf(tryAs(office))).toEqual(unavailable);
    await change({ mustChangePassword: false, passwordExpiresAt: null, disabled: true });
    expect(await codeOf(tryAs(office))).toEqual(wrong);
  });
});

describe('a session in memory', () => {
  it('ends when idle, at signing out, and when the account gets another password', async () => {
    const office = await fullOffice();
    const idle = await signedIn(office);
    office.clock.advance(29);
    expect(await statusOf(idle)).toBe(200);
    office.clock.advance(30);
    expect(await statusOf(idle)).toBe(401);
    const leaving = await signedIn(office);
    expect((await leaving.delete('/api/session')).json()).toEqual({ signedOut: true });
    expect(await statusOf(leaving)).toBe(401);
    const reset = await signedIn(office);
    expect(await statusOf(reset)).toBe(200);
    office.disk.isFull = false;
    const { id } = (await findAccountByName(office.database.reader, 'hangzhou'))!;
    await office.database.write((tx) => updateAccount(tx, id, { passwordHash: 'another' }));
    expect(await statusOf(reset)).toBe(401);
  });

  it('gives way to newer ones of its account, so that there are three at most', async () => {
    const office = await fullOffice();
    const all = [];
    for (let time = 0; time < 4; time += 1) all.push(await signedIn(office));
    const statuses = await Promise.all(all.map(statusOf));
    expect(statuses).toEqual([401, 200, 200, 200]);
  });

  it('is one of a thousand at most, and takes nobody else’s place', () => {
    const kept = unsavedSessions();
    const at = '2020-10-19T01:00:00.000Z';
    const add = (number: number, now = at) =>
      kept.add(
        {
          tokenHash: `${number}`,
          account: `account-${number}`,
          createdAt: now,
          lastSeenAt: now,
          address: '',
          device: null,
          passwordHash: '',
        },
        Date.parse(now),
      );
    expect(Array.from({ length: 1000 }, (_, number) => add(number)).every(Boolean)).toBe(true);
    expect(add(1000)).toBe(false);
    expect(kept.find('0')).toBeDefined();
    // Those that have ended make room.
    expect(add(1001, '2020-10-19T01:30:00.000Z')).toBe(true);
    expect(kept.list()).toHaveLength(1);
  });

  it('is written down with its audit event as soon as the disk takes it, which its pages are told', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const office = await fullOffice();
    const bureau = await signedIn(office);
    vi.advanceTimersByTime(2000);
    await new Promise(setImmediate);
    expect((await bureau.get('/api/session')).json()).toMatchObject({ unsaved: true });
    office.disk.isFull = false;
    const { changes } = office.app.services;
    const told = new Promise((resolve) => {
      changes.listen(resolve);
    });
    // What was begun on the full disk may still be under way.
    while ((await office.database.reader.$count(sessions)) === 0) {
      vi.advanceTimersByTime(2000);
      await new Promise(setImmediate);
    }
    expect(await told).toBeNull();
    expect((await bureau.get('/api/session')).json()).toMatchObject({ unsaved: false });
    expect((await bureau.put(monthOf(hangzhou), ordinary, basedOn(0))).statusCode).toBe(200);
    const audited = await office.database.reader
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.action, 'session.sign-in'), eq(auditEvents.outcome, 'done')));
    expect(audited).toMatchObject([
      { actor: 'demonstration-hangzhou', detail: { begun: '2020-10-19T01:00:00.000Z' }, address: '127.0.0.1' },
    ]);
  });
});
