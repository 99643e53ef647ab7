import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import { listRules, putRuleInForce } from './contract.ts';

export const ruleRoutes: Routes = (app) => {
  serve(app)(listRules)((_input, context) => actions.listRules(context));
  serve(app)(putRuleInForce)(({ body }, context) => actions.putRuleInForce(context, body));
};
