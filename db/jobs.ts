import { and, asc, eq, gt, gte, isNull, lte, or, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { jobs } from './schema.ts';

export type JobRow = typeof jobs.$inferSelect;

/** Every job by its name. */
export function listJobRows(reader: Reader): Promise<JobRow[]> {
  return reader.select().from(jobs).orderBy(asc(jobs.name));
}

/** The names of the jobs that have failed at least so often since they last succeeded. */
export async function listFailingJobs(reader: Reader, attempts: number): Promise<string[]> {
  const rows = await reader
    .select({ name: jobs.name })
    .from(jobs)
    .where(gte(jobs.attempts, attempts))
    .orderBy(asc(jobs.name));
  return rows.map(({ name }) => name);
}

/** Enters a job that is to run first at an instant, unless it is entered already. */
export async function enterJob(tx: Writer, name: string, nextRunAt: string): Promise<void> {
  await tx.insert(jobs).values({ name, nextRunAt, attempts: 0 }).onConflictDoNothing();
}

/** Has a job run at the next look instead of at its time. */
export async function hastenJob(tx: Writer, name: string, now: string): Promise<void> {
  await tx
    .update(jobs)
    .set({ nextRunAt: now })
    .where(and(eq(jobs.name, name), gt(jobs.nextRunAt, now)));
}

/** Due by `now`, and left by nobody or by somebody whose lease is over. */
const isFree = (now: string) => and(lte(jobs.nextRunAt, now), or(isNull(jobs.leaseUntil), lte(jobs.leaseUntil, now)));

/** The names of the jobs that are due at an instant and that nobody holds, the longest due first. */
export async function listDueJobs(reader: Reader, now: string): Promise<string[]> {
  const rows = await reader
    .select({ name: jobs.name })
    .from(jobs)
    .where(isFree(now))
    .orderBy(asc(jobs.nextRunAt), asc(jobs.name));
  return rows.map(({ name }) => name);
}

/**
 * Takes the lease of a due job; undefined where it is not due or somebody holds it. A lease that ran out without a word is a
 * failure: whoever had it is gone.
 */
export async function leaseJob(
  tx: Writer,
  name: string,
  lease: { readonly owner: string; readonly now: string; readonly until: string },
): Promise<JobRow | undefined> {
  const [row] = await tx
    .update(jobs)
    .set({
      leaseOwner: lease.owner,
      leaseUntil: lease.until,
      attempts: sql`${jobs.attempts} + case when ${jobs.leaseOwner} is null then 0 else 1 end`,
    })
    .where(and(eq(jobs.name, name), isFree(lease.now)))
    .returning();
  return row;
}

/** Prolongs a lease, in the transaction of what the job changes; false where somebody else has taken it over. */
export async function renewLease(tx: Writer, name: string, owner: string, until: string): Promise<boolean> {
  const rows = await tx
    .update(jobs)
    .set({ leaseUntil: until })
    .where(and(eq(jobs.name, name), eq(jobs.leaseOwner, owner)))
    .returning({ name: jobs.name });
  return rows.length > 0;
}

/** Writes down how a job ended and gives the lease back; false where somebody else has taken it over meanwhile. */
export async function endJob(
  tx: Writer,
  name: string,
  owner: string,
  end: Pick<JobRow, 'nextRunAt' | 'attempts' | 'lastEndedAt' | 'lastOutcome' | 'lastError'>,
): Promise<boolean> {
  const rows = await tx
    .update(jobs)
    .set({ ...end, leaseOwner: null, leaseUntil: null })
    .where(and(eq(jobs.name, name), eq(jobs.leaseOwner, owner)))
    .returning({ name: jobs.name });
  return rows.length > 0;
}
