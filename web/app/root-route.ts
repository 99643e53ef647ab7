/** What every route stands on: who is signed in, and a page's data asked for while its code is still on the way. */
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import type { Session } from '#api/accounts/contract.ts';
import { periodOf, type PeriodSearch } from '../parts/period.ts';
import { PageFailure } from '../ui/page-failure.tsx';
import { PageNotFound } from '../ui/page-not-found.tsx';
import { furtherText } from '../text/messages/use-text.ts';
import { Frame } from './frame.tsx';
import { requireSession } from './gate.ts';

interface RouterContext {
  readonly queryClient: QueryClient;
}

/** Pages that are made of the texts that come before the first drawing (`first-areas.ts`). */
const isFirstPage = (path: string): boolean => /^\/(sprint|sign-in|password|cities\/\d+)?$/.test(path);

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  beforeLoad: async ({ context, location }) => {
    // What cannot be loaded now is asked for again where it is to be shown.
    const texts = isFirstPage(location.pathname) ? null : furtherText().catch(() => undefined);
    // Nobody needs to be known where one signs in.
    const session = location.pathname === '/sign-in' ? null : await requireSession(context.queryClient, location);
    await texts;
    return { session };
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
