import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import * as calendar from './calendar-actions.ts';
import { getReportingCalendar, setHolidays, setQuietTime, setStartMonth, setYearRule } from './calendar-contract.ts';
import { listDeadlines, setDeadline } from './contract.ts';

export const deadlineRoutes: Routes = (app) => {
  serve(app)(listDeadlines)(({ query }, context) => actions.listDeadlines(context, query.year));
  serve(app)(setDeadline)(({ params, body }, context) => actions.setDeadline(context, params, body));
  serve(app)(getReportingCalendar)(({ params }, context) => calendar.getReportingCalendar(context, params.year));
  serve(app)(setYearRule)(({ params, body }, context) => calendar.setYearRule(context, params.year, body));
  serve(app)(setHolidays)(({ params, body }, context) => calendar.setHolidays(context, params.year, body));
  serve(app)(setStartMonth)(({ params, body }, context) => calendar.setStartMonth(context, params.year, body));
  serve(app)(setQuietTime)(({ params, body }, context) => calendar.setQuietTime(context, params.year, body));
};
