import { serve, serveFile, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { csvOf } from './export.ts';

/** The endpoints of the audit trail. */
export const auditRoutes: Routes = (app) => {
  serve(app)(contract.listAuditEvents)(({ query }, context) => actions.listAuditEvents(context, query));
  serveFile(app)(contract.exportAuditEvents)(async ({ query: { language, ...filter } }, context) => ({
    name: 'audit.csv',
    content: csvOf(await actions.exportAuditEvents(context, filter), language, context.actor.role),
  }));
};
