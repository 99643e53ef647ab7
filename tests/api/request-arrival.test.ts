/** How the bodies of requests arrive: watched, passed on no faster than they are taken, and never without end. */
import { connect } from 'node:net';
import { Readable, Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fastify } from 'fastify';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { endSlowArrivals } from '#api/http/arrival.ts';
import { answerBrokenRequests } from '#api/http/broken-requests.ts';
import { sizeText } from '#api/http/limits.ts';
import { receive } from '#api/http/receive-file.ts';

const chunk = Buffer.alloc(2 ** 16);

/** A body far longer than anything takes here that counts what was asked of it. */
function longBody(): { readonly body: Readable; readonly made: () => number } {
  let made = 0;
  const body = new Readable({
    read() {
      made += chunk.length;
      this.push(made > 2 ** 26 ? null : chunk);
    },
  });
  return { body, made: () => made };
}

describe('what is received', () => {
  it('is read no faster than it is taken', async () => {
    const { body, made } = longBody();
    // Takes the first chunk and never says that it is done with it.
    const into = new Writable({ write: () => undefined });
    const receiving = receive(body, into, Number.MAX_SAFE_INTEGER);
    for (let turn = 0; turn < 200; turn += 1) await nextTurn();
    expect(made()).toBeGreaterThan(0);
    expect(made()).toBeLessThan(2 ** 20);
    into.destroy(new Error('no room'));
    await expect(receiving).rejects.toThrow('no room');
  });

  it('ends at its limit, and leaves the request to be answered', async () => {
    const { body } = longBody();
    const into = new Writable({ write: (_chunk, _encoding, done) => done() });
    await expect(receive(body, into, 2 ** 18)).rejects.toMatchObject({
      code: 'too-large',
      values: { limit: '256 KiB' },
    });
    expect([into.destroyed, body.destroyed]).toEqual([true, false]);
  });
});

describe('a size', () => {
  it.each([
    [2 ** 17, '128 KiB'],
    [2 ** 20, '1 MiB'],
    [1.5 * 2 ** 20, '1.5 MiB'],
  ])('of %i bytes is written %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));
});

async function watchedApp(timeoutMs: number) {
  const app = fastify({ clientErrorHandler: answerBrokenRequests({}) });
  onTestFinished(() => app.close());
  endSlowArrivals(app, timeoutMs);
  app.post('/', ({ body }) => body);
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  const socket = connect(Number(port), '127.0.0.1').on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  let answer = '';
  socket.on('data', (data) => (answer += String(data)));
  return { socket, answer: () => answer };
}

describe('a request that brings no file', () => {
  const head = 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 8\r\n\r\n';

  it('is ended where its body does not arrive in time', async () => {
    const { socket, answer } = await watchedApp(30);
    socket.write(`${head}{"a":`);
    await vi.waitFor(() => expect(answer()).toMatch(/^HTTP\/1\.1 408 [^]*"code":"malformed-request"/));
    await vi.waitFor(() => expect(socket.closed).toBe(true));
  });

  it('is answered where it arrives, and is forgotten then: the connection stays', async () => {
    const { socket, answer } = await watchedApp(60);
    socket.write(`${head}{"a": 1}`);
    await vi.waitFor(() => expect(answer()).toMatch(/^HTTP\/1\.1 200 /));
    const until = performance.now() + 120;
    while (performance.now() < until) await nextTurn();
    expect(answer()).not.toContain('408');
    expect(socket.closed).toBe(false);
  });
});
