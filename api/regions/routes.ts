import { serve, type Routes } from '../http/serve.ts';
import { listRegions as actListRegions } from './actions.ts';
import { listRegions } from './contract.ts';

export const regionRoutes: Routes = (app) => {
  serve(app)(listRegions)((_input, context) => actListRegions(context));
};
