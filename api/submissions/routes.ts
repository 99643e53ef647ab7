import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import {
  accept,
  correct,
  getSubmission,
  listSubmissions,
  returnSubmission,
  reviewQueue,
  saveDraft,
  submit,
  withdraw,
} from './contract.ts';
import { listPunctuality } from './punctuality-contract.ts';
import { listPunctuality as actPunctuality } from './punctuality.ts';
import { listSubmissions as actList, reviewQueue as actQueue } from './lists.ts';

export const submissionRoutes: Routes = (app) => {
  serve(app)(listSubmissions)(({ query }, context) => actList(context, query.year));
  serve(app)(listPunctuality)(({ query }, context) => actPunctuality(context, query.year));
  serve(app)(reviewQueue)((_input, context) => actQueue(context));
  serve(app)(getSubmission)(({ params }, context) => actions.getSubmission(context, params));
  serve(app)(saveDraft)(({ params, body }, context) => actions.saveDraft(context, params, body));
  serve(app)(submit)(({ params }, context) => actions.submit(context, params));
  serve(app)(withdraw)(({ params }, context) => actions.withdraw(context, params));
  serve(app)(accept)(({ params }, context) => actions.accept(context, params));
  serve(app)(returnSubmission)(({ params, body }, context) => actions.returnSubmission(context, params, body.reason));
  serve(app)(correct)(({ params, body }, context) => actions.correct(context, params, body));
};
