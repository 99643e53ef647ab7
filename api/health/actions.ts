import type { z } from 'zod';
import { listFailingJobs, listJobRows } from '#db/jobs.ts';
import type { Database } from '#db/dialect';
import type { Context, PublicContext } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { sizeText } from '../http/limits.ts';
import type { StorageLimits } from '../http/serve.ts';
import { notReady } from '../http/unavailable.ts';
import type { job, Readiness, storage } from './contract.ts';
import { storageState } from './storage.ts';
import { readIntegrity, type Integrity } from './integrity.ts';
import { isBackupLate, readLastBackup } from './last-backup.ts';

type Disk = z.infer<typeof storage>;

/** From so many failures in a row on a job is more than unlucky. */
const failsRepeatedly = 3;

/**
 * Asks the database whether it can be relied on, and names the jobs that keep failing; why they do is for an administrator.
 * A job that fails does not keep requests from being served; altered data does not either, but somebody has to look.
 * @throws Problem `unavailable`, `storage-full`, `data-altered`
 */
export async function checkReadiness(context: PublicContext, limits: StorageLimits): Promise<Readiness> {
  const { database, log } = context;
  try {
    await database.check();
    const disk = diskOf(database, limits);
    if (disk?.state === 'full') throw storageFull(disk);
    const { total } = await readIntegrity(database.reader);
    if (total > 0) throw new Problem('data-altered');
    const failingJobs = await listFailingJobs(database.reader, failsRepeatedly);
    const lastBackup = await readLastBackup(database.reader);
    // Asked first: a clock that was set is noticed when it is looked at.
    const isLate = isBackupLate(lastBackup, context.clock.now(), context.backupLimitMs);
    const clockStep = context.lastClockStep();
    return {
      status: 'ready',
      failingJobs,
      ...(disk?.state === 'low' && { storageLow: { freeBytes: disk.freeBytes, totalBytes: disk.totalBytes } }),
      ...(clockStep !== null && { clockStep }),
      ...(isLate && { lateBackup: { goodAt: lastBackup.goodAt } }),
    };
  } catch (error) {
    log.error({ err: error }, 'not ready');
    throw error instanceof Problem ? error : notReady(error);
  }
}

function diskOf(database: Database, limits: StorageLimits): Disk | null {
  const room = database.room();
  return room === null ? null : { ...room, state: storageState(room, limits) };
}

function storageFull({ freeBytes, totalBytes }: Disk): Problem {
  return new Problem('storage-full', { free: sizeText(freeBytes), total: sizeText(totalBytes) });
}

/** The disk of the database, for an administrator: where it is, too. */
export function getStorage({ database }: Context, limits: StorageLimits): { readonly disk: Disk | null } {
  return { disk: diskOf(database, limits) };
}

/** What the last check of the seals found. */
export function getIntegrity({ database }: Context): Promise<Integrity> {
  return readIntegrity(database.reader);
}

/** Every job by its name. */
export async function listJobs({ database }: Context): Promise<z.infer<typeof job>[]> {
  const rows = await listJobRows(database.reader);
  return rows.map(({ leaseOwner: _owner, leaseUntil, ...row }) => ({ ...row, leasedUntil: leaseUntil }));
}
