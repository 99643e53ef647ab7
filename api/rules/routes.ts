import { serve, type Routes } from '../http/serve.ts';
import { listRules as actListRules } from './actions.ts';
import { listRules } from './contract.ts';

export const ruleRoutes: Routes = (app) => {
  serve(app)(listRules)((_input, context) => actListRules(context));
};
