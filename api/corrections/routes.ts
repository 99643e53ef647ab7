import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import { previewCorrection, waitingEffect } from './contract.ts';

export const correctionRoutes: Routes = (app) => {
  serve(app)(previewCorrection)(({ params, body }, context) => actions.previewCorrection(context, params, body));
  serve(app)(waitingEffect)(({ params }, context) => actions.waitingEffect(context, params));
};
