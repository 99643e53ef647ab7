/** What `npm run verify` does: compares the office with its seals and says what differs, in two languages. */
import { existsSync } from 'node:fs';
import { engineOf } from '#db/dialect/address.ts';
import { DatabaseRefusal } from '#db/dialect/refusal.ts';
import { pathOf } from '#db/dialect/sqlite-file.ts';
import { openDatabase } from '#db/database.ts';
import { migrationsFolder, readMigrations } from '#db/migrate.ts';
import type { Database } from '#db/dialect';
import { filesFolder, fileStore } from '../http/file-store.ts';
import { officeClock } from './clock.ts';
import { ConfigRefusal, readConfig } from './config.ts';
import { reportFailure } from './refusals.ts';
import { beginSealsAnew, verifyOffice } from './seal-checks.ts';

const usage = 'Usage: npm run verify, or after a person has looked: npm run verify -- --seal-anew "WHY"';

/** Ends with 1 where something was found, or where the office cannot be read. While people work or not. */
export async function runVerify(environment: NodeJS.ProcessEnv, words: readonly string[]): Promise<void> {
  try {
    const [flag, reason = '', ...more] = words;
    const isAnew = flag === '--seal-anew';
    if ((flag !== undefined && !isAnew) || more.length > 0 || (isAnew && reason.trim() === '')) {
      throw new ConfigRefusal(usage);
    }
    const { databaseAddress: address, sealKey } = readConfig(environment);
    // Opening would make a new database, which has nothing to find.
    if (engineOf(address) === 'sqlite' && !existsSync(pathOf(address))) {
      throw new DatabaseRefusal(`There is no file ${pathOf(address)}. Check DATABASE_URL.`);
    }
    const database = await openDatabase({ address, sealKey });
    try {
      await refuseOtherSchema(database);
      await (isAnew ? beginAnew(database, reason.trim()) : verify(database));
    } finally {
      await database.close();
    }
  } catch (error) {
    reportFailure(error);
  }
}

async function refuseOtherSchema(database: Database): Promise<void> {
  const applied = (await database.migrations.applied()).length;
  if (applied === readMigrations(migrationsFolder(database.engine)).length) return;
  throw new DatabaseRefusal(`${database.address} is of another version. Start this program on it once.`);
}

async function verify(database: Database): Promise<void> {
  const started = performance.now();
  const store = fileStore(await filesFolder(database.address));
  const { found, words } = await verifyOffice(database, store, 'all');
  const { rows, seals, total } = found;
  const figures = `${rows} rows 行, ${seals} seals 封印, ${((performance.now() - started) / 1000).toFixed(2)} s`;
  if (total === 0) return console.log(`Nothing altered, deleted or inserted 未发现改动、删除或插入: ${figures}`);
  console.error(`Not as it was sealed 与封印不符: ${total} (${figures})`);
  for (const { zh, en } of words) console.error(`- ${zh}\n  ${en}`);
  if (total > words.length) console.error(`… ${total - words.length} more 另有`);
  process.exitCode = 1;
}

async function beginAnew(database: Database, reason: string): Promise<void> {
  const rows = await beginSealsAnew(database, await officeClock(database.reader), reason);
  console.log(
    `Sealed anew 已重新封印: ${rows} rows 行. The audit trail keeps why and what was found 审计记录已保留原因与发现.`,
  );
}
