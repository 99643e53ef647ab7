import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { changePassword, currentSession, listAccounts, signOut } from '#api/accounts/contract.ts';
import { overview } from '#api/standings/contract.ts';
import { returnSubmission, submit } from '#api/submissions/contract.ts';
import { answerRequests, pathOf, problem, reply } from '#tests/support/network.ts';
import { addressOf, call } from '#web/api/call.ts';
import { ProblemError } from '#web/api/problem-error.ts';
import { changeTextLanguage, startText } from '#web/text/messages/use-text.ts';

beforeAll(() => startText('zh'));
afterEach(() => changeTextLanguage('zh'));

/** What a call failed with. */
async function failureOf(calling: Promise<unknown>): Promise<unknown> {
  return calling.then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

const problemIn = async (calling: Promise<unknown>) => {
  const failure = await failureOf(calling);
  if (!(failure instanceof ProblemError)) throw new Error(`not a problem: ${String(failure)}`);
  return failure.problem;
};

describe('a call', () => {
  it('goes to the endpoint’s method and address, and gives its reply', async () => {
    const sent = answerRequests(() => reply({ regions: ['a'] }));
    await expect(call(overview, { query: { year: 2020, month: 9 } })).resolves.toEqual({ regions: ['a'] });
    expect(sent.map((request) => [request.method, pathOf(request)])).toEqual([
      ['GET', '/api/overview?year=2020&month=9'],
    ]);
    await call(signOut, {});
    expect(sent[1]?.method).toBe('DELETE');
  });

  it('asks in the language that the page has at that moment', async () => {
    // Files of a worker share their modules: what another left under way may ask too, or end by choosing a language.
    await changeTextLanguage('zh');
    const sent = answerRequests(() => reply([]));
    await call(listAccounts, {});
    await changeTextLanguage('en');
    await call(listAccounts, {});
    const own = sent.filter((request) => pathOf(request) === listAccounts.path);
    expect(own.map(({ headers }) => headers.get('accept-language'))).toEqual(['zh', 'en']);
    expect(own[0]?.headers.get('accept')).toBe('application/json');
  });

  it('sends what it is given as JSON, the version it is based on, and the key of the command', async () => {
    const sent = answerRequests(() => reply({}));
    await call(returnSubmission, {
      params: { year: 2020, month: 10, region: '331100' },
      body: { reason: '请核对' },
      version: 3,
      idempotencyKey: '00ff',
    });
    const [request] = sent;
    expect(request?.headers.get('content-type')).toBe('application/json');
    expect(request?.headers.get('if-match')).toBe('"3"');
    expect(request?.headers.get('idempotency-key')).toBe('00ff');
    await expect(request?.json()).resolves.toEqual({ reason: '请核对' });
  });

  it('bases a first save on version 0', async () => {
    const sent = answerRequests(() => reply({}));
    await call(submit, { params: { year: 2020, month: 10, region: '331100' }, body: {}, version: 0 });
    expect(sent[0]?.headers.get('if-match')).toBe('"0"');
  });

  it('says nothing of bodies, versions and keys where there are none', async () => {
    const sent = answerRequests(() => reply([]));
    await call(listAccounts, {});
    const headers = sent[0]?.headers;
    expect(['content-type', 'if-match', 'idempotency-key'].map((name) => headers?.has(name))).toEqual([
      false,
      false,
      false,
    ]);
    await expect(sent[0]?.text()).resolves.toBe('');
  });
});

describe('a call that fails', () => {
  it('has the API’s own problem', async () => {
    answerRequests(() => problem(422, 'weak-password', '密码太弱'));
    const found = await problemIn(call(changePassword, { body: { current: 'a', next: 'b' } }));
    expect(found).toMatchObject({ code: 'weak-password', status: 422, detail: '密码太弱' });
    expect(found.instance).toBe('urn:request:7f3a');
  });

  it('is a problem even where the body of the refusal could be read as a reply', async () => {
    answerRequests(() => Response.json({ person: null }, { status: 500 }));
    expect(await problemIn(call(currentSession, {}))).toMatchObject({ code: 'unavailable', status: 500 });
  });

  it('says in the page’s language that an answer was not the API’s', async () => {
    answerRequests(
      () => new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } }),
    );
    await changeTextLanguage('en');
    expect(await problemIn(call(currentSession, {}))).toEqual({
      type: 'about:blank',
      title: 'Something went wrong',
      status: 502,
      detail: 'The server’s answer cannot be read (status 502). Try again in a moment.',
      instance: '',
      code: 'unavailable',
      errors: [],
    });
  });

  it('says that no answer came, with status 0', async () => {
    answerRequests(() => Promise.reject(new TypeError('fetch failed')));
    expect(await problemIn(call(currentSession, {}))).toMatchObject({
      code: 'unavailable',
      status: 0,
      title: '出错了',
      detail: '无法连接服务器。请检查网络；页面上已有的内容都还在。',
    });
  });

  it('is no problem where the page itself gave it up', async () => {
    const giveUp = new AbortController();
    const sent = answerRequests(async ({ signal }) => {
      giveUp.abort();
      signal.throwIfAborted();
      return reply({});
    });
    const failure = await failureOf(call(currentSession, {}, giveUp.signal));
    expect(failure).toMatchObject({ name: 'AbortError' });
    expect(failure).not.toBeInstanceOf(ProblemError);
    expect(sent).toHaveLength(1);
  });
});

describe('addressOf', () => {
  it('leaves out the question mark where nothing is asked', () => {
    expect(addressOf('/api/accounts')).toBe('/api/accounts');
    expect(addressOf('/api/submissions/:year/:month/:region', { year: 2020, month: 9, region: '331100' }, {})).toBe(
      '/api/submissions/2020/9/331100',
    );
  });

  it('writes what has a meaning in an address as text', () => {
    expect(addressOf('/api/regions', {}, { of: 'a&b=c d' })).toBe('/api/regions?of=a%26b%3Dc+d');
  });

  it('shows a part that is missing rather than another address', () => {
    expect(addressOf('/api/accounts/:id/reset')).toBe('/api/accounts/:id/reset');
  });
});
