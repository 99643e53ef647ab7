import { serveFile } from '../http/serve-file.ts';
import { serveUpload } from '../http/serve-upload.ts';
import { serve, type Routes } from '../http/serve.ts';
import {
  acceptLoad,
  commitLoad,
  downloadLoadTemplate,
  enterMonth,
  getLoad,
  listLoads,
  previewLoad,
  withdrawLoad,
} from './contract.ts';
import * as decisions from './decide.ts';
import * as entries from './enter.ts';
import * as months from './enter-month.ts';
import * as lists from './lists.ts';
import * as previews from './preview.ts';
import * as templates from './template.ts';

export const loadRoutes: Routes = (app) => {
  serveFile(app)(downloadLoadTemplate)(({ query }, context) => templates.downloadLoadTemplate(context, query));
  serveUpload(app)(previewLoad)(({ query, upload }, context) => previews.previewLoad(context, query, upload));
  serveUpload(app)(commitLoad)(({ query, upload }, context) => entries.commitLoad(context, query, upload));
  serve(app)(enterMonth)(({ params, body }, context) => months.enterMonth(context, params, body));
  serve(app)(listLoads)((_input, context) => lists.listLoads(context));
  serve(app)(getLoad)(({ params }, context) => lists.getLoad(context, params.id));
  serve(app)(acceptLoad)(({ params }, context) => decisions.acceptLoad(context, params.id));
  serve(app)(withdrawLoad)(({ params, body }, context) => decisions.withdrawLoad(context, params.id, body.reason));
};
