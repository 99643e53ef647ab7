/** The small parts that every request passes, each at its limits. */
import { describe, expect, it } from 'vitest';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { endpoint } from '#api/http/endpoint.ts';
import { parseJsonBody, textOf } from '#api/http/json-body.ts';
import { preferredLanguage } from '#api/http/language.ts';
import { pointerTo } from '#api/http/pointer.ts';
import { readPreconditions } from '#api/http/preconditions.ts';
import { Problem } from '#api/http/problem.ts';
import { dataVersionOnceATurn } from '#api/http/data-version.ts';
import { demoApp } from '#tests/support/app.ts';

/** The code of the problem that something throws; null where it throws none. */
function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

describe('the language of an answer', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['zh', 'zh'],
    ['fr', 'zh'],
    ['english', 'zh'],
    ['en, zh', 'zh'],
    ['zh;q=0.8, en;q=0.9', 'en'],
    ['zh;q=0.9, en;q=0.8', 'zh'],
    ['en;q=0', 'zh'],
    ['zh-CN;q=0.5, en-US ; q=0.501', 'en'],
    ['fr, en;q=0.1', 'en'],
    ['en;level=1;q=0.2, zh;q=0.3', 'zh'],
    ['en;q=0.2, en-US;q=0.9, zh;q=0.5', 'en'],
  ])('for “%s” is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});

describe('a pointer', () => {
  it('leads part by part, with both of its signs escaped and long names cut at 64', () => {
    expect(pointerTo([])).toBe('');
    expect(pointerTo(['figures', 'prefab-area', 0])).toBe('/figures/prefab-area/0');
    expect(pointerTo(['a/b', 'c~d', '~1'])).toBe('/a~1b/c~0d/~01');
    expect(pointerTo(['x'.repeat(64)])).toBe(`/${'x'.repeat(64)}`);
    expect(pointerTo(['x'.repeat(65)])).toBe(`/${'x'.repeat(64)}`);
  });
});

const changing = (versioned?: 'required', idempotent?: boolean) =>
  endpoint({
    name: 'x',
    method: 'PUT',
    path: '/api/x',
    summary: '',
    access: ['official'],
    reply: z.object({}),
    ...(versioned === undefined ? {} : { versioned }),
    ...(idempotent === undefined ? {} : { idempotent }),
  });

const versionOf = (header: string | undefined, versioned?: 'required') =>
  readPreconditions(changing(versioned), header === undefined ? {} : { 'if-match': header }).basedOn;

describe('If-Match', () => {
  it('is a version, quoted or not, of nine digits at most', () => {
    expect(versionOf('"3"', 'required')).toBe(3);
    expect(versionOf('3', 'required')).toBe(3);
    expect(versionOf('0', 'required')).toBe(0);
    expect(versionOf('999999999', 'required')).toBe(999_999_999);
    for (const wrong of ['', '*', '"3', '3"', 'W/"3"', '-1', '1.5', '"1", "2"', '1000000000', '"1000000000"', ' 3']) {
      expect([wrong, codeOf(() => versionOf(wrong, 'required'))]).toEqual([wrong, 'version-required']);
    }
  });

  it('may not be left out where it is required, and is not looked at where it means nothing', () => {
    expect(codeOf(() => versionOf(undefined, 'required'))).toBe('version-required');
    expect(versionOf('"3"')).toBeNull();
    expect(versionOf('nonsense')).toBeNull();
  });

  it('is not looked at by an endpoint that only takes a key', () => {
    const headers = { 'if-match': 'nonsense', 'idempotency-key': 'key' };
    expect(readPreconditions(changing(undefined, true), headers)).toEqual({ basedOn: null, idempotencyKey: 'key' });
  });
});

const keyOf = (header: string | undefined, idempotent = true) =>
  readPreconditions(changing(undefined, idempotent), header === undefined ? {} : { 'idempotency-key': header })
    .idempotencyKey;

describe('Idempotency-Key', () => {
  it('is 1 to 200 printable characters', () => {
    expect(keyOf(undefined)).toBeNull();
    expect(keyOf('!')).toBe('!');
    expect(keyOf('~'.repeat(200))).toBe('~'.repeat(200));
    for (const wrong of ['', ' ', 'two words', 'x'.repeat(201), '序', 'tab\t', '\u007F']) {
      expect([wrong, codeOf(() => keyOf(wrong))]).toEqual([wrong, 'malformed-key']);
    }
  });

  it('is not looked at where it is not honoured', () => {
    expect(keyOf('two words', false)).toBeNull();
  });
});

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const withKeys = (count: number): string =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, at) => [`key-${at}`, at])));

describe('a body', () => {
  it('may be nothing at all, or any JSON', () => {
    expect(parseJsonBody('')).toBeUndefined();
    expect(parseJsonBody(' \n')).toBeUndefined();
    expect(parseJsonBody('null')).toBeNull();
    expect(parseJsonBody('{"a":[1,"b:{",{"a":2}],"b":{"a":3}}')).toEqual({ a: [1, 'b:{', { a: 2 }], b: { a: 3 } });
    expect(parseJsonBody('["same","same"]')).toEqual(['same', 'same']);
  });

  it('is 32 deep and has 1000 keys at most', () => {
    expect(codeOf(() => parseJsonBody(nested(32)))).toBeNull();
    expect(codeOf(() => parseJsonBody(nested(33)))).toBe('malformed-json');
    expect(codeOf(() => parseJsonBody('{"a":'.repeat(32) + '1' + '}'.repeat(32)))).toBeNull();
    expect(codeOf(() => parseJsonBody('{"a":'.repeat(33) + '1' + '}'.repeat(33)))).toBe('malformed-json');
    // Depth is counted where it is, not added up over what is closed again.
    expect(codeOf(() => parseJsonBody(`[${Array.from({ length: 40 }, () => '[]').join()}]`))).toBeNull();
    expect(codeOf(() => parseJsonBody(withKeys(1000)))).toBeNull();
    expect(codeOf(() => parseJsonBody(withKeys(1001)))).toBe('malformed-json');
  });

  it.each([
    ['{"a":1,"a":2}', 'malformed-json'],
    [String.raw`{"a":1,"\u0061":2}`, 'malformed-json'],
    ['{"b":{"a":1,"a":2}}', 'malformed-json'],
    ['{"__proto__":1}', 'malformed-json'],
    ['{"constructor":1}', 'malformed-json'],
    ['{"a":1', 'malformed-json'],
    [String.raw`{"a":"\u0000"}`, 'text-not-allowed'],
    [String.raw`{"\u0000":1}`, 'text-not-allowed'],
    [String.raw`{"a":["\ud800"]}`, 'text-not-allowed'],
    [String.raw`{"a":"\ud83d\ude00"}`, null],
    [String.raw`{"a":"\u4e2d"}`, null],
    ['{"a":{"b":1},"b":{"b":1}}', null],
    ['{"proto":1}', null],
  ])('%s is refused as %s', (text, code) => {
    expect(codeOf(() => parseJsonBody(text))).toBe(code);
  });
});

describe('the dataVersion of the database', () => {
  it('is asked for once a turn, and again after a change of our own', async () => {
    const { database } = await demoApp();
    let asked = 0;
    const counted = dataVersionOnceATurn({
      ...database,
      dataVersion: () => {
        asked += 1;
        return database.dataVersion();
      },
    });
    const first = await counted.dataVersion();
    await counted.dataVersion();
    expect(asked).toBe(1);
    await nextTurn();
    await counted.dataVersion();
    expect(asked).toBe(2);
    await expect(counted.write(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await counted.dataVersion();
    expect(asked).toBe(3);
    expect(await counted.dataVersion()).toBe(first);
  });
});

describe('a number in JSON', () => {
  it('stays a number where that says what was written, and is its own text where it would not', () => {
    expect(parseJsonBody('[1, 1.50, 0.10, -3, 2.0, 0, 652.00]')).toEqual([1, 1.5, 0.1, -3, 2, 0, 652]);
    const texts = ['1e3', '1E3', '1e400', '9007199254740993', '1.00000000000000000001', '0.10000000000000000001'];
    expect(parseJsonBody(`[${texts.join()}]`)).toEqual(texts);
  });
});

describe('a text in JSON', () => {
  it('is refused with control characters and marks that turn its direction, bare or escaped', () => {
    for (const one of ['\u007f', '\u0085', '\u202e', '\u2066', String.raw`\b`, String.raw`\f`, String.raw`\u202e`])
      expect(codeOf(() => parseJsonBody(`{"a":"x${one}y"}`))).toBe('text-not-allowed');
    expect(parseJsonBody(String.raw`{"a":"一行\n\t二行\r"}`)).toEqual({ a: '一行\n\t二行\r' });
  });

  it('is refused in another encoding: GBK would be stored as replacement characters', () => {
    const gbk = Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xd5, 0xe3, 0xbd, 0xad, 0x22, 0x7d]);
    expect(codeOf(() => textOf(gbk))).toBe('not-utf-8');
    expect(textOf(Buffer.from('{"a":"浙江"}'))).toBe('{"a":"浙江"}');
  });
});

describe('a reply', () => {
  it('is packed only from a size on that is worth it, and only for whom says gzip', async () => {
    const { signedInAs } = await demoApp();
    const caller = await signedInAs('official');
    const packing = async (url: string, accepted: string) => {
      const { headers, rawPayload } = await caller.get(url, { 'accept-encoding': accepted });
      expect(Number(headers['content-length'])).toBe(rawPayload.length);
      return headers['content-encoding'];
    };
    const overview = '/api/overview?year=2020&month=9';
    expect(await packing('/api/session', 'gzip')).toBeUndefined();
    expect(await packing(overview, 'gzip')).toBe('gzip');
    expect(await packing(overview, 'br, deflate')).toBeUndefined();
    expect(await packing(overview, 'notgzip')).toBeUndefined();
    expect(await packing(overview, 'gzip;q=0')).toBeUndefined();
    expect(await packing(overview, 'br, gzip ; q=0.000, identity')).toBeUndefined();
    expect(await packing(overview, 'br;q=1, gzip;q=0.5')).toBe('gzip');
  });

  it('that is named by its version is always sent, because the version does not name its bytes', async () => {
    const { signedIn } = await demoApp();
    const caller = await signedIn('wenzhou');
    const month = '/api/submissions/2020/9/330300';
    const first = await caller.get(month);
    const again = await caller.get(month, { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([200, first.body]);
  });
});
