/** Read-only tokens of the dataset: the department makes them for all cities or one, a bureau for its own. */
import { randomUUID } from 'node:crypto';
import {
  insertAccessToken,
  listAccessTokens as readTokens,
  revokeAccessToken as endToken,
  type HeldToken,
} from '#db/access-tokens.ts';
import { listRegions } from '#db/regions.ts';
import { runCommand } from '../command.ts';
import type { Actor, Context } from '../http/context.ts';
import { ownCity } from '../http/data-scope.ts';
import { Problem } from '../http/problem.ts';
import { isReason } from '../http/reason.ts';
import { mayHaveToken, newToken } from '../http/token-reader.ts';
import { dayInShanghai, endOfDayInShanghai } from '../measures/office-day.ts';
import type { AccessToken, AccessTokens } from './contract.ts';

/** A year and a day: whoever still needs one then says so once a year. */
const longestDays = 366;

/** The tokens that the caller may see. */
export async function listAccessTokens(context: Context): Promise<AccessTokens> {
  const { actor, clock, database } = context;
  const held = await readTokens(database.reader, ownCity(context));
  const now = clock.now();
  return {
    issued: held.map((one) => present(one, actor, now)),
    can: { create: mayHaveToken(actor, ownCity(context)), region: ownCity(context) },
    lastDay: lastDays(now),
  };
}

/** What a token is made with; `lastDay` is the last on which it reads, in Asia/Shanghai. */
interface TokenIn {
  readonly name: string;
  readonly region: string | null;
  readonly lastDay: string;
  readonly inAddress: boolean;
}

/**
 * Makes a token; only its hash is kept, so that it can be told this once.
 * @throws Problem `not-found` for a region that is none or not the bureau's own, `token-expiry-outside`
 */
export async function createAccessToken(context: Context, body: TokenIn): Promise<{ id: string; token: string }> {
  const { actor, clock } = context;
  const { name, region, inAddress, lastDay } = body;
  const regions = await listRegions(context.database.reader);
  const exists = region === null || regions.some(({ code, parent }) => code === region && parent !== null);
  if (!exists || !mayHaveToken(actor, region)) throw new Problem('not-found');
  const now = clock.now();
  const { earliest, latest } = lastDays(now);
  if (lastDay < earliest || lastDay > latest) throw expiryOutside({ earliest, latest });
  const { token, tokenHash } = newToken();
  const id = randomUUID();
  const expiresAt = justAfter(endOfDayInShanghai(lastDay));
  await runCommand(context, { action: 'account.create-token', object: name, ...asked(body) }, async (tx) => {
    await insertAccessToken(tx, {
      id,
      name,
      tokenHash,
      region,
      inAddress,
      expiresAt,
      account: actor.id,
      createdAs: actor.author,
      createdAt: now.toISOString(),
    });
    return { reply: null, detail: { id, region, lastDay, inAddress } };
  });
  return { id, token };
}

/**
 * Ends a token at once.
 * @throws Problem `not-found` where it is not the caller's to end, `reason-required`, `token-ended`
 */
export async function revokeAccessToken(context: Context, id: string, reason: string): Promise<AccessToken> {
  const { actor, clock } = context;
  const held = (await readTokens(context.database.reader, ownCity(context))).find(({ token }) => token.id === id);
  if (held === undefined || !mayRevoke(actor, held)) throw new Problem('not-found');
  if (!isReason(reason)) {
    const pointer = { pointer: '/reason', code: 'reason-required', values: {} } as const;
    throw new Problem('reason-required', {}, { pointers: [pointer] });
  }
  const now = clock.now();
  const revoked = {
    revokedBy: actor.id,
    revokedAs: actor.author,
    revokedAt: now.toISOString(),
    revokeReason: reason.trim(),
  };
  const command = { action: 'account.revoke-token', object: held.token.name, ...asked({ id, reason }) } as const;
  return runCommand(context, command, async (tx) => {
    if (!(await endToken(tx, id, revoked))) throw new Problem('token-ended');
    const reply = present({ ...held, token: { ...held.token, ...revoked } }, actor, now);
    return { reply, detail: { id, region: held.token.region, reason: revoked.revokeReason } };
  });
}

/** Nobody's page of figures shows a token. */
const asked = (request: unknown) => ({ request, changesStandings: false, changesPages: false }) as const;

/** A bureau ends those of its bureau alone; what the department made of its city it sees. */
function mayRevoke({ role }: Pick<Actor, 'role'>, { token, account }: HeldToken): boolean {
  return token.revokedAt === null && (role !== 'bureau' || account.role === 'bureau');
}

function present(held: HeldToken, actor: Actor, now: Date): AccessToken {
  const { id, name, region, inAddress, createdAt, createdAs, expiresAt, uses, lastUsedAt } = held.token;
  const { revokedAt, revokedAs, revokeReason } = held.token;
  return {
    id,
    name,
    region,
    inAddress,
    createdAt,
    expiresAt,
    uses,
    lastUsedAt,
    state: stateOf(held, now),
    createdBy: createdAs,
    revoked:
      revokedAt === null || revokedAs === null ? null : { at: revokedAt, by: revokedAs, reason: revokeReason ?? '' },
    can: { revoke: mayRevoke(actor, held) },
  };
}

function stateOf({ token, account }: HeldToken, now: Date): AccessToken['state'] {
  if (token.revokedAt !== null) return 'revoked';
  if (token.expiresAt <= now.toISOString()) return 'expired';
  return account.disabled || !mayHaveToken(account, token.region) ? 'orphaned' : 'active';
}

function lastDays(now: Date): { earliest: string; latest: string } {
  return {
    earliest: dayInShanghai(now),
    latest: dayInShanghai(new Date(now.getTime() + longestDays * 86_400_000)),
  };
}

/** The first instant after one. */
const justAfter = (instant: string): string => new Date(Date.parse(instant) + 1).toISOString();

function expiryOutside(values: { readonly earliest: string; readonly latest: string }): Problem {
  const pointer = { pointer: '/lastDay', code: 'token-expiry-outside', values } as const;
  return new Problem('token-expiry-outside', values, { pointers: [pointer] });
}
