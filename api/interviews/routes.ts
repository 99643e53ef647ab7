import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import { getItem, getInterview, listInterviews, reportItem, returnItem, verifyItem } from './contract.ts';

export const interviewRoutes: Routes = (app) => {
  serve(app)(listInterviews)((_input, context) => actions.listInterviewLines(context));
  serve(app)(getInterview)(({ params }, context) => actions.getInterview(context, params.interview));
  serve(app)(getItem)(({ params }, context) => actions.getItem(context, params));
  serve(app)(reportItem)(({ params, body }, context) =>
    actions.moveChecklistItem(context, params, { command: 'report', note: body.note, pointer: '/note' }),
  );
  serve(app)(verifyItem)(({ params, body }, context) =>
    actions.moveChecklistItem(context, params, { command: 'verify', note: body.note, pointer: '/note' }),
  );
  serve(app)(returnItem)(({ params, body }, context) =>
    actions.moveChecklistItem(context, params, { command: 'return', note: body.reason, pointer: '/reason' }),
  );
};
