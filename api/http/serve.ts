import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context, PublicContext, Services } from './context.ts';
import { encoderOf, sendEncoded } from './encode.ts';
import type { AnyEndpoint, Endpoint } from './endpoint.ts';
import { inputReader, type Parts } from './input.ts';
import { readPreconditions } from './preconditions.ts';
import { Problem } from './problem.ts';
import type { FindSession, SignedIn } from './signed-in.ts';

/** An endpoint that was bound, and what its replies are. */
export interface Served {
  readonly endpoint: AnyEndpoint;
  readonly contentType: 'application/json' | 'text/event-stream' | 'text/html' | 'text/csv';
}

/** What endpoints ask of the settings of a start. */
export interface HttpConfig {
  /** Where browsers reach the office, where that is not the address of this process: `https://…`. */
  readonly publicOrigin: string | null;
  readonly signInsPerMinute: number;
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly config: HttpConfig;
    readonly services: Services;
    /** Every endpoint that was bound, in the order of binding. */
    readonly served: Served[];
    readonly findLivingSession: FindSession;
    /** The headers that every response carries. */
    readonly protectiveHeaders: Readonly<Record<string, string>>;
  }
  interface FastifyRequest {
    /** Set before the handler of every endpoint that is not public. */
    signedIn: SignedIn | null;
  }
  interface FastifyContextConfig {
    /** What the route was bound from; a route under /api without it is refused. */
    endpoint?: AnyEndpoint;
  }
}

/** What a feature's `routes.ts` exports: it binds each of the feature's endpoints to its action. */
export type Routes = (app: FastifyInstance) => void;

/** `reply` is for cookies only; what is returned is what is sent. */
type Handler<Params, Query, Body, Reply, Caller> = (
  input: Parts<Params, Query, Body>,
  context: Caller,
  reply: FastifyReply,
) => Promise<Reply> | Reply;

/** Refuses, as soon as it is registered, any route under /api that was not bound here. */
export function refuseUnbound(app: FastifyInstance): void {
  app.addHook('onRoute', ({ url, config }) => {
    if (isApi(url) && config?.endpoint === undefined) {
      throw new Error(`${url} has no endpoint: bind it with serve, so that it declares who may call it`);
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
 * Binds an endpoint that needs a session to its action: `serve(app)(endpoint)((input, context) => action(context, input))`.
 * @throws Error where the endpoint is public: those are bound by `servePublic`
 */
export const serve =
  (app: FastifyInstance) =>
  <Params, Query, Body, Reply>(endpoint: Endpoint<Params, Query, Body, Reply>) =>
  (handler: Handler<Params, Query, Body, Reply, Context>): void => {
    refuseUnless(endpoint, endpoint.access !== 'public', 'is public: bind it with servePublic');
    const read = inputReader(endpoint);
    const encode = encoderOf(endpoint);
    bind(app, { endpoint, contentType: 'application/json' }, async (request, reply) =>
      sendEncoded(request, reply, encode(await handler(read(request), contextOf(request, endpoint), reply))),
    );
  };

/**
 * Binds an endpoint that needs no session; its handler learns nothing of who calls.
 * @throws Error where the endpoint names roles
 */
export const servePublic =
  (app: FastifyInstance) =>
  <Params, Query, Body, Reply>(endpoint: Endpoint<Params, Query, Body, Reply>) =>
  (handler: Handler<Params, Query, Body, Reply, PublicContext>): void => {
    refuseUnless(endpoint, endpoint.access === 'public', 'is not public: bind it with serve');
    const read = inputReader(endpoint);
    const encode = encoderOf(endpoint);
    bind(app, { endpoint, contentType: 'application/json' }, async (request, reply) =>
      sendEncoded(request, reply, encode(await handler(read(request), publicContextOf(request, endpoint), reply))),
    );
  };

/** Binds an endpoint that needs a session and whose handler keeps the connection and sends by itself. */
export const serveStream =
  (app: FastifyInstance) =>
  (endpoint: AnyEndpoint) =>
  (handler: (context: Context, reply: FastifyReply) => Promise<FastifyReply>): void => {
    refuseUnless(endpoint, endpoint.access !== 'public', 'is public');
    const read = inputReader(endpoint);
    bind(app, { endpoint, contentType: 'text/event-stream' }, async (request, reply) => {
      read(request);
      return handler(contextOf(request, endpoint), reply);
    });
  };

/** A file to be kept: its name, and its text as it comes, sent no faster than it is taken. */
export interface TextFile {
  readonly name: string;
  readonly content: AsyncIterable<string>;
}

/** Binds an endpoint that needs a session and answers with a CSV file. */
export const serveFile =
  (app: FastifyInstance) =>
  <Params, Query, Body>(endpoint: Endpoint<Params, Query, Body, string>) =>
  (handler: (input: Parts<Params, Query, Body>, context: Context) => Promise<TextFile>): void => {
    refuseUnless(endpoint, endpoint.access !== 'public', 'is public');
    const read = inputReader(endpoint);
    bind(app, { endpoint, contentType: 'text/csv' }, async (request, reply) => {
      const { name, content } = await handler(read(request), contextOf(request, endpoint));
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${name}"`)
        .type('text/csv; charset=utf-8')
        .send(Readable.from(content));
    });
  };

/** Binds a public page that is the same for everybody. */
export const servePage =
  (app: FastifyInstance) =>
  (endpoint: AnyEndpoint) =>
  (page: () => string): void => {
    refuseUnless(endpoint, endpoint.access === 'public', 'is not public');
    const read = inputReader(endpoint);
    bind(app, { endpoint, contentType: 'text/html' }, async (request, reply) => {
      read(request);
      return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page());
    });
  };

function bind(
  app: FastifyInstance,
  served: Served,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  const { endpoint } = served;
  app.route({ method: endpoint.method, url: endpoint.path, config: { endpoint }, handler });
  app.served.push(served);
}

function refuseUnless(endpoint: AnyEndpoint, fits: boolean, why: string): void {
  if (!fits) throw new Error(`${endpoint.name} ${why}`);
}

function publicContextOf(request: FastifyRequest, endpoint: AnyEndpoint): PublicContext {
  const { services } = request.server;
  const { basedOn, idempotencyKey } = readPreconditions(endpoint, request.headers);
  const { id: requestId, ip: address } = request;
  const userAgent = request.headers['user-agent'] ?? '';
  return { ...services, requestId, address, userAgent, basedOn, idempotencyKey };
}

function contextOf(request: FastifyRequest, endpoint: AnyEndpoint): Context {
  const { signedIn } = request;
  // The session's hook runs before every handler of this kind; without it nobody is let through.
  if (signedIn === null) throw new Error(`${endpoint.name} was reached without a session`);
  return { ...publicContextOf(request, endpoint), actor: signedIn.actor, tokenHash: signedIn.tokenHash };
}
