import { serveFile } from '../http/serve-file.ts';
import { serve, type Routes } from '../http/serve.ts';
import { serveUpload } from '../http/serve-upload.ts';
import * as actions from './actions.ts';
import {
  attachToInterview,
  attachToItem,
  attachToProject,
  downloadAttachment,
  listInterviewAttachments,
  listItemAttachments,
  listProjectAttachments,
  takeAttachmentBack,
} from './contract.ts';

const ofInterview = ({ interview }: { readonly interview: string }) => ({ interview, region: null, item: null });

export const attachmentRoutes: Routes = (app) => {
  serve(app)(listItemAttachments)(({ params }, context) => actions.listFiles(context, params));
  serveUpload(app)(attachToItem)(({ params, query, upload }, context) =>
    actions.attach(context, params, query.name, upload),
  );
  serve(app)(listInterviewAttachments)(({ params }, context) => actions.listFiles(context, ofInterview(params)));
  serveUpload(app)(attachToInterview)(({ params, query, upload }, context) =>
    actions.attach(context, ofInterview(params), query.name, upload),
  );
  serve(app)(listProjectAttachments)(async ({ params }, context) =>
    actions.listFiles(context, await actions.ofProject(context, params.project)),
  );
  serveUpload(app)(attachToProject)(async ({ params, query, upload }, context) =>
    actions.attach(context, await actions.ofProject(context, params.project), query.name, upload),
  );
  serveFile(app)(downloadAttachment)(({ params }, context) => actions.download(context, params.attachment));
  serve(app)(takeAttachmentBack)(({ params, body }, context) =>
    actions.takeBack(context, params.attachment, body.reason),
  );
};
