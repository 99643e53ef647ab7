import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';

export const nodePlanRoutes: Routes = (app) => {
  serve(app)(contract.listNodePlans)(({ query }, context) => actions.listNodePlans(context, query.year));
  serve(app)(contract.submitNodePlan)(({ params, body }, context) => actions.submitNodePlan(context, params, body));
  serve(app)(contract.decideNodePlan)(({ params, body }, context) => actions.decideNodePlan(context, params, body));
  serve(app)(contract.withdrawNodePlan)(({ params, body }, context) => actions.withdrawNodePlan(context, params, body));
};
