import type { FastifyInstance } from 'fastify';
import { currentChanges, type SeenBy } from '#db/revisions.ts';
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
}

/** What a stream needs of the request that opened it. */
type StreamContext = Pick<Context, 'actor' | 'tokenHash'>;

/** Opens streams of changes on an app, and ends them all when it closes. */
export function eventStreams(
  app: FastifyInstance,
): (context: StreamContext, open: OpenStream<Change>) => Promise<void> {
  const listeners = new Set<Listener>();
  const stopWatching = watch(app, listeners);
  const { changes } = app.services;
  let last: Change = { revision: 0 };
  const tell = ({ stream, region }: Listener): void => {
    const revision = changes.numberFor(region);
    // The same object again, because a stream encodes that once for all who are told it in a row.
    if (revision !== last.revision) last = { revision };
    stream.send(revision, last);
  };
  const telling = spread<Listener>(tellingMs, tell);
  changes.listen((seenBy) => {
    telling.add([...listeners].filter(({ region }) => seenBy === null || seenBy === region));
  });
  app.addHook('preClose', async () => {
    stopWatching();
    telling.stop();
    for (const { stream } of listeners) stream.end();
  });
  return async ({ tokenHash, actor: { region } }, open) => {
    await announceNewest(app.services, [region]);
    const stream = open();
    if (stream === null) return;
    const listener: Listener = { tokenHash, region, stream };
    listeners.add(listener);
    stream.onClose(() => {
      telling.remove(listener);
      listeners.delete(listener);
    });
    // At once, so that a page that was away catches up whatever it missed.
    tell(listener);
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
    if (newest !== dataVersion)
      await announceNewest(
        app.services,
        Array.from(listeners, ({ region }) => region),
      );
    dataVersion = newest;
    if (isHeartbeat) for (const { stream } of listeners) stream.keepAlive();
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => app.log.warn({ err: error }, 'changes could not be looked for'));
  }, tickMs).unref();
  return () => clearInterval(timer);
}

/** Announcing a number a second time reaches nobody, so this passes on only what another process changed. */
async function announceNewest({ database, changes }: Services, regions: readonly SeenBy[]): Promise<void> {
  const found = await currentChanges(database.reader, [...new Set([null, ...regions])]);
  for (const { seenBy, number } of found) changes.announce(number, seenBy);
}

async function endWithoutSession(app: FastifyInstance, listeners: ReadonlySet<Listener>): Promise<void> {
  for (const listener of listeners) {
    if ((await app.findLivingSession(listener.tokenHash)) === null) listener.stream.end();
  }
}
