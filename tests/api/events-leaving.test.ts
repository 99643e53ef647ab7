import { once } from 'node:events';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import Fastify from 'fastify';
import { expect, it, onTestFinished, vi } from 'vitest';
import { events } from '#api/events/contract.ts';
import { eventStreams } from '#api/events/stream.ts';
import { authorNamed } from '#tests/support/small-office.ts';
import { serveStream } from '#api/http/serve-stream.ts';
import { demoApp } from '#tests/support/app.ts';

const actor = { id: 'leader', author: authorNamed('leader'), role: 'leader', region: null, within: null } as const;

/** Whose sessions a second later are still looked for: those of who stayed, and of nobody who left while it opened. */
async function lookedFor(leaves: boolean): Promise<readonly string[]> {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { app: whole } = await demoApp();
  const app = Fastify();
  onTestFinished(() => app.close());
  const asked = new Set<string>();
  app.decorate('served', []);
  app.decorate('protectiveHeaders', {});
  app.decorate('services', whole.services);
  app.decorate('findLivingSession', async (tokenHash) => {
    asked.add(tokenHash);
    return null;
  });
  const act = eventStreams(app);
  const arrived = Promise.withResolvers<Socket>();
  const opened = Promise.withResolvers<undefined>();
  app.addHook('onRequest', async ({ raw }) => arrived.resolve(raw.socket));
  serveStream(app)({ ...events, access: 'public' })(async (_input, _context, open) => {
    // The wait in which the reader leaves.
    if (leaves) await once(await arrived.promise, 'close');
    await act({ actor, tokenHash: 'theirs' }, open);
    opened.resolve(undefined);
  });
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  const reader = request(`${origin}${events.path}`).on('error', () => undefined);
  reader.end();
  await arrived.promise;
  if (leaves) reader.destroy();
  await opened.promise;
  vi.advanceTimersByTime(1000);
  // The look has begun; its question comes when the database has answered.
  await whole.services.database.dataVersion();
  await new Promise(setImmediate);
  reader.destroy();
  return [...asked];
}

it('a reader who leaves while the stream is still being opened leaves no listener behind', async () => {
  expect(await lookedFor(false)).toEqual(['theirs']);
  expect(await lookedFor(true)).toEqual([]);
});
