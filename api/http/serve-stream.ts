import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ContextOf } from './context.ts';
import type { Access, StreamEndpoint } from './endpoint.ts';
import { inputReader, noBody, type Parts } from './input.ts';
import { bind, contextOf } from './serve.ts';

/** A reader who takes nothing for so long is let go; a page comes back by itself. */
const maxUnreadBytes = 64 * 1024;
/** How soon a browser opens a stream again after it broke. */
const retryMs = 2000;

/** One open stream of events. Sending to one that has ended does nothing. */
export interface EventStream<Data> {
  /** Sends an event; a browser that comes back names the last `id` that it got. */
  send(id: number, data: Data): void;
  /** Sends what no page sees, so that a broken connection is noticed and a proxy keeps a quiet one. */
  keepAlive(): void;
  end(): void;
  /** Runs this once the connection is gone, whoever ended it. */
  onClose(run: () => void): void;
}

/** Begins the stream; what goes wrong before is answered as a problem. Null where the reader has left meanwhile. */
export type OpenStream<Data> = () => EventStream<Data> | null;

/** Binds an endpoint whose reply is a stream of events. Its action opens the stream when it has what it needs. */
export const serveStream =
  (app: FastifyInstance) =>
  <Params, Query, Data, Caller extends Access>(endpoint: StreamEndpoint<Params, Query, Data, Caller>) =>
  (
    handler: (
      input: Parts<Params, Query, undefined>,
      context: ContextOf<Caller>,
      open: OpenStream<Data>,
    ) => Promise<void>,
  ): void => {
    const read = inputReader({ ...endpoint, body: noBody });
    const textOf = onceInARow(
      (id: number, data: Data): string =>
        `id: ${id}\nevent: ${endpoint.event}\ndata: ${JSON.stringify(endpoint.data.parse(data))}\n\n`,
    );
    bind(app, endpoint, async (request, reply) => {
      await handler(read(request), contextOf(request, endpoint), () => openStream(reply, textOf));
      return reply;
    });
  };

/** Encodes what many streams are sent one after the other once; so never change data after sending it. */
function onceInARow<Data>(encode: (id: number, data: Data) => string): (id: number, data: Data) => string {
  let last: { readonly id: number; readonly data: Data; readonly text: string } | null = null;
  return (id, data) => {
    if (last === null || last.id !== id || last.data !== data) last = { id, data, text: encode(id, data) };
    return last.text;
  };
}

function openStream<Data>(reply: FastifyReply, textOf: (id: number, data: Data) => string): EventStream<Data> | null {
  const response = begin(reply);
  // Who left during a wait has closed already: nothing would ever tell of it again.
  if (response.destroyed) return null;
  const write = (text: string): void => {
    // An ended answer stays until its connection closes; writing to it would end the process.
    if (response.writableEnded) return;
    if (response.writableLength > maxUnreadBytes) response.destroy();
    else response.write(text);
  };
  write(`retry: ${retryMs}\n`);
  return {
    send: (id, data) => write(textOf(id, data)),
    keepAlive: () => write(': still here\n\n'),
    end: () => response.end(),
    onClose: (run) => void response.on('close', run),
  };
}

function begin(reply: FastifyReply): ServerResponse {
  reply.hijack();
  return reply.raw.writeHead(200, {
    ...reply.server.protectiveHeaders,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
}
