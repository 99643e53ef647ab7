import type { FastifyInstance, FastifyReply } from 'fastify';
import { Problem } from '../http/problem.ts';
import { serve, type Routes } from '../http/serve.ts';
import { deviceCookie, hashSessionToken, newSessionToken, sessionCookie } from '../http/session-cookie.ts';
import * as accounts from './accounts.ts';
import * as bulk from './bulk.ts';
import * as contract from './contract.ts';
import { editAccount } from './edit.ts';
import { changePassword, currentSession, signOut } from './own-session.ts';
import { signIn, type SignInMemory } from './sign-in.ts';
import { unsavedFailures } from './unsaved-failures.ts';
import { saveUnsavedSessions } from './unsaved-sign-in.ts';

export const accountRoutes: Routes = (app) => {
  const cookie = sessionCookie(app.config.publicOrigin);
  const device = deviceCookie(app.config.publicOrigin);
  const throttle = throttleSignIns(app);
  const memory: SignInMemory = { unknownNames: new Map(), unsavedFailures: unsavedFailures() };
  saveUnsavedSessions(app);

  serve(app)(contract.signIn)(async ({ body }, context, reply) => {
    await throttle(reply);
    const deviceToken = device.read(reply.request.headers.cookie) ?? newSessionToken();
    const begun = await signIn(context, memory, { ...body, device: hashSessionToken(deviceToken) });
    reply.header('set-cookie', [cookie.set(begun.token), device.set(deviceToken)]);
    return begun.reply;
  });
  serve(app)(contract.currentSession)((_input, context) => currentSession(context));
  serve(app)(contract.signOut)((_input, context, reply) => {
    reply.header('set-cookie', cookie.clear());
    return signOut(context);
  });
  serve(app)(contract.changePassword)(async ({ body }, context, reply) => {
    const deviceToken = device.read(reply.request.headers.cookie);
    const known = deviceToken === null ? null : hashSessionToken(deviceToken);
    const begun = await changePassword(context, { ...body, device: known });
    reply.header('set-cookie', cookie.set(begun.token));
    return begun.reply;
  });

  serve(app)(contract.listTitles)((_input, context) => accounts.listTitles(context));
  serve(app)(contract.listAccounts)((_input, context) => accounts.listAccounts(context));
  serve(app)(contract.createAccount)(({ body }, context) => accounts.createAccount(context, body));
  serve(app)(contract.previewAccounts)(({ body }, context) => bulk.previewAccounts(context, body.table));
  serve(app)(contract.createAccounts)(({ body }, context) => bulk.createAccounts(context, body.table));
  serve(app)(contract.editAccount)(({ params, body }, context) => editAccount(context, params.id, body));
  serve(app)(contract.resetPassword)(async ({ params }, context) => {
    const reply = await accounts.resetPassword(context, params.id);
    memory.unsavedFailures.forget(params.id);
    return reply;
  });
  serve(app)(contract.unlockAccount)(async ({ params }, context) => {
    const reply = await accounts.unlockAccount(context, params.id);
    memory.unsavedFailures.forget(params.id);
    return reply;
  });
  serve(app)(contract.setAccountState)(({ params, body }, context) =>
    accounts.setAccountState(context, params.id, body.disabled),
  );
};

/** Tries of one address are limited, so that locking other people's accounts in numbers is slow. */
function throttleSignIns(app: FastifyInstance): (reply: FastifyReply) => Promise<void> {
  const count = app.createRateLimit({ max: app.config.signInsPerMinute, timeWindow: '1 minute' });
  return async (reply) => {
    const tries = await count(reply.request);
    if (tries.isAllowed || !tries.isExceeded) return;
    reply.header('retry-after', tries.ttlInSeconds);
    throw new Problem('too-many-requests');
  };
}
