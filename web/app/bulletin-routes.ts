import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root-route.ts';

const getParentRoute = () => rootRoute;

const bulletins = createRoute({
  getParentRoute,
  path: '/bulletins',
  component: lazyRouteComponent(() => import('../features/bulletins/list-page.tsx'), 'Page'),
});

const bulletin = createRoute({
  getParentRoute,
  path: '/bulletins/$id',
  component: lazyRouteComponent(() => import('../features/bulletins/page.tsx'), 'Page'),
});

/** Where bulletins are. */
export const bulletinRoutes = [bulletins, bulletin] as const;
