import { useSuspenseQuery } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { currentSession } from '#api/accounts/contract.ts';
import type { Session } from '#api/accounts/contract.ts';
import type { Role } from '#api/http/endpoint.ts';
import { query } from './queries.ts';

/** Who is signed in, and the office's day. The root route loads it before any page, so that pages never wait for it. */
export const sessionQuery = { ...query(currentSession, {}), staleTime: 300_000 };

/** Makes the next address ask anew who is signed in; what is on the screen keeps what it has until then. */
export async function forgetWhoIsIn(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: sessionQuery.queryKey, refetchType: 'none' });
}

/** Who is signed in: `person`, `today`, `demonstration`. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

const startPages = { bureau: '/submissions', leader: '/sprint', official: '/', administrator: '/accounts' } as const;

/** Where a role's work begins. */
export function startPage(role: Role): (typeof startPages)[Role] {
  return startPages[role];
}
