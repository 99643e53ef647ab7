import { randomUUID } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { acceptedTypes, mediaTypeOf } from './accepted-types.ts';
import type { UploadType } from './content-types.ts';
import { encoderOf, sendEncoded } from './encode.ts';
import type { Access, UploadEndpoint } from './endpoint.ts';
import { inputReader, noBody } from './input.ts';
import { Problem } from './problem.ts';
import { receive, takeRest, tooLarge, type Received } from './receive-file.ts';
import { bind, contextOf, type Handler } from './serve.ts';

/** A file that came in whole. It is gone when the action ends; an action that keeps it moves or copies it away. */
export interface Upload extends Received {
  /** Where it lies: a worker can be given this. */
  readonly path: string;
  /** What the sender says it is; only the content can prove it. */
  readonly contentType: UploadType;
}

/** What the action of an upload is given. */
export interface UploadInput<Params, Query> {
  readonly params: Params;
  readonly query: Query;
  readonly upload: Upload;
}

/**
 * Binds an endpoint that takes a file to its action. The session, the address and the conditions are checked before a byte
 * is read; then the body goes to a file of its own, which is removed whatever happens.
 */
export const serveUpload =
  (app: FastifyInstance) =>
  <Params, Query, Reply, Caller extends Access>(endpoint: UploadEndpoint<Params, Query, Reply, Caller>) =>
  (handler: Handler<UploadInput<Params, Query>, Caller, Reply>): void => {
    const read = inputReader({ ...endpoint, body: noBody });
    const encode = encoderOf({ ...endpoint, tag: 'none' });
    // A scope of its own, where bodies are not read as JSON.
    app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser([...endpoint.accepts], (_request, body, done) => done(null, body));
      scope.addHook('onError', (request, _reply, _error, done) => {
        takeRest(request.raw, endpoint.maxBytes);
        done();
      });
      const folder = uploadFolder(scope);
      bind(scope, endpoint, async (request, reply) => {
        const { params, query } = read({ params: request.params, query: request.query, body: undefined });
        const context = contextOf(request, endpoint);
        const contentType = declaredType(request, endpoint.accepts);
        const given = await withFile(request, join(await folder(), randomUUID()), endpoint.maxBytes, (file) =>
          handler({ params, query, upload: { ...file, contentType } }, context, reply),
        );
        return sendEncoded(request, reply, encode(given));
      });
    });
  };

type Stored = Omit<Upload, 'contentType'>;

async function withFile<Result>(
  request: FastifyRequest,
  path: string,
  maxBytes: number,
  use: (file: Stored) => Promise<Result> | Result,
): Promise<Result> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const file = await open(path, 'wx', 0o600);
  try {
    return await use({ path, ...(await receive(request.raw, file.createWriteStream(), maxBytes)) });
  } finally {
    await rm(path, { force: true });
  }
}

/** The declared type of a body; Fastify lets a request pass that declares none and brings none. */
function declaredType(request: FastifyRequest, accepts: readonly UploadType[]): UploadType {
  const declared = mediaTypeOf(request.headers['content-type'] ?? '');
  const found = accepts.find((type) => type === declared);
  if (found === undefined) {
    throw new Problem('unsupported-media-type', { types: acceptedTypes(request).join(', ') });
  }
  return found;
}

/** A folder for the files of this process under way, made for the first of them and removed at the end. */
function uploadFolder(scope: FastifyInstance): () => Promise<string> {
  let made: Promise<string> | null = null;
  scope.addHook('onClose', async () => {
    if (made !== null) await rm(await made, { recursive: true, force: true });
  });
  return () => (made ??= mkdtemp(join(tmpdir(), 'xushi-upload-')));
}
