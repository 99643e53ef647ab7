import { insertAuditEvent } from '#db/audit.ts';
import type { Writer } from '#db/dialect';
import { findAccount, findAccountByName, updateAccount, type AccountRow } from '#db/accounts.ts';
import { deleteEndedSessions, insertSession } from '#db/sessions.ts';
import { auditEvent, type AuditedCommand } from '../http/audit-event.ts';
import { deviceOf } from '../http/device.ts';
import type { PublicContext } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { hashSessionToken, newSessionToken } from '../http/session-cookie.ts';
import { accountName } from './account-name.ts';
import type { Session } from './contract.ts';
import { failureColumns, failuresOf } from './failures.ts';
import { afterFailure, minutesLocked, noFailures, type Failures } from './lifecycle.ts';
import { sessionLimits } from '../http/session-rules.ts';
import { hashPassword, isOutdated, verifyPassword } from './password.ts';
import { presentSession } from './present.ts';

/** A session that has begun, and the token that only its cookie holds. */
export interface Begun {
  readonly reply: Session;
  readonly token: string;
}

/** Failures of names that have no account, so that they lock like any other. Forgotten with the process. */
export type UnknownNames = Map<string, Failures>;
const mostUnknownNames = 10_000;

/** What came of a try, decided in one transaction with its audit row. */
type Result = { readonly problem: Problem } | { readonly person: AccountRow; readonly token: string };

/**
 * Signs in by name and password. Unknown names, disabled accounts and wrong passwords are answered alike and in the same time.
 * A password that turns out right after others locked the account meanwhile is refused too: no sixth guess counts.
 * @throws Problem `wrong-name-or-password`, `secret-expired`, `account-locked`, `too-many-requests`
 */
export async function signIn(
  context: PublicContext,
  unknownNames: UnknownNames,
  given: { readonly name: string; readonly password: string },
): Promise<Begun> {
  const name = accountName(given.name);
  const person = await findAccountByName(context.database.reader, name);
  const locked = minutesLocked(person ? failuresOf(person) : (unknownNames.get(name) ?? noFailures), now(context)) > 0;
  const isRight = !locked && (await verifyPassword(given.password, person?.passwordHash ?? null));
  const renewed = isRight && person && isOutdated(person.passwordHash) ? await hashPassword(given.password) : null;
  if (person === undefined) throw await refuseUnknown(context, unknownNames, name);
  const result = await context.database.write(async (tx): Promise<Result> => {
    const current = await findAccount(tx, person.id);
    return current === undefined
      ? { problem: new Problem('wrong-name-or-password') }
      : decide(tx, context, current, isRight && current.passwordHash === person.passwordHash, renewed);
  });
  if ('problem' in result) throw result.problem;
  return { reply: presentSession(context, result.person), token: result.token };
}

const now = ({ clock }: PublicContext): number => clock.now().getTime();

async function decide(
  tx: Writer,
  context: PublicContext,
  person: AccountRow,
  isRight: boolean,
  renewed: string | null,
): Promise<Result> {
  const failures = failuresOf(person);
  const minutes = minutesLocked(failures, now(context));
  if (minutes > 0) return { problem: await refuse(tx, context, person, new Problem('account-locked', { minutes })) };
  if (!isRight || person.disabled) {
    await updateAccount(tx, person.id, failureColumns(afterFailure(failures, now(context))));
    return { problem: await refuse(tx, context, person, new Problem('wrong-name-or-password')) };
  }
  if (person.passwordExpiresAt !== null && Date.parse(person.passwordExpiresAt) <= now(context)) {
    return { problem: await refuse(tx, context, person, new Problem('secret-expired')) };
  }
  const passwordHash = renewed ?? person.passwordHash;
  await updateAccount(tx, person.id, { ...failureColumns(noFailures), passwordHash });
  const token = await beginSession(tx, context, person.id);
  await insertAuditEvent(tx, auditEvent(context, person, signInEvent(person.name, 'done', {})));
  return { person, token };
}

/** Begins a session, clears away those that have ended, and returns the new token. */
export async function beginSession(tx: Writer, context: PublicContext, person: string): Promise<string> {
  const token = newSessionToken();
  const time = now(context);
  const at = new Date(time).toISOString();
  const before = (span: number) => new Date(time - span).toISOString();
  await deleteEndedSessions(tx, before(sessionLimits.idle), before(sessionLimits.absolute));
  await insertSession(tx, {
    tokenHash: hashSessionToken(token),
    person,
    createdAt: at,
    lastSeenAt: at,
    address: context.address,
    device: deviceOf(context.userAgent),
  });
  return token;
}

async function refuse(tx: Writer, context: PublicContext, person: AccountRow, problem: Problem): Promise<Problem> {
  const command = signInEvent(person.name, 'refused', { problem: problem.code });
  await insertAuditEvent(tx, auditEvent(context, person, command));
  return problem;
}

/**
 * A name without an account may be a password typed into the wrong field, so it is not written down. It is counted outside
 * the transaction, which may run again, and at once, so that of guesses made together none is missed.
 */
async function refuseUnknown(context: PublicContext, unknownNames: UnknownNames, name: string): Promise<Problem> {
  const failures = unknownNames.get(name) ?? noFailures;
  const minutes = minutesLocked(failures, now(context));
  if (unknownNames.size > mostUnknownNames) unknownNames.clear();
  if (minutes === 0) unknownNames.set(name, afterFailure(failures, now(context)));
  const problem = minutes > 0 ? new Problem('account-locked', { minutes }) : new Problem('wrong-name-or-password');
  const command = signInEvent('(unknown)', 'refused', { problem: problem.code });
  await context.database.write((tx) => insertAuditEvent(tx, auditEvent(context, null, command)));
  return problem;
}

function signInEvent(
  object: string,
  outcome: AuditedCommand['outcome'],
  detail: AuditedCommand['detail'],
): AuditedCommand {
  return { action: 'session.sign-in', object, outcome, detail };
}
