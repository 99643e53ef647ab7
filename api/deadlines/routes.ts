import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import { listDeadlines, setDeadline } from './contract.ts';

export const deadlineRoutes: Routes = (app) => {
  serve(app)(listDeadlines)(({ query }, context) => actions.listDeadlines(context, query.year));
  serve(app)(setDeadline)(({ params, body }, context) => actions.setDeadline(context, params, body));
};
