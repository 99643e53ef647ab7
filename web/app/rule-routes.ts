/** The pages of what figures are judged by, and of what is reported. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
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
