import { serve, type Routes } from '../http/serve.ts';
import { city as actCity, listRules as actListRules, overview as actOverview, sprint as actSprint } from './actions.ts';
import { city, listRules, overview, sprint } from './contract.ts';

export const standingRoutes: Routes = (app) => {
  serve(app)(overview)(({ query }, context) => actOverview(context, query));
  serve(app)(city)(({ params, query }, context) => actCity(context, params.region, query));
  serve(app)(sprint)(({ query }, context) => actSprint(context, query));
  serve(app)(listRules)((_input, context) => actListRules(context));
};
