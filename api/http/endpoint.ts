/**
 * An endpoint is a constant: the server binds it, the web imports its types, OpenAPI is produced from it.
 * Safe in a browser.
 */
import { z } from 'zod';

export const roles = ['official', 'bureau', 'leader', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** `public` needs no session; otherwise exactly these roles may call. What they may touch is decided by each action. */
export type Access = 'public' | readonly Role[];

export interface Endpoint<Params, Query, Body, Reply> {
  readonly name: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Fastify's form, with `:name` for a parameter. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params: z.ZodType<Params, unknown>;
  readonly query: z.ZodType<Query, unknown>;
  readonly body: z.ZodType<Body, unknown>;
  readonly reply: z.ZodType<Reply>;
  /** Whether the call needs `If-Match` with the version it was based on, or honours it where it is sent. */
  readonly versioned: 'required' | 'optional' | 'never';
  /** Whether `Idempotency-Key` is honoured. */
  readonly idempotent: boolean;
}

interface Definition<Params, Query, Body, Reply> {
  name: string;
  method: Endpoint<Params, Query, Body, Reply>['method'];
  path: string;
  summary: string;
  access: Access;
  params?: z.ZodType<Params, unknown>;
  query?: z.ZodType<Query, unknown>;
  body?: z.ZodType<Body, unknown>;
  reply: z.ZodType<Reply>;
  versioned?: 'required' | 'optional';
  idempotent?: boolean;
}

/** What an endpoint takes where it declares nothing: no keys in the path or the query, no body. */
export type Nothing = Record<string, never>;
const noKeys = z.strictObject({}) as z.ZodType<Nothing, unknown>; // strictObject({}) infers Record<string, never> only up to a brand

/** Declares an endpoint; params, query and body default to "none" and refuse unknown keys. */
export function endpoint<Params = Nothing, Query = Nothing, Body = undefined, Reply = undefined>(
  definition: Definition<Params, Query, Body, Reply>,
): Endpoint<Params, Query, Body, Reply> {
  return {
    name: definition.name,
    method: definition.method,
    path: definition.path,
    summary: definition.summary,
    access: definition.access,
    // The defaults are only used where the type parameter kept its default, which the compiler cannot see.
    params: definition.params ?? (noKeys as unknown as z.ZodType<Params, unknown>),
    query: definition.query ?? (noKeys as unknown as z.ZodType<Query, unknown>),
    body: definition.body ?? (z.undefined() as unknown as z.ZodType<Body, unknown>),
    reply: definition.reply,
    versioned: definition.versioned ?? 'never',
    idempotent: definition.idempotent ?? false,
  };
}

/** Any endpoint, where only its static parts matter. */
export type AnyEndpoint = Pick<
  Endpoint<unknown, unknown, unknown, unknown>,
  'name' | 'method' | 'path' | 'summary' | 'access' | 'params' | 'query' | 'body' | 'reply' | 'versioned' | 'idempotent'
>;
