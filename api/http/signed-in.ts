import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findSession, touchSession, type SessionRow } from '#db/sessions.ts';
import { authorOf, type AccountRow } from '#db/accounts.ts';
import type { Actor, Services } from './context.ts';
import { isAlive, sessionLimits } from './session-rules.ts';
import type { AnyEndpoint } from './endpoint.ts';
import { Problem } from './problem.ts';
import { hashSessionToken, type SessionCookie } from './session-cookie.ts';

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
  const find = sessionFinder(app.services);
  app.decorateRequest('signedIn', null);
  app.decorate('findLivingSession', find);
  app.addHook('onRequest', async (request) => {
    const { endpoint } = request.routeOptions.config;
    if (endpoint === undefined || endpoint.access === 'public') return;
    request.signedIn = await identify(request, cookie, find, app.services);
    refuseUnlessAllowed(endpoint, request.signedIn);
  });
}

/** The living session of a token's hash; null where there is none or its person is disabled. */
export type FindSession = (tokenHash: string) => Promise<SignedIn | null>;

async function identify(
  request: FastifyRequest,
  cookie: SessionCookie,
  find: FindSession,
  services: Services,
): Promise<SignedIn> {
  const token = cookie.read(request.headers.cookie);
  const session = token === null ? null : await find(hashSessionToken(token));
  if (session === null) throw new Problem('not-signed-in');
  await noteUse(session, services);
  return session;
}

function refuseUnlessAllowed(endpoint: AnyEndpoint, session: SignedIn): void {
  if (session.mustChangePassword && !endpoint.openWithOneTimeSecret) throw new Problem('password-change-required');
  if (!endpoint.access.includes(session.actor.role)) throw new Problem('not-allowed');
}

/**
 * Finds living sessions by their token's hash. What was read stays valid until anybody commits anything, so that a
 * disabled person is refused at once and an idle database is not asked again.
 */
function sessionFinder({ database, clock }: Services): FindSession {
  const kept = new Map<string, SignedIn>();
  let keptAt: number | null = null;
  return async (tokenHash) => {
    const dataVersion = database.dataVersion();
    const current = typeof dataVersion === 'number' ? dataVersion : await dataVersion;
    if (current !== keptAt || kept.size > maxEntries) kept.clear();
    keptAt = current;
    let session = kept.get(tokenHash);
    if (session === undefined) {
      const row = await findSession(database.reader, tokenHash);
      if (row === undefined || row.account.disabled) return null;
      session = signedIn(row.session, row.account);
      // Another request may have met a newer dataVersion meanwhile; then this row is for this request only.
      if (keptAt === current) kept.set(tokenHash, session);
    }
    return isAlive(session, clock.now().getTime()) ? session : null;
  };
}

function signedIn(session: SessionRow, account: AccountRow): SignedIn {
  const { id, role, region } = account;
  return {
    actor: { id, author: authorOf(account), role, region },
    tokenHash: session.tokenHash,
    mustChangePassword: account.mustChangePassword,
    createdAt: Date.parse(session.createdAt),
    lastSeenAt: Date.parse(session.lastSeenAt),
  };
}

/** Writing this down may fail on a full disk; reading goes on. */
async function noteUse(session: SignedIn, { database, clock, log }: Services): Promise<void> {
  const now = clock.now();
  if (now.getTime() - session.lastSeenAt < sessionLimits.noted) return;
  try {
    await database.write((tx) => touchSession(tx, session.tokenHash, now.toISOString()));
  } catch (error) {
    log.warn({ err: error }, 'the use of a session could not be written down');
  }
}
