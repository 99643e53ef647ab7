import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { currentChange } from '#db/revisions.ts';
import type { Context, Services } from '../http/context.ts';

/** How often other processes' changes and ended sessions are looked for, while somebody listens. */
const tick = 1000;
/** Every how many ticks a comment is sent, so that a broken connection is noticed and a proxy keeps a quiet one. */
const ticksPerHeartbeat = 15;
/** A reader who takes nothing for so long is let go; the page comes back by itself. */
const mostUnread = 64 * 1024;

interface Listener {
  readonly tokenHash: string;
  send(text: string): void;
  end(): void;
}

/** What a stream needs of the request that opened it. */
type StreamContext = Pick<Context, 'actor' | 'database' | 'changes' | 'tokenHash'>;

/** Opens streams of changes on an app, and ends them all when it closes. */
export function eventStreams(
  app: FastifyInstance,
): (context: StreamContext, reply: FastifyReply) => Promise<FastifyReply> {
  const listeners = new Set<Listener>();
  const stopWatching = watch(app, listeners);
  app.addHook('preClose', async () => {
    stopWatching();
    for (const listener of listeners) listener.end();
  });
  return async ({ database, changes, tokenHash, actor }, reply) => {
    const revision = await currentChange(database.reader);
    changes.announce(revision, null);
    const response = begin(reply);
    // Who left during a wait has closed already: nothing would ever take the listener away again.
    if (response.destroyed) return reply;
    const listener: Listener = {
      tokenHash,
      send: (text) => {
        // An ended answer stays listed until its connection closes; writing to it would end the process.
        if (response.writableEnded) return;
        if (response.writableLength > mostUnread) response.destroy();
        else response.write(text);
      },
      end: () => response.end(),
    };
    const unlisten = changes.listen((next, seenOnlyBy) => {
      if (seenOnlyBy === null || seenOnlyBy === actor.region) listener.send(changed(next));
    });
    listeners.add(listener);
    response.on('close', () => {
      unlisten();
      listeners.delete(listener);
    });
    // At once, so that a page that was away catches up whatever it missed.
    listener.send(`retry: 2000\n${changed(revision)}`);
    return reply;
  };
}

function begin(reply: FastifyReply): ServerResponse {
  reply.hijack();
  return reply.raw.writeHead(200, {
    ...reply.server.protectiveHeaders,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
}

/** One event; its id is the revision. */
function changed(revision: number): string {
  return `id: ${revision}\nevent: changed\ndata: ${JSON.stringify({ revision })}\n\n`;
}

function watch(app: FastifyInstance, listeners: ReadonlySet<Listener>): () => void {
  let ticks = 0;
  let dataVersion: number | null = null;
  const look = async (): Promise<void> => {
    if (listeners.size === 0) return;
    ticks += 1;
    const isHeartbeat = ticks % ticksPerHeartbeat === 0;
    const newest = await app.services.database.dataVersion();
    if (newest !== dataVersion || isHeartbeat) await endWithoutSession(app, listeners);
    if (newest !== dataVersion) await announceNewest(app.services);
    dataVersion = newest;
    if (isHeartbeat) for (const listener of listeners) listener.send(': still here\n\n');
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => app.log.warn({ err: error }, 'changes could not be looked for'));
  }, tick).unref();
  return () => clearInterval(timer);
}

/** Announcing a revision a second time reaches nobody, so this passes on only what another process changed. */
async function announceNewest({ database, changes }: Services): Promise<void> {
  changes.announce(await currentChange(database.reader), null);
}

async function endWithoutSession(app: FastifyInstance, listeners: ReadonlySet<Listener>): Promise<void> {
  for (const listener of listeners) {
    if ((await app.findLivingSession(listener.tokenHash)) === null) listener.end();
  }
}
