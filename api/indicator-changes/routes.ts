import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import {
  addIndicator,
  changeIndicator,
  listIndicatorDecisions,
  retireIndicator,
  withdrawIndicator,
} from './contract.ts';

export const indicatorChangeRoutes: Routes = (app) => {
  serve(app)(listIndicatorDecisions)((_input, context) => actions.listDecisions(context));
  serve(app)(addIndicator)(({ body }, context) => actions.addIndicator(context, body));
  serve(app)(changeIndicator)(({ params, body }, context) => actions.changeIndicator(context, params.indicator, body));
  serve(app)(retireIndicator)(({ params, body }, context) => actions.retireIndicator(context, params.indicator, body));
  serve(app)(withdrawIndicator)(({ params, body }, context) =>
    actions.withdrawIndicator(context, params.indicator, body.reason),
  );
};
