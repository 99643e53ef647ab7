import { once } from 'node:events';
import { request } from 'node:http';
import Fastify from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { changeHub } from '#api/events/changes.ts';
import { eventStreams } from '#api/events/stream.ts';
import type { Changes } from '#api/http/context.ts';
import { authorNamed } from '#tests/support/small-office.ts';
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
    const { database } = await demoApp();
    const changes = countedHub();
    const app = Fastify();
    onTestFinished(() => app.close());
    const open = eventStreams(app);
    const arrived = Promise.withResolvers<undefined>();
    const opened = Promise.withResolvers<undefined>();
    const actor = { id: 'leader', author: authorNamed('leader'), role: 'leader', region: null } as const;
    app.get('/events', async (asked, reply) => {
      arrived.resolve(undefined);
      // The wait in which the reader leaves.
      await once(asked.raw.socket, 'close');
      await Promise.race([open({ actor, database, changes, tokenHash: '' }, reply), once(reply.raw, 'never')]);
      opened.resolve(undefined);
    });
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    const reader = request(`${origin}/events`).on('error', () => undefined);
    reader.end();
    await arrived.promise;
    reader.destroy();
    await opened.promise;
    expect(changes.listening()).toBe(0);
  });
});
