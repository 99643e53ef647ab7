import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import * as meeting from './contract.ts';
import { listDueItems } from './due-items.ts';
import { readEffect } from './effect.ts';
import { getEffect } from './effect-contract.ts';
import { getInterviewHistory } from './history-contract.ts';
import { getItem, moveItem, moveItems } from './item-actions.ts';
import * as items from './item-contract.ts';
import { listTemplates, saveTemplate } from './template-contract.ts';
import * as templates from './templates.ts';

export const interviewRoutes: Routes = (app) => {
  serve(app)(meeting.listInterviews)((_input, context) => actions.listInterviewLines(context));
  serve(app)(meeting.createInterview)(({ body }, context) => actions.createInterview(context, body));
  serve(app)(meeting.getInterview)(({ params }, context) => actions.getInterview(context, params.interview));
  serve(app)(meeting.editInterview)(({ params, body }, context) =>
    actions.editInterview(context, params.interview, body),
  );
  serve(app)(meeting.moveInterview)(({ params, body }, context) =>
    actions.moveInterview(context, params.interview, body),
  );
  serve(app)(meeting.acknowledgeNotice)(({ params }, context) => actions.acknowledge(context, params.interview));
  serve(app)(meeting.stateToInterview)(({ params: { interview, region }, body }, context) =>
    actions.state(context, { id: interview, region }, body.statement),
  );
  serve(app)(getInterviewHistory)(({ params }, context) => actions.interviewHistory(context, params.interview));
  serve(app)(getEffect)((_input, context) => readEffect(context));
  serve(app)(listTemplates)(async (_input, context) => [...(await templates.readTemplates(context.database.reader))]);
  serve(app)(saveTemplate)(({ body }, context) => templates.saveTemplate(context, body));
  itemRoutes(app);
};

const itemRoutes: Routes = (app) => {
  serve(app)(items.listDueItems)((_input, context) => listDueItems(context));
  serve(app)(items.getItem)(({ params }, context) => getItem(context, params));
  serve(app)(items.moveItems)(({ params, body }, context) => moveItems(context, params.interview, body));
  serve(app)(items.reportItem)(({ params, body }, context) =>
    moveItem(context, params, { command: 'report', note: body.note, pointer: '/note' }),
  );
  serve(app)(items.verifyItem)(({ params, body }, context) =>
    moveItem(context, params, { command: 'verify', note: body.note, pointer: '/note' }),
  );
  serve(app)(items.returnItem)(({ params, body }, context) =>
    moveItem(context, params, { command: 'return', note: body.reason }),
  );
  serve(app)(items.undoItem)(({ params }, context) => moveItem(context, params, { command: 'undo', note: '' }));
  serve(app)(items.overruleItem)(({ params, body }, context) =>
    moveItem(context, params, { command: 'overrule', note: body.reason }),
  );
  serve(app)(items.askExtension)(({ params, body }, context) =>
    moveItem(context, params, { command: 'ask', note: body.reason, dueOn: body.dueOn }),
  );
  serve(app)(items.decideExtension)(({ params, body }, context) =>
    moveItem(context, params, { command: body.grant ? 'grant' : 'refuse', note: body.reason }),
  );
  serve(app)(items.extendItem)(({ params, body }, context) =>
    moveItem(context, params, { command: 'extend', note: body.reason, dueOn: body.dueOn }),
  );
  serve(app)(items.assignItem)(({ params, body }, context) =>
    moveItem(context, params, { command: 'assign', note: '', ...body }),
  );
};
