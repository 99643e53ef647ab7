/** The kinds of endpoints that move files, bound in an app of the test: what the product's own features stand on. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { fileEndpoint, uploadEndpoint } from '#api/http/endpoint.ts';
import { openapi, openapiRoutes } from '#api/http/openapi.ts';
import { fileHeaders } from '#api/http/protection.ts';
import { serveFile, type FileReply } from '#api/http/serve-file.ts';
import { serveUpload, type Upload } from '#api/http/serve-upload.ts';
import { demoApp } from '#tests/support/app.ts';

const maxBytes = 2 ** 20;
const evidence = uploadEndpoint({
  name: 'evidence',
  method: 'POST',
  path: '/api/evidence/:year',
  summary: 'Takes a file',
  access: ['bureau'],
  params: z.strictObject({ year: z.string().regex(/^\d{4}$/) }),
  query: z.strictObject({ name: z.string().max(100) }),
  accepts: ['application/pdf', 'text/csv'],
  maxBytes,
  reply: z.object({ bytes: z.number(), sha256: z.string() }),
  idempotent: true,
});
const download = fileEndpoint({
  name: 'download',
  path: '/api/download',
  summary: 'Gives a file',
  access: ['bureau', 'leader'],
  contentTypes: ['application/pdf', 'text/csv'],
});

interface Seen {
  readonly upload: Upload;
  readonly name: string;
  readonly content: Buffer;
}

const address = '/api/evidence/2020?name=a.csv';

/** An app that takes evidence and gives one file; what it took, and whether its action should fail. */
async function fileApp(file?: FileReply) {
  const seen: Seen[] = [];
  const fails = { next: false };
  const office = await demoApp({
    features: [
      (app) =>
        serveUpload(app)(evidence)(({ upload, query }) => {
          seen.push({ upload, name: query.name, content: readFileSync(upload.path) });
          if (fails.next) throw new Error('no room');
          return { bytes: upload.bytes, sha256: upload.sha256 };
        }),
      (app) => {
        if (file !== undefined) serveFile(app)(download)(() => file);
      },
      openapiRoutes,
    ],
  });
  const bureau = await office.signedInAs('bureau');
  const send = (content: string | Buffer, type = 'text/csv', url = address) =>
    bureau.upload('POST', url, type, content);
  /** The folder of the files under way, known from a first one that came in whole. */
  const folder = async (): Promise<string> => {
    await send('first');
    return dirname(seen.at(-1)?.upload.path ?? '');
  };
  return { ...office, bureau, send, seen, fails, folder };
}

/** A connection to the app that listens, on which a test writes its request byte by byte. */
async function openConnection({ app }: Pick<Awaited<ReturnType<typeof fileApp>>, 'app'>) {
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  const socket: Socket = connect(Number(port), '127.0.0.1').on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  return socket;
}

const headOf = (method: string, url: string, cookie: string, more: string): string =>
  `${method} ${url} HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost\r\ncookie: ${cookie}\r\n${more}\r\n`;

describe('an upload', () => {
  it('lies in a file of its own while its action runs, and nowhere afterwards', async () => {
    const { send, seen } = await fileApp();
    const reply = await send('a,b\n1,2\n', 'text/csv; charset=utf-8', '/api/evidence/2020?name=%E6%B8%A9%E5%B7%9E.csv');
    expect(reply.statusCode).toBe(200);
    // printf 'a,b\n1,2\n' | sha256sum
    expect(reply.json()).toEqual({
      bytes: 8,
      sha256: '492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470',
    });
    const [first] = seen;
    expect(first).toMatchObject({ name: '温州.csv', upload: { contentType: 'text/csv', bytes: 8 } });
    expect(first?.content.toString()).toBe('a,b\n1,2\n');
    expect(existsSync(first?.upload.path ?? '')).toBe(false);
  });

  it('leaves no file where its action fails', async () => {
    const { send, fails, folder } = await fileApp();
    const place = await folder();
    fails.next = true;
    expect((await send('x')).statusCode).toBe(500);
    expect(readdirSync(place)).toEqual([]);
  });

  it('is taken up to its limit and refused from the first byte over it', async () => {
    const { send, seen, folder } = await fileApp();
    const place = await folder();
    expect((await send(Buffer.alloc(maxBytes))).statusCode).toBe(200);
    const refused = await send(Buffer.alloc(maxBytes + 1));
    expect(refused.statusCode).toBe(413);
    expect(refused.json()).toMatchObject({ code: 'too-large', detail: '内容过大，上限为 1 MiB。' });
    expect([seen.length, readdirSync(place)]).toEqual([2, []]);
  });

  it('that does not say how long it is, is refused in the middle, answered, and leaves nothing behind', async () => {
    const office = await fileApp();
    const place = await office.folder();
    const socket = await openConnection(office);
    const more = 'content-type: text/csv\r\ntransfer-encoding: chunked\r\n';
    socket.write(headOf('POST', address, office.bureau.cookie, more));
    const answer = new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))));
    // One and a half times the limit, and the request never ends.
    for (let chunk = 0; chunk < 24; chunk += 1) socket.write(`10000\r\n${'x'.repeat(2 ** 16)}\r\n`);
    expect(await answer).toMatch(/^HTTP\/1\.1 413 [^]*"code":"too-large"/);
    expect([office.seen.length, readdirSync(place)]).toEqual([1, []]);
  });

  it('is not listened to without end once it was refused', async () => {
    const office = await fileApp();
    const socket = await openConnection(office);
    const closed = new Promise<boolean>((resolve) => socket.once('close', () => resolve(true)));
    const more = 'content-type: text/plain\r\ntransfer-encoding: chunked\r\n';
    socket.write(headOf('POST', address, office.bureau.cookie, more));
    socket.resume();
    for (let chunk = 0; chunk < 48; chunk += 1) socket.write(`10000\r\n${'x'.repeat(2 ** 16)}\r\n`);
    expect(await closed).toBe(true);
  });

  it('that breaks off leaves nothing behind and never reaches its action', async () => {
    const office = await fileApp();
    const place = await office.folder();
    const socket = await openConnection(office);
    const more = 'content-type: text/csv\r\ncontent-length: 1000\r\n';
    socket.write(`${headOf('POST', address, office.bureau.cookie, more)}half`);
    await vi.waitFor(() => expect(readdirSync(place)).toHaveLength(1));
    socket.destroy();
    await vi.waitFor(() => expect(readdirSync(place)).toEqual([]));
    expect(office.seen).toHaveLength(1);
  });

  it.each([
    ['another type', 'image/png'],
    ['JSON', 'application/json'],
    ['a form', 'multipart/form-data; boundary=x'],
  ])('of %s is refused with the types that are taken', async (_what, type) => {
    const { send, seen } = await fileApp();
    const reply = await send('{}', type);
    expect(reply.statusCode).toBe(415);
    expect(reply.json()).toMatchObject({ detail: '请以下列格式之一发送：application/pdf, text/csv。' });
    expect(seen).toEqual([]);
  });

  it('that brings nothing and names no type is refused alike', async () => {
    const { app, bureau } = await fileApp();
    const headers = { cookie: bureau.cookie, host: 'localhost', origin: 'http://localhost' };
    const reply = await app.inject({ method: 'POST', url: address, headers });
    expect(reply.statusCode).toBe(415);
  });

  it('is refused before a byte of it is written, where the caller or the address is wrong', async () => {
    const { app, signedInAs, send, seen, anonymous, folder } = await fileApp();
    const place = await folder();
    const leader = await signedInAs('leader');
    const replies = [
      await anonymous.upload('POST', address, 'text/csv', 'x'),
      await leader.upload('POST', address, 'text/csv', 'x'),
      await send('x', 'text/csv', '/api/evidence/year?name=a'),
      await send('x', 'text/csv', '/api/evidence/2020'),
    ];
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([401, 403, 422, 422]);
    expect([seen.length, readdirSync(place)]).toEqual([1, []]);
    expect(app.served.map(({ kind }) => kind)).toContain('upload');
  });

  it('of a script is let through without an origin, but of another site never', async () => {
    const { app, bureau } = await fileApp();
    const from = (headers: Record<string, string>) =>
      app.inject({
        method: 'POST',
        url: address,
        headers: { cookie: bureau.cookie, host: 'localhost', 'content-type': 'text/csv', ...headers },
        payload: 'x',
      });
    expect((await from({})).statusCode).toBe(200);
    expect((await from({ origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await from({ 'content-type': 'application/x-www-form-urlencoded' })).statusCode).toBe(403);
  });
});

describe('a file', () => {
  const content = Buffer.from('<script>alert(1)</script>');
  const file: FileReply = { name: '温州 "9月".csv', contentType: 'text/csv', tag: 'r12', content };

  it('is saved under its own name, in any language, and shut in whatever it holds', async () => {
    const { bureau } = await fileApp(file);
    const reply = await bureau.get('/api/download');
    expect(reply.rawPayload.equals(content)).toBe(true);
    expect(reply.headers).toMatchObject({
      ...fileHeaders(null),
      'content-type': 'text/csv; charset=utf-8',
      'content-length': String(content.length),
      'cache-control': 'no-store',
      etag: '"r12"',
    });
    const disposition = String(reply.headers['content-disposition']);
    expect(disposition).toMatch(/^attachment; filename="[^"\\]*(\\"[^"\\]*)*"; filename\*=UTF-8''/);
    expect(decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(disposition)?.[1] ?? '')).toBe(file.name);
  });

  it.each([['"r12"'], ['W/"r12"'], ['"r11", "r12"'], ['*']])(
    'is not read again for one who has it (%s)',
    async (known) => {
      const open = vi.fn(() => Readable.from(['x']));
      const { bureau } = await fileApp({ ...file, content: open });
      const reply = await bureau.get('/api/download', { 'if-none-match': known });
      expect([reply.statusCode, reply.body, reply.headers['etag']]).toEqual([304, '', '"r12"']);
      expect(open).not.toHaveBeenCalled();
      expect((await bureau.get('/api/download', { 'if-none-match': '"r1"' })).body).toBe('x');
    },
  );

  it('of a type that its endpoint does not declare is not sent', async () => {
    const { bureau } = await fileApp({ ...file, contentType: 'text/html' });
    expect((await bureau.get('/api/download')).statusCode).toBe(500);
  });

  it('is given to those alone whom its endpoint names', async () => {
    const { signedInAs, anonymous } = await fileApp(file);
    expect((await anonymous.get('/api/download')).statusCode).toBe(401);
    expect((await (await signedInAs('official')).get('/api/download')).statusCode).toBe(403);
    expect((await (await signedInAs('leader')).get('/api/download')).statusCode).toBe(200);
  });

  it('is read no faster than it is taken, and no further where its reader leaves', async () => {
    const chunk = Buffer.alloc(2 ** 16);
    const all = 4096;
    const made = { chunks: 0, closed: false };
    const source = (): Readable =>
      new Readable({
        read() {
          made.chunks += 1;
          this.push(made.chunks > all ? null : chunk);
        },
        destroy(error, done) {
          made.closed = true;
          done(error);
        },
      });
    const office = await fileApp({ ...file, content: source });
    const socket = await openConnection(office);
    socket.pause();
    socket.write(headOf('GET', '/api/download', office.bureau.cookie, ''));
    await vi.waitFor(() => expect(made.chunks).toBeGreaterThan(1));
    // Until nothing more goes into what lies between the two.
    for (let still = 0, before = 0; still < 200; still = made.chunks === before ? still + 1 : 0) {
      before = made.chunks;
      await nextTurn();
    }
    expect(made.chunks).toBeLessThan(all / 4);
    expect(made.closed).toBe(false);
    socket.destroy();
    await vi.waitFor(() => expect(made.closed).toBe(true));
    expect(made.chunks).toBeLessThan(all / 4);
  });
});

describe('the description of the API', () => {
  it('says what an upload takes and what a file is', async () => {
    const { anonymous } = await fileApp({ name: 'a', contentType: 'text/csv', tag: 'a', content: Buffer.from('a') });
    const { paths } = (await anonymous.get(openapi.path)).json<{ paths: unknown }>();
    expect(paths).toMatchObject({
      '/api/evidence/{year}': {
        post: {
          parameters: [{ name: 'year' }, { name: 'name', in: 'query' }, { name: 'Idempotency-Key', required: false }],
          requestBody: { required: true, content: { 'application/pdf': {}, 'text/csv': {} } },
          responses: {
            200: { description: 'Done; the body was at most 1 MiB', content: { 'application/json': { schema: {} } } },
          },
        },
      },
      '/api/download': { get: { responses: { 200: { content: { 'application/pdf': {}, 'text/csv': {} } } } } },
    });
  });
});
