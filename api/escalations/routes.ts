import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import { escalate, listCandidates, saveLadder } from './contract.ts';
import * as ladder from './ladder.ts';

export const escalationRoutes: Routes = (app) => {
  serve(app)(listCandidates)(({ query }, context) => actions.listCandidates(context, query));
  serve(app)(escalate)(({ body }, context) => actions.escalate(context, body));
  serve(app)(saveLadder)(({ body }, context) => ladder.saveLadder(context, body));
};
