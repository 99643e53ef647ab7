import { randomUUID } from 'node:crypto';
import { classify, type Writer } from '#db/dialect';
import { findAccount, insertAccount, listAccountRows, updateAccount, type AccountRow } from '#db/accounts.ts';
import { deleteCalendarAddress } from '#db/calendar-addresses.ts';
import { deleteSessionsOf } from '#db/sessions.ts';
import { deleteFailuresOf, deleteKnownSourcesOf, listFailures } from '#db/sign-in-sources.ts';
import { runCommand } from '../command.ts';
import type { AuditAction } from '../http/audit-action.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { ownCity } from '../http/data-scope.ts';
import { accountName, isAccountName } from './account-name.ts';
import type { Account, AccountTitle } from './contract.ts';
import { refuseWrongRegion, type Duties } from './duties.ts';
import { newOneTimeSecret, oneTime } from './one-time-secret.ts';
import { hashSecret } from './password.ts';
import { presentAccount } from './present.ts';

/** What an administrator says of a new account. */
export interface NewAccount extends Duties {
  readonly name: string;
}

/** An account with the secret that is shown this once. */
export interface AccountWithSecret {
  readonly account: Account;
  readonly secret: string;
}

/** The accounts of the office by name. */
export async function listAccounts(context: Context): Promise<Account[]> {
  const { reader } = context.database;
  const failures = Map.groupBy(await listFailures(reader), ({ account }) => account);
  const rows = await listAccountRows(reader);
  return rows.map((person) => presentAccount(context, person, failures.get(person.id) ?? []));
}

/**
 * Creates an account with a one-time secret that has to be changed within 24 hours.
 * @throws Problem `invalid-input` (name), `region-required`, `already-exists`
 */
export async function createAccount(context: Context, given: NewAccount): Promise<AccountWithSecret> {
  const name = accountName(given.name);
  if (!isAccountName(name)) throw unusableName();
  await refuseWrongRegion(context.database.reader, context, given);
  const secret = newOneTimeSecret();
  const person = newAccount({ ...given, name }, await hashSecret(secret), context.clock.now());
  const { role, region } = person;
  try {
    const account = await runCommand(
      context,
      { action: 'account.create', object: name, request: given, changesStandings: false },
      async (tx) => {
        await insertAccount(tx, person);
        return { reply: presentAccount(context, person, []), detail: { role, region } };
      },
    );
    return { account, secret };
  } catch (error) {
    if (classify(error) === 'unique') throw new Problem('already-exists', { name });
    throw error;
  }
}

/** A new person's row, its password a one-time secret. */
export function newAccount(given: NewAccount, passwordHash: string, now: Date): AccountRow {
  return {
    id: randomUUID(),
    name: given.name,
    titleZh: given.title.zh,
    titleEn: given.title.en,
    role: given.role,
    region: given.region,
    ...oneTime(passwordHash, now),
    disabled: false,
    createdAt: now.toISOString(),
    version: 1,
    editedAs: null,
  };
}

function unusableName(): Problem {
  const values = { field: 'name' };
  return new Problem('invalid-input', {}, { pointers: [{ pointer: '/name', code: 'field-form', values }] });
}

/** The offices behind account names: a bureau's own and everybody without a city; all of them for everybody else. */
export async function listTitles(context: Context): Promise<AccountTitle[]> {
  const own = ownCity(context);
  const accounts = await listAccountRows(context.database.reader);
  return accounts
    .filter(({ role, region }) => own === null || role !== 'bureau' || region === own)
    .map(({ name, titleZh, titleEn }) => ({ name, title: { zh: titleZh, en: titleEn } }));
}

/**
 * Replaces a password by a one-time secret, unlocks the account and ends its sessions. Nobody resets their own password:
 * whoever found an open session could keep it; changing it asks for the old one.
 * @throws Problem `not-found`, `not-allowed`
 */
export async function resetPassword(context: Context, id: string): Promise<AccountWithSecret> {
  if (id === context.actor.id) throw new Problem('not-allowed');
  const secret = newOneTimeSecret();
  const change = oneTime(await hashSecret(secret), context.clock.now());
  const account = await changeAccount(context, 'account.reset-password', id, change);
  return { account, secret };
}

/**
 * Disables an account and ends its sessions at once, or enables it again. Nobody disables their own account: an office must
 * not lock out its last administrator by a slip.
 * @throws Problem `not-found`, `not-allowed`
 */
export async function setAccountState(context: Context, id: string, disabled: boolean): Promise<Account> {
  if (disabled && id === context.actor.id) throw new Problem('not-allowed');
  return changeAccount(context, disabled ? 'account.disable' : 'account.enable', id, { disabled });
}

async function changeAccount(
  context: Context,
  action: AuditAction,
  id: string,
  change: Partial<Omit<AccountRow, 'id'>>,
): Promise<Account> {
  const object = (await findAccount(context.database.reader, id))?.name ?? '(unknown)';
  return runCommand(context, { action, object, request: { id }, changesStandings: false }, async (tx) => {
    const person = await findAccount(tx, id);
    if (person === undefined) throw new Problem('not-found');
    await refuseFormerAdministrator(tx, context);
    await updateAccount(tx, id, change);
    await deleteSessionsOf(tx, id);
    await deleteCalendarAddress(tx, id);
    if (change.passwordHash !== undefined) await forgetSources(tx, id);
    const reply = presentAccount(context, { ...person, ...change }, await listFailures(tx, id));
    return { reply, detail: {} };
  });
}

/**
 * Two administrators may disable each other, or take each other's role, at the same moment: the second finds that they are
 * no administrator any more.
 * @throws Problem `not-signed-in`
 */
export async function refuseFormerAdministrator(tx: Writer, { actor }: Pick<Context, 'actor'>): Promise<void> {
  const row = await findAccount(tx, actor.id);
  if (row === undefined || row.disabled || row.role !== 'administrator') throw new Problem('not-signed-in');
}

/** A new secret lifts every lock, and devices that knew the old password are strangers again. */
export async function forgetSources(tx: Writer, id: string): Promise<void> {
  await deleteFailuresOf(tx, id);
  await deleteKnownSourcesOf(tx, id);
}

/**
 * Lifts every lock of an account, wherever it came from; sessions and password stay.
 * @throws Problem `not-found`
 */
export async function unlockAccount(context: Context, id: string): Promise<Account> {
  const object = (await findAccount(context.database.reader, id))?.name ?? '(unknown)';
  const command = { action: 'account.unlock', object, request: { id }, changesStandings: false } as const;
  return runCommand(context, command, async (tx) => {
    const person = await findAccount(tx, id);
    if (person === undefined) throw new Problem('not-found');
    await deleteFailuresOf(tx, id);
    return { reply: presentAccount(context, person, []), detail: {} };
  });
}
