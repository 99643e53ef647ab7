import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import { changeTarget, listTargets, withdrawTarget } from './contract.ts';

export const targetRoutes: Routes = (app) => {
  serve(app)(listTargets)(({ query }, context) => actions.listTargets(context, query.year));
  serve(app)(changeTarget)(({ params, body }, context) => actions.changeTarget(context, params, body));
  serve(app)(withdrawTarget)(({ params, body }, context) => actions.withdrawTarget(context, params, body.reason));
};
