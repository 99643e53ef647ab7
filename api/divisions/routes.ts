import { serve, type Routes } from '../http/serve.ts';
import { listDivisions as actListDivisions } from './actions.ts';
import { listDivisions } from './contract.ts';

export const divisionRoutes: Routes = (app) => {
  serve(app)(listDivisions)(({ query }, context) => actListDivisions(context, query));
};
