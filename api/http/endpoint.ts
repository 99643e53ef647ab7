/**
 * An endpoint is a constant of one of four kinds: the server binds it, the web imports its types, OpenAPI is produced
 * from it. Safe in a browser.
 */
import { z } from 'zod';
import type { FileType, UploadType } from './content-types.ts';

export const roles = ['official', 'bureau', 'leader', 'administrator'] as const;
export type Role = (typeof roles)[number];

/**
 * `public` needs no session. `token` is open to read-only tokens and to nobody else, so it never changes anything.
 * Otherwise exactly these roles may call. What they may touch is decided by each action.
 */
export type Access = 'public' | 'token' | readonly Role[];

/** What every kind declares. */
interface Shared<Params, Query, Caller extends Access> {
  readonly name: string;
  /** Fastify's form, with `:name` for a parameter. */
  readonly path: string;
  readonly summary: string;
  readonly access: Caller;
  readonly params: z.ZodType<Params, unknown>;
  readonly query: z.ZodType<Query, unknown>;
  /** Whether the call needs `If-Match` with the version it was based on: nobody decides on what they did not see. */
  readonly versioned: 'required' | 'never';
  /** Whether `Idempotency-Key` is honoured: the reply is then kept with the key. */
  readonly idempotent: boolean;
  /** Whether it is open to those whose password is still a one-time secret; everything else is closed to them. */
  readonly openWithOneTimeSecret: boolean;
}

/**
 * What a reply's `ETag` says: `bytes`, a hash that is answered 304 to a reader who has them; `version`, the reply's own
 * number, which `If-Match` of the next change names; `none`.
 */
export type Tag = 'bytes' | 'version' | 'none';

/** JSON in, JSON out, both small. */
export interface JsonEndpoint<Params, Query, Body, Reply, Caller extends Access = Access> extends Shared<
  Params,
  Query,
  Caller
> {
  readonly kind: 'json';
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly body: z.ZodType<Body, unknown>;
  readonly reply: z.ZodType<Reply>;
  readonly tag: Tag;
  /** Whether the reply holds a secret that is shown once: it is never tagged and never kept with a key. */
  readonly replyIsSecret: boolean;
}

/** A file in as the bare body of the request, streamed to the disk; JSON out. */
export interface UploadEndpoint<Params, Query, Reply, Caller extends Access = Access> extends Shared<
  Params,
  Query,
  Caller
> {
  readonly kind: 'upload';
  readonly method: 'PUT' | 'POST';
  /** The content types that a body may have. */
  readonly accepts: readonly UploadType[];
  readonly maxBytes: number;
  readonly reply: z.ZodType<Reply>;
}

/** A file out, streamed. */
export interface FileEndpoint<Params, Query, Caller extends Access = Access> extends Shared<Params, Query, Caller> {
  readonly kind: 'file';
  readonly method: 'GET';
  /** The content types that a reply may have. */
  readonly contentTypes: readonly FileType[];
  /** Whether a browser saves the file or shows it. */
  readonly disposition: 'attachment' | 'inline';
  /** What is in it where it goes out as JSON; null where it never does. */
  readonly json: z.ZodType | null;
}

/** Server-sent events of one kind, until either side ends them. */
export interface StreamEndpoint<Params, Query, Data, Caller extends Access = Access> extends Shared<
  Params,
  Query,
  Caller
> {
  readonly kind: 'stream';
  readonly method: 'GET';
  /** The events' name, which a page listens for. */
  readonly event: string;
  /** What each event carries, as JSON. */
  readonly data: z.ZodType<Data>;
}

/** Any endpoint, where only its declaration matters. */
export type AnyEndpoint =
  | JsonEndpoint<unknown, unknown, unknown, unknown>
  | UploadEndpoint<unknown, unknown, unknown>
  | FileEndpoint<unknown, unknown>
  | StreamEndpoint<unknown, unknown, unknown>;

/** What an endpoint takes where it declares nothing: no keys in the path or the query, no body. */
export type Nothing = Record<string, never>;
const noKeys = z.strictObject({}) as z.ZodType<Nothing, unknown>; // strictObject({}) infers Record<string, never> only up to a brand

interface Definition<Params, Query, Caller extends Access> {
  name: string;
  path: string;
  summary: string;
  access: Caller;
  params?: z.ZodType<Params, unknown>;
  query?: z.ZodType<Query, unknown>;
  versioned?: 'required';
  idempotent?: boolean;
  openWithOneTimeSecret?: boolean;
}

interface JsonDefinition<Params, Query, Body, Reply, Caller extends Access> extends Definition<Params, Query, Caller> {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  body?: z.ZodType<Body, unknown>;
  reply: z.ZodType<Reply>;
  /** `bytes` for what is read and `none` for changes, where nothing is said. */
  tag?: Reply extends { readonly version: number } ? Tag : Exclude<Tag, 'version'>;
  replyIsSecret?: boolean;
}

/**
 * Declares an endpoint of JSON; params, query and body default to "none" and refuse unknown keys.
 * @throws Error where a reply that is secret would be kept with an Idempotency-Key or tagged, and where a token could change something
 */
export function endpoint<
  Params = Nothing,
  Query = Nothing,
  Body = undefined,
  Reply = undefined,
  const Caller extends Access = Access,
>(definition: JsonDefinition<Params, Query, Body, Reply, Caller>): JsonEndpoint<Params, Query, Body, Reply, Caller> {
  const { method, body, reply, replyIsSecret = false } = definition;
  const shared = sharedOf(definition);
  const tag = definition.tag ?? (method === 'GET' && !replyIsSecret ? 'bytes' : 'none');
  if (replyIsSecret && (shared.idempotent || tag !== 'none')) {
    throw new Error(`${shared.name} replies with a secret, which is neither kept with a key nor tagged`);
  }
  if (definition.access === 'token' && method !== 'GET')
    throw new Error(`${shared.name} lets a token change something`);
  // The default is only used where the type parameter kept its own, which the compiler cannot see.
  const bodySchema = body ?? (z.undefined() as unknown as z.ZodType<Body, unknown>);
  return { ...shared, kind: 'json', method, body: bodySchema, reply, tag, replyIsSecret };
}

interface UploadDefinition<Params, Query, Reply, Caller extends Access> extends Definition<Params, Query, Caller> {
  method: 'PUT' | 'POST';
  accepts: readonly UploadType[];
  maxBytes: number;
  reply: z.ZodType<Reply>;
}

/** Declares an endpoint that takes a file; its name and the like are keys of the query. */
export function uploadEndpoint<
  Params = Nothing,
  Query = Nothing,
  Reply = undefined,
  const Caller extends Exclude<Access, 'token'> = Exclude<Access, 'token'>,
>(definition: UploadDefinition<Params, Query, Reply, Caller>): UploadEndpoint<Params, Query, Reply, Caller> {
  const { method, accepts, maxBytes, reply } = definition;
  return { ...sharedOf(definition), kind: 'upload', method, accepts, maxBytes, reply };
}

type ReadOnlyDefinition<Params, Query, Caller extends Access> = Omit<
  Definition<Params, Query, Caller>,
  'versioned' | 'idempotent'
>;

interface FileDefinition<Params, Query, Caller extends Access> extends ReadOnlyDefinition<Params, Query, Caller> {
  contentTypes: readonly FileType[];
  disposition?: 'attachment' | 'inline';
  json?: z.ZodType;
}

/** Declares an endpoint that replies with a file, saved and not shown where nothing else is said. */
export function fileEndpoint<Params = Nothing, Query = Nothing, const Caller extends Access = Access>(
  definition: FileDefinition<Params, Query, Caller>,
): FileEndpoint<Params, Query, Caller> {
  const { contentTypes, disposition = 'attachment', json = null } = definition;
  return { ...sharedOf(definition), kind: 'file', method: 'GET', contentTypes, disposition, json };
}

interface StreamDefinition<Params, Query, Data, Caller extends Access> extends ReadOnlyDefinition<
  Params,
  Query,
  Caller
> {
  event: string;
  data: z.ZodType<Data>;
}

/** Declares a stream of events. */
export function streamEndpoint<
  Params = Nothing,
  Query = Nothing,
  Data = undefined,
  const Caller extends Access = Access,
>(definition: StreamDefinition<Params, Query, Data, Caller>): StreamEndpoint<Params, Query, Data, Caller> {
  const { event, data } = definition;
  return { ...sharedOf(definition), kind: 'stream', method: 'GET', event, data };
}

function sharedOf<Params, Query, Caller extends Access>(
  definition: Definition<Params, Query, Caller>,
): Shared<Params, Query, Caller> {
  const { name, path, summary, access, params, query } = definition;
  return {
    name,
    path,
    summary,
    access,
    // As with the body: the defaults stand for type parameters that kept theirs.
    params: params ?? (noKeys as unknown as z.ZodType<Params, unknown>),
    query: query ?? (noKeys as unknown as z.ZodType<Query, unknown>),
    versioned: definition.versioned ?? 'never',
    idempotent: definition.idempotent ?? false,
    openWithOneTimeSecret: definition.openWithOneTimeSecret ?? false,
  };
}
