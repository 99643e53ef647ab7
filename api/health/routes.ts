import { serve, type Routes } from '../http/serve.ts';
import {
  checkReadiness,
  getIntegrity as actGetIntegrity,
  getStorage as actGetStorage,
  listJobs as actListJobs,
} from './actions.ts';
import { getIntegrity, getStorage, health, listJobs, ready } from './contract.ts';

const answering = { status: 'ok' } as const;

/** The endpoints that a supervisor asks, and what the system does by itself. */
export const healthRoutes: Routes = (app) => {
  serve(app)(health)(() => answering);
  serve(app)(ready)((_input, context) => checkReadiness(context, app.config.storageLimits));
  serve(app)(getStorage)((_input, context) => actGetStorage(context, app.config.storageLimits));
  serve(app)(listJobs)((_input, context) => actListJobs(context));
  serve(app)(getIntegrity)((_input, context) => actGetIntegrity(context));
};
