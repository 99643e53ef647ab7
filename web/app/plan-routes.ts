/** The addresses of back-scheduled plans. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root-route.ts';

const getParentRoute = () => rootRoute;

export const plans = createRoute({
  getParentRoute,
  path: '/plans',
  component: lazyRouteComponent(() => import('../features/back-plans/list-page.tsx'), 'Page'),
});

export const plan = createRoute({
  getParentRoute,
  path: '/plans/$year/$region/$indicator',
  component: lazyRouteComponent(() => import('../features/back-plans/page.tsx'), 'Page'),
});
