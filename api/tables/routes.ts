import { serveFile } from '../http/serve-file.ts';
import type { Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';

export const tableRoutes: Routes = (app) => {
  serveFile(app)(contract.overviewTable)(({ query }, context) => actions.overviewTable(context, query));
  serveFile(app)(contract.submissionsTable)(({ query }, context) => actions.submissionsTable(context, query));
  serveFile(app)(contract.punctualityTable)(({ query }, context) => actions.punctualityTable(context, query));
  serveFile(app)(contract.targetsTable)(({ query }, context) => actions.targetsTable(context, query));
  serveFile(app)(contract.curvesTable)(({ query }, context) => actions.curvesTable(context, query));
  serveFile(app)(contract.nodePlansTable)(({ query }, context) => actions.nodePlansTable(context, query));
  serveFile(app)(contract.sprintTable)(({ query }, context) => actions.sprintTable(context, query));
  serveFile(app)(contract.cityTable)(({ params, query }, context) => actions.cityTable(context, params.region, query));
  serveFile(app)(contract.reviewTable)(({ query }, context) => actions.reviewTable(context, query));
  serveFile(app)(contract.checklistTable)(({ params, query }, context) =>
    actions.checklistTable(context, params.interview, query),
  );
  serveFile(app)(contract.bulletinTable)(({ params, query }, context) =>
    actions.bulletinTable(context, params.id, query),
  );
  serveFile(app)(contract.projectsTable)(({ query }, context) => actions.projectsTable(context, query));
  serveFile(app)(contract.accountsTable)(({ query }, context) => actions.accountsTable(context, query));
};
