import { serveFile } from '../http/serve-file.ts';
import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import { downloadPaper, getPaper } from './contract.ts';

export const paperRoutes: Routes = (app) => {
  serve(app)(getPaper)(({ params, query }, context) => actions.getPaper(context, params, query.language));
  serveFile(app)(downloadPaper)(({ params, query }, context) => actions.downloadPaper(context, params, query.language));
};
