import { serve, type Routes } from '../http/serve.ts';
import * as actions from './actions.ts';
import { countUnread, getMailChoice, listInbox, markRead, setMailChoice } from './contract.ts';
import { chooseMail, readMailChoice } from './mail-choice.ts';

export const inboxRoutes: Routes = (app) => {
  serve(app)(listInbox)(({ query }, context) => actions.readInbox(context, query.before));
  serve(app)(countUnread)((_input, context) => actions.countUnread(context));
  serve(app)(markRead)(({ body }, context) => actions.markRead(context, body.ids));
  serve(app)(getMailChoice)((_input, context) => readMailChoice(context));
  serve(app)(setMailChoice)(({ body }, context) => chooseMail(context, body));
};
