import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';

/** The endpoints of open sessions. */
export const sessionRoutes: Routes = (app) => {
  serve(app)(contract.listOwnSessions)((_input, context) => actions.listOwnSessions(context));
  serve(app)(contract.endOwnSession)(({ params }, context) => actions.endOwnSession(context, params.id));
  serve(app)(contract.endOtherSessions)((_input, context) => actions.endOtherSessions(context));
  serve(app)(contract.endSessionsOf)(({ params }, context) => actions.endSessionsOf(context, params.id));
};
