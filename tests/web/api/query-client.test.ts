/** How the web reads and changes: what is asked again, what is not, and who is told that a session has ended. */
import { MutationObserver, QueryObserver } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { localProblem } from '#web/api/local-problem.ts';
import { ProblemError } from '#web/api/problem-error.ts';
import { createQueryClient, lasting, leaving, refresh } from '#web/api/query-client.ts';

const failure = (status: number, code = 'unavailable') => new ProblemError(localProblem(code, status, 'no'));
const refuse = () => Promise.reject(failure(401, 'not-signed-in'));

function clientOf(onSignedOut: () => void = () => undefined): QueryClient {
  const client = createQueryClient(onSignedOut);
  client.mount();
  onTestFinished(() => {
    client.unmount();
    client.clear();
  });
  return client;
}

/** A query that a page shows, and how often it has read so far. */
async function shown(client: QueryClient, key: string, options: object = {}) {
  const read = vi.fn<() => Promise<number>>(async () => 1);
  const observer = new QueryObserver(client, { queryKey: [key], queryFn: read, ...options });
  onTestFinished(observer.subscribe(() => undefined));
  await expect.poll(() => observer.getCurrentResult().data).toBe(1);
  return read;
}

async function tries(error: Error): Promise<number> {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const client = createQueryClient(() => undefined);
  const read = vi.fn<() => Promise<number>>(async () => {
    throw error;
  });
  // Without a retry said here: a query of ours is tried as the client says.
  const observer = new QueryObserver(client, { queryKey: ['tried'], queryFn: read });
  const leave = observer.subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(60_000);
  leave();
  return read.mock.calls.length;
}

describe('a query', () => {
  it.each([0, 502, 503, 504])('is tried a second time, and no third, after silence or overload: %i', async (status) => {
    expect(await tries(failure(status))).toBe(2);
  });

  it.each([400, 401, 403, 404, 409, 429, 500, 501])(
    'is not tried again once the server has explained: %i',
    async (status) => {
      expect(await tries(failure(status))).toBe(1);
    },
  );

  it('is not tried again where the page itself failed', async () => {
    expect(await tries(new Error('a slip of ours'))).toBe(1);
  });

  it('counts as current for half a minute', () => {
    const { queries, mutations } = createQueryClient(() => undefined).getDefaultOptions();
    expect(queries?.staleTime).toBe(30_000);
    // The browser’s own idea of being online is wrong in offices behind a proxy: it is always tried.
    expect([queries?.networkMode, mutations?.networkMode]).toEqual(['always', 'always']);
  });
});

describe('a change', () => {
  it('makes what is shown read again, but not what hardly ever changes', async () => {
    const client = clientOf();
    const figures = await shown(client, 'figures');
    const regions = await shown(client, 'regions', lasting);
    await new MutationObserver(client, { mutationFn: async () => 'done' }).mutate();
    expect(figures).toHaveBeenCalledTimes(2);
    expect(regions).toHaveBeenCalledTimes(1);
  });

  it('makes what is not shown read again when it is next shown', async () => {
    const client = clientOf();
    const read = vi.fn<() => Promise<number>>(async () => 1);
    const page = { queryKey: ['another page'], queryFn: read };
    await client.fetchQuery(page);
    await refresh(client);
    expect(read).toHaveBeenCalledTimes(1);
    await client.fetchQuery(page);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('that was refused makes nothing read again', async () => {
    const client = clientOf();
    const figures = await shown(client, 'figures');
    const change = new MutationObserver(client, { mutationFn: () => Promise.reject(failure(409)) });
    await expect(change.mutate()).rejects.toThrow('no');
    expect(figures).toHaveBeenCalledTimes(1);
  });

  it('that is leaving makes nothing read again', async () => {
    const client = clientOf();
    const figures = await shown(client, 'figures');
    await new MutationObserver(client, { mutationFn: async () => 'left', meta: leaving }).mutate();
    expect(figures).toHaveBeenCalledTimes(1);
  });
});

describe('an answer that nobody is signed in', () => {
  it('is told wherever it comes from', async () => {
    const told = vi.fn<() => void>();
    const client = clientOf(told);
    await expect(client.fetchQuery({ queryKey: ['a'], queryFn: refuse })).rejects.toThrow('no');
    expect(told).toHaveBeenCalledTimes(1);
    await expect(new MutationObserver(client, { mutationFn: refuse }).mutate()).rejects.toThrow('no');
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('is not read into another refusal', async () => {
    const told = vi.fn<() => void>();
    const client = clientOf(told);
    for (const error of [
      failure(401, 'wrong-name-or-password'),
      failure(403, 'not-allowed'),
      new Error('not-signed-in'),
    ]) {
      await expect(client.fetchQuery({ queryKey: ['a'], queryFn: () => Promise.reject(error) })).rejects.toBe(error);
    }
    expect(told).not.toHaveBeenCalled();
  });
});
