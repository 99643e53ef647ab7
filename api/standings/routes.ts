import { serve, type Routes } from '../http/serve.ts';
import { city as actCity, overview as actOverview, sprint as actSprint } from './actions.ts';
import { city, overview, sprint } from './contract.ts';

export const standingRoutes: Routes = (app) => {
  serve(app)(overview)(({ query }, context) => actOverview(context, query));
  serve(app)(city)(({ params, query }, context) => actCity(context, params.region, query));
  serve(app)(sprint)(({ query }, context) => actSprint(context, query));
};
