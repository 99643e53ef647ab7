import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import type { ParsedLocation } from '@tanstack/react-router';
import type { Session } from '#api/accounts/contract.ts';
import { isSignedOut } from '../api/problem-error.ts';
import { titlesQuery } from '../api/account-titles.ts';
import { indicatorsQuery, regionsQuery } from '../api/reference.ts';
import { sessionQuery } from '../api/session.ts';

/**
 * Who is signed in, with regions and indicators on their way.
 * Leads to the sign-in page, with the way back, where nobody is; to the password page where a one-time secret was used.
 * @throws ProblemError where the server cannot say
 */
export async function requireSession(client: QueryClient, location: ParsedLocation): Promise<Session> {
  const session = await sessionOr(client, location.href);
  if (session.person.mustChangePassword) {
    if (location.pathname === '/password') return session;
    throw redirect({ to: '/password', search: { return: location.href }, replace: true });
  }
  // Not awaited: they arrive while the page's code does, and a page that needs them earlier waits by itself.
  void client.prefetchQuery(regionsQuery);
  void client.prefetchQuery(indicatorsQuery);
  void client.prefetchQuery(titlesQuery);
  return session;
}

async function sessionOr(client: QueryClient, href: string): Promise<Session> {
  try {
    // What was read stands until an answer says that it has ended; dropping it at once would fail the page still on the screen.
    return await client.fetchQuery({ ...sessionQuery, staleTime: Infinity });
  } catch (error) {
    if (isSignedOut(error))
      throw redirect({ to: '/sign-in', search: href === '/' ? {} : { return: href }, replace: true });
    // A broken line says nothing about the session: who was known stays known, and the page shows what it has.
    const known = client.getQueryData(sessionQuery.queryKey);
    if (known === undefined) throw error;
    return known;
  }
}
