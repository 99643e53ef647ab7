import { serveFile } from '../http/serve-file.ts';
import type { Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import { overviewTable, punctualityTable, submissionsTable, targetsTable } from './contract.ts';

export const tableRoutes: Routes = (app) => {
  serveFile(app)(overviewTable)(({ query }, context) => actions.overviewTable(context, query));
  serveFile(app)(submissionsTable)(({ query }, context) => actions.submissionsTable(context, query));
  serveFile(app)(punctualityTable)(({ query }, context) => actions.punctualityTable(context, query));
  serveFile(app)(targetsTable)(({ query }, context) => actions.targetsTable(context, query));
};
