import { serveUpload } from '../http/serve-upload.ts';
import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import { changeTargets, previewTargets } from './contract.ts';

export const targetBlockRoutes: Routes = (app) => {
  serveUpload(app)(previewTargets)(({ params, query, upload }, context) =>
    actions.previewTargets(context, { ...params, ...query }, upload),
  );
  serve(app)(changeTargets)(({ params, body }, context) => actions.changeTargets(context, params.year, body));
};
