import type { Reader } from '#db/dialect';
import { findAccount, updateAccount, type AccountRow } from '#db/accounts.ts';
import { deleteSession, deleteSessionsOf } from '#db/sessions.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { cannotBeSaved } from '../http/unavailable.ts';
import type { Session } from './contract.ts';
import { countFailedTry, minutesToWait, noteSuccess, tallyOf, type Place } from './failures.ts';
import { isStrongPassword } from './password-policy.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { presentSession } from './present.ts';
import { beginSession, type Begun } from './sign-in.ts';

/** Who is signed in. */
export async function currentSession(context: Context): Promise<Session> {
  const isUnsaved = context.unsavedSessions.find(context.tokenHash) !== undefined;
  return presentSession(context, await self(context), isUnsaved);
}

/** Ends this session on the server; one that could not be written down needs no disk to end. */
export async function signOut(context: Context): Promise<{ signedOut: true }> {
  const wasUnsaved = context.unsavedSessions.end(context.tokenHash);
  const command = {
    action: 'session.sign-out',
    object: context.actor.author.name,
    request: null,
    changesStandings: false,
    changesPages: false,
  } as const;
  try {
    // Written for one in memory too: it may just be on its way to the disk.
    return await runCommand(context, command, async (tx) => {
      await deleteSession(tx, context.tokenHash);
      return { reply: { signedOut: true }, detail: {} };
    });
  } catch (error) {
    if (wasUnsaved && cannotBeSaved(error)) return { signedOut: true };
    throw error;
  }
}

/**
 * Changes the own password, ends every session of the person and begins a new one. A wrong current password counts as a
 * failed sign-in, so that an unattended screen is no way to try passwords. What the next password lacks is said before the
 * current one is looked at: said afterwards, it would tell a guess that was right.
 * @throws Problem `wrong-name-or-password`, `account-locked`, `weak-password`, `not-signed-in`
 */
export async function changePassword(
  context: Context,
  given: { readonly current: string; readonly next: string; readonly device: string | null },
): Promise<Begun> {
  const person = await self(context);
  const place = { address: context.address, device: given.device };
  await refuseLocked(context, context.database.reader, person, place);
  const owner = { name: person.name, titles: [person.titleZh, person.titleEn] };
  if (given.next === given.current || !(await isStrongPassword(given.next, owner))) throw weakPassword();
  if (!(await verifyPassword(given.current, person.passwordHash))) throw await countFailure(context, person, place);
  const change = {
    passwordHash: await hashPassword(given.next),
    mustChangePassword: false,
    passwordExpiresAt: null,
  };
  return runCommand(
    context,
    { action: 'session.change-password', object: person.name, request: null, changesStandings: false },
    async (tx) => {
      // Hashing takes long enough for others to lock, disable or reset the account; whatever they did stands.
      const current = await findAccount(tx, person.id);
      if (current === undefined || current.disabled) throw new Problem('not-signed-in');
      await refuseLocked(context, tx, current, place);
      if (current.passwordHash !== person.passwordHash) throw new Problem('wrong-name-or-password');
      const now = context.clock.now().getTime();
      await noteSuccess(tx, person.id, place, await tallyOf(tx, person.id, place, now), now);
      await updateAccount(tx, person.id, change);
      await deleteSessionsOf(tx, person.id);
      const token = await beginSession(tx, context, person.id);
      return { reply: { reply: presentSession(context, { ...person, ...change }, false), token }, detail: {} };
    },
  );
}

async function refuseLocked(context: Context, reader: Reader, person: AccountRow, place: Place): Promise<void> {
  const now = context.clock.now().getTime();
  const minutes = minutesToWait(await tallyOf(reader, person.id, place, now), now);
  if (minutes > 0) throw new Problem('account-locked', { minutes });
}

async function self({ database, actor }: Context): Promise<AccountRow> {
  const person = await findAccount(database.reader, actor.id);
  if (person === undefined) throw new Problem('not-signed-in');
  return person;
}

function weakPassword(): Problem {
  return new Problem('weak-password', {}, { pointers: [{ pointer: '/next', code: 'weak-password', values: {} }] });
}

/**
 * Counts a failure unless the account is locked by now: of guesses made at once, those after the fifth are told no more.
 * Every guess counts, whatever key it came with.
 */
async function countFailure(context: Context, { id, name }: AccountRow, place: Place): Promise<Problem> {
  return runCommand(
    { ...context, idempotencyKey: null },
    {
      action: 'session.change-password',
      object: name,
      request: null,
      changesStandings: false,
      changesPages: false,
    },
    async (tx) => {
      const now = context.clock.now().getTime();
      const tally = await tallyOf(tx, id, place, now);
      const minutes = minutesToWait(tally, now);
      const problem = minutes > 0 ? new Problem('account-locked', { minutes }) : new Problem('wrong-name-or-password');
      if (minutes === 0) await countFailedTry(tx, id, tally, now);
      return { reply: problem, outcome: 'refused', detail: { problem: problem.code } };
    },
  );
}
