import { randomUUID } from 'node:crypto';
import { countAdministrators, findAccountByName, insertAccount, updateAccount } from '#db/accounts.ts';
import { deleteCalendarAddress } from '#db/calendar-addresses.ts';
import { deleteSessionsOf } from '#db/sessions.ts';
import { runCommand, type CommandContext } from '../command.ts';
import type { Services } from '../http/context.ts';
import { accountName, isAccountName } from './account-name.ts';
import { forgetSources, newAccount } from './accounts.ts';
import { newOneTimeSecret, oneTime } from './one-time-secret.ts';
import { hashSecret } from './password.ts';

/** Why no secret was given out; the message is for the person at the keyboard. */
export class AdministratorRefusal extends Error {
  override readonly name = 'AdministratorRefusal';
}

/**
 * Makes the first administrator of an office and returns the one-time secret, valid for 24 hours.
 * @throws AdministratorRefusal where the name cannot be used or an administrator exists already
 */
export async function createFirstAdministrator(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  typed: string,
): Promise<string> {
  const name = accountName(typed);
  if (!isAccountName(name)) {
    throw new AdministratorRefusal('A name is 2 to 64 Latin letters, digits, Chinese characters or . _ -');
  }
  const secret = newOneTimeSecret();
  const given = {
    name,
    title: { zh: '系统管理员', en: 'Administrator' },
    role: 'administrator',
    region: null,
  } as const;
  const person = newAccount(given, await hashSecret(secret), clock.now());
  const command = { action: 'account.create-first', object: name, request: null, changesStandings: false } as const;
  return runCommand(atConsole({ database, clock }), command, async (tx) => {
    if ((await countAdministrators(tx)) > 0) {
      throw new AdministratorRefusal(
        'An administrator exists already; further accounts are made by signing in. ' +
          'For a new secret of an administrator who lost theirs: npm run administrator -- --reset NAME',
      );
    }
    await insertAccount(tx, person);
    return { reply: secret, detail: {} };
  });
}

/**
 * Gives an administrator who lost password or secret a new one-time secret, from the machine itself: a sole administrator
 * has nobody to ask. Ends their sessions and lifts their locks.
 * @throws AdministratorRefusal where the name is nobody's, not an administrator's, or that of a disabled account
 */
export async function resetAdministrator(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  typed: string,
): Promise<string> {
  const name = accountName(typed);
  const secret = newOneTimeSecret();
  const change = oneTime(await hashSecret(secret), clock.now());
  const command = { action: 'account.reset-on-machine', object: name, request: null, changesStandings: false } as const;
  return runCommand(atConsole({ database, clock }), command, async (tx) => {
    const person = await findAccountByName(tx, name);
    if (person === undefined) throw new AdministratorRefusal(`There is no account ${name}; nothing was changed.`);
    if (person.role !== 'administrator') {
      throw new AdministratorRefusal(`${name} is no administrator: an administrator resets it on the accounts page.`);
    }
    // Nobody can disable the last administrator, so another one is there to enable this account.
    if (person.disabled) throw new AdministratorRefusal(`${name} is disabled: another administrator enables it.`);
    await updateAccount(tx, person.id, change);
    await deleteSessionsOf(tx, person.id);
    await deleteCalendarAddress(tx, person.id);
    await forgetSources(tx, person.id);
    return { reply: secret, detail: {} };
  });
}

/** The context of a command that is typed on the machine itself, where nobody is signed in. */
const atConsole = ({ database, clock }: Pick<Services, 'database' | 'clock'>): CommandContext => ({
  database,
  clock,
  // Another process serves the pages, and finds the change by itself.
  changes: { announce: () => undefined },
  actor: null,
  address: 'console',
  requestId: randomUUID(),
  basedOn: null,
  idempotencyKey: null,
});
