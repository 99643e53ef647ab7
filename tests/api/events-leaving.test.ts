import { once } from 'node:events';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import Fastify from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { changeHub } from '#api/events/changes.ts';
import { events } from '#api/events/contract.ts';
import { eventStreams } from '#api/events/stream.ts';
import type { Changes } from '#api/http/context.ts';
import { authorNamed } from '#tests/support/small-office.ts';
import { serveStream } from '#api/http/serve-stream.ts';
import { demoApp } from '#tests/support/app.ts';

/** A hub that tells how many listen to it. */
function countedHub(): Changes & { listening(): number } {
  const hub = changeHub();
  let listening = 0;
  return {
    ...hub,
    listen(listener) {
      const stop = hub.listen(listener);
      listening += 1;
      return () => {
        listening -= 1;
        stop();
      };
    },
    listening: () => listening,
  };
}

describe('a reader who leaves while the stream is still being opened', () => {
  it('leaves no listener behind', async () => {
    const { database, app: whole } = await demoApp();
    const changes = countedHub();
    const app = Fastify();
    onTestFinished(() => app.close());
    app.decorate('served', []);
    app.decorate('protectiveHeaders', {});
    app.decorate('services', whole.services);
    const act = eventStreams(app);
    const arrived = Promise.withResolvers<Socket>();
    const opened = Promise.withResolvers<undefined>();
    const actor = { id: 'leader', author: authorNamed('leader'), role: 'leader', region: null } as const;
    app.addHook('onRequest', async (asked) => arrived.resolve(asked.raw.socket));
    serveStream(app)({ ...events, access: 'public' })(async (_input, _context, open) => {
      // The wait in which the reader leaves.
      await once(await arrived.promise, 'close');
      await act({ actor, database, changes, tokenHash: '' }, open);
      opened.resolve(undefined);
    });
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    const reader = request(`${origin}${events.path}`).on('error', () => undefined);
    reader.end();
    await arrived.promise;
    reader.destroy();
    await opened.promise;
    expect(changes.listening()).toBe(0);
  });
});
