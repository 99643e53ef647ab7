import { serve, type Routes } from '../http/serve.ts';
import { getScenarioContext as actGetScenarioContext } from './actions.ts';
import { getScenarioContext } from './contract.ts';

export const scenarioRoutes: Routes = (app) => {
  serve(app)(getScenarioContext)(({ params, query }, context) =>
    actGetScenarioContext(context, { ...params, ...query }),
  );
};
