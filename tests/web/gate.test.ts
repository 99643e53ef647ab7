import type { QueryClient } from '@tanstack/react-query';
import { isRedirect } from '@tanstack/react-router';
import type { ParsedLocation } from '@tanstack/react-router';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '#api/accounts/contract.ts';
import { answerRequests, pathOf, problem, reply } from '#tests/support/network.ts';
import { ProblemError } from '#web/api/problem-error.ts';
import { createQueryClient } from '#web/api/query-client.ts';
import { requireSession } from '#web/app/gate.ts';
import { startText } from '#web/text/messages/use-text.ts';
import { forgetWhoIsIn, startPage } from '#web/api/session.ts';

beforeAll(() => startText('zh'));

const session = (mustChangePassword: boolean): Session => ({
  person: {
    name: 'lishui',
    title: { zh: '丽水', en: 'Lishui' },
    role: 'bureau',
    region: '331100',
    within: null,
    mustChangePassword,
  },
  now: '2020-10-19T01:00:00.000Z',
  today: '2020-10-19',
  demonstration: true,
  publicDemonstration: false,
  unsaved: false,
});

const at = (pathname: string, searchStr = ''): ParsedLocation => ({
  pathname,
  searchStr,
  href: pathname + searchStr,
  publicHref: pathname + searchStr,
  search: {},
  hash: '',
  state: { __TSR_index: 0 },
  external: false,
});

const newClient = (): QueryClient => createQueryClient(() => undefined);

/** Where somebody who asks for an address is led instead. */
async function ledTo(location: ParsedLocation) {
  const outcome = await requireSession(newClient(), location).catch((error: unknown) => error);
  if (!isRedirect(outcome)) throw new Error(`led nowhere: ${JSON.stringify(outcome)}`);
  const { to, search, replace } = outcome.options;
  return { to, search, replace };
}

describe('the gate, to a person who is signed in', () => {
  it('lets them pass and fetches what every page needs', async () => {
    const sent = answerRequests((request) => reply(pathOf(request) === '/api/session' ? session(false) : []));
    await expect(requireSession(newClient(), at('/targets', '?year=2020'))).resolves.toEqual(session(false));
    expect(sent.map(pathOf)).toEqual(['/api/session', '/api/regions', '/api/indicators', '/api/accounts/titles']);
  });

  it('asks who they are once, and again after an answer said that the session has ended', async () => {
    const sent = answerRequests((request) => reply(pathOf(request) === '/api/session' ? session(false) : []));
    const asked = () => sent.filter((request) => pathOf(request) === '/api/session').length;
    const client = newClient();
    await requireSession(client, at('/targets'));
    await requireSession(client, at('/interviews'));
    expect(asked()).toBe(1);
    await forgetWhoIsIn(client);
    expect(asked()).toBe(1);
    await requireSession(client, at('/interviews'));
    expect(asked()).toBe(2);
  });

  it('keeps whom it knew while the line is broken, and asks again at the next address', async () => {
    let broken = false;
    answerRequests((request) => {
      if (pathOf(request) !== '/api/session') return reply([]);
      if (broken) throw new TypeError('Failed to fetch');
      return reply(session(false));
    });
    const client = newClient();
    await requireSession(client, at('/targets'));
    await forgetWhoIsIn(client);
    broken = true;
    await expect(requireSession(client, at('/interviews'))).resolves.toEqual(session(false));
    // A server that answers, but not who is there, says as little.
    answerRequests(() => problem(503, 'unavailable', ''));
    await expect(requireSession(client, at('/interviews'))).resolves.toEqual(session(false));
    // Only the answer that nobody is signed in ends it.
    answerRequests(() => problem(401, 'not-signed-in', ''));
    await expect(requireSession(client, at('/interviews'))).rejects.toSatisfy(isRedirect);
  });

  it('leads them to the password page, and back afterwards, where a one-time secret was used', async () => {
    const sent = answerRequests(() => reply(session(true)));
    expect(await ledTo(at('/targets', '?year=2020'))).toEqual({
      to: '/password',
      search: { return: '/targets?year=2020' },
      replace: true,
    });
    // The rest of the API would refuse them.
    expect(sent.map(pathOf)).toEqual(['/api/session']);
  });

  it('lets them see the password page itself', async () => {
    answerRequests(() => reply(session(true)));
    await expect(requireSession(newClient(), at('/password', '?return=%2Ftargets'))).resolves.toEqual(session(true));
  });
});

describe('the gate, to a person who is not', () => {
  it('leads them to the sign-in page, and back afterwards', async () => {
    answerRequests(() => problem(401, 'not-signed-in', '尚未登录'));
    expect(await ledTo(at('/cities/330300', '?year=2020&month=8'))).toEqual({
      to: '/sign-in',
      search: { return: '/cities/330300?year=2020&month=8' },
      replace: true,
    });
  });

  it('has nowhere to lead them back to from the bare address', async () => {
    answerRequests(() => problem(401, 'not-signed-in', '尚未登录'));
    expect(await ledTo(at('/'))).toEqual({ to: '/sign-in', search: {}, replace: true });
  });

  it('says so where the server cannot say who they are', async () => {
    answerRequests(() => problem(429, 'too-many-requests', '请求过于频繁'));
    const refused = requireSession(newClient(), at('/targets'));
    await expect(refused).rejects.toBeInstanceOf(ProblemError);
    await expect(refused).rejects.toMatchObject({ problem: { code: 'too-many-requests' } });
  });
});

describe('where a role’s work begins', () => {
  it('is its own page', () => {
    expect(startPage('bureau')).toBe('/submissions');
    expect(startPage('leader')).toBe('/sprint');
    expect(startPage('official')).toBe('/');
    expect(startPage('administrator')).toBe('/accounts');
  });
});
