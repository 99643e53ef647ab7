/** Sessions end though the clock stands or goes back; a clock that was set is told. */
import { describe, expect, it } from 'vitest';
import { hashSessionToken } from '#api/http/session-cookie.ts';
import { isAliveByUptime } from '#api/http/session-rules.ts';
import { watchedClock } from '#api/server/clock-watch.ts';
import { buildApp } from '#api/server/app.ts';
import { readConfig } from '#api/server/config.ts';
import { touchSession } from '#db/sessions.ts';
import { demoApp } from '#tests/support/app.ts';
import { pino } from 'pino';

const minute = 60_000;
const hour = 60 * minute;

/** An office whose clock stands until it is set, while the process goes on; a session that was met by a first request. */
async function standingOffice() {
  let uptime = 5 * hour;
  const office = await demoApp({ uptimeMs: () => uptime });
  const wenzhou = await office.signedIn('wenzhou');
  const status = async () => (await wenzhou.get('/api/session')).statusCode;
  expect(await status()).toBe(200);
  const goOn = (minutes: number): void => {
    uptime += minutes * minute;
  };
  return { ...office, wenzhou, status, goOn };
}

describe('by the uptime of a process a session', () => {
  it('lives until half an hour after its use and 12 hours after it was met, and not a millisecond longer', () => {
    expect(isAliveByUptime({ metAt: 7, usedAt: 7 }, 7 + 30 * minute - 1)).toBe(true);
    expect(isAliveByUptime({ metAt: 7, usedAt: 7 }, 7 + 30 * minute)).toBe(false);
    expect(isAliveByUptime({ metAt: 7, usedAt: 7 + 12 * hour - 2 }, 7 + 12 * hour - 1)).toBe(true);
    expect(isAliveByUptime({ metAt: 7, usedAt: 7 + 12 * hour - 1 }, 7 + 12 * hour)).toBe(false);
  });
});

describe('while the clock stands, a session', () => {
  it('ends when it was not used for half an hour, and stays ended', async () => {
    const { status, goOn } = await standingOffice();
    goOn(29);
    expect(await status()).toBe(200);
    goOn(29);
    expect(await status()).toBe(200);
    goOn(30);
    expect(await status()).toBe(401);
    expect(await status()).toBe(401);
  });

  it('ends 12 hours after it was met, however busy', async () => {
    const { status, goOn } = await standingOffice();
    // 35 × 20 minutes are 700 minutes; 12 hours are 720.
    for (let times = 0; times < 35; times += 1) {
      goOn(20);
      expect(await status()).toBe(200);
    }
    goOn(20);
    expect(await status()).toBe(401);
  });

  it('is not used by being looked at for an open page', async () => {
    const { app, wenzhou, goOn } = await standingOffice();
    const find = () => app.findLivingSession(hashSessionToken(wenzhou.cookie.replace('xushi=', '')));
    goOn(20);
    expect(await find()).not.toBeNull();
    goOn(10);
    expect(await find()).toBeNull();
  });
});

describe('a session', () => {
  it('ends though the clock is set back again and again', async () => {
    const { status, goOn, clock } = await standingOffice();
    goOn(15);
    clock.advance(-15);
    expect(await status()).toBe(200);
    goOn(30);
    clock.advance(-5);
    expect(await status()).toBe(401);
  });

  it('that another process saw used is not idle by uptime either', async () => {
    const { status, goOn, clock, database, wenzhou } = await standingOffice();
    goOn(29);
    clock.advance(29);
    await database.write((tx) =>
      touchSession(tx, hashSessionToken(wenzhou.cookie.replace('xushi=', '')), clock.now().toISOString()),
    );
    goOn(20);
    clock.advance(20);
    expect(await status()).toBe(200);
  });
});

/** A machine whose clock and uptime go on together until its clock is set; what was logged of it. */
function machine() {
  let now = Date.parse('2026-03-01T00:00:00Z');
  let uptime = 1000;
  const logged: object[] = [];
  const clock = watchedClock({ now: () => new Date(now) }, () => uptime, {
    warn: (detail) => void logged.push(detail),
  });
  const goOn = (ms: number, setBy = 0): void => {
    uptime += ms;
    now += ms + setBy;
    clock.now();
  };
  clock.now();
  return { clock, goOn, logged };
}

describe('a clock', () => {
  it('that goes on, is set by a minute or less, or is slowly put right, is not told of', () => {
    const { clock, goOn, logged } = machine();
    goOn(40 * hour);
    goOn(1000, minute);
    for (let times = 0; times < 100; times += 1) goOn(1000, -30_000);
    expect([clock.lastStep(), logged]).toEqual([null, []]);
  });

  it('that is set by more is logged each time, and the last time is kept', () => {
    const { clock, goOn, logged } = machine();
    goOn(1000, minute + 1);
    const first = { at: '2026-03-01T00:01:01.001Z', bySeconds: 60 };
    expect([clock.lastStep(), logged]).toEqual([first, [first]]);
    goOn(1000);
    goOn(1000, -hour);
    const second = { at: '2026-02-28T23:01:03.001Z', bySeconds: -3600 };
    expect([clock.lastStep(), logged]).toEqual([second, [first, second]]);
  });

  it('that was set is named by readiness, which stays ready', async () => {
    const { database, clock } = await demoApp();
    const step = { at: '2026-02-28T23:01:03.001Z', bySeconds: -3600 };
    const log = pino({ level: 'silent' });
    const config = readConfig({});
    const app = await buildApp({ config, database, clock, log, demonstration: true, lastClockStep: () => step });
    const reply = await app.inject({ url: '/api/ready', headers: { host: 'localhost' } });
    await app.close();
    expect([reply.statusCode, reply.json()]).toEqual([200, { status: 'ready', failingJobs: [], clockStep: step }]);
  });
});
