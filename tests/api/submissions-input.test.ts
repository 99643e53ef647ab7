import { describe, expect, it } from 'vitest';
import { demoApp } from '#tests/support/app.ts';
import {
  basedOn,
  hangzhou,
  jiaxing,
  monthOf,
  ordinary,
  storedState,
  submittedOctober,
} from '#tests/support/reporting.ts';

const area = (cumulative: unknown) => ({ figures: { 'prefab-area': { cumulative } } });
const pointer = '/figures/prefab-area/cumulative';

interface BadInput {
  readonly what: string;
  readonly url?: string;
  readonly body: unknown;
  readonly version?: number;
  readonly code: string;
  readonly status?: number;
  readonly pointer?: string;
}

const badInputs: readonly BadInput[] = [
  { what: 'null', body: area(null), code: 'figure-null', pointer },
  { what: 'empty text', body: area(''), code: 'figure-empty', pointer },
  { what: 'blank text', body: area('　 '), code: 'figure-empty', pointer },
  { what: 'an exponent', body: area('1e3'), code: 'figure-notation', pointer },
  { what: 'a hexadecimal', body: area('0x10'), code: 'figure-notation', pointer },
  { what: 'a decimal comma', body: area('1,23'), code: 'figure-notation', pointer },
  { what: 'ten thousands in words', body: area('12万'), code: 'figure-notation', pointer },
  { what: 'NaN as text', body: area('NaN'), code: 'figure-not-a-number', pointer },
  { what: 'Infinity as text', body: area('Infinity'), code: 'figure-not-a-number', pointer },
  { what: 'a negative number', body: area(-5), code: 'figure-negative', pointer },
  { what: 'a negative number in full width', body: area('－5'), code: 'figure-negative', pointer },
  { what: 'a third decimal', body: area(12.345), code: 'too-many-decimals', pointer },
  { what: 'a third decimal as text', body: area('12.345'), code: 'too-many-decimals', pointer },
  { what: 'a figure beyond all measure', body: area(1e15), code: 'figure-too-large', pointer },
  {
    what: 'an unknown indicator',
    body: { figures: { 'a/b~c': { cumulative: 1 } } },
    code: 'unknown-indicator',
    pointer: '/figures/a~1b~0c',
  },
  {
    what: 'a ratio as one number',
    body: { figures: { 'prefab-share': { cumulative: 1 } } },
    code: 'figure-shape',
    pointer: '/figures/prefab-share',
  },
  {
    what: 'an area as a ratio',
    body: { figures: { 'prefab-area': { numerator: 1, denominator: 2 } } },
    code: 'figure-shape',
    pointer: '/figures/prefab-area',
  },
  {
    what: 'a part above its whole',
    body: { figures: { 'prefab-area': { cumulative: 5 }, 'prefab-civil': { cumulative: 5.01 } } },
    code: 'part-exceeds-whole',
    pointer: '/figures/prefab-civil/cumulative',
  },
  {
    what: 'a numerator above its denominator',
    body: { figures: { 'prefab-share': { numerator: 2, denominator: 1.99 } } },
    code: 'part-exceeds-whole',
    pointer: '/figures/prefab-share/numerator',
  },
  { what: 'month 13', url: monthOf(hangzhou, 13), body: area(1), code: 'no-such-month' },
  { what: 'month 0', url: monthOf(hangzhou, 0), body: area(1), code: 'no-such-month' },
  { what: 'a month that has not begun', url: monthOf(hangzhou, 11), body: area(1), code: 'month-not-open' },
  {
    what: 'a day that does not exist',
    body: { ...area(1), asOf: '2020-10-32' },
    code: 'no-such-day',
    pointer: '/asOf',
  },
  { what: 'tomorrow', body: { ...area(1), asOf: '2020-10-20' }, code: 'as-of-outside-month', pointer: '/asOf' },
  {
    what: 'a day of the month before',
    body: { ...area(1), asOf: '2020-09-30' },
    code: 'as-of-outside-month',
    pointer: '/asOf',
  },
  { what: 'another city', url: monthOf(jiaxing), body: area(1), code: 'not-found', status: 404 },
  { what: 'a city that does not exist', url: monthOf('999999'), body: area(1), code: 'not-found', status: 404 },
  { what: 'a stale version', body: area(1), version: 7, code: 'stale-version', status: 409 },
  {
    what: 'two kinds of problem',
    body: { figures: { 'prefab-area': { cumulative: null }, 'prefab-civil': { cumulative: '1e3' } } },
    code: 'invalid-input',
  },
  { what: 'true', body: area(true), code: 'invalid-input' },
  { what: 'a list', body: area([1]), code: 'invalid-input' },
  { what: 'an object', body: area({}), code: 'invalid-input' },
  { what: 'an unknown key', body: { ...ordinary, extra: 1 }, code: 'invalid-input' },
  { what: 'no figures at all', body: {}, code: 'invalid-input' },
  { what: 'a numerator alone', body: { figures: { 'prefab-share': { numerator: 1 } } }, code: 'invalid-input' },
];

describe('bad input', () => {
  it.each(badInputs)('$what is $code, said in both languages, and changes nothing', async (bad) => {
    const { signedInAs, database } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    const before = await storedState(database);
    const details = [];
    for (const language of ['zh-CN', 'en']) {
      const headers = { ...basedOn(bad.version ?? 0), 'accept-language': language };
      const response = await bureau.put(bad.url ?? monthOf(hangzhou), bad.body, headers);
      const problem = response.json<{ code: string; detail: string; errors: { pointer: string; detail: string }[] }>();
      expect(problem.code).toBe(bad.code);
      expect(response.statusCode).toBe(bad.status ?? 422);
      if (bad.pointer !== undefined) expect(problem.errors.map((error) => error.pointer)).toEqual([bad.pointer]);
      details.push(problem.detail, ...problem.errors.map((error) => error.detail));
    }
    const chinese = details.slice(0, details.length / 2);
    const english = details.slice(details.length / 2);
    for (const sentence of chinese) expect(sentence).toMatch(/[一-鿿].*。/);
    for (const sentence of english) expect(sentence).toMatch(/[A-Za-z].*\.$/);
    for (const sentence of details) expect(sentence).not.toMatch(/\{\w+\}|undefined|\[object/);
    expect(await storedState(database)).toEqual(before);
  });

  it('NaN in JSON is malformed-json and changes nothing', async () => {
    const { app, signedInAs, database } = await demoApp();
    const { cookie } = await signedInAs('bureau', hangzhou);
    const before = await storedState(database);
    const response = await app.inject({
      method: 'PUT',
      url: monthOf(hangzhou),
      headers: {
        cookie,
        origin: 'http://localhost',
        host: 'localhost',
        'content-type': 'application/json',
        ...basedOn(0),
      },
      payload: '{"figures":{"prefab-area":{"cumulative":NaN}}}',
    });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ code: 'malformed-json' });
    expect(await storedState(database)).toEqual(before);
  });

  it('without If-Match is version-required, so that nobody decides on what they did not see', async () => {
    const { bureau, official, database } = await submittedOctober();
    const before = await storedState(database);
    const correction = { figures: { 'prefab-area': { cumulative: 1900 } }, reason: '一个项目误计入九月' };
    const replies = [
      await bureau.put(monthOf(hangzhou), ordinary),
      await bureau.post(monthOf(hangzhou, 10, 'submit'), {}),
      await bureau.post(monthOf(hangzhou, 9, 'correct'), correction),
      await official.post(monthOf(hangzhou, 10, 'accept'), {}),
      await official.post(monthOf(hangzhou, 10, 'return'), { reason: '请核对十月数据' }),
    ];
    for (const reply of replies) {
      expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([428, 'version-required']);
    }
    expect(await storedState(database)).toEqual(before);
  });

  it('based on another version is refused', async () => {
    const { bureau, official, database } = await submittedOctober();
    const before = await storedState(database);
    expect((await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(7))).statusCode).toBe(409);
    expect((await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(2))).statusCode).toBe(409);
    expect(await storedState(database)).toEqual(before);
  });

  it('names every field at once', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    const figures = {
      'prefab-area': { cumulative: null },
      'prefab-share': { numerator: '1e3', denominator: -1 },
      'green-demo': { cumulative: 1.5 },
      other: { cumulative: 1 },
    };
    const response = await bureau.put(monthOf(hangzhou), { figures, asOf: '2020-11-01' }, basedOn(0));
    const { errors } = response.json<{ errors: { pointer: string; code: string }[] }>();
    expect(errors.map((error) => `${error.pointer} ${error.code}`)).toEqual([
      '/asOf as-of-outside-month',
      '/figures/prefab-area/cumulative figure-null',
      '/figures/prefab-share/numerator figure-notation',
      '/figures/prefab-share/denominator figure-negative',
      '/figures/green-demo/cumulative too-many-decimals',
      '/figures/other unknown-indicator',
    ]);
  });
});

describe('zero', () => {
  it('is a figure, and nothing is not', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    const response = await bureau.put(monthOf(hangzhou), area('-0'), basedOn(0));
    expect(response.statusCode).toBe(200);
    expect(response.json().versions[0].figures).toMatchObject([{ indicator: 'prefab-area', cumulative: 0 }]);
  });
});
