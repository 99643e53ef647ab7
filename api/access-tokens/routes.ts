import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';

export const accessTokenRoutes: Routes = (app) => {
  serve(app)(contract.listAccessTokens)((_parts, context) => actions.listAccessTokens(context));
  serve(app)(contract.createAccessToken)(({ body }, context) => actions.createAccessToken(context, body));
  serve(app)(contract.revokeAccessToken)(({ params, body }, context) =>
    actions.revokeAccessToken(context, params.id, body.reason),
  );
};
