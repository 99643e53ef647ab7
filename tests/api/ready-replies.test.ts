/** What was answered a moment ago is answered again at once, and only that: over a real connection, as the listener decides. */
import { request as ask } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endpoint, roles } from '#api/http/endpoint.ts';
import { serve } from '#api/http/serve.ts';
import { accountRoutes } from '#api/accounts/routes.ts';
import { settingKeys, putSetting } from '#db/settings.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const board = endpoint({
  name: 'board',
  method: 'GET',
  path: '/api/board',
  summary: 'A reply that is kept',
  access: roles,
  tag: 'bytes',
  reply: z.object({ city: z.string(), text: z.string() }),
});

/** Counts how often the action is asked, which a request that is answered at once never reaches. */
async function boardOffice() {
  const asked = { times: 0 };
  const run = { ms: 0 };
  const kept = new Map<string | null, { city: string; text: string }>();
  const office = await listeningApp({
    uptimeMs: () => run.ms,
    features: [
      accountRoutes,
      (app) =>
        serve(app)(board)((_input, { actor: { region } }) => {
          asked.times += 1;
          const reply = kept.get(region) ?? { city: region ?? '', text: '指标'.repeat(1000) };
          kept.set(region, reply);
          return reply;
        }),
    ],
  });
  const read = (caller: { readonly cookie: string }, headers: Record<string, string> = {}) =>
    fetch(`${office.origin}/api/board`, { headers: { cookie: caller.cookie, ...headers } });
  const official = await office.signedIn('official');
  /** Asked often enough to be ready. */
  const makeReady = async (caller: { readonly cookie: string } = official) => {
    await (await read(caller)).text();
    await (await read(caller)).text();
    asked.times = 0;
  };
  return { ...office, asked, run, kept, read, official, makeReady };
}

/** Frees at once what nothing holds any more. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}

/** A reply's headers but for the time. */
const named = (reply: Response) => [...reply.headers].filter(([name]) => name !== 'date');

describe('a reply that was given a moment ago', () => {
  it('is given again without being asked for, whole, packed, or as known', async () => {
    const { read, official, asked, makeReady } = await boardOffice();
    const first = await read(official);
    const body = await first.text();
    await makeReady();
    const again = await read(official);
    expect(await again.text()).toBe(body);
    expect(named(again)).toEqual(named(first));
    expect(again.headers.get('content-encoding')).toBe('gzip');
    const known = await read(official, { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([known.status, await known.text()]).toEqual([304, '']);
    const plain = await read(official, { 'accept-encoding': 'identity' });
    expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, body]);
    expect(asked.times).toBe(0);
  });

  it('is nobody else’s: another session goes the whole way, and a program that names itself otherwise', async () => {
    const { read, signedIn, official, asked, makeReady } = await boardOffice();
    // A new session is a commit, after which nothing is ready.
    const bureau = await signedIn('wenzhou');
    await makeReady();
    expect(await (await read(bureau)).json()).toMatchObject({ city: '330300' });
    expect((await read({ cookie: 'xushi=none' })).status).toBe(401);
    await read(official, { authorization: 'Bearer other' });
    expect(asked.times).toBe(2);
  });

  it('is asked for anew after anybody’s commit', async () => {
    const { read, official, asked, makeReady, database } = await boardOffice();
    await makeReady();
    await database.write((tx) => putSetting(tx, settingKeys.demonstration, 'changed'));
    await read(official);
    expect(asked.times).toBe(1);
  });

  it('is not held in memory after anybody’s commit', async () => {
    const { app, kept, read, official, makeReady, database } = await boardOffice();
    const noted: WeakRef<object>[] = [];
    const { by } = app.noteReply;
    app.noteReply.by = (request, encoded) => {
      noted.push(new WeakRef(encoded));
      by?.(request, encoded);
    };
    await makeReady();
    expect(noted.length).toBeGreaterThan(0);
    kept.clear();
    await database.write((tx) => putSetting(tx, settingKeys.demonstration, 'changed'));
    await read(official, { cookie: 'xushi=none' });
    // What was looked at in a turn stays until its end.
    await nextTurn();
    collectGarbage();
    expect(noted.map((one) => one.deref())).toEqual(noted.map(() => undefined));
  });

  it('is asked for anew a second later, by the process or by the office’s clock', async () => {
    const { read, official, asked, makeReady, run, clock } = await boardOffice();
    await makeReady();
    run.ms += 1001;
    await read(official);
    expect(asked.times).toBe(1);
    await makeReady();
    clock.advance(1);
    await read(official);
    expect(asked.times).toBe(1);
    await makeReady();
    clock.advance(31);
    expect((await read(official)).status).toBe(401);
  });

  it('is refused at once to whoever has signed out', async () => {
    const { read, origin, official, makeReady } = await boardOffice();
    await makeReady();
    const out = await fetch(`${origin}/api/session`, {
      method: 'DELETE',
      headers: { cookie: official.cookie, origin },
    });
    expect(out.ok).toBe(true);
    expect((await read(official)).status).toBe(401);
  });

  it('is not given to a request with two hosts', async () => {
    const { official, origin, makeReady } = await boardOffice();
    await makeReady();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const { hostname, port, host } = new URL(origin);
      const headers = ['host', host, 'host', 'elsewhere', 'cookie', official.cookie, 'accept-encoding', 'gzip'];
      ask({ hostname, port, path: '/api/board', headers }, (reply) => {
        reply.resume();
        resolve(reply.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(400);
  });
});
