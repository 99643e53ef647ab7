import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database, Reader } from '#db/dialect';
import { currentAccess } from '#db/revisions.ts';
import { findSession, type SessionRow } from '#db/sessions.ts';
import { authorOf, findAccount, type AccountRow } from '#db/accounts.ts';
import type { Actor, Services } from './context.ts';
import { isAlive, sessionLimits } from './session-rules.ts';
import { sessionUptimes, type SessionUptimes } from './session-uptime.ts';
import { sessionUse } from './session-use.ts';
import { refuseOutside } from './bound-officials.ts';
import type { AnyEndpoint } from './endpoint.ts';
import { Problem } from './problem.ts';
import { hashSessionToken, type SessionCookie } from './session-cookie.ts';
import type { UnsavedSessions } from './unsaved-sessions.ts';

/** A person's session, as one request finds it. */
export interface SignedIn {
  readonly actor: Actor;
  readonly tokenHash: string;
  readonly mustChangePassword: boolean;
  readonly createdAt: number;
  readonly lastSeenAt: number;
}

/** Sessions kept in memory; beyond this many all are forgotten and read again. */
const maxEntries = 10_000;

/**
 * Default deny: lets a request on to its endpoint only when that is public, or when the cookie's session is alive and its
 * person's role is among the endpoint's. Sets `request.signedIn`.
 */
export function requireSession(app: FastifyInstance, cookie: SessionCookie): void {
  const uptimes = sessionUptimes(app.services.uptimeMs);
  const sessions = keptSessions(app.services, uptimes);
  const noteUse = sessionUse(app);
  app.decorateRequest('signedIn', null);
  app.decorate('findLivingSession', sessions.find);
  app.addHook('onRequest', async (request) => {
    const { endpoint } = request.routeOptions.config;
    if (endpoint === undefined || endpoint.access === 'public' || endpoint.access === 'token') return;
    const session = await identify(request, cookie, sessions.find);
    request.signedIn = session;
    const now = app.services.clock.now().getTime();
    if (now - session.lastSeenAt >= sessionLimits.noted) {
      sessions.seen(session, now);
      app.services.unsavedSessions.used(session.tokenHash, now);
      noteUse(session.tokenHash, now);
    }
    uptimes.used(session.tokenHash, now);
    refuseUnlessAllowed(endpoint, session);
    await refuseOutside(app.services, endpoint, session.actor, request);
  });
}

/** The living session of a token's hash; null where there is none or its person is disabled. */
export type FindSession = (tokenHash: string) => Promise<SignedIn | null>;

async function identify(request: FastifyRequest, cookie: SessionCookie, find: FindSession): Promise<SignedIn> {
  const token = cookie.read(request.headers.cookie);
  const session = token === null ? null : await find(hashSessionToken(token));
  if (session === null) throw new Problem('not-signed-in');
  return session;
}

function refuseUnlessAllowed(endpoint: AnyEndpoint, session: SignedIn): void {
  if (session.mustChangePassword && !endpoint.openWithOneTimeSecret) throw new Problem('password-change-required');
  if (!endpoint.access.includes(session.actor.role)) throw new Problem('not-allowed');
}

interface KeptSessions {
  readonly find: FindSession;
  /** A request of this session came at this moment, in milliseconds; it is written down later. */
  seen(session: SignedIn, now: number): void;
}

/**
 * Finds living sessions by their token's hash. What was read stays valid until anybody, in any process, commits what could
 * end a session or change its person: a disabled person is refused at once, and a submission makes nobody's session
 * be read again.
 */
function keptSessions({ database, clock, unsavedSessions }: Services, uptimes: SessionUptimes): KeptSessions {
  const kept = new Map<string, SignedIn>();
  const access = accessNumber(database);
  let keptAt: number | null = null;
  const find: FindSession = async (tokenHash) => {
    const number = access();
    const current = typeof number === 'number' ? number : await number;
    if (current !== keptAt || kept.size > maxEntries) kept.clear();
    keptAt = current;
    const now = clock.now().getTime();
    const known = kept.get(tokenHash);
    const counts = (session: SignedIn): boolean => isAlive(session, now) && uptimes.isAlive(session);
    if (known !== undefined && counts(known)) return known;
    // Not known, or idle as far as this process saw: another one may have been asked meanwhile.
    const stored = await findSession(database.reader, tokenHash);
    const row = stored ?? (await findUnsaved(database.reader, unsavedSessions, tokenHash));
    if (row === undefined) uptimes.forget(tokenHash);
    if (row === undefined || row.account.disabled) return null;
    const session = signedIn(row.session, row.account);
    // Another request may have met a newer number meanwhile; then this row is for this request only.
    if (keptAt === current && stored !== undefined) kept.set(tokenHash, session);
    return counts(session) ? session : null;
  };
  return {
    find,
    seen: (session, now) => {
      if (kept.get(session.tokenHash) === session) kept.set(session.tokenHash, { ...session, lastSeenAt: now });
    },
  };
}

/** A session that this process alone keeps, with its account; one whose password has been changed is over. */
async function findUnsaved(reader: Reader, sessions: UnsavedSessions, tokenHash: string) {
  const session = sessions.find(tokenHash);
  if (session === undefined) return undefined;
  const account = await findAccount(reader, session.account);
  if (account?.passwordHash === session.passwordHash) return { session, account };
  sessions.end(tokenHash);
  return undefined;
}

/** The number of the newest change of sessions or accounts, read once after each commit of anybody. */
function accessNumber(database: Database): () => number | Promise<number> {
  let readAt: number | null = null;
  let known: number | Promise<number> = 0;
  const at = (dataVersion: number): number | Promise<number> => {
    if (dataVersion === readAt) return known;
    readAt = dataVersion;
    const reading = currentAccess(database.reader).then(
      (number) => {
        if (known === reading) known = number;
        return number;
      },
      (error: unknown) => {
        // What could not be read is asked again by the next request.
        readAt = null;
        throw error;
      },
    );
    known = reading;
    return reading;
  };
  return () => {
    const dataVersion = database.dataVersion();
    return typeof dataVersion === 'number' ? at(dataVersion) : dataVersion.then(at);
  };
}

/** Who an account is to its requests: the region of an official is the one that they are bound to. */
export function actorOf(account: AccountRow): Actor {
  const { id, role, region } = account;
  const isBureau = role === 'bureau';
  return { id, author: authorOf(account), role, region: isBureau ? region : null, within: isBureau ? null : region };
}

function signedIn(session: SessionRow, account: AccountRow): SignedIn {
  return {
    actor: actorOf(account),
    tokenHash: session.tokenHash,
    mustChangePassword: account.mustChangePassword,
    createdAt: Date.parse(session.createdAt),
    lastSeenAt: Date.parse(session.lastSeenAt),
  };
}
