import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError, isSignedOut } from './problem-error.ts';

/** Queries that hardly ever change; only a reload or signing in again reads them anew. */
export const lasting = { staleTime: Infinity, gcTime: Infinity, meta: { lasting: true } } as const;

/** The meta of the mutation after which nobody may read anything any more: signing out. */
export const leaving = { leaving: true } as const;

/**
 * The query client: every successful mutation makes all active queries read again, in this one place;
 * `onSignedOut` runs when any answer says that the session has ended.
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error): void => {
    if (isSignedOut(error)) onSignedOut();
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({
      onError,
      onSuccess: (_data, _input, _context, mutation) => (mutation.meta === leaving ? undefined : refresh(client)),
    }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: shouldRetry, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}

/** Makes every active query read again, except those that hardly ever change; the others when they are next shown. */
export async function refresh(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ refetchType: 'active', predicate: (query) => query.meta?.['lasting'] !== true });
}

/**
 * Asks again for what was refused: problems come in the language of the request, so that those on screen stay in the former
 * one when the page's language changes. What is under way then is waited for, since it was asked in the former one too.
 */
export async function askRefusedAgain(client: QueryClient): Promise<void> {
  const underWay = client.getQueryCache().findAll({ fetchStatus: 'fetching' });
  await Promise.allSettled(underWay.map((query) => query.promise));
  await client.refetchQueries({ predicate: (query) => query.state.status === 'error' });
}

/** A problem that the server has explained stays the same; only silence and overload are worth a second try. */
function shouldRetry(failures: number, error: Error): boolean {
  const status = error instanceof ProblemError ? error.problem.status : 500;
  return failures < 1 && (status === 0 || status >= 502);
}
