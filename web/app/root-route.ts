/** What every route stands on: who is signed in, and a page's data asked for while its code is still on the way. */
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import type { Session } from '#api/accounts/contract.ts';
import { periodOf, type PeriodSearch } from '../parts/period.ts';
import { PageFailure } from '../ui/page-failure.tsx';
import { PageNotFound } from '../ui/page-not-found.tsx';
import { Frame } from './frame.tsx';
import { requireSession } from './gate.ts';

interface RouterContext {
  readonly queryClient: QueryClient;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  beforeLoad: async ({ context, location }) => {
    // Nobody needs to be known where one signs in.
    if (location.pathname === '/sign-in') return { session: null };
    return { session: await requireSession(context.queryClient, location) };
  },
  component: Frame,
  errorComponent: PageFailure,
  notFoundComponent: PageNotFound,
});

export const periodIn = ({ search: { year, month } }: { readonly search: PeriodSearch }): PeriodSearch => ({
  year,
  month,
});

export interface Arriving {
  readonly context: RouterContext & { readonly session: Session | null };
  readonly deps: PeriodSearch;
}

/** A loader that asks for a page's data while its code is still on the way; the page itself shows how that went. */
export const early =
  <At extends Arriving>(ask: (client: QueryClient, period: ReturnType<typeof periodOf>, at: At) => Promise<void>) =>
  (at: At): void => {
    const { session, queryClient } = at.context;
    if (session !== null) void ask(queryClient, periodOf(at.deps, session.today), at);
  };
