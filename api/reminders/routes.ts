import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import { listOwing, remind } from './contract.ts';

export const reminderRoutes: Routes = (app) => {
  serve(app)(listOwing)(({ params }, context) => actions.listOwing(context, params));
  serve(app)(remind)(({ params, body }, context) => actions.remind(context, params, body.regions));
};
