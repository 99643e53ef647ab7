import type { Writer } from '#db/dialect';
import { authorOf, findAccount, findAccountByName, updateAccount, type AccountRow } from '#db/accounts.ts';
import { insertSession } from '#db/sessions.ts';
import { runCommand, type Command, type Outcome } from '../command.ts';
import { deviceOf } from '../http/device.ts';
import type { PublicContext } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { hashSessionToken, newSessionToken } from '../http/session-cookie.ts';
import { cannotBeSaved } from '../http/unavailable.ts';
import { accountName } from './account-name.ts';
import type { Session } from './contract.ts';
import { countFailedTry, minutesToWait, noteSuccess, tallyOf, type Place } from './failures.ts';
import { hashPassword, isOutdated, verifyPassword } from './password.ts';
import { presentSession } from './present.ts';
import { unknownMinutes, countUnknown, type UnknownNames } from './unknown-names.ts';
import type { UnsavedFailures } from './unsaved-failures.ts';
import { signInUnsaved } from './unsaved-sign-in.ts';

/** What this process counts by itself. */
export interface SignInMemory {
  readonly unknownNames: UnknownNames;
  readonly unsavedFailures: UnsavedFailures;
}

/** A session that has begun, and the token that only its cookie holds. */
export interface Begun {
  readonly reply: Session;
  readonly token: string;
}

/** What came of a try, decided in one transaction with its audit row. */
type Result = { readonly problem: Problem } | { readonly person: AccountRow; readonly token: string };

/**
 * Signs in by name and password. Unknown names, disabled accounts and wrong passwords are answered alike and in the same time.
 * A password that turns out right after others locked the account meanwhile is refused too: no sixth guess counts.
 * @throws Problem `wrong-name-or-password`, `secret-expired`, `account-locked`, `too-many-requests`
 */
export async function signIn(
  context: PublicContext,
  { unknownNames, unsavedFailures }: SignInMemory,
  given: { readonly name: string; readonly password: string; readonly device: string | null },
): Promise<Begun> {
  const name = accountName(given.name);
  const { reader } = context.database;
  const place = { address: context.address, device: given.device };
  const person = await findAccountByName(reader, name);
  // Read for unknown names too, so that they cost as much.
  const tally = await tallyOf(reader, person?.id ?? '', place, now(context));
  const unknown = { name, address: place.address };
  const minutes = person ? minutesToWait(tally, now(context)) : unknownMinutes(unknownNames, unknown, now(context));
  const unsavedMinutes = person ? unsavedFailures.minutes(person.id, tally, now(context)) : 0;
  if (unsavedMinutes > 0) throw new Problem('account-locked', { minutes: unsavedMinutes });
  const locked = minutes > 0;
  const isRight = !locked && (await verifyPassword(given.password, person?.passwordHash ?? null));
  const renewed = isRight && person && isOutdated(person.passwordHash) ? await hashPassword(given.password) : null;
  if (person === undefined) throw await refuseUnknown(context, unknownNames, name);
  const { id, role } = person;
  const actor = { id, author: authorOf(person), role };
  const work = async (tx: Writer): Promise<Outcome<Result>> => {
    const current = await findAccount(tx, id);
    return current === undefined
      ? refused(new Problem('wrong-name-or-password'))
      : decide(tx, context, place, current, isRight && current.passwordHash === person.passwordHash, renewed);
  };
  try {
    const result = await runCommand({ ...context, actor }, signInOf(person.name), work);
    if ('problem' in result) throw result.problem;
    return { reply: presentSession(context, result.person, false), token: result.token };
  } catch (error) {
    if (!cannotBeSaved(error)) throw error;
    const { token, session } = newSession(context, id);
    const current = await signInUnsaved(context, unsavedFailures, { place, person, isRight, session }, error);
    return { reply: presentSession(context, current, true), token };
  }
}

const now = ({ clock }: PublicContext): number => clock.now().getTime();

async function decide(
  tx: Writer,
  context: PublicContext,
  place: Place,
  person: AccountRow,
  isRight: boolean,
  renewed: string | null,
): Promise<Outcome<Result>> {
  const tally = await tallyOf(tx, person.id, place, now(context));
  const minutes = minutesToWait(tally, now(context));
  if (minutes > 0) return refused(new Problem('account-locked', { minutes }));
  if (!isRight || person.disabled) {
    await countFailedTry(tx, person.id, tally, now(context));
    return refused(new Problem('wrong-name-or-password'));
  }
  if (person.passwordExpiresAt !== null && Date.parse(person.passwordExpiresAt) <= now(context)) {
    return refused(new Problem('secret-expired'));
  }
  const passwordHash = renewed ?? person.passwordHash;
  // A secret signs in once: who read it over a shoulder or in a mail comes too late.
  const passwordExpiresAt = person.passwordExpiresAt === null ? null : new Date(now(context)).toISOString();
  await updateAccount(tx, person.id, { passwordHash, passwordExpiresAt });
  await noteSuccess(tx, person.id, place, tally, now(context));
  const token = await beginSession(tx, context, person.id);
  return { reply: { person, token }, detail: {} };
}

/** Begins a session and returns the new token. */
export async function beginSession(tx: Writer, context: PublicContext, account: string): Promise<string> {
  const { token, session } = newSession(context, account);
  await insertSession(tx, session);
  return token;
}

function newSession({ clock, address, userAgent }: PublicContext, account: string) {
  const token = newSessionToken();
  const at = clock.now().toISOString();
  const times = { createdAt: at, lastSeenAt: at };
  const session = { tokenHash: hashSessionToken(token), account, ...times, address, device: deviceOf(userAgent) };
  return { token, session };
}

/** A refusal that stays written, with the failure that was counted. */
const refused = (problem: Problem): Outcome<{ readonly problem: Problem }> => ({
  reply: { problem },
  outcome: 'refused',
  detail: { problem: problem.code },
});

/**
 * A name without an account may be a password typed into the wrong field, so it is not written down. It is counted outside
 * the transaction, which may run again, and at once, so that of guesses made together none is missed.
 */
async function refuseUnknown(context: PublicContext, unknownNames: UnknownNames, name: string): Promise<Problem> {
  const minutes = countUnknown(unknownNames, { name, address: context.address }, now(context));
  const problem = minutes > 0 ? new Problem('account-locked', { minutes }) : new Problem('wrong-name-or-password');
  try {
    await runCommand({ ...context, actor: null }, signInOf('(unknown)'), async () => refused(problem));
  } catch (error) {
    // A name with an account is answered all the same where nothing can be saved, and so must this be.
    if (!cannotBeSaved(error)) throw error;
  }
  return problem;
}

/** Nobody's page shows who is signed in, so open pages are not told. */
const signInOf = (object: string): Command => ({
  action: 'session.sign-in',
  object,
  request: null,
  changesStandings: false,
  changesPages: false,
});
