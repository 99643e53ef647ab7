import { mkdirSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { demoApp } from '#tests/support/app.ts';
import { temporaryFolder } from '#tests/support/database.ts';

const canary = 'this must never be sent';

function builtWeb(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'canary.txt'), canary);
  writeFileSync(join(folder, 'dist', '.sources'), canary);
  writeFileSync(join(folder, 'dist', 'index.html'), '<!doctype html><title>Xushi</title>');
  writeFileSync(join(folder, 'dist', 'assets', 'page-abc123.js'), 'export {};');
  writeFileSync(join(folder, 'dist', 'assets', 'page-abc123.js.gz'), gzipSync('export {};'));
  return join(folder, 'dist');
}

describe('the pages', () => {
  it.each(['/', '/cities/330300?year=2020', '/submissions/2020/10', '/sign-in'])('open at %s', async (url) => {
    const { anonymous } = await demoApp({ web: builtWeb() });
    const reply = await anonymous.get(url);
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(reply.body).toContain('<title>Xushi</title>');
    expect(reply.headers['cache-control']).toBe('no-cache');
  });

  it('load files that are kept for a year, packed where the build packed them', async () => {
    const { anonymous } = await demoApp({ web: builtWeb() });
    const plain = await anonymous.get('/assets/page-abc123.js');
    expect(plain.body).toBe('export {};');
    expect(plain.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'application/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    const packed = await anonymous.get('/assets/page-abc123.js', { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
  });

  it.each(['/assets/gone-abc123.js', '/favicon.ico', '/.sources', '/robots.txt'])(
    'do not hide that %s is not there',
    async (url) => {
      const { anonymous } = await demoApp({ web: builtWeb() });
      const reply = await anonymous.get(url);
      expect(reply.json()).toMatchObject({ status: 404, code: 'not-found' });
    },
  );

  it.each(['/cities/330300', '/interviews/2020-10-15?open=331100-2.4'])('are the web’s own page at %s', async (url) => {
    const { anonymous } = await demoApp({ web: builtWeb() });
    const reply = await anonymous.get(url);
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, expect.stringContaining('text/html')]);
  });

  it('say how to build them where they are not built', async () => {
    const { anonymous } = await demoApp({ web: temporaryFolder() });
    const reply = await anonymous.get('/');
    expect(reply.statusCode).toBe(503);
    expect(reply.body).toContain('npm start');
    expect((await anonymous.get('/api/health')).statusCode).toBe(200);
  });
});

/** Sends the path as it is: every client library would tidy it first. */
function rawGet(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = createConnection({ port, host: '127.0.0.1' }, () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    });
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      received += text;
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}

describe('no address', () => {
  it('leads out of the folder of the pages', async () => {
    const { app } = await demoApp({ web: builtWeb() });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const bound = app.server.address();
    const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
    const steps = ['..', '%2e%2e', '.%2e', '%252e%252e', '..%00', '...', '..;'];
    const separators = ['/', '%2f', '\\', '%5c', '%252f', '//'];
    const starts = ['', 'assets', 'api', 'a/b/c'];
    for (const start of starts) {
      for (const step of steps) {
        for (const separator of separators) {
          for (const depth of [1, 2, 3, 5]) {
            const climb = Array.from({ length: depth }, () => step).join(separator);
            const answer = await rawGet(port, `/${start}${separator}${climb}${separator}canary.txt`);
            expect(answer).toMatch(/^HTTP\/1\.1 (200|301|400|403|404) /);
            expect(answer).not.toContain(canary);
          }
        }
      }
    }
    expect(await rawGet(port, '/canary.txt')).not.toContain(canary);
    expect(await rawGet(port, 'file:///etc/passwd')).not.toContain('root:');
  });
});
