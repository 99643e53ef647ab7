/** Brings the reference data, and on a fresh start the demonstration, into a database of either engine. */
import { hashPassword } from '#api/accounts/password.ts';
import type { Database } from '#db/dialect';
import { raiseRevision } from '#db/revisions.ts';
import { demonstrationPassword } from './demo/accounts.ts';
import { isFresh, storeDemonstration } from './demo/store.ts';
import {
  storeCurves,
  storeFirstRule,
  storeHolidays,
  storeIndicators,
  storeRegions,
  storeRequirements,
} from './reference/store.ts';

/**
 * Brings regions, curves, indicators and requirements to what the program came with, and stores the first rule where
 * there is none, and the holidays of years for which there are none. Writes only what differs, so an ordinary start changes nothing; what an office set (targets, rules,
 * accounts, regions and indicators of its own) is left alone.
 */
export async function loadReference(database: Database, now: Date): Promise<void> {
  await database.write(async (tx) => {
    const written =
      (await storeRegions(tx)) +
      (await storeCurves(tx)) +
      (await storeIndicators(tx)) +
      (await storeRequirements(tx)) +
      (await storeFirstRule(tx, now)) +
      (await storeHolidays(tx, now));
    if (written > 0) await raiseRevision(tx);
  });
}

/**
 * Loads the demonstration of October 2020 into a fresh database that has its reference data, in one transaction. From
 * `now` on the office's clock runs from Monday 19 October 2020, 09:00 in Shanghai. Where accounts or submissions exist
 * nothing is written.
 */
export async function loadDemonstration(database: Database, { now }: { readonly now: Date }): Promise<void> {
  if (!(await isFresh(database.reader))) return;
  // Slow on purpose, so it is done once, and before the transaction.
  const passwordHash = await hashPassword(demonstrationPassword);
  await database.write(async (tx) => {
    if (await isFresh(tx)) await storeDemonstration(tx, passwordHash, now);
  });
}
