import { desc } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { pino } from 'pino';
import { buildApp } from '#api/server/app.ts';
import { readConfig } from '#api/server/config.ts';
import { afterFailure, lockRules, minutesLocked, noFailures, type Failures } from '#api/accounts/lifecycle.ts';
import type { Database } from '#db/dialect';
import { auditEvents } from '#db/schema.ts';
import { demonstrationPassword } from '#seeds/demo/accounts.ts';
import { callerOf, demoApp, type Caller } from '#tests/support/app.ts';
import { makePasswordCheap } from '#tests/support/cheap-password.ts';

const minute = 60_000;
const fail = (caller: Caller, name = 'lishui') => caller.post('/api/session', { name, password: 'wrong' });
const succeed = (caller: Caller, name = 'lishui') =>
  caller.post('/api/session', { name, password: demonstrationPassword });

async function failFiveTimes(caller: Caller, name?: string): Promise<void> {
  for (let time = 0; time < 5; time += 1) expect((await fail(caller, name)).statusCode).toBe(401);
}

const after = (times: readonly number[]) =>
  times.reduce<Failures>((failures, now) => afterFailure(lockRules.source, failures, now), noFailures);

async function lishuiApp() {
  const office = await demoApp();
  await makePasswordCheap(office.database, 'lishui');
  return office;
}

describe('the rule of locking', () => {
  it('locks for 15 minutes at the fifth failure within 15 minutes', () => {
    expect(after([0, 1, 2, 3])).toEqual({ count: 4, since: 0, locks: 0, lockedUntil: null });
    expect(after([0, 1, 2, 3, 4])).toEqual({ count: 0, since: null, locks: 1, lockedUntil: 4 + 15 * minute });
  });

  it('is neither lifted nor lengthened by failing on', () => {
    expect(after([0, 1, 2, 3, 4, 5, 6])).toEqual(after([0, 1, 2, 3, 4]));
  });

  it('is over where a clock that was wrong began it: 400 days ahead it would hold for 400 days', () => {
    const ahead = 400 * 24 * 60 * minute;
    const locked = after([ahead, ahead, ahead, ahead, ahead]);
    expect(minutesLocked(lockRules.source, locked, ahead)).toBe(15);
    expect(minutesLocked(lockRules.source, locked, 0)).toBe(0);
    expect(afterFailure(lockRules.source, locked, 0)).toMatchObject({ count: 1, locks: 0 });
  });

  it('lasts twice as long each time, four hours at most, and is forgotten after a day', () => {
    let failures = noFailures;
    let now = 0;
    const lengths = Array.from({ length: 6 }, () => {
      for (let time = 0; time < 5; time += 1) failures = afterFailure(lockRules.source, failures, now);
      const length = minutesLocked(lockRules.source, failures, now);
      now += length * minute;
      return length;
    });
    expect(lengths).toEqual([15, 30, 60, 120, 240, 240]);
    expect(afterFailure(lockRules.source, failures, now + 24 * 60 * minute).locks).toBe(0);
  });

  it('counts anew when 15 minutes have passed since the first failure', () => {
    expect(after([0, 1, 2, 3, 15 * minute])).toEqual({ count: 1, since: 15 * minute, locks: 0, lockedUntil: null });
  });

  it('tells the minutes that are left, the begun one too', () => {
    const locked = after([0, 0, 0, 0, 0]);
    expect(minutesLocked(lockRules.source, locked, 1)).toBe(15);
    expect(minutesLocked(lockRules.source, locked, 14 * minute + 1)).toBe(1);
    expect(minutesLocked(lockRules.source, locked, 15 * minute)).toBe(0);
  });
});

describe('an account', () => {
  it('is locked after five failures, even for the right password, and opens after 15 minutes', async () => {
    const { anonymous, clock } = await lishuiApp();
    await failFiveTimes(anonymous);
    const locked = await succeed(anonymous);
    expect(locked.json()).toMatchObject({ status: 429, code: 'account-locked' });
    expect(locked.json<{ detail: string }>().detail).toContain('15 分钟');
    clock.advance(15);
    expect((await succeed(anonymous)).statusCode).toBe(200);
  });

  it('stays locked when the program starts again', async () => {
    const { anonymous, database, clock } = await lishuiApp();
    await failFiveTimes(anonymous);
    const config = readConfig({});
    const again = await buildApp({ config, database, clock, log: pino({ level: 'silent' }), demonstration: true });
    expect((await succeed(callerOf(again, {}))).json()).toMatchObject({ code: 'account-locked' });
    await again.close();
  });

  it('keeps its open sessions, and other accounts are not locked with it', async () => {
    const { anonymous, signedIn } = await lishuiApp();
    const caller = await signedIn('lishui');
    await failFiveTimes(anonymous);
    expect((await caller.get('/api/session')).statusCode).toBe(200);
    expect((await succeed(anonymous, 'jinhua')).statusCode).toBe(200);
  });

  it('is unlocked by a success: failures before it are forgotten', async () => {
    const { anonymous } = await lishuiApp();
    for (let time = 0; time < 4; time += 1) await fail(anonymous);
    expect((await succeed(anonymous)).statusCode).toBe(200);
    for (let time = 0; time < 4; time += 1) await fail(anonymous);
    expect((await succeed(anonymous)).statusCode).toBe(200);
  });

  it('takes no more than five guesses at once', async () => {
    const { anonymous } = await lishuiApp();
    const replies = await Promise.all(Array.from({ length: 8 }, () => fail(anonymous)));
    const codes = replies.map((reply) => reply.json<{ code: string }>().code);
    expect(codes.filter((code) => code === 'wrong-name-or-password')).toHaveLength(5);
    expect(codes.filter((code) => code === 'account-locked')).toHaveLength(3);
  });

  it('that does not exist locks like any other, so that locking tells nothing', async () => {
    const { anonymous } = await lishuiApp();
    await failFiveTimes(anonymous, 'nobody');
    expect((await fail(anonymous, 'nobody')).json()).toMatchObject({ code: 'account-locked' });
  });

  it('that does not exist is counted once a try, even where the engine runs the work of a transaction again', async () => {
    const { database, clock } = await demoApp();
    const twice: Database = {
      ...database,
      write: (work) =>
        database.write(async (tx) => {
          await work(tx);
          return work(tx);
        }),
    };
    const config = readConfig({});
    const app = await buildApp({
      config,
      database: twice,
      clock,
      log: pino({ level: 'silent' }),
      demonstration: true,
    });
    await failFiveTimes(callerOf(app, {}), 'nobody');
    expect((await fail(callerOf(app, {}), 'nobody')).json()).toMatchObject({ code: 'account-locked' });
    await app.close();
  });

  it('that does not exist takes no more than five guesses at once', async () => {
    const { anonymous } = await demoApp();
    const replies = await Promise.all(Array.from({ length: 8 }, () => fail(anonymous, 'nobody')));
    const codes = replies.map((reply) => reply.json<{ code: string }>().code);
    expect(codes.filter((code) => code === 'wrong-name-or-password')).toHaveLength(5);
  });

  it('leaves an audit row for a try while it is locked', async () => {
    const { anonymous, database } = await lishuiApp();
    await failFiveTimes(anonymous);
    await succeed(anonymous);
    const [newest] = await database.reader.select().from(auditEvents).orderBy(desc(auditEvents.at)).limit(1);
    const rows = await database.reader.select().from(auditEvents);
    expect(newest?.action).toBe('session.sign-in');
    expect(rows.filter(({ detail }) => detail['problem'] === 'account-locked')).toHaveLength(1);
  });
});

describe('tries from one address', () => {
  it('are throttled with the time to wait, before anything is locked or hashed', async () => {
    const { anonymous, database } = await demoApp({ environment: { SIGN_INS_PER_MINUTE: '3' } });
    for (let time = 0; time < 3; time += 1) expect((await fail(anonymous, `city-${time}`)).statusCode).toBe(401);
    const throttled = await fail(anonymous, 'city-3');
    expect(throttled.json()).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(Number(throttled.headers['retry-after'])).toBeGreaterThan(0);
    expect(await database.reader.select().from(auditEvents)).toHaveLength(3);
  });

  it('are not told apart by a forwarded address that nobody vouches for', async () => {
    const { anonymous } = await demoApp({ environment: { SIGN_INS_PER_MINUTE: '1' } });
    await fail(anonymous, 'city-0');
    const other = { 'x-forwarded-for': '203.0.113.9' };
    const throttled = await anonymous.post('/api/session', { name: 'city-1', password: 'wrong' }, other);
    expect(throttled.json()).toMatchObject({ code: 'too-many-requests' });
  });

  it('are told apart by the address that a trusted proxy forwards', async () => {
    const { anonymous } = await demoApp({ environment: { SIGN_INS_PER_MINUTE: '1', TRUSTED_PROXIES: '127.0.0.1' } });
    await fail(anonymous, 'city-0');
    const other = { 'x-forwarded-for': '203.0.113.9' };
    const tried = await anonymous.post('/api/session', { name: 'city-1', password: 'wrong' }, other);
    expect(tried.json()).toMatchObject({ code: 'wrong-name-or-password' });
  });
});
