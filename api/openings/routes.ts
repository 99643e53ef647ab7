import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';

export const openingRoutes: Routes = (app) => {
  serve(app)(contract.listOpenings)(({ query }, context) => actions.listOpenings(context, query.year));
  serve(app)(contract.getOpening)(({ params }, context) => actions.getOpening(context, params));
  serve(app)(contract.saveOpening)(({ params, body }, context) => actions.saveOpening(context, params, body));
  serve(app)(contract.submitOpening)(({ params }, context) => actions.submitOpening(context, params));
  serve(app)(contract.decideOpening)(({ params, body }, context) => actions.decideOpening(context, params, body));
  serve(app)(contract.askOpening)(({ params }, context) => actions.askOpening(context, params));
};
