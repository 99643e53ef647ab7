import { serve, type Routes } from '../http/serve.ts';
import { serveFile } from '../http/serve-file.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';

export const bulletinRoutes: Routes = (app) => {
  serve(app)(contract.listBulletins)((_input, context) => actions.listBulletins(context));
  serve(app)(contract.getBulletin)(({ params }, context) => actions.getBulletin(context, params.id));
  serve(app)(contract.draftBulletin)(({ body }, context) => actions.draftBulletin(context, body));
  serve(app)(contract.draftBulletinCorrection)(({ params }, context) => actions.draftCorrection(context, params.id));
  serve(app)(contract.saveBulletin)(({ params, body }, context) => actions.saveBulletin(context, params.id, body));
  serve(app)(contract.issueBulletin)(({ params }, context) => actions.issueBulletin(context, params.id));
  serve(app)(contract.discardBulletin)(({ params }, context) => actions.discardBulletin(context, params.id));
  serve(app)(contract.acknowledgeBulletin)(({ params }, context) => actions.acknowledgeBulletin(context, params.id));
  serveFile(app)(contract.downloadBulletin)(({ params }, context) => actions.downloadBulletin(context, params.id));
};
