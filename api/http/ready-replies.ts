import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendToReader, type Encoded } from './encode.ts';
import { countOf } from './protection.ts';

/** What can change by time alone (a session that ends, a new day) is looked at again after this. */
const readyForMs = 1000;
/** More than the readers of an office ask for within that time; beyond it all are forgotten. */
const maxEntries = 1000;

interface Ready {
  readonly encoded: Encoded;
  /** When it was answered, in milliseconds of the process and of the office's clock. */
  readonly at: Moment;
}

type DataVersion = number | Promise<number>;

interface Moment {
  readonly uptime: number;
  readonly clock: number;
}

/**
 * Answers at once what was answered a moment ago: the same address asked for with the same cookie, while nobody has committed
 * anything. It went the whole way then, session and permission included, and nothing that these were decided by has changed
 * but the time. Only replies that are kept by revision are remembered; whoever signs out, is disabled or reads what
 * somebody has changed meets another data version. To be called when the app is ready and before it listens; PostgreSQL has to
 * be asked for its data version, which takes longer than the whole way, so nothing is remembered there.
 */
export function answerReadyReplies(app: FastifyInstance): void {
  const { database, unsavedSessions, uptimeMs, clock } = app.services;
  if (database.engine !== 'sqlite') return;
  const ready = new Map<string, Ready>();
  /** Of everything that is ready, for the whole time from a request's arrival to its answer. */
  let readyAt: DataVersion | null = null;
  const arrivals = new WeakMap<IncomingMessage, DataVersion>();
  const now = (): Moment => ({ uptime: uptimeMs(), clock: clock.now().getTime() });

  const answer = (request: IncomingMessage, response: ServerResponse): boolean => {
    const key = keyOf(request);
    if (key === null) return false;
    const dataVersion = database.dataVersion();
    // Nothing of an older version is given again, so that nothing of one is held in memory.
    if (dataVersion !== readyAt) ready.clear();
    readyAt = dataVersion;
    const found = ready.get(key);
    if (found === undefined || isPast(found.at, now())) {
      arrivals.set(request, dataVersion);
      return false;
    }
    request.resume();
    sendToReader(request.headers, response, app.protectiveHeaders, found.encoded);
    return true;
  };

  app.noteReply.by = ({ raw, signedIn }: FastifyRequest, encoded: Encoded): void => {
    const dataVersion = arrivals.get(raw);
    const key = keyOf(raw);
    if (key === null || dataVersion === undefined || dataVersion !== readyAt) return;
    if (dataVersion !== database.dataVersion()) return;
    // One that this process alone keeps ends without a commit.
    if (signedIn === null || unsavedSessions.find(signedIn.tokenHash) !== undefined) return;
    if (ready.size >= maxEntries) ready.clear();
    ready.set(key, { encoded, at: now() });
  };

  const [passOn] = app.server.listeners('request');
  if (passOn === undefined) throw new Error('the server has no listener to pass requests on to');
  app.server.removeAllListeners('request');
  app.server.on('request', (request, response) => {
    if (!answer(request, response)) passOn.call(app.server, request, response);
  });
}

/** Whether it is too long ago by either: a clock may be set, and may stand. */
const isPast = (at: Moment, now: Moment): boolean =>
  now.uptime - at.uptime > readyForMs || Math.abs(now.clock - at.clock) > readyForMs;

/** What a reader is answered by, alone: the address and the cookie; null where anything else may decide. */
function keyOf({ method, url, headers, rawHeaders }: IncomingMessage): string | null {
  const { cookie, authorization } = headers;
  if (method !== 'GET' || cookie === undefined || authorization !== undefined || hasBody(headers)) return null;
  return countOf('host', rawHeaders) === 1 ? `${cookie}\n${url}` : null;
}

const hasBody = (headers: IncomingMessage['headers']): boolean =>
  headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
