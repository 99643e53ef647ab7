import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { tryCurve } from './trial.ts';

export const curveChangeRoutes: Routes = (app) => {
  serve(app)(contract.listCurves)((_input, context) => actions.listCurves(context));
  serve(app)(contract.saveCurve)(({ body }, context) => actions.saveCurve(context, body));
  serve(app)(contract.assignCurve)(({ body }, context) => actions.assignCurve(context, body));
  serve(app)(contract.withdrawCurve)(({ params, body }, context) => actions.withdrawCurve(context, params, body));
  serve(app)(contract.tryCurve)(({ body }, context) => tryCurve(context, body));
};
