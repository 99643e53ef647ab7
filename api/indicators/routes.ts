import { serve, type Routes } from '../http/serve.ts';
import { listIndicators as actListIndicators } from './actions.ts';
import { listIndicators } from './contract.ts';

export const indicatorRoutes: Routes = (app) => {
  serve(app)(listIndicators)((_input, context) => actListIndicators(context));
};
