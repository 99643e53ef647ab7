import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { curvesSearch } from '../features/curves/curves-search.ts';
import { nodePlansSearch } from '../features/curves/node-plans-search.ts';
import { plansSearch } from '../features/back-plans/search.ts';
import { rootRoute } from './root-route.ts';

const getParentRoute = () => rootRoute;

const plans = createRoute({
  getParentRoute,
  path: '/plans',
  validateSearch: plansSearch,
  component: lazyRouteComponent(() => import('../features/back-plans/list-page.tsx'), 'Page'),
});

const plan = createRoute({
  getParentRoute,
  path: '/plans/$year/$region/$indicator',
  validateSearch: plansSearch,
  component: lazyRouteComponent(() => import('../features/back-plans/page.tsx'), 'Page'),
});

const curves = createRoute({
  getParentRoute,
  path: '/curves',
  validateSearch: curvesSearch,
  component: lazyRouteComponent(() => import('../features/curves/page.tsx'), 'Page'),
});

const nodePlans = createRoute({
  getParentRoute,
  path: '/node-plans',
  validateSearch: nodePlansSearch,
  component: lazyRouteComponent(() => import('../features/curves/node-plans-page.tsx'), 'Page'),
});

/** Where back-scheduled plans, pace curves and node plans are. */
export const planRoutes = [plans, plan, curves, nodePlans] as const;
