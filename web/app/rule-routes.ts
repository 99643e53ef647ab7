/** The pages of what figures are judged by, of what is reported, and of the levels of regions. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { divisionsSearch } from '../features/divisions/search.ts';
import { indicatorsSearch } from '../features/indicators/search.ts';
import { rulesSearch } from '../features/rules/search.ts';
import { rootRoute } from './root-route.ts';

const getParentRoute = () => rootRoute;

export const rules = createRoute({
  getParentRoute,
  path: '/rules',
  validateSearch: rulesSearch,
  component: lazyRouteComponent(() => import('../features/rules/page.tsx'), 'Page'),
});

export const indicators = createRoute({
  getParentRoute,
  path: '/indicators',
  validateSearch: indicatorsSearch,
  component: lazyRouteComponent(() => import('../features/indicators/page.tsx'), 'Page'),
});

export const divisions = createRoute({
  getParentRoute,
  path: '/divisions',
  validateSearch: divisionsSearch,
  component: lazyRouteComponent(() => import('../features/divisions/page.tsx'), 'Page'),
});
