/** Read-only tokens of programs: how a request brings one, and what it then may read. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { countTokenUses, findByTokenHash, type HeldToken } from '#db/access-tokens.ts';
import type { Services, TokenReader } from './context.ts';
import type { AnyEndpoint } from './endpoint.ts';
import { Problem } from './problem.ts';
import { hashSessionToken, newSessionToken } from './session-cookie.ts';

/** How every token begins, so that programs that look for lost secrets know one. */
const prefix = 'xushi_';

/** What a token looks like: 32 random bytes behind the prefix. */
export const tokenForm = /^xushi_[A-Za-z0-9_-]{43}$/;

/** A token that nobody has; only its hash is to be kept. */
export function newToken(): { readonly token: string; readonly tokenHash: string } {
  const token = prefix + newSessionToken();
  return { token, tokenHash: hashSessionToken(token) };
}

/** How often one token may be used, and one network address may be refused; a program that reads each hour needs 24 a day. */
const requestsPerMinute = 30;

/**
 * Default deny for programs: lets a request on to an endpoint for tokens only with one that is in force. Sets
 * `request.tokenReader`. A session opens none of these endpoints, and a token none of the others.
 */
export function requireToken(app: FastifyInstance): void {
  const noteUse = tokenUse(app);
  const throttle = throttled(app);
  app.decorateRequest('tokenReader', null);
  app.addHook('onRequest', async (request, reply) => {
    const { endpoint } = request.routeOptions.config;
    if (endpoint?.access !== 'token') return;
    try {
      request.tokenReader = await readerOf(app.services, tokenIn(request, endpoint));
    } finally {
      await throttle(request, reply);
      // Programs ask their user for a password where this is said.
      if (request.tokenReader === null) reply.header('www-authenticate', challenge);
    }
    noteUse(request.tokenReader.id);
  });
}

const challenge = 'Bearer realm="xushi", Basic realm="xushi", charset="UTF-8"';

interface Brought {
  readonly token: string;
  readonly inAddress: boolean;
}

/** The token of a request: in the address where the endpoint's has a place for it, else in its head. */
function tokenIn({ params, headers }: FastifyRequest, { path }: AnyEndpoint): Brought | null {
  if (path.includes('/:token/')) {
    const token = typeof params === 'object' && params !== null && 'token' in params ? String(params.token) : '';
    return { token, inAddress: true };
  }
  const token = tokenInHead(headers.authorization);
  return token === null ? null : { token, inAddress: false };
}

/** The token of an `Authorization`: after Bearer, or as the password of Basic, whatever the name. */
export function tokenInHead(header: string | undefined): string | null {
  const [, scheme = '', value = ''] = /^(Bearer|Basic) +(\S+)$/i.exec(header ?? '') ?? [];
  if (scheme === '') return null;
  if (scheme.toLowerCase() === 'bearer') return value;
  const pair = Buffer.from(value, 'base64').toString();
  return pair.includes(':') ? pair.slice(pair.indexOf(':') + 1) : null;
}

/**
 * What a token reads.
 * @throws Problem `token-required`, `token-unknown`, also for one that may not stand in an address and does, `token-revoked`, `token-expired`,
 * `token-orphaned` where its account could not make it any more
 */
async function readerOf({ database, clock }: Services, brought: Brought | null): Promise<TokenReader> {
  if (brought === null) throw new Problem('token-required');
  const { token, inAddress } = brought;
  const held = tokenForm.test(token) ? await findByTokenHash(database.reader, hashSessionToken(token)) : undefined;
  if (held === undefined || (inAddress && !held.token.inAddress)) throw new Problem('token-unknown');
  const { revokedAt, expiresAt, id, region } = held.token;
  if (revokedAt !== null) throw new Problem('token-revoked', { at: inShanghai(revokedAt) });
  if (expiresAt <= clock.now().toISOString()) throw new Problem('token-expired', { at: inShanghai(expiresAt) });
  if (!couldMake(held)) throw new Problem('token-orphaned');
  return { id, region };
}

/** Whether an account may have a token of a scope: an official of the whole office of any, a bureau of its own city. */
export function mayHaveToken(
  { role, region: own }: Pick<HeldToken['account'], 'role' | 'region'>,
  region: string | null,
): boolean {
  return (role === 'official' && own === null) || (role === 'bureau' && region !== null && region === own);
}

const couldMake = ({ token, account }: HeldToken): boolean => !account.disabled && mayHaveToken(account, token.region);

const clockFace = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

const inShanghai = (instant: string): string => clockFace.format(new Date(instant));

/** Counts by token, so that a program that asks without end holds up no other, and by network address where none is right. */
function throttled(app: FastifyInstance): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const count = app.createRateLimit({
    max: requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: ({ tokenReader, ip }) => tokenReader?.id ?? ip,
  });
  return async (request, reply) => {
    const asked = await count(request);
    if (asked.isAllowed || !asked.isExceeded) return;
    reply.header('retry-after', asked.ttlInSeconds);
    throw new Problem('too-many-requests');
  };
}

/** How long uses are gathered, so that reading in a loop is no writing in a loop. */
const gatherMs = 1000;

/** Writes down how often tokens were used. It may fail on a full disk; reading goes on. */
function tokenUse(app: FastifyInstance): (id: string) => void {
  const uses = new Map<string, { count: number; last: string }>();
  let timer: NodeJS.Timeout | undefined;
  const write = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (uses.size === 0) return;
    const gathered = [...uses];
    uses.clear();
    try {
      await app.services.database.write(async (tx) => {
        for (const [id, { count, last }] of gathered) await countTokenUses(tx, id, count, last);
      });
    } catch (error) {
      app.log.warn({ err: error }, 'the use of tokens could not be written down');
    }
  };
  app.addHook('onClose', write);
  return (id) => {
    const last = app.services.clock.now().toISOString();
    uses.set(id, { count: (uses.get(id)?.count ?? 0) + 1, last });
    timer ??= setTimeout(() => void write(), gatherMs).unref();
  };
}
