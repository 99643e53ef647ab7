import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { sumProjects } from './ledger-sums.ts';

export const projectRoutes: Routes = (app) => {
  serve(app)(contract.listProjects)(({ query }, context) => actions.listProjects(context, query));
  serve(app)(contract.sumProjects)(({ query }, context) => sumProjects(context, query));
  serve(app)(contract.getProject)(({ params }, context) => actions.getProject(context, params.project));
  serve(app)(contract.addProject)(({ body }, context) => actions.addProject(context, body));
  serve(app)(contract.editProject)(({ params, body: { reason, ...input } }, context) =>
    actions.editProject(context, params.project, input, reason),
  );
  serve(app)(contract.withdrawProject)(({ params, body }, context) =>
    actions.withdrawProject(context, params.project, body.reason),
  );
};
