import { randomUUID } from 'node:crypto';
import { countAdministrators, insertAccount } from '#db/accounts.ts';
import { runCommand } from '../command.ts';
import type { Services } from '../http/context.ts';
import { accountName, isAccountName } from './account-name.ts';
import { newAccount } from './accounts.ts';
import { newOneTimeSecret } from './one-time-secret.ts';
import { hashPassword } from './password.ts';

/** Why no first administrator was made; the message is for the person at the keyboard. */
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
  const person = newAccount(given, await hashPassword(secret), clock.now());
  const console = {
    database,
    clock,
    // Nobody can have signed in yet, so no page is open.
    changes: { announce: () => {} },
    actor: null,
    address: 'console',
    requestId: randomUUID(),
    basedOn: null,
    idempotencyKey: null,
  };
  const command = { action: 'account.create-first', object: name, request: null, changesStandings: false } as const;
  return runCommand(console, command, async (tx) => {
    if ((await countAdministrators(tx)) > 0) {
      throw new AdministratorRefusal('An administrator exists already; further accounts are made by signing in.');
    }
    await insertAccount(tx, person);
    return { reply: secret, detail: {} };
  });
}
