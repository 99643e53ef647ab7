import { serve, type Routes } from '../http/serve.ts';
import { city as actCity, listRules as actListRules, overview as actOverview, sprint as actSprint } from './actions.ts';
import { keepAnswers } from './answers.ts';
import { city, listRules, overview, sprint } from './contract.ts';

export const standingRoutes: Routes = (app) => {
  const answers = keepAnswers(app.services.database);
  serve(app)(overview)(({ query }, context) => actOverview(context, answers, query));
  serve(app)(city)(({ params, query }, context) => actCity(context, answers, params.region, query));
  serve(app)(sprint)(({ query }, context) => actSprint(context, answers, query));
  serve(app)(listRules)((_input, context) => actListRules(context));
};
