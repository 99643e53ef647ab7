import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import type { ParsedLocation } from '@tanstack/react-router';
import type { Session } from '#api/people/contract.ts';
import { isSignedOut } from './api/problem-error.ts';
import { indicatorsQuery, regionsQuery } from './reference.ts';
import { sessionQuery } from './session.ts';

/**
 * Who is signed in, with regions and indicators loaded beside it in the same round trip.
 * Leads to the sign-in page, with the way back, where nobody is; to the password page where a one-time secret was used.
 * @throws ProblemError where the server cannot say
 */
export async function requireSession(client: QueryClient, location: ParsedLocation): Promise<Session> {
  const session = await load(client, location.href);
  if (session.person.mustChangePassword && location.pathname !== '/password') {
    throw redirect({ to: '/password', search: { return: location.href }, replace: true });
  }
  return session;
}

async function load(client: QueryClient, href: string): Promise<Session> {
  try {
    const [session] = await Promise.all([client.ensureQueryData(sessionQuery), loadReference(client)]);
    return session;
  } catch (error) {
    if (!isSignedOut(error)) throw error;
    throw redirect({ to: '/sign-in', search: href === '/' ? {} : { return: href }, replace: true });
  }
}

/** A one-time secret must be changed before anything else may be read, so that a refusal here is no failure. */
async function loadReference(client: QueryClient): Promise<void> {
  await Promise.allSettled([client.ensureQueryData(regionsQuery), client.ensureQueryData(indicatorsQuery)]);
}
