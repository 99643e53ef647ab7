import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Tag } from './endpoint.ts';
import { isKnown } from './etag.ts';

/** A reply as bytes, with the tag that names it. */
export interface Encoded {
  readonly body: Buffer;
  readonly tag: string | null;
  /** Whether the tag stands for these very bytes, so that a reader who has them is answered 304. */
  readonly namesBytes: boolean;
  /** Packed, or about to be, once somebody has asked for that. */
  gzip: Buffer | Promise<Buffer> | null;
  /** Whether a handler gave the same reply before: it is kept, and may be given again. */
  isKept: boolean;
}

/** Below this, packing costs more than it saves. */
const worthPacking = 1400;

/** What encoding asks of an endpoint. */
interface Replying<Reply> {
  readonly method: string;
  readonly tag: Tag;
  readonly reply: z.ZodType<Reply>;
}

const numbered = z.object({ version: z.number().int() });

/**
 * Turns replies of an endpoint into bytes: only what its schema names goes out, tagged as the endpoint declares.
 * A reader's handler that returns the same object again (an answer kept for a revision) is encoded once.
 */
export function encoderOf<Reply>({ method, tag, reply: schema }: Replying<Reply>): (reply: Reply) => Encoded {
  const encode = (reply: Reply): Encoded => {
    const shown = schema.parse(reply);
    const body = Buffer.from(JSON.stringify(shown));
    return { body, tag: tagOf(tag, shown, body), namesBytes: tag === 'bytes', gzip: null, isKept: false };
  };
  return method === 'GET' ? onceForEach(encode) : encode;
}

function tagOf(tag: Tag, shown: unknown, body: Buffer): string | null {
  if (tag === 'none') return null;
  return tag === 'version' ? `"${numbered.parse(shown).version}"` : `W/"${hash('sha1', body, 'base64url')}"`;
}

function onceForEach<Reply>(encode: (reply: Reply) => Encoded): (reply: Reply) => Encoded {
  const kept = new WeakMap<object, Encoded>();
  return (reply) => {
    if (typeof reply !== 'object' || reply === null) return encode(reply);
    const before = kept.get(reply);
    if (before !== undefined) {
      before.isKept = true;
      return before;
    }
    const encoded = encode(reply);
    kept.set(reply, encoded);
    return encoded;
  };
}

const json = 'application/json; charset=utf-8';

/**
 * Sends an encoded reply: 304 to a reader who has it, packed for one who unpacks. Readers are answered past Fastify's own
 * sending, which would take longer than everything else a kept answer needs.
 */
export function sendEncoded(request: FastifyRequest, reply: FastifyReply, encoded: Encoded): FastifyReply {
  const { body, tag } = encoded;
  if (request.method !== 'GET') {
    if (tag !== null) reply.header('etag', tag);
    return reply.header('content-type', json).header('cache-control', 'no-store').send(body);
  }
  const { noteReply, protectiveHeaders } = request.server;
  if (encoded.isKept) noteReply.by?.(request, encoded);
  reply.hijack();
  sendToReader(request.headers, reply.raw, protectiveHeaders, encoded);
  return reply;
}

/**
 * Sends a reply to a reader who asks with these headers; every response carries the protective ones. Packing is done beside
 * the event loop, because after a change the large replies are packed anew, all at about the same moment.
 */
export function sendToReader(
  asked: IncomingHttpHeaders,
  response: ServerResponse,
  protective: Readonly<Record<string, string>>,
  encoded: Encoded,
): void {
  const { body, tag } = encoded;
  const send = (status: 200 | 304, sent: Buffer | null): void => {
    response.writeHead(status, {
      ...protective,
      'cache-control': 'no-store',
      vary: 'accept-encoding',
      ...(tag !== null && { etag: tag }),
      ...(sent !== null && sent !== body && { 'content-encoding': 'gzip' }),
      ...(sent !== null && { 'content-type': json, 'content-length': sent.length }),
    });
    response.end(sent);
  };
  if (encoded.namesBytes && isKnown(asked['if-none-match'], tag)) return send(304, null);
  if (body.length <= worthPacking || !acceptsGzip(asked['accept-encoding'])) return send(200, body);
  const packed = (encoded.gzip ??= pack(encoded));
  if (!(packed instanceof Promise)) return send(200, packed);
  // What cannot be packed is sent as it is.
  void packed.then(
    (bytes) => send(200, bytes),
    () => send(200, body),
  );
}

const gzipBeside = promisify(gzip);

/** Packs a reply's body, once for all who ask meanwhile and later. */
async function pack(encoded: Encoded): Promise<Buffer> {
  const packed = await gzipBeside(encoded.body, { level: 5 });
  encoded.gzip = packed;
  return packed;
}

/** Whether a reader unpacks gzip: named, and not with weight 0, which refuses it. */
function acceptsGzip(header: string | undefined): boolean {
  const weight = /(?:^|,)\s*gzip\s*(?:;\s*q=([\d.]+)\s*)?(?:,|$)/i.exec(header ?? '');
  return weight !== null && (weight[1] === undefined || Number(weight[1]) > 0);
}
