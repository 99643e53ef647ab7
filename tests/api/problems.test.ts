import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { preferredLanguage } from '#api/http/language.ts';
import { problemCodes, problemDocument, problemTexts } from '#api/http/problem.ts';
import { problemOf } from '#api/http/problems.ts';
import { engine } from '#db/dialect';
import { auditEvents } from '#db/schema.ts';
import { demoApp } from '#tests/support/app.ts';

const uuid = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const draftOf = (month: number) => `/api/submissions/2020/${month}/330300`;
const valuesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([value]) => value).toSorted();
const first = { 'if-match': '0' };

describe('the list of problems', () => {
  it('is the table of api/README.md, line by line', () => {
    const readme = readFileSync(new URL('../../api/README.md', import.meta.url), 'utf8');
    const rows = [...readme.matchAll(/^\| `([a-z0-9-]+)` \| (\d{3}) \| \S/gm)].map(([, code, status]) => [
      code,
      Number(status),
    ]);
    expect(rows).toEqual(problemCodes.map((code) => [code, problemTexts[code].status]));
  });

  it('says the same values in both languages', () => {
    for (const code of problemCodes)
      expect([code, valuesOf(problemTexts[code].zh)]).toEqual([code, valuesOf(problemTexts[code].en)]);
  });
});

describe('a problem', () => {
  it('is RFC 9457 with a code, the request’s id and the sentence in Chinese', async () => {
    const { anonymous } = await demoApp();
    const reply = await anonymous.get('/api/session');
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(reply.headers['content-language']).toBe('zh');
    const document = problemDocument.parse(reply.json());
    expect(document).toMatchObject({ type: '/api/docs#not-signed-in', title: 'Unauthorized', status: 401, errors: [] });
    expect(document.detail).toBe(problemTexts['not-signed-in'].zh);
    expect(document.instance).toMatch(uuid);
  });

  it('is said in English to those who prefer it', async () => {
    const { anonymous } = await demoApp();
    const reply = await anonymous.get('/api/session', { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' });
    expect(reply.headers['content-language']).toBe('en');
    expect(reply.json()).toMatchObject({ detail: problemTexts['not-signed-in'].en });
  });

  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['en', 'en'],
    ['EN-us', 'en'],
    ['de, en;q=0.1', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en;q=0.8, zh;q=0.8', 'zh'],
    ['en;q=0', 'zh'],
    ['*', 'zh'],
    ['english', 'zh'],
  ])('for Accept-Language “%s” speaks %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });

  it('of the address has its own code at the top and points to the parameter', async () => {
    const { signedInAs } = await demoApp();
    const reply = await (await signedInAs('official')).get('/api/overview?year=1999&month=9');
    expect(reply.json()).toMatchObject({
      status: 422,
      code: 'no-such-year',
      errors: [{ pointer: '/year', code: 'no-such-year' }],
    });
  });

  it('names every fault of an input at once', async () => {
    const { signedInAs } = await demoApp();
    const reply = await (await signedInAs('official')).get('/api/overview?year=1999&month=13&colour=red');
    expect(reply.json<{ errors: { pointer: string; code: string }[] }>()).toMatchObject({
      code: 'invalid-input',
      errors: [
        { pointer: '/year', code: 'no-such-year' },
        { pointer: '/month', code: 'no-such-month' },
        { pointer: '/colour', code: 'field-unknown' },
      ],
    });
  });

  it.each([
    ['a missing parameter', '/api/overview?year=2020', [{ pointer: '/month', code: 'field-missing' }]],
    [
      'a parameter given twice',
      '/api/overview?year=2020&year=2021&month=9',
      [{ pointer: '/year', code: 'field-form' }],
    ],
    ['an empty parameter', '/api/overview?year=&month=9', [{ pointer: '/year', code: 'field-form' }]],
    ['a number in another notation', '/api/overview?year=2020&month=0x9', [{ pointer: '/month', code: 'field-form' }]],
    ['a parameter that nobody asked for', '/api/regions?all=1', [{ pointer: '/all', code: 'field-unknown' }]],
  ])('of %s points to it', async (_what, url, errors) => {
    const { signedInAs } = await demoApp();
    expect((await (await signedInAs('official')).get(url)).json()).toMatchObject({
      status: 422,
      code: 'invalid-input',
      errors,
    });
  });

  it.each<[string, unknown, { pointer: string; code: string }]>([
    ['no body', undefined, { pointer: '', code: 'field-missing' }],
    ['a list for a body', [], { pointer: '', code: 'field-type' }],
    ['null for a body', null, { pointer: '', code: 'field-type' }],
    ['a missing field', {}, { pointer: '/figures', code: 'field-missing' }],
    ['a field of another type', { figures: {}, note: 5 }, { pointer: '/note', code: 'field-type' }],
    ['a text that is too long', { figures: {}, note: 'x'.repeat(2001) }, { pointer: '/note', code: 'field-too-long' }],
    ['a field of its own', { figures: {}, 'a/b~c': 1 }, { pointer: '/a~1b~0c', code: 'field-unknown' }],
    ['a state', { figures: {}, state: 'accepted' }, { pointer: '/state', code: 'field-unknown' }],
    ['a city', { figures: {}, region: '330100' }, { pointer: '/region', code: 'field-unknown' }],
  ])('of a draft with %s points to it', async (_what, body, error) => {
    const { signedIn } = await demoApp();
    const reply = await (await signedIn('wenzhou')).put(draftOf(10), body, first);
    expect(reply.json()).toMatchObject({ status: 422, code: 'invalid-input', errors: [error] });
  });

  it.each([undefined, '', '"3', 'W/"3"', '*', '-1', '1.0', '"1", "2"', '0x1', '12345678901'])(
    'of the version “%s” says that it is required',
    async (version) => {
      const { signedIn } = await demoApp();
      const headers = version === undefined ? {} : { 'if-match': version };
      const reply = await (await signedIn('wenzhou')).put(draftOf(10), { figures: {} }, headers);
      expect(reply.json()).toMatchObject({ status: 428, code: 'version-required' });
    },
  );

  it.each(['', 'a b', 'é', 'x'.repeat(201)])('of the Idempotency-Key “%s” says what one is', async (key) => {
    const { signedIn } = await demoApp();
    const reply = await (
      await signedIn('wenzhou')
    ).put(draftOf(10), { figures: {} }, { ...first, 'idempotency-key': key });
    expect(reply.json()).toMatchObject({ status: 422, code: 'malformed-key' });
  });

  it.each([
    ['half an object', '{"figures":'],
    ['NaN', '{"figures":NaN}'],
    ['a comma too many', '{"figures":{},}'],
    ['a key given twice', '{"figures":{},"note":"a","note":"b"}'],
    ['a key given twice in another spelling', '{"figures":{},"note":"a","n\\u006fte":"b"}'],
    ['a prototype', '{"figures":{},"__proto__":{"role":"official"}}'],
    ['a constructor', '{"figures":{"constructor":{"prototype":{}}}}'],
    ['33 levels', '['.repeat(33) + ']'.repeat(33)],
  ])('of JSON with %s says that it is malformed', async (_what, payload) => {
    const { app, signedIn } = await demoApp();
    const { cookie } = await signedIn('wenzhou');
    const headers = {
      cookie,
      origin: 'http://localhost',
      host: 'localhost',
      'content-type': 'application/json',
      ...first,
    };
    const reply = await app.inject({ method: 'PUT', url: draftOf(10), headers, payload });
    expect(reply.json()).toMatchObject({ status: 400, code: 'malformed-json' });
  });

  it.each([
    ['a NUL character', '{"figures":{},"note":"a\\u0000b"}', '/note'],
    ['half of a surrogate pair', '{"figures":{},"note":"a\\ud83d"}', '/note'],
    ['a NUL character in a key', '{"figures":{"\\u0000":{"cumulative":1}}}', '/figures'],
    ['half of a surrogate pair in a key', '{"figures":{},"\\udc00":1}', ''],
  ])('of a text with %s says where, before any engine meets it', async (_what, payload, pointer) => {
    const { app, signedIn } = await demoApp();
    const { cookie } = await signedIn('wenzhou');
    const own = { cookie, origin: 'http://localhost', host: 'localhost', 'content-type': 'application/json' };
    const reply = await app.inject({ method: 'PUT', url: draftOf(10), headers: { ...own, ...first }, payload });
    expect(reply.json()).toMatchObject({ status: 422, code: 'text-not-allowed', errors: [{ pointer }] });
  });

  it('of a text is not made where a whole surrogate pair is written with escapes', async () => {
    const { app, signedIn } = await demoApp();
    const { cookie } = await signedIn('wenzhou');
    const own = { cookie, origin: 'http://localhost', host: 'localhost', 'content-type': 'application/json' };
    const payload = '{"figures":{},"note":"\\ud83d\\ude00"}';
    const reply = await app.inject({ method: 'PUT', url: draftOf(10), headers: { ...own, ...first }, payload });
    expect(reply.statusCode).toBe(200);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json2',
    'text/json',
  ])('of a body sent as %s says how to send it', async (type) => {
    const { signedIn } = await demoApp();
    const reply = await (
      await signedIn('wenzhou')
    ).put(draftOf(10), { figures: {} }, { ...first, 'content-type': type });
    expect(reply.json()).toMatchObject({ status: 415, code: 'unsupported-media-type' });
  });

  it('of a flood of keys is one fault, told at once', async () => {
    const { anonymous } = await demoApp();
    const flood = Object.fromEntries(Array.from({ length: 2000 }, (_, key) => [`k${key}`, 0]));
    const reply = await anonymous.post('/api/session', flood);
    expect(reply.json()).toMatchObject({ status: 400, code: 'malformed-json' });
    const some = Object.fromEntries(Array.from({ length: 900 }, (_, key) => [`k${key}`.padEnd(100, 'x'), 0]));
    const named = (await anonymous.post('/api/session', some)).json<{ errors: { pointer: string }[] }>();
    expect(named.errors).toHaveLength(50);
    expect(Math.max(...named.errors.map(({ pointer }) => pointer.length))).toBeLessThan(80);
  });

  it('of a body over 128 KiB says the limit, and exactly 128 KiB is read', async () => {
    const { signedIn } = await demoApp();
    const caller = await signedIn('wenzhou');
    const frame = JSON.stringify({ figures: {}, note: '' }).length;
    const noteOf = (length: number) => ({ figures: {}, note: 'x'.repeat(length - frame) });
    expect((await caller.put(draftOf(10), noteOf(2 ** 17), first)).json()).toMatchObject({ code: 'invalid-input' });
    const over = (await caller.put(draftOf(10), noteOf(2 ** 17 + 1), first)).json<{ detail: string }>();
    expect(over).toMatchObject({ status: 413, code: 'too-large' });
    expect(over.detail).toContain('128 KiB');
  });

  it.each(['/api/nothing', '/api', '/api/%', '/api/%00', '/api/regions/', `/api/${'x'.repeat(5000)}`])(
    'of the address %s is that nothing is there',
    async (url) => {
      const { anonymous } = await demoApp();
      expect((await anonymous.get(url)).json()).toMatchObject({ status: 404, code: 'not-found' });
    },
  );

  it('of the inside tells nothing of the inside', async () => {
    const { signedIn, database } = await demoApp();
    const caller = await signedIn('official');
    await database.close();
    const reply = await caller.get('/api/regions');
    expect(reply.json()).toMatchObject({ status: 500, code: 'unexpected', detail: problemTexts.unexpected.zh });
    expect(reply.body).not.toMatch(/sqlite|postgres|pglite|select|\/tmp|\.ts|stack/i);
  });

  it.each([
    { sqlite: 'SQLITE_FULL', postgres: '53100', why: 'the disk is full' },
    { sqlite: 'SQLITE_BUSY', postgres: '55P03', why: 'busy' },
    { sqlite: 'SQLITE_READONLY', postgres: '25006', why: 'read-only' },
    { sqlite: 'SQLITE_IOERR_FSYNC', postgres: '58030', why: 'storage has failed' },
    { sqlite: 'SQLITE_CANTOPEN', postgres: 'ECONNREFUSED', why: 'cannot be reached' },
  ])('of the database ($sqlite, $postgres) says 503 and why', ({ why, ...codes }) => {
    const code = codes[engine];
    const problem = problemOf(
      new Error('Failed query: select secret', { cause: Object.assign(new Error('x'), { code }) }),
      [],
    );
    expect(problem.code).toBe('unavailable');
    expect(JSON.stringify(problem.values)).toContain(why);
  });
});

describe('a refusal of somebody who is signed in', () => {
  it('leaves an audit row with its outcome', async () => {
    const { signedInAs, database } = await demoApp();
    const reply = await (await signedInAs('leader')).put(draftOf(10), { figures: {} }, first);
    expect(reply.json()).toMatchObject({ status: 403, code: 'not-allowed' });
    expect(await database.reader.select().from(auditEvents)).toMatchObject([
      {
        at: '2020-10-19T01:00:00.000Z',
        actor: 'demonstration-leader',
        role: 'leader',
        address: '127.0.0.1',
        action: 'saveDraft',
        object: draftOf(10),
        outcome: 'refused',
        detail: { problem: 'not-allowed' },
        requestId: reply.json<{ instance: string }>().instance.replace('urn:uuid:', ''),
      },
    ]);
  });
});
