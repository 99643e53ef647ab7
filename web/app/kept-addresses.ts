/** Addresses that people may have kept from before their pages were renamed. */
import { createRoute, redirect } from '@tanstack/react-router';
import { interviewSearch } from '../features/interviews/search.ts';
import { rootRoute } from './root-route.ts';

const getParentRoute = () => rootRoute;

export const keptInterviews = createRoute({
  getParentRoute,
  path: '/meetings',
  beforeLoad: () => {
    throw redirect({ to: '/interviews', replace: true });
  },
});

export const keptInterview = createRoute({
  getParentRoute,
  path: '/meetings/$id',
  validateSearch: interviewSearch,
  beforeLoad: ({ params, search }) => {
    throw redirect({ to: '/interviews/$id', params, search, replace: true });
  },
});

export const keptAccounts = createRoute({
  getParentRoute,
  path: '/people',
  beforeLoad: () => {
    throw redirect({ to: '/accounts', replace: true });
  },
});
