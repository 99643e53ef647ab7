import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { pino } from 'pino';
import { changeHub } from '#api/events/changes.ts';
import { buildApp } from '#api/server/app.ts';
import { readConfig } from '#api/server/config.ts';
import { openDatabase } from '#db/database.ts';
import { findAccountByName } from '#db/accounts.ts';
import { currentChanges } from '#db/revisions.ts';
import { callerOf, demoApp, type TestApp } from '#tests/support/app.ts';
import { basedOn } from '#tests/support/reporting.ts';

const address = '/api/submissions/2020/10/330300';

/** Opens the stream as a browser would, over a real connection; `next` waits for the next block of the stream. */
async function listenTo({ app }: TestApp, cookie: string) {
  const origin = await app.listen({ port: 0, host: '127.0.0.1' }).catch(() => `http://127.0.0.1:${portOf(app)}`);
  const abort = new AbortController();
  onTestFinished(() => abort.abort());
  const response = await fetch(`${origin}/api/events`, { headers: { cookie }, signal: abort.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let unread = '';
  const next = async (): Promise<string | null> => {
    while (!unread.includes('\n\n')) {
      const { value, done } = await reader.read();
      if (done) return null;
      unread += value;
    }
    const [block = '', ...rest] = unread.split('\n\n');
    unread = rest.join('\n\n');
    return block;
  };
  return { response, next, close: () => abort.abort() };
}

function portOf(app: TestApp['app']): number {
  const bound = app.server.address();
  return typeof bound === 'object' && bound !== null ? bound.port : 0;
}

/** What somebody of this city is told now, or somebody of none. */
async function numberFor({ database }: TestApp, region: string | null = null): Promise<number> {
  const counted = await currentChanges(database.reader, region === null ? [null] : [null, region]);
  return counted.reduce((sum, { number }) => sum + number, 0);
}

/** The program a second time on the same database; on PostgreSQL as many processes do, on SQLite as a second one could. */
async function anotherProcess({ address: place, clock }: TestApp) {
  const database = await openDatabase({ address: place });
  const other = await buildApp({
    config: readConfig({}),
    database,
    clock,
    log: pino({ level: 'silent' }),
    demonstration: true,
  });
  onTestFinished(async () => {
    await other.close();
    await database.close();
  });
  return { app: other };
}

const eventOf = (revision: number) => `id: ${revision}\nevent: changed\ndata: {"revision":${revision}}`;

describe('the stream of changes', () => {
  it('begins with the revision of now, so that a page that was away catches up', async () => {
    const office = await demoApp();
    const { response, next } = await listenTo(office, (await office.signedInAs('leader')).cookie);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toContain(`default-src 'none'`);
    expect(await next()).toBe(`retry: 2000\n${eventOf(await numberFor(office))}`);
  });

  it('tells of a change, to everybody and without a figure', async () => {
    const office = await demoApp();
    const streams = [
      await listenTo(office, (await office.signedInAs('leader')).cookie),
      await listenTo(office, (await office.signedInAs('official')).cookie),
    ];
    for (const { next } of streams) await next();
    const before = await numberFor(office);
    const quzhou = '/api/submissions/2020/10/330800';
    const accepted = await (await office.signedInAs('official')).post(`${quzhou}/accept`, {}, basedOn(1));
    expect(accepted.statusCode).toBe(200);
    for (const { next } of streams) expect(await next()).toBe(eventOf(before + 1));
  });

  it('tells of a draft to the city’s own people alone, and leaves no gap in the numbers of anybody else', async () => {
    const office = await demoApp();
    const own = await listenTo(office, (await office.signedIn('wenzhou')).cookie);
    const others = [
      await listenTo(office, (await office.signedInAs('official')).cookie),
      await listenTo(office, (await office.signedIn('hangzhou')).cookie),
    ];
    const before = await numberFor(office);
    for (const { next } of [own, ...others]) expect(await next()).toBe(`retry: 2000\n${eventOf(before)}`);
    const wenzhou = await office.signedIn('wenzhou');
    for (const version of [0, 1]) {
      expect((await wenzhou.put(address, { figures: {} }, { 'if-match': `${version}` })).statusCode).toBe(200);
      expect(await own.next()).toBe(eventOf(before + version + 1));
    }
    await (await office.signedInAs('official')).post('/api/submissions/2020/10/330800/accept', {}, basedOn(1));
    for (const { next } of others) expect(await next()).toBe(eventOf(before + 1));
    expect(await own.next()).toBe(eventOf(before + 3));
    const late = await listenTo(office, (await office.signedInAs('leader')).cookie);
    expect(await late.next()).toBe(`retry: 2000\n${eventOf(before + 1)}`);
  });

  it('tells of what another process changed, and of a draft there the city’s own people alone', async () => {
    const office = await demoApp();
    const own = await listenTo(office, (await office.signedIn('wenzhou')).cookie);
    const leader = await listenTo(office, (await office.signedInAs('leader')).cookie);
    for (const { next } of [own, leader]) await next();
    const before = await numberFor(office);
    const other = await anotherProcess(office);
    const wenzhou = callerOf(other.app, { cookie: (await office.signedIn('wenzhou')).cookie });
    expect((await wenzhou.put(address, { figures: {} }, { 'if-match': '0' })).statusCode).toBe(200);
    expect(await own.next()).toBe(eventOf(before + 1));
    const official = callerOf(other.app, { cookie: (await office.signedInAs('official')).cookie });
    expect((await official.post('/api/submissions/2020/10/330800/accept', {}, basedOn(1))).statusCode).toBe(200);
    expect(await leader.next()).toBe(eventOf(before + 1));
    expect(await own.next()).toBe(eventOf(before + 2));
  });

  it('ends when its person is disabled', async () => {
    const office = await demoApp();
    const { next } = await listenTo(office, (await office.signedIn('lishui')).cookie);
    await next();
    const person = await findAccountByName(office.database.reader, 'lishui');
    await (await office.signedInAs('administrator')).put(`/api/accounts/${person!.id}/state`, { disabled: true });
    let block: string | null = '';
    while (block !== null) block = await next();
    expect(block).toBeNull();
  });

  it('sends a comment every 15 seconds and ends with its session', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const office = await demoApp();
    const { next } = await listenTo(office, (await office.signedInAs('leader')).cookie);
    await next();
    vi.advanceTimersByTime(15_000);
    expect(await next()).toBe(': still here');
    office.clock.advance(30);
    vi.advanceTimersByTime(15_000);
    expect(await next()).toBeNull();
  });

  it('does not keep a session alive', async () => {
    const office = await demoApp();
    const caller = await office.signedInAs('leader');
    const { next } = await listenTo(office, caller.cookie);
    await next();
    office.clock.advance(30);
    expect((await caller.get('/api/session')).statusCode).toBe(401);
  });

  it('is let go when the app closes', async () => {
    const office = await demoApp();
    const { next } = await listenTo(office, (await office.signedInAs('leader')).cookie);
    await next();
    const closed = office.app.close();
    expect(await next()).toBeNull();
    await closed;
  });
});

describe('a hub of changes', () => {
  it('passes on rising numbers, each once, to those who listen', () => {
    const hub = changeHub();
    const heard: number[] = [];
    const stop = hub.listen(() => heard.push(hub.numberFor(null)));
    for (const change of [1, 2, 2, 1, 4]) hub.announce(change, null);
    stop();
    hub.announce(5, null);
    expect(heard).toEqual([1, 2, 4]);
  });

  it('counts what a city alone sees for its own people', () => {
    const hub = changeHub();
    const seen: (string | null)[] = [];
    hub.listen((seenBy) => seen.push(seenBy));
    hub.announce(7, null);
    hub.announce(3, '330300');
    hub.announce(3, '330300');
    expect([null, '330300', '330100'].map(hub.numberFor)).toEqual([7, 10, 7]);
    expect(seen).toEqual([null, '330300']);
  });
});
