import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { bulletinRoutes } from './bulletin-routes.ts';
import { keptAccounts, keptInterview, keptInterviews } from './kept-addresses.ts';
import { planRoutes } from './plan-routes.ts';
import { early, periodIn, rootRoute, type Arriving } from './root-route.ts';
import { PageFailure } from '../ui/page-failure.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import * as standings from '#api/standings/contract.ts';
import { query } from '../api/queries.ts';
import { returnSearch } from '../ui/return-search.ts';
import { parseSearch, stringifySearch } from '../ui/search.ts';
import { citySearch, laggingSearch } from '../features/city/search.ts';
import {
  candidatesSearch,
  dueSearch,
  interviewSearch,
  interviewsSearch,
  planSearch,
} from '../features/interviews/search.ts';
import { inboxSearch } from '../features/inbox/search.ts';
import { overviewSearch } from '../features/overview/search.ts';
import { loadsSearch } from '../features/loads/search.ts';
import { auditSearch } from '../features/audit/search.ts';
import { reviewSearch } from '../features/review/search.ts';
import { divisions, indicators, rules } from './rule-routes.ts';
import { onePageSearch, sprintSearch } from '../features/sprint/search.ts';
import { submissionSearch, submissionsSearch } from '../features/submissions/search.ts';
import { projectsSearch } from '../features/projects/search.ts';
import { targetsSearch } from '../features/targets/search.ts';
import { startPage } from '../api/session.ts';

const getParentRoute = () => rootRoute;

const signIn = createRoute({
  getParentRoute,
  path: '/sign-in',
  validateSearch: returnSearch,
  component: lazyRouteComponent(() => import('../features/sign-in/page.tsx'), 'Page'),
});

const password = createRoute({
  getParentRoute,
  path: '/password',
  validateSearch: returnSearch,
  component: lazyRouteComponent(() => import('../features/password/page.tsx'), 'Page'),
});

const overview = createRoute({
  getParentRoute,
  path: '/',
  validateSearch: overviewSearch,
  beforeLoad: ({ context, search }) => {
    // The bare address is where a role's work begins; with a month in it, it is the overview for everybody.
    const start = context.session === null ? '/' : startPage(context.session.person.role);
    const isBare = Object.values(overviewSearch(search)).every((value) => value === undefined);
    if (start !== '/' && isBare) throw redirect({ to: start, replace: true });
  },
  loaderDeps: periodIn,
  loader: early((client, period) => client.prefetchQuery(query(standings.overview, { query: period }))),
  component: lazyRouteComponent(() => import('../features/overview/page.tsx'), 'Page'),
});

const city = createRoute({
  getParentRoute,
  path: '/cities/$code',
  validateSearch: citySearch,
  loaderDeps: periodIn,
  loader: early<Arriving & { readonly params: { readonly code: string } }>((client, period, { params }) =>
    client.prefetchQuery(query(standings.city, { params: { region: params.code }, query: period })),
  ),
  component: lazyRouteComponent(() => import('../features/city/page.tsx'), 'Page'),
});

const lagging = createRoute({
  getParentRoute,
  path: '/cities/lagging',
  validateSearch: laggingSearch,
  component: lazyRouteComponent(() => import('../features/city/lagging-page.tsx'), 'Page'),
});

const submissions = createRoute({
  getParentRoute,
  path: '/submissions',
  validateSearch: submissionsSearch,
  component: lazyRouteComponent(() => import('../features/submissions/page.tsx'), 'Page'),
});

const submission = createRoute({
  getParentRoute,
  path: '/submissions/$year/$month/$region',
  validateSearch: submissionSearch,
  component: lazyRouteComponent(() => import('../features/submissions/form/page.tsx'), 'Page'),
});

const submissionPaper = createRoute({
  getParentRoute,
  path: '/submissions/$year/$month/$region/paper',
  component: lazyRouteComponent(() => import('../features/submissions/paper/page.tsx'), 'Page'),
});

const loads = createRoute({
  getParentRoute,
  path: '/loads',
  validateSearch: loadsSearch,
  component: lazyRouteComponent(() => import('../features/loads/page.tsx'), 'Page'),
});

const load = createRoute({
  getParentRoute,
  path: '/loads/$id',
  component: lazyRouteComponent(() => import('../features/loads/load-page.tsx'), 'Page'),
});

const review = createRoute({
  getParentRoute,
  path: '/review',
  validateSearch: reviewSearch,
  component: lazyRouteComponent(() => import('../features/review/page.tsx'), 'Page'),
});

const interviews = createRoute({
  getParentRoute,
  path: '/interviews',
  validateSearch: interviewsSearch,
  component: lazyRouteComponent(() => import('../features/interviews/list-page.tsx'), 'Page'),
});

const planInterview = createRoute({
  getParentRoute,
  path: '/interviews/new',
  validateSearch: planSearch,
  component: lazyRouteComponent(() => import('../features/interviews/plan-page.tsx'), 'Page'),
});

const dueItems = createRoute({
  getParentRoute,
  path: '/interviews/items',
  validateSearch: dueSearch,
  component: lazyRouteComponent(() => import('../features/interviews/due-page.tsx'), 'Page'),
});

const interviewEffect = createRoute({
  getParentRoute,
  path: '/interviews/effect',
  component: lazyRouteComponent(() => import('../features/interviews/effect-page.tsx'), 'Page'),
});

const candidates = createRoute({
  getParentRoute,
  path: '/interviews/candidates',
  validateSearch: candidatesSearch,
  component: lazyRouteComponent(() => import('../features/interviews/candidates/page.tsx'), 'Page'),
});

const interview = createRoute({
  getParentRoute,
  path: '/interviews/$id',
  validateSearch: interviewSearch,
  component: lazyRouteComponent(() => import('../features/interviews/interview-page.tsx'), 'Page'),
});

const paper = createRoute({
  getParentRoute,
  path: '/interviews/$id/$paper/$region',
  component: lazyRouteComponent(() => import('../features/papers/page.tsx'), 'Page'),
});

const opening = createRoute({
  getParentRoute,
  path: '/openings/$year/$region',
  component: lazyRouteComponent(() => import('../features/openings/page.tsx'), 'Page'),
});

const sprint = createRoute({
  getParentRoute,
  path: '/sprint',
  validateSearch: sprintSearch,
  loaderDeps: periodIn,
  loader: early((client, period) => client.prefetchQuery(query(standings.sprint, { query: period }))),
  component: lazyRouteComponent(() => import('../features/sprint/page.tsx'), 'Page'),
});

const onePage = createRoute({
  getParentRoute,
  path: '/sprint/one-page',
  validateSearch: onePageSearch,
  component: lazyRouteComponent(() => import('../features/sprint/one-page.tsx'), 'Page'),
});

const targets = createRoute({
  getParentRoute,
  path: '/targets',
  validateSearch: targetsSearch,
  component: lazyRouteComponent(() => import('../features/targets/page.tsx'), 'Page'),
});

const projects = createRoute({
  getParentRoute,
  path: '/projects',
  validateSearch: projectsSearch,
  component: lazyRouteComponent(() => import('../features/projects/page.tsx'), 'Page'),
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

const openData = createRoute({
  getParentRoute,
  path: '/open-data',
  component: lazyRouteComponent(() => import('../features/open-data/page.tsx'), 'Page'),
});

const inbox = createRoute({
  getParentRoute,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('../features/inbox/page.tsx'), 'Page'),
});

const audit = createRoute({
  getParentRoute,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('../features/audit/page.tsx'), 'Page'),
});

const routeTree = rootRoute.addChildren([
  signIn,
  password,
  overview,
  city,
  lagging,
  submissions,
  submission,
  submissionPaper,
  loads,
  load,
  review,
  interviews,
  planInterview,
  dueItems,
  interviewEffect,
  candidates,
  interview,
  paper,
  ...bulletinRoutes,
  ...planRoutes,
  opening,
  sprint,
  onePage,
  rules,
  indicators,
  divisions,
  targets,
  projects,
  account,
  openData,
  inbox,
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
    // A key that the route does not know is dropped, from the address too.
    search: { strict: true },
    defaultErrorComponent: PageFailure,
    defaultPendingComponent: PageSkeleton,
    defaultPendingMs: 150,
    // A skeleton gives way at once: to keep it for a while would keep back what is there.
    defaultPendingMinMs: 0,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
