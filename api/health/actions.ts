import type { z } from 'zod';
import { listFailingJobs, listJobRows } from '#db/jobs.ts';
import type { Context, PublicContext } from '../http/context.ts';
import { notReady } from '../http/unavailable.ts';
import type { job, ready } from './contract.ts';

/** From so many failures in a row on a job is more than unlucky. */
const failsRepeatedly = 3;

/**
 * Asks the database whether it can be relied on, and names the jobs that keep failing; why they do is for an administrator.
 * A job that fails does not keep requests from being served.
 * @throws Problem `unavailable`
 */
export async function checkReadiness({ database, log }: PublicContext): Promise<z.infer<typeof ready.reply>> {
  try {
    await database.check();
    return { status: 'ready', failingJobs: await listFailingJobs(database.reader, failsRepeatedly) };
  } catch (error) {
    log.error({ err: error }, 'not ready');
    throw notReady(error);
  }
}

/** Every job by its name. */
export async function listJobs({ database }: Context): Promise<z.infer<typeof job>[]> {
  const rows = await listJobRows(database.reader);
  return rows.map(({ leaseOwner: _owner, leaseUntil, ...row }) => ({ ...row, leasedUntil: leaseUntil }));
}
