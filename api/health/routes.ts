import { serve, type Routes } from '../http/serve.ts';
import { checkReadiness } from './actions.ts';
import { health, ready } from './contract.ts';

const answering = { status: 'ok' } as const;

/** The endpoints that a supervisor asks. */
export const healthRoutes: Routes = (app) => {
  serve(app)(health)(() => answering);
  serve(app)(ready)((_input, context) => checkReadiness(context));
};
