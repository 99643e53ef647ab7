import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import { addComment, listComments, settleComments } from './contract.ts';

export const commentRoutes: Routes = (app) => {
  serve(app)(listComments)(({ params }, context) => actions.listComments(context, params));
  serve(app)(addComment)(({ params, body }, context) => actions.addComment(context, params, body));
  serve(app)(settleComments)(({ params, body }, context) => actions.settleComments(context, params, body));
};
