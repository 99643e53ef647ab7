import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { bilingual, day, instant, regionCode } from '../http/shapes.ts';

/** Who did something, as it is written down beside it. */
const author = z.object({ name: z.string(), title: bilingual });

export const tokenStates = ['active', 'expired', 'revoked', 'orphaned'] as const;

export const accessToken = z.object({
  id: z.string(),
  /** Whom or what it is for. */
  name: z.string(),
  /** The city that it reads; null where it reads all of them. */
  region: z.string().nullable(),
  /** Whether it may stand in an address. */
  inAddress: z.boolean(),
  /** `orphaned`: its account is disabled, or could not make it any more. */
  state: z.enum(tokenStates),
  createdAt: instant,
  createdBy: author,
  /** It is refused from this instant on. */
  expiresAt: instant,
  uses: z.number().int(),
  lastUsedAt: instant.nullable(),
  revoked: z.object({ at: instant, by: author, reason: z.string() }).nullable(),
  can: z.object({ revoke: z.boolean() }),
});
export type AccessToken = z.infer<typeof accessToken>;

export const listAccessTokens = endpoint({
  name: 'listAccessTokens',
  method: 'GET',
  path: '/api/access-tokens',
  summary:
    'The tokens with which programs read the dataset, ended ones too, newest first. A bureau gets its own city’s',
  access: ['official', 'bureau', 'administrator'],
  reply: z.object({
    issued: z.array(accessToken),
    /** Whether the caller may make one; of `region` alone, or of all cities where that is null. */
    can: z.object({ create: z.boolean(), region: z.string().nullable() }),
    /** The last days that a new one may be given. */
    lastDay: z.object({ earliest: z.string(), latest: z.string() }),
  }),
});
export type AccessTokens = z.infer<typeof listAccessTokens.reply>;

export const createAccessToken = endpoint({
  name: 'createAccessToken',
  method: 'POST',
  path: '/api/access-tokens',
  summary: 'Make a read-only token of the dataset: of all cities or of one. It is told this once',
  access: ['official', 'bureau'],
  body: z.strictObject({
    name: z.string().trim().min(1).max(100),
    region: regionCode.nullable(),
    /** The last day on which it reads. */
    lastDay: day,
    inAddress: z.boolean(),
  }),
  reply: z.object({ id: z.string(), token: z.string() }),
  replyIsSecret: true,
});

export const revokeAccessToken = endpoint({
  name: 'revokeAccessToken',
  method: 'POST',
  path: '/api/access-tokens/:id/revoke',
  summary: 'End a token at once, with a reason',
  access: ['official', 'bureau', 'administrator'],
  params: z.strictObject({ id: z.string().min(1).max(64) }),
  body: z.strictObject({ reason: z.string().max(2000) }),
  reply: accessToken,
});
