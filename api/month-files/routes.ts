import { serveFile } from '../http/serve-file.ts';
import { serveUpload } from '../http/serve-upload.ts';
import type { Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import { downloadTemplate, previewFile } from './contract.ts';

export const monthFileRoutes: Routes = (app) => {
  serveFile(app)(downloadTemplate)(({ params, query }, context) =>
    actions.downloadTemplate(context, params, query.language),
  );
  serveUpload(app)(previewFile)(({ params, query, upload }, context) =>
    actions.previewFile(context, params, query.language, upload),
  );
};
