import { serveFile } from '../http/serve-file.ts';
import type { Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import { itemCalendar } from './contract.ts';

export const calendarRoutes: Routes = (app) => {
  serveFile(app)(itemCalendar)(({ query }, context) => actions.itemCalendar(context, query.language));
};
