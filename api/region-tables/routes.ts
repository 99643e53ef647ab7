import { serveUpload } from '../http/serve-upload.ts';
import type { Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import { importRegions, previewRegions } from './contract.ts';

export const regionTableRoutes: Routes = (app) => {
  serveUpload(app)(previewRegions)(({ upload }, context) => actions.previewRegions(context, upload));
  serveUpload(app)(importRegions)(({ upload }, context) => actions.importRegions(context, upload));
};
