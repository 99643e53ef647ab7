/** Runs what the system does by itself: each job once at its time, however many processes share the database. */
import { randomUUID } from 'node:crypto';
import type { Writer } from '#db/dialect';
import { endJob, enterJob, leaseJob, listDueJobs, renewLease, type JobRow } from '#db/jobs.ts';
import { programContext, runCommand, type Command, type Outcome } from '../command.ts';
import type { Services } from '../http/context.ts';

/** Something that is to be done again and again. */
export interface Job {
  readonly name: string;
  /** How long after it ended well it is due again, in milliseconds of the office's clock. */
  readonly everyMs: number;
  /** When it is due again after it ended well, where that is not simply `everyMs` later. */
  nextAfter?(ended: Date): Date;
  run(work: JobRun): Promise<void>;
}

/** What a job gets to do its work with. */
export interface JobRun {
  readonly services: Pick<Services, 'database' | 'clock' | 'files'>;
  /** Keeps the lease for what takes longer than it between two changes. @throws Error where another process took the job over */
  prolong(): Promise<void>;
  /** Aborted when the program stops; what is left then is done after the next start. */
  readonly signal: AbortSignal;
  /**
   * Changes something in the name of the job, which prolongs its lease.
   * @throws Error where another process has taken the job over, with nothing kept
   */
  change<Reply>(command: Command, work: (tx: Writer) => Promise<Outcome<Reply>>): Promise<Reply>;
}

type JobServices = Pick<Services, 'database' | 'clock' | 'changes' | 'files' | 'log'>;

const minute = 60_000;

/** After so long without a sign of life others take a job over, in milliseconds. */
export const leaseMs = 5 * minute;

/** How often a process looks whether something is due, in milliseconds of the machine. */
const lookEveryMs = 30_000;

/** The longest message of a failure that is kept, in characters. */
const maxErrorLength = 500;

/** How long after the nth failure in a row a job is tried again: 1, 2, 4, 8 … minutes, but never later than usual. */
export function retryDelayMs(attempts: number, everyMs: number): number {
  return Math.min(minute * 2 ** (attempts - 1), everyMs);
}

class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** Enters jobs that the database does not know yet, due at once. */
export async function enterJobs({ database, clock }: JobServices, jobs: readonly Job[]): Promise<void> {
  const now = clock.now().toISOString();
  await database.write(async (tx) => {
    for (const { name } of jobs) await enterJob(tx, name, now);
  });
}

/** Runs the jobs that are due and that nobody is at, one after the other; names those that this call began. */
export async function runDueJobs(
  services: JobServices,
  jobs: readonly Job[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const begun: string[] = [];
  const due = await listDueJobs(services.database.reader, services.clock.now().toISOString());
  for (const name of due) {
    // The database may know jobs of a newer program.
    const job = jobs.find((candidate) => candidate.name === name);
    if (job === undefined || signal.aborted) continue;
    const owner = randomUUID();
    const now = services.clock.now();
    const lease = { owner, now: now.toISOString(), until: leaseFrom(now) };
    const row = await services.database.write((tx) => leaseJob(tx, name, lease));
    if (row === undefined) continue;
    begun.push(name);
    await runLeased(services, job, { owner, attempts: row.attempts }, signal);
  }
  return begun;
}

const leaseFrom = (now: Date): string => new Date(now.getTime() + leaseMs).toISOString();

async function runLeased(
  services: JobServices,
  job: Job,
  { owner, attempts }: { readonly owner: string; readonly attempts: number },
  signal: AbortSignal,
): Promise<void> {
  const { database, clock, log } = services;
  const error = await failureOf(job, jobRun(services, job.name, owner, signal));
  if (error instanceof LeaseLost) return log.warn({ job: job.name }, error.message);
  if (error !== null) log.error({ err: error, job: job.name }, 'a job failed');
  const end = endOf(job, { attempts, error, isCutShort: signal.aborted, now: clock.now() });
  const isOurs = await database.write((tx) => endJob(tx, job.name, owner, end));
  if (!isOurs) log.warn({ job: job.name }, 'a job outlasted its lease and was taken over');
}

async function failureOf(job: Job, run: JobRun): Promise<Error | null> {
  try {
    await job.run(run);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function jobRun(services: JobServices, name: string, owner: string, signal: AbortSignal): JobRun {
  const context = programContext(services, { name, role: 'system' });
  const renew = async (tx: Writer): Promise<void> => {
    const isOurs = await renewLease(tx, name, owner, leaseFrom(services.clock.now()));
    if (!isOurs) throw new LeaseLost('a job was taken over while it ran');
  };
  return {
    services,
    signal,
    prolong: () => services.database.write(renew),
    change: (command, work) =>
      runCommand(context, command, async (tx) => {
        await renew(tx);
        return work(tx);
      }),
  };
}

type End = Pick<JobRow, 'nextRunAt' | 'attempts' | 'lastEndedAt' | 'lastOutcome' | 'lastError'>;

function endOf(
  job: Job,
  run: { readonly attempts: number; readonly error: Error | null; readonly isCutShort: boolean; readonly now: Date },
): End {
  const attempts = run.error === null ? 0 : run.attempts + 1;
  const later = (delayMs: number): Date => new Date(run.now.getTime() + delayMs);
  const usual = job.nextAfter?.(run.now) ?? later(job.everyMs);
  const next = run.isCutShort ? run.now : usual;
  return {
    nextRunAt: (run.error === null ? next : later(retryDelayMs(attempts, job.everyMs))).toISOString(),
    attempts,
    lastEndedAt: run.now.toISOString(),
    lastOutcome: run.error === null ? 'done' : 'failed',
    lastError: run.error?.message.slice(0, maxErrorLength) ?? null,
  };
}

/** Looks for due jobs from now on. `stop` begins none anymore and waits for the one that runs. */
export function startJobs(services: JobServices, jobs: readonly Job[]): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let isEntered = false;
  const look = async (): Promise<void> => {
    try {
      if (!isEntered) await enterJobs(services, jobs);
      isEntered = true;
      await runDueJobs(services, jobs, stopping.signal);
    } catch (error) {
      // A busy or full disk passes; the next look tries again.
      services.log.error({ err: error }, 'jobs could not be looked after');
    }
    if (!stopping.signal.aborted) timer = setTimeout(lookAgain, lookEveryMs).unref();
  };
  let looking = look();
  const lookAgain = (): void => {
    looking = look();
  };
  return {
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await looking;
    },
  };
}
