import { serveFile } from '../http/serve-file.ts';
import { serveUpload } from '../http/serve-upload.ts';
import type { Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { projectTemplate } from './template.ts';

export const projectFileRoutes: Routes = (app) => {
  serveFile(app)(contract.downloadProjectTemplate)(({ query }) => Promise.resolve(projectTemplate(query.language)));
  serveUpload(app)(contract.previewProjects)(({ query, upload }, context) =>
    actions.previewProjects(context, query.language, upload),
  );
  serveUpload(app)(contract.importProjects)(({ query, upload }, context) =>
    actions.importProjects(context, query, upload),
  );
};
