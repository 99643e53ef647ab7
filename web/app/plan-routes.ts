import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root-route.ts';

const getParentRoute = () => rootRoute;

const plans = createRoute({
  getParentRoute,
  path: '/plans',
  component: lazyRouteComponent(() => import('../features/back-plans/list-page.tsx'), 'Page'),
});

const plan = createRoute({
  getParentRoute,
  path: '/plans/$year/$region/$indicator',
  component: lazyRouteComponent(() => import('../features/back-plans/page.tsx'), 'Page'),
});

/** Where back-scheduled plans are. */
export const planRoutes = [plans, plan] as const;
