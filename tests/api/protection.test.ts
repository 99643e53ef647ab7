import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { protectiveHeaders } from '#api/http/protection.ts';
import { demonstrationPassword } from '#seeds/demo/accounts.ts';
import { demoApp } from '#tests/support/app.ts';

const json = { 'content-type': 'application/json' };
const payload = JSON.stringify({ name: 'wenzhou', password: `${demonstrationPassword}x` });

describe('every answer', () => {
  it.each([
    ['data', 'GET', '/api/regions', 200],
    ['a public answer', 'GET', '/api/health', 200],
    ['the description of the API', 'GET', '/api/openapi.json', 200],
    ['a refusal', 'GET', '/api/accounts', 403],
    ['nothing there', 'GET', '/api/nothing', 404],
    ['an address that cannot be decoded', 'GET', '/%', 404],
    ['malformed input', 'GET', '/api/overview', 422],
    ['a method that is not served', 'PATCH', '/api/regions', 404],
    ['a file that is not there', 'GET', '/assets/nothing.js', 404],
    ['a change without a body', 'PUT', '/api/session/password', 422],
  ] as const)('that is %s carries the protective headers', async (_what, method, url, status) => {
    const { app, signedInAs } = await demoApp();
    const { cookie } = await signedInAs('official');
    const headers = { ...json, cookie, host: 'localhost', origin: 'http://localhost' };
    const reply = await app.inject({ method, url, headers });
    expect(reply.statusCode).toBe(status);
    expect(reply.headers).toMatchObject(protectiveHeaders(null));
    expect(reply.headers).not.toHaveProperty('x-powered-by');
    expect(reply.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('that is a file carries them, but that it is shut in whatever it holds', async () => {
    const { anonymous } = await demoApp();
    const { headers } = await anonymous.get('/api/docs');
    expect(headers).toMatchObject({
      ...protectiveHeaders(null),
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none';/),
      'cross-origin-opener-policy': 'unsafe-none',
    });
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('allows scripts and styles of our own files alone, and no frame', () => {
    const policy = protectiveHeaders(null)['content-security-policy'];
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`script-src 'self';`);
    expect(policy).toContain(`style-src 'self';`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toContain('unsafe');
  });

  it('asks for https alone only where the office is reached by it', () => {
    expect(protectiveHeaders('https://a.example')).toHaveProperty('strict-transport-security', 'max-age=31536000');
    expect(protectiveHeaders('http://a.example')).not.toHaveProperty('strict-transport-security');
  });

  it('with data is never stored by a browser or a proxy', async () => {
    const { signedInAs } = await demoApp();
    const caller = await signedInAs('official');
    for (const url of [
      '/api/session',
      '/api/regions',
      '/api/overview?year=2020&month=9',
      '/api/accounts',
      '/api/nothing',
    ]) {
      expect((await caller.get(url)).headers['cache-control']).toBe('no-store');
    }
  });
});

describe('a change', () => {
  // A wrong password is answered 401 where the origin was let through.
  it.each([
    ['our own name without TLS', { origin: 'http://xushi.example', host: 'xushi.example', ...json }, 403],
    ['an address beside the public one', { origin: 'http://localhost', host: 'localhost', ...json }, 403],
    ['our own page on another port', { origin: 'http://localhost:3000', host: 'localhost', ...json }, 403],
    ['our own page behind a proxy', { origin: 'https://xushi.example', host: 'localhost', ...json }, 401],
    [
      'our own origin, says the page, and another site, says the browser',
      { origin: 'https://xushi.example', 'sec-fetch-site': 'cross-site', host: 'localhost', ...json },
      403,
    ],
    ['another site', { origin: 'https://evil.example', host: 'localhost', ...json }, 403],
    ['a site whose name ends like ours', { origin: 'http://evil.localhost', host: 'localhost', ...json }, 403],
    ['a page without an origin', { origin: 'null', host: 'localhost', ...json }, 403],
    ['something that is no origin', { origin: 'localhost', host: 'localhost', ...json }, 403],
    ['a browser that says same-origin', { 'sec-fetch-site': 'same-origin', host: 'localhost', ...json }, 401],
    ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site', host: 'localhost', ...json }, 403],
    ['a browser that says same-site', { 'sec-fetch-site': 'same-site', host: 'localhost', ...json }, 403],
    ['a browser that says none', { 'sec-fetch-site': 'none', host: 'localhost', ...json }, 403],
    ['a program that sends JSON', { host: 'localhost', ...json }, 401],
    ['a program that sends a form', { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' }, 403],
    ['a program that sends text', { host: 'localhost', 'content-type': 'text/plain' }, 403],
    ['a program that says nothing', { host: 'localhost' }, 403],
  ])('that comes from %s is answered as it should be', async (_who, headers, status) => {
    const { app } = await demoApp({ environment: { PUBLIC_ORIGIN: 'https://xushi.example' } });
    const reply = await app.inject({ method: 'POST', url: '/api/session', headers, payload });
    expect(reply.statusCode).toBe(status);
    if (status === 403) expect(reply.json()).toMatchObject({ code: 'foreign-origin' });
  });

  it('is answered on our own host where no public origin is set', async () => {
    const { anonymous } = await demoApp();
    expect((await anonymous.post('/api/session', { name: 'nobody', password: 'wrong' })).statusCode).toBe(401);
  });

  it('without a body is held to the same rule', async () => {
    const { app, signedInAs } = await demoApp();
    const { cookie } = await signedInAs('official');
    const signOut = (headers: Record<string, string>) =>
      app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie, host: 'localhost', ...headers } });
    expect((await signOut({ origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await signOut({ 'content-type': 'text/plain' })).statusCode).toBe(403);
    expect((await signOut({ 'content-length': '3' })).statusCode).toBe(403);
    expect((await signOut({ origin: 'http://localhost' })).statusCode).toBe(200);
  });

  it('without a body and without a word of where it comes from is a script’s, which no form can imitate', async () => {
    const { app, signedInAs } = await demoApp();
    const { cookie } = await signedInAs('official');
    const signedOut = await app.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { cookie, host: 'localhost' },
    });
    expect(signedOut.statusCode).toBe(200);
  });
});

describe('the server', () => {
  it('waits neither for slow requests nor for silent connections for ever', async () => {
    const { app } = await demoApp();
    const { requestTimeout, headersTimeout, timeout, keepAliveTimeout } = app.server;
    expect({ requestTimeout, headersTimeout, timeout, keepAliveTimeout }).toEqual({
      // Long enough for an upload; what brings no file has 15 s: request-arrival.test.ts.
      requestTimeout: 600_000,
      headersTimeout: 8_000,
      timeout: 60_000,
      keepAliveTimeout: 72_000,
    });
  });
});

/** What comes back for these lines of a request, until the connection is closed. */
async function answerTo(lines: readonly string[]): Promise<string> {
  const { app } = await demoApp();
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  return new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
    let received = '';
    socket.setEncoding('utf8');
    socket.on('data', (text) => (received += text));
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}

describe('a request with two hosts', () => {
  it('is refused: a proxy may have decided by the other one', async () => {
    const answer = await answerTo([
      'GET /api/health HTTP/1.1',
      'Host: a.example',
      'Host: b.example',
      'Connection: close',
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"code":"malformed-request"');
  });
});

describe('what is not even HTTP', () => {
  it('is answered like everything else, headers included, and let go', async () => {
    const answer = await answerTo(['GET / HTTP/1.1', 'bad header']);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('x-content-type-options: nosniff');
    expect(answer).toContain('"code":"malformed-request"');
  });
});
