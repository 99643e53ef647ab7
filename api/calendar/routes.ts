import { serveFile } from '../http/serve-file.ts';
import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import * as address from './address.ts';
import * as contract from './contract.ts';

export const calendarRoutes: Routes = (app) => {
  serveFile(app)(contract.itemCalendar)(({ query }, context) => actions.itemCalendar(context, query.language));
  serve(app)(contract.getCalendarAddress)((_parts, context) => address.getCalendarAddress(context));
  serve(app)(contract.renewCalendarAddress)((_parts, context) => address.renewCalendarAddress(context));
  serve(app)(contract.revokeCalendarAddress)((_parts, context) => address.revokeCalendarAddress(context));
  serveFile(app)(contract.subscribedCalendar)(({ params, query }, context) =>
    address.subscribedCalendar(context, params.secret, query.language),
  );
};
