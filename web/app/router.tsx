import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { Frame } from './frame.tsx';
import { PageFailure } from '../ui/page-failure.tsx';
import { PageNotFound } from '../ui/page-not-found.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import {
  city as cityEndpoint,
  overview as overviewEndpoint,
  sprint as sprintEndpoint,
} from '#api/standings/contract.ts';
import { query } from '../api/queries.ts';
import { requireSession } from './gate.ts';
import { periodOf, type PeriodSearch } from '../parts/period.ts';
import { pageSearch, parseSearch, returnPath, stringifySearch } from '../ui/search.ts';
import { startPage } from '../api/session.ts';
import type { Session } from '#api/accounts/contract.ts';

interface RouterContext {
  readonly queryClient: QueryClient;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  validateSearch: pageSearch,
  beforeLoad: async ({ context, location }) => {
    // Nobody needs to be known where one signs in.
    if (location.pathname === '/sign-in') return { session: null };
    return { session: await requireSession(context.queryClient, location) };
  },
  component: Frame,
  errorComponent: PageFailure,
  notFoundComponent: PageNotFound,
});

const getParentRoute = () => rootRoute;

const periodIn = ({ search: { year, month } }: { readonly search: PeriodSearch }): PeriodSearch => ({ year, month });

interface Arriving {
  readonly context: RouterContext & { readonly session: Session | null };
  readonly deps: PeriodSearch;
}

/** A loader that asks for a page's data while its code is still on the way; the page itself shows how that went. */
const early =
  <At extends Arriving>(ask: (client: QueryClient, period: ReturnType<typeof periodOf>, at: At) => Promise<void>) =>
  (at: At): void => {
    const { session, queryClient } = at.context;
    if (session !== null) void ask(queryClient, periodOf(at.deps, session.today), at);
  };

const signIn = createRoute({
  getParentRoute,
  path: '/sign-in',
  // Named even where it has no value, as every key of `pageSearch` is: a foreign address would show through otherwise.
  validateSearch: (raw: Readonly<Record<string, unknown>>): { readonly return?: string | undefined } => ({
    return: returnPath(raw['return']) ?? undefined,
  }),
  component: lazyRouteComponent(() => import('../features/sign-in/page.tsx'), 'Page'),
});

const password = createRoute({
  getParentRoute,
  path: '/password',
  validateSearch: signIn.options.validateSearch,
  component: lazyRouteComponent(() => import('../features/password/page.tsx'), 'Page'),
});

const overview = createRoute({
  getParentRoute,
  path: '/',
  beforeLoad: ({ context, search }) => {
    // The bare address is where a role's work begins; with a month in it, it is the overview for everybody.
    const start = context.session === null ? '/' : startPage(context.session.person.role);
    const isBare = Object.values(search).every((value) => value === undefined);
    if (start !== '/' && isBare) throw redirect({ to: start, replace: true });
  },
  loaderDeps: periodIn,
  loader: early((client, period) => client.prefetchQuery(query(overviewEndpoint, { query: period }))),
  component: lazyRouteComponent(() => import('../features/overview/page.tsx'), 'Page'),
});

const city = createRoute({
  getParentRoute,
  path: '/cities/$code',
  loaderDeps: periodIn,
  loader: early<Arriving & { readonly params: { readonly code: string } }>((client, period, { params }) =>
    client.prefetchQuery(query(cityEndpoint, { params: { region: params.code }, query: period })),
  ),
  component: lazyRouteComponent(() => import('../features/city/page.tsx'), 'Page'),
});

const submissions = createRoute({
  getParentRoute,
  path: '/submissions',
  component: lazyRouteComponent(() => import('../features/submissions/page.tsx'), 'Page'),
});

const submission = createRoute({
  getParentRoute,
  path: '/submissions/$year/$month/$region',
  component: lazyRouteComponent(() => import('../features/submissions/form/page.tsx'), 'Page'),
});

const review = createRoute({
  getParentRoute,
  path: '/review',
  component: lazyRouteComponent(() => import('../features/review/page.tsx'), 'Page'),
});

const interviews = createRoute({
  getParentRoute,
  path: '/interviews',
  component: lazyRouteComponent(() => import('../features/interviews/list-page.tsx'), 'Page'),
});

const interview = createRoute({
  getParentRoute,
  path: '/interviews/$id',
  component: lazyRouteComponent(() => import('../features/interviews/interview-page.tsx'), 'Page'),
});

const sprint = createRoute({
  getParentRoute,
  path: '/sprint',
  loaderDeps: periodIn,
  loader: early((client, period) => client.prefetchQuery(query(sprintEndpoint, { query: period }))),
  component: lazyRouteComponent(() => import('../features/sprint/page.tsx'), 'Page'),
});

const targets = createRoute({
  getParentRoute,
  path: '/targets',
  component: lazyRouteComponent(() => import('../features/targets/page.tsx'), 'Page'),
});

const accounts = createRoute({
  getParentRoute,
  path: '/accounts',
  component: lazyRouteComponent(() => import('../features/accounts/page.tsx'), 'Page'),
});

const account = createRoute({
  getParentRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/page.tsx'), 'Page'),
});

const audit = createRoute({
  getParentRoute,
  path: '/audit',
  component: lazyRouteComponent(() => import('../features/audit/page.tsx'), 'Page'),
});

/** Addresses that people may have kept from before their pages were renamed. */
const keptInterviews = createRoute({
  getParentRoute,
  path: '/meetings',
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/interviews', search, replace: true });
  },
});

const keptInterview = createRoute({
  getParentRoute,
  path: '/meetings/$id',
  beforeLoad: ({ params, search }) => {
    throw redirect({ to: '/interviews/$id', params, search, replace: true });
  },
});

const keptAccounts = createRoute({
  getParentRoute,
  path: '/people',
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/accounts', search, replace: true });
  },
});

const routeTree = rootRoute.addChildren([
  signIn,
  password,
  overview,
  city,
  submissions,
  submission,
  review,
  interviews,
  interview,
  sprint,
  targets,
  account,
  accounts,
  audit,
  keptInterviews,
  keptInterview,
  keptAccounts,
]);

/** The router: every address of the product, its page loaded when first needed. */
export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultErrorComponent: PageFailure,
    defaultPendingComponent: PageSkeleton,
    defaultPendingMs: 150,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
