import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';

export const backPlanRoutes: Routes = (app) => {
  serve(app)(contract.listBackPlans)(({ query }, context) => actions.listBackPlans(context, query.year));
  serve(app)(contract.getBackPlan)(({ params }, context) => actions.getBackPlan(context, params));
  serve(app)(contract.saveBackPlan)(({ params, body }, context) => actions.saveBackPlan(context, params, body));
  serve(app)(contract.submitBackPlan)(({ params }, context) => actions.submitBackPlan(context, params));
  serve(app)(contract.decideBackPlan)(({ params, body }, context) => actions.decideBackPlan(context, params, body));
};
