/**
 * Signing in while the disk takes nothing: people must be able to read what is needed most on such a day. Password and
 * locks are asked as always; the session is kept in memory, and written down as soon as the disk takes it.
 */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { authorOf, findAccount, type AccountRow } from '#db/accounts.ts';
import { insertSession, type SessionRow } from '#db/sessions.ts';
import { runCommand, type Command } from '../command.ts';
import type { PublicContext, Services } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { cannotBeSaved } from '../http/unavailable.ts';
import type { UnsavedSession } from '../http/unsaved-sessions.ts';
import { minutesToWait, tallyOf, type Place } from './failures.ts';
import type { UnsavedFailures } from './unsaved-failures.ts';

/** A try that was made, and what came of comparing the password. */
export interface UnsavedTry {
  readonly place: Place;
  readonly person: AccountRow;
  readonly isRight: boolean;
  /** The session that begins where it is right. */
  readonly session: SessionRow;
}

/**
 * Decides a sign-in that could not be written down. A one-time secret signs nobody in: that it is used up cannot be kept.
 * @throws Problem `wrong-name-or-password`, `account-locked`; `why` where no such session can be given
 */
export async function signInUnsaved(
  context: PublicContext,
  failures: UnsavedFailures,
  { place, person, isRight, session }: UnsavedTry,
  why: unknown,
): Promise<AccountRow> {
  const { reader } = context.database;
  const current = await findAccount(reader, person.id);
  const now = context.clock.now().getTime();
  const tally = await tallyOf(reader, person.id, place, now);
  // Nothing below waits for anything, so that of guesses made together each is counted.
  const minutes = Math.max(minutesToWait(tally, now), failures.minutes(person.id, tally, now));
  if (minutes > 0) throw new Problem('account-locked', { minutes });
  if (!isRight || current === undefined || current.disabled || current.passwordHash !== person.passwordHash) {
    failures.count(person.id, tally, now);
    throw new Problem('wrong-name-or-password');
  }
  if (current.mustChangePassword || current.passwordExpiresAt !== null) throw why;
  const { passwordHash } = current;
  if (!context.unsavedSessions.add({ ...session, passwordHash }, now)) throw why;
  failures.succeeded(person.id, tally);
  context.log.warn(
    { err: why, account: person.name, address: place.address, requestId: context.requestId },
    'somebody signed in without a row in the audit trail, because the disk takes nothing',
  );
  return current;
}

/** How often, in milliseconds, it is tried whether the disk takes again what could not be written down. */
const saveEveryMs = 2000;

/** Writes sessions down that could not be, as soon as the disk takes them. */
export function saveUnsavedSessions(app: FastifyInstance): void {
  const { services } = app;
  let saving: Promise<void> | null = null;
  const timer = setInterval(() => {
    saving ??= saveAll(services)
      .catch((error: unknown) => {
        if (!cannotBeSaved(error)) app.log.error({ err: error }, 'sessions in memory could not be written down');
      })
      .finally(() => {
        saving = null;
      });
  }, saveEveryMs).unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await saving;
  });
}

async function saveAll(services: Services): Promise<void> {
  for (const session of services.unsavedSessions.list()) await save(services, session);
}

async function save(services: Services, { passwordHash, ...row }: UnsavedSession): Promise<void> {
  const { database, unsavedSessions } = services;
  const account = await findAccount(database.reader, row.account);
  // Whatever was decided on the account meanwhile ends the session at its next request.
  if (account === undefined || account.disabled || account.passwordHash !== passwordHash) return;
  const actor = { id: account.id, author: authorOf(account), role: account.role };
  const asked = { requestId: randomUUID(), address: row.address, basedOn: null, idempotencyKey: null };
  await runCommand({ ...services, ...asked, actor }, signedInOf(account), async (tx) => {
    await insertSession(tx, row);
    return { reply: null, detail: { begun: row.createdAt } };
  });
  unsavedSessions.end(row.tokenHash);
}

/** Pages of the person say that nothing can be saved, so they are told. */
const signedInOf = ({ name }: AccountRow): Command => ({
  action: 'session.sign-in',
  object: name,
  request: null,
  changesStandings: false,
});
