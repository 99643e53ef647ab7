/** The backups that an office makes by itself: each day at its times, as `npm run backup` makes them. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { basename, join } from 'node:path';
import { writeLastBackup } from '../health/last-backup.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import type { Job, JobRun } from './jobs.ts';
import type { BackupReport } from './run-backups.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** How late after its time a backup may be before somebody has to look: failures are tried again within it. */
const graceMs = 6 * hour;

/** The lease of a backup is prolonged so often while it is made. */
const prolongEveryMs = 60_000;

/** The first of these times of day, `02:30` in Shanghai, that comes after an instant. */
export function nextTime(times: readonly string[], after: Date): Date {
  const days = [dayInShanghai(after), dayInShanghai(new Date(after.getTime() + day))];
  const instants = days.flatMap((date) => times.map((time) => Date.parse(`${date}T${time}:00+08:00`)));
  return new Date(Math.min(...instants.filter((instant) => instant > after.getTime())));
}

/** How old the last good backup may become, in milliseconds: the longest wait between two times, and six hours. */
export function backupLimitMs(times: readonly string[]): number | null {
  const [first] = times;
  if (first === undefined) return null;
  const start = new Date(Date.parse(`2000-01-01T${first}:00+08:00`));
  const waits: number[] = [];
  for (let at = start; at.getTime() < start.getTime() + day;) {
    const next = nextTime(times, at);
    waits.push(next.getTime() - at.getTime());
    at = next;
  }
  return Math.max(...waits) + graceMs;
}

/**
 * The job that makes a backup at these times. It is made in a process of its own: copying stops whoever does it, and
 * closing a file of SQLite would loosen the locks that this process holds on it.
 */
export function scheduledBackup(times: readonly string[], environment: NodeJS.ProcessEnv): Job {
  return {
    name: 'backup',
    everyMs: day,
    nextAfter: (now) => nextTime(times, now),
    run: async (run) => {
      const made = await backupInProcess(environment, run);
      if (made === null) return;
      const { file, bytes, rows, seals, differing, removed } = made;
      const command = { action: 'system.backup', object: 'backup', request: null } as const;
      await run.change({ ...command, changesStandings: false, changesPages: false }, async (tx) => {
        await writeLastBackup(tx, run.services.clock.now().toISOString(), differing === 0);
        return { reply: null, detail: { file: basename(file), bytes, rows, seals, differing, removed } };
      });
    },
  };
}

/** What the backup holds; null where the program stops meanwhile. @throws Error with the sentence of the command */
async function backupInProcess(environment: NodeJS.ProcessEnv, run: JobRun): Promise<BackupReport | null> {
  const { signal } = run;
  if (signal.aborted) return null;
  const child = fork(join(import.meta.dirname, 'backup.ts'), { env: environment, execArgv: [], silent: true });
  const stop = (): void => void child.kill();
  signal.addEventListener('abort', stop, { once: true });
  const prolonging = setInterval(() => void run.prolong().catch(stop), prolongEveryMs);
  try {
    return await reportOf(child);
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    clearInterval(prolonging);
    signal.removeEventListener('abort', stop);
  }
}

async function reportOf(child: ChildProcess): Promise<BackupReport> {
  let report: BackupReport | null = null;
  let said = '';
  child.on('message', (message: BackupReport) => (report = message));
  child.stderr?.setEncoding('utf8').on('data', (more: string) => (said += more));
  child.stdout?.resume();
  const [code, signal]: unknown[] = await once(child, 'close');
  if (report !== null) return report;
  throw new Error(said.trim() || `the backup ended with ${String(code ?? signal)}`);
}
