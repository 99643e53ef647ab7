import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { tableTypes } from '../http/content-types.ts';
import { serveFile } from '../http/serve-file.ts';
import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { csvOf, workbookOf } from './export.ts';

const filesOf = { csv: csvOf, xlsx: workbookOf } as const;

/** The endpoints of the audit trail. */
export const auditRoutes: Routes = (app) => {
  serve(app)(contract.listAuditEvents)(({ query }, context) => actions.listAuditEvents(context, query));
  serveFile(app)(contract.exportAuditEvents)(async ({ query: { language, format, ...filter } }, context) => {
    const batches = await actions.exportAuditEvents(context, filter);
    return {
      name: `audit.${format}`,
      contentType: tableTypes[format],
      // Each taking is recorded, and so is never answered with "you have it".
      tag: randomUUID(),
      content: () => Readable.from(filesOf[format](batches, { language, reader: context.actor.role })),
    };
  });
};
