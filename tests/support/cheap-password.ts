import { argon2Sync } from 'node:crypto';
import type { Database } from '#db/dialect';
import { findAccountByName, updateAccount } from '#db/accounts.ts';
import { demonstrationPassword } from '#seeds/demo/accounts.ts';

const nonce = Buffer.alloc(16, 1);
const tag = argon2Sync('argon2id', {
  message: demonstrationPassword,
  nonce,
  tagLength: 32,
  memory: 8,
  passes: 1,
  parallelism: 1,
});
const plain = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** The demonstration's password at the least cost that Argon2 takes, so that a wrong guess takes no time. */
export const cheapHash = `$argon2id$v=19$m=8,t=1,p=1$${plain(nonce)}$${plain(tag)}`;

/** Keeps the password of an account but stores its hash at the least cost. */
export async function makePasswordCheap(database: Database, name: string): Promise<void> {
  const person = await findAccountByName(database.reader, name);
  await database.write((tx) => updateAccount(tx, person!.id, { passwordHash: cheapHash }));
}
