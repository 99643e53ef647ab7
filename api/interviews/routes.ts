import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import { getItem, getMeeting, listMeetings, reportItem, returnItem, verifyItem } from './contract.ts';

export const meetingRoutes: Routes = (app) => {
  serve(app)(listMeetings)((_input, context) => actions.listMeetingLines(context));
  serve(app)(getMeeting)(({ params }, context) => actions.getMeeting(context, params.meeting));
  serve(app)(getItem)(({ params }, context) => actions.getItem(context, params));
  serve(app)(reportItem)(({ params, body }, context) =>
    actions.moveChecklistItem(context, params, { command: 'report', note: body.note, pointer: '/note' }),
  );
  serve(app)(verifyItem)(({ params, body }, context) =>
    actions.moveChecklistItem(context, params, { command: 'verify', note: body.note, pointer: '/note' }),
  );
  serve(app)(returnItem)(({ params, body }, context) =>
    actions.moveChecklistItem(context, params, { command: 'return', note: body.reason, pointer: '/reason' }),
  );
};
