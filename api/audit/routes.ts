import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { serveFile } from '../http/serve-file.ts';
import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { csvOf } from './export.ts';

/** The endpoints of the audit trail. */
export const auditRoutes: Routes = (app) => {
  serve(app)(contract.listAuditEvents)(({ query }, context) => actions.listAuditEvents(context, query));
  serveFile(app)(contract.exportAuditEvents)(async ({ query: { language, ...filter } }, context) => {
    const batches = await actions.exportAuditEvents(context, filter);
    return {
      name: 'audit.csv',
      contentType: 'text/csv',
      // Each taking is recorded, and so is never answered with "you have it".
      tag: randomUUID(),
      content: () => Readable.from(csvOf(batches, language, context.actor.role)),
    };
  });
};
