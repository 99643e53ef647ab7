import { openDatabase } from '#db/database.ts';
import type { Database } from '#db/dialect';
import type { DatabaseLog } from '#db/dialect/contract.ts';
import { migrate } from '#db/migrate.ts';
import { findSetting, putSetting, settingKeys } from '#db/settings.ts';
import { loadDemonstration, loadReference } from '#seeds/load.ts';
import { officeClock, processUptimeMs, systemClock } from './clock.ts';
import { watchedClock } from './clock-watch.ts';
import { ConfigRefusal, type Config } from './config.ts';
import { beginSeals } from './seal-checks.ts';
import type { Clock, ClockStep } from '../http/context.ts';

/** A database that is ready to work with, and the time in its office. */
export interface Office {
  readonly database: Database;
  readonly clock: Clock;
  readonly lastClockStep: () => ClockStep | null;
  readonly demonstration: boolean;
}

/**
 * Opens and migrates the database, brings the reference data up to date and loads the demonstration into an empty one,
 * unless that is switched off. A database once opened without the demonstration never gets it. The start that brings the
 * seals seals what is there; none later does, or whoever takes all seals away would have his work sealed.
 * @throws DatabaseRefusal
 * @throws ConfigRefusal where the demonstration is off and the database holds it, with its printed passwords
 */
export async function openOffice(config: Config, log: DatabaseLog): Promise<Office> {
  const database = await openDatabase({ address: config.databaseAddress, sealKey: config.sealKey, log });
  try {
    const { applied } = await migrate(database, { log });
    if (applied.some((name) => name.endsWith('_seals'))) await beginSeals(database, await officeClock(database.reader));
    const now = systemClock.now();
    await loadReference(database, now);
    const demonstration = await settleDemonstration(database, config, now);
    const machine = watchedClock(systemClock, processUptimeMs, log);
    const clock = await officeClock(database.reader, machine);
    return { database, demonstration, clock, lastClockStep: machine.lastStep };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** @throws ConfigRefusal where strangers could sign in with the demonstration's printed passwords and nobody said they may */
function refuseInPublic({ isPublic, mayShowDemonstration }: Config): void {
  if (!isPublic || mayShowDemonstration) return;
  throw new ConfigRefusal(
    'HOST or PUBLIC_ORIGIN lets others reach this program, and the passwords of the demonstration are printed in its README. ' +
      'For an office of your own set XUSHI_DEMO=off and name a new database in DATABASE_URL; ' +
      'to show the demonstration to others all the same set XUSHI_DEMO=public.',
  );
}

async function settleDemonstration(database: Database, config: Config, now: Date): Promise<boolean> {
  const before = await findSetting(database.reader, settingKeys.demonstration);
  if (config.loadsDemonstration && before !== 'off') refuseInPublic(config);
  if (before === undefined && config.loadsDemonstration) await loadDemonstration(database, { now });
  if (before === undefined && !config.loadsDemonstration) {
    await database.write((tx) => putSetting(tx, settingKeys.demonstration, 'off'));
  }
  const settled = await findSetting(database.reader, settingKeys.demonstration);
  const isLoaded = settled !== undefined && settled !== 'off';
  if (isLoaded && !config.loadsDemonstration) {
    throw new ConfigRefusal(
      `XUSHI_DEMO is off, but ${database.address} holds the demonstration, whose passwords everybody knows. ` +
        'Name another database in DATABASE_URL, or leave XUSHI_DEMO on.',
    );
  }
  return isLoaded;
}
