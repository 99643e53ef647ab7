import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import { correct as actCorrect } from './correct.ts';
import * as decisions from './decisions.ts';
import {
  accept,
  countReview,
  getSubmission,
  listVersions,
  listSubmissions,
  returnSubmission,
  saveDraft,
  submit,
  withdraw,
} from './contract.ts';
import { reviewQueue } from './review-contract.ts';
import { correct, revoke, undoDecision } from './correction-contract.ts';
import { countWaiting, listSubmissions as actList, reviewQueue as actQueue } from './lists.ts';
import { listPunctuality } from './punctuality-contract.ts';
import { listPunctuality as actPunctuality } from './punctuality.ts';
import { undoDecision as actUndo } from './undo.ts';

export const submissionRoutes: Routes = (app) => {
  serve(app)(listSubmissions)(({ query }, context) => actList(context, query.year));
  serve(app)(listPunctuality)(({ query }, context) => actPunctuality(context, query.year));
  serve(app)(reviewQueue)((_input, context) => actQueue(context));
  serve(app)(countReview)((_input, context) => countWaiting(context));
  serve(app)(getSubmission)(({ params }, context) => actions.getSubmission(context, params));
  serve(app)(listVersions)(({ params }, context) => actions.listVersions(context, params));
  serve(app)(saveDraft)(({ params, body }, context) => actions.saveDraft(context, params, body));
  serve(app)(submit)(({ params }, context) => actions.submit(context, params));
  serve(app)(withdraw)(({ params }, context) => actions.withdraw(context, params));
  serve(app)(accept)(({ params }, context) => decisions.accept(context, params));
  serve(app)(returnSubmission)(({ params, body }, context) => decisions.returnSubmission(context, params, body.reason));
  serve(app)(undoDecision)(({ params }, context) => actUndo(context, params));
  serve(app)(revoke)(({ params, body }, context) => decisions.revoke(context, params, body.reason));
  serve(app)(correct)(({ params, body }, context) => actCorrect(context, params, body));
};
