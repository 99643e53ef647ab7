/** The address under which a calendar program reads somebody's calendar: what that account may see, as long as it may. */
import {
  deleteCalendarAddress,
  findByCalendarToken,
  findCalendarAddress,
  putCalendarAddress,
} from '#db/calendar-addresses.ts';
import { runCommand } from '../command.ts';
import type { Context, PublicContext } from '../http/context.ts';
import { ownCity } from '../http/data-scope.ts';
import { Problem, type Language } from '../http/problem.ts';
import type { FileReply } from '../http/serve-file.ts';
import { actorOf } from '../http/signed-in.ts';
import { hashSessionToken, newSessionToken } from '../http/session-cookie.ts';
import { calendarFor } from './actions.ts';

/** Since when the caller has an address. */
export async function getCalendarAddress({ database, actor }: Context): Promise<{ createdAt: string | null }> {
  return { createdAt: (await findCalendarAddress(database.reader, actor.id))?.createdAt ?? null };
}

/** Makes an address and ends the one before; only its hash is kept, so that it can be told this once. */
export function renewCalendarAddress(context: Context): Promise<{ createdAt: string; secret: string }> {
  const secret = newSessionToken();
  const createdAt = context.clock.now().toISOString();
  return runCommand(context, { action: 'account.renew-calendar', ...ofOwn(context) }, async (tx) => {
    await putCalendarAddress(tx, { account: context.actor.id, tokenHash: hashSessionToken(secret), createdAt });
    return { reply: { createdAt, secret }, detail: {} };
  });
}

/** Ends the caller's address at once. */
export function revokeCalendarAddress(context: Context): Promise<{ revoked: boolean }> {
  return runCommand(context, { action: 'account.revoke-calendar', ...ofOwn(context) }, async (tx) => {
    const revoked = await deleteCalendarAddress(tx, context.actor.id);
    return { reply: { revoked }, detail: { revoked } };
  });
}

const ofOwn = ({ actor }: Context) =>
  ({ object: actor.author.name, request: null, changesStandings: false, changesPages: false }) as const;

/** What an address leads to. @throws Problem `not-found` for one that is nobody's, or of an account that is disabled */
export async function subscribedCalendar(
  context: PublicContext,
  secret: string,
  language: Language,
): Promise<FileReply> {
  const account = await findByCalendarToken(context.database.reader, hashSessionToken(secret));
  const actor = account === undefined || account.disabled ? null : actorOf(account);
  // Items are the whole office's, as `bound-officials.ts` says of their endpoints.
  if (actor === null || actor.within !== null) throw new Problem('not-found');
  return calendarFor(context, ownCity({ actor }), language);
}
