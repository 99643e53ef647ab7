import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context, ContextOf, PublicContext, Services, TokenContext, TokenReader } from './context.ts';
import { encoderOf, sendEncoded, type Encoded } from './encode.ts';
import type { Access, AnyEndpoint, JsonEndpoint } from './endpoint.ts';
import { takeTurn } from './event-loop.ts';
import { inputReader, type Parts } from './input.ts';
import { readPreconditions } from './preconditions.ts';
import { Problem } from './problem.ts';
import type { FindSession, SignedIn } from './signed-in.ts';

/** What endpoints ask of the settings of a start. */
export interface HttpConfig {
  /** Where browsers reach the office, where that is not the address of this process: `https://…`. */
  readonly publicOrigin: string | null;
  readonly signInsPerMinute: number;
  readonly storageLimits: StorageLimits;
}

/** How much room is little. Of the bytes and the share of the disk the smaller counts, on a small disk and on a large one. */
export interface StorageLimit {
  readonly bytes: number;
  /** From 0 to 1. */
  readonly share: number;
}

/** From when on the disk is low, which is told, and full, when requests had better go elsewhere. */
export interface StorageLimits {
  readonly low: StorageLimit;
  readonly full: StorageLimit;
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly config: HttpConfig;
    readonly services: Services;
    /** Every endpoint that was bound, in the order of binding. */
    readonly served: AnyEndpoint[];
    readonly findLivingSession: FindSession;
    /** The headers that every response carries. */
    readonly protectiveHeaders: Readonly<Record<string, string>>;
    /** Who is told of replies that are kept, so that they can be given again at once; nobody unless told otherwise. */
    readonly noteReply: { by: ((request: FastifyRequest, encoded: Encoded) => void) | null };
  }
  interface FastifyRequest {
    /** Set before the handler of every endpoint that is not public. */
    signedIn: SignedIn | null;
    /** Set before the handler of every endpoint that is for tokens. */
    tokenReader: TokenReader | null;
  }
  interface FastifyContextConfig {
    /** What the route was bound from; a route under /api without it is refused. */
    endpoint?: AnyEndpoint;
  }
}

/** What a feature's `routes.ts` exports: it binds each of the feature's endpoints to its action. */
export type Routes = (app: FastifyInstance) => void;

/** An endpoint's action, bound: `reply` is for cookies only; what is returned is what is sent. */
export type Handler<Input, Caller extends Access, Reply> = (
  input: Input,
  context: ContextOf<Caller>,
  reply: FastifyReply,
) => Promise<Reply> | Reply;

/** Refuses, as soon as it is registered, any route under /api that was not bound here. */
export function refuseUnbound(app: FastifyInstance): void {
  app.addHook('onRoute', ({ url, config }) => {
    if (isApi(url) && config?.endpoint === undefined) {
      throw new Error(
        `${url} has no endpoint: bind it with the binder of its kind, so that it declares who may call it`,
      );
    }
  });
  app.addHook('onRequest', (request, _reply, done) => {
    const unbound = request.routeOptions.config.endpoint === undefined && isApi(request.url);
    done(unbound ? new Problem('not-found') : undefined);
  });
}

function isApi(url: string): boolean {
  return /^\/api(?:[/?]|$)/.test(url);
}

/**
 * Binds an endpoint of JSON to its action: `serve(app)(endpoint)((input, context) => action(context, input))`.
 * The files and streams have binders of their own: serve-upload.ts, serve-file.ts, serve-stream.ts.
 */
export const serve =
  (app: FastifyInstance) =>
  <Params, Query, Body, Reply, Caller extends Access>(endpoint: JsonEndpoint<Params, Query, Body, Reply, Caller>) =>
  (handler: Handler<Parts<Params, Query, Body>, Caller, Reply>): void => {
    const read = inputReader(endpoint);
    const encode = encoderOf(endpoint);
    bind(app, endpoint, async (request, reply) => {
      await takeTurn();
      return sendEncoded(request, reply, encode(await handler(read(request), contextOf(request, endpoint), reply)));
    });
  };

/** Registers the route of an endpoint of any kind: the one way under /api. For the binders alone. */
export function bind(
  app: FastifyInstance,
  endpoint: AnyEndpoint,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  app.route({ method: endpoint.method, url: endpoint.path, config: { endpoint }, handler });
  app.served.push(endpoint);
}

/** What an endpoint's action gets of a request. For the binders alone. */
export function contextOf<Caller extends Access>(
  request: FastifyRequest,
  endpoint: AnyEndpoint & { readonly access: Caller },
): ContextOf<Caller> {
  // Audited: the line below gives what the access says, which the compiler cannot tie to the type.
  return contextBy(endpoint.access)(request, endpoint) as ContextOf<Caller>;
}

function contextBy(access: Access): (request: FastifyRequest, endpoint: AnyEndpoint) => PublicContext {
  if (access === 'public') return publicContextOf;
  return access === 'token' ? tokenContextOf : callerOf;
}

function publicContextOf(request: FastifyRequest, endpoint: AnyEndpoint): PublicContext {
  const { services } = request.server;
  const { basedOn, idempotencyKey } = readPreconditions(endpoint, request.headers);
  const { id: requestId, ip: address } = request;
  const userAgent = request.headers['user-agent'] ?? '';
  return { ...services, requestId, address, userAgent, basedOn, idempotencyKey };
}

function tokenContextOf(request: FastifyRequest, endpoint: AnyEndpoint): TokenContext {
  const { tokenReader } = request;
  if (tokenReader === null) throw new Error(`${endpoint.name} was reached without a token`);
  return { ...publicContextOf(request, endpoint), token: tokenReader };
}

function callerOf(request: FastifyRequest, endpoint: AnyEndpoint): Context {
  const { signedIn } = request;
  // The session's hook runs before every handler of this kind; without it nobody is let through.
  if (signedIn === null) throw new Error(`${endpoint.name} was reached without a session`);
  return { ...publicContextOf(request, endpoint), actor: signedIn.actor, tokenHash: signedIn.tokenHash };
}
