import type { FastifyInstance } from 'fastify';
import { currentChange } from '#db/revisions.ts';
import type { Context, Services } from '../http/context.ts';
import type { EventStream, OpenStream } from '../http/serve-stream.ts';
import type { Change } from './contract.ts';
import { spread } from './spread.ts';

/** How often other processes' changes and ended sessions are looked for, while somebody listens. */
const tickMs = 1000;
/** Every how many ticks a comment is sent, so that a broken connection is noticed and a proxy keeps a quiet one. */
const ticksPerHeartbeat = 15;
/** Each told page reads again: told all at once, 200 of them would hold up whoever works just then. */
const tellingMs = 1000;

interface Listener {
  readonly tokenHash: string;
  readonly region: string | null;
  readonly stream: EventStream<Change>;
  /** What this page has not been told yet; only the newest counts. */
  untold: Change | null;
}

/** What a stream needs of the request that opened it. */
type StreamContext = Pick<Context, 'actor' | 'database' | 'changes' | 'tokenHash'>;

/** Opens streams of changes on an app, and ends them all when it closes. */
export function eventStreams(
  app: FastifyInstance,
): (context: StreamContext, open: OpenStream<Change>) => Promise<void> {
  const listeners = new Set<Listener>();
  const stopWatching = watch(app, listeners);
  const telling = spread<Listener>(tellingMs, (listener) => {
    if (listener.untold !== null) listener.stream.send(listener.untold.revision, listener.untold);
    listener.untold = null;
  });
  app.services.changes.listen((revision, seenOnlyBy) => {
    const change: Change = { revision };
    const concerned = [...listeners].filter(({ region }) => seenOnlyBy === null || seenOnlyBy === region);
    for (const listener of concerned) listener.untold = change;
    telling.add(concerned);
  });
  app.addHook('preClose', async () => {
    stopWatching();
    telling.stop();
    for (const { stream } of listeners) stream.end();
  });
  return async ({ database, changes, tokenHash, actor }, open) => {
    const revision = await currentChange(database.reader);
    changes.announce(revision, null);
    const stream = open();
    if (stream === null) return;
    const listener: Listener = { tokenHash, region: actor.region, stream, untold: null };
    listeners.add(listener);
    stream.onClose(() => {
      telling.remove(listener);
      listeners.delete(listener);
    });
    // At once, so that a page that was away catches up whatever it missed.
    stream.send(revision, { revision });
  };
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
    if (isHeartbeat) for (const { stream } of listeners) stream.keepAlive();
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => app.log.warn({ err: error }, 'changes could not be looked for'));
  }, tickMs).unref();
  return () => clearInterval(timer);
}

/** Announcing a revision a second time reaches nobody, so this passes on only what another process changed. */
async function announceNewest({ database, changes }: Services): Promise<void> {
  changes.announce(await currentChange(database.reader), null);
}

async function endWithoutSession(app: FastifyInstance, listeners: ReadonlySet<Listener>): Promise<void> {
  for (const listener of listeners) {
    if ((await app.findLivingSession(listener.tokenHash)) === null) listener.stream.end();
  }
}
