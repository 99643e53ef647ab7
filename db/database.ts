import { engine, open, type Database } from '#db/dialect';
import { engineOf, withoutPassword } from './dialect/address.ts';
import type { OpenOptions } from './dialect/contract.ts';
import { DatabaseRefusal } from './dialect/refusal.ts';
import { sealKeyOf } from './seal-key.ts';
import { sealing } from './seals.ts';

export type { Database } from '#db/dialect';

/**
 * Opens the database that the address names: `file:data/xushi.db` (made with its folder where there is none) or `postgres://…`.
 * Does not migrate; `db/migrate.ts` does. Every unit of work seals the protected rows that it writes.
 * @throws DatabaseRefusal with what to do
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  if (engineOf(options.address) !== engine) {
    throw new DatabaseRefusal(
      `The address ${withoutPassword(options.address)} is not one of ${engine}, which this process was started for. ` +
        'Set DATABASE_URL to the address before the program starts: the tables are made for one engine.',
    );
  }
  return sealing(await open(options), await sealKeyOf(options.address, options.sealKey ?? null));
}
