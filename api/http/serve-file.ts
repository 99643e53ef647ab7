import type { Readable } from 'node:stream';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { contentTypeHeader, type FileType } from './content-types.ts';
import type { Access, FileEndpoint } from './endpoint.ts';
import { isKnown } from './etag.ts';
import { inputReader, noBody, type Parts } from './input.ts';
import { bind, contextOf, type Handler } from './serve.ts';

/** A file on its way out. */
export interface FileReply {
  /** The name it is saved under, in any language. */
  readonly name: string;
  /** One of those that the endpoint declares. */
  readonly contentType: FileType;
  /** What is different whenever the content is: a revision, a hash. Letters, digits, `-` and `_`. */
  readonly tag: string;
  /** All of it, or how to begin reading it: called only where it is sent. */
  readonly content: Buffer | (() => Readable);
  /** How many bytes it has, where that is known beforehand. */
  readonly bytes?: number;
}

/**
 * Binds an endpoint that replies with a file: 304 to a reader who has it, else streamed as fast as the reader takes it.
 * Whatever is in the file, nothing of it runs in our origin: see `fileHeaders` in protection.ts.
 */
export const serveFile =
  (app: FastifyInstance) =>
  <Params, Query, Caller extends Access>(endpoint: FileEndpoint<Params, Query, Caller>) =>
  (handler: Handler<Parts<Params, Query, undefined>, Caller, FileReply>): void => {
    const read = inputReader({ ...endpoint, body: noBody });
    bind(app, endpoint, async (request, reply) => {
      const file = await handler(read(request), contextOf(request, endpoint), reply);
      if (!endpoint.contentTypes.includes(file.contentType)) {
        throw new Error(`${endpoint.name} does not declare that it replies with ${file.contentType}`);
      }
      const tag = `"${file.tag}"`;
      reply.header('etag', tag).header('cache-control', 'no-store');
      if (isKnown(request.headers['if-none-match'], tag)) return reply.code(304).send();
      return sendFile(reply, file, endpoint.disposition);
    });
  };

function sendFile(reply: FastifyReply, file: FileReply, type: 'attachment' | 'inline'): FastifyReply {
  const { content } = file;
  const bytes = typeof content === 'function' ? file.bytes : content.length;
  reply.header('content-disposition', contentDisposition(file.name, { type }));
  reply.header('content-type', contentTypeHeader(file.contentType));
  if (bytes !== undefined) reply.header('content-length', bytes);
  return reply.send(typeof content === 'function' ? content() : content);
}
