import { serve, type Routes } from '../http/serve.ts';
import { replayRule as actReplayRule } from './actions.ts';
import { replayRule } from './contract.ts';

export const replayRoutes: Routes = (app) => {
  serve(app)(replayRule)(({ body }, context) => actReplayRule(context, body));
};
