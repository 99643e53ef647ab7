/** When the seals of an office are begun and checked: at the start that brings them, quickly at each start, wholly each day. */
import type { Database } from '#db/dialect';
import { hastenJob } from '#db/jobs.ts';
import { hasSeals, sealAnew, sealUnsealed } from '#db/seals.ts';
import { verifySeals, type Verification } from '#db/verification.ts';
import { verifyFiles } from '../attachments/verify-files.ts';
import { programContext, runCommand, type Command } from '../command.ts';
import { wordsOf } from '../health/finding-words.ts';
import { readIntegrity, writeIntegrity } from '../health/integrity.ts';
import type { AuditAction } from '../http/audit-action.ts';
import type { Clock, Services } from '../http/context.ts';
import type { FileStore } from '../http/file-store.ts';
import type { Bilingual } from '../http/shapes.ts';
import type { Job } from './jobs.ts';

const day = 24 * 60 * 60 * 1000;

/** What concerns the seals changes nothing that a page of figures shows. */
const onSeals = (action: AuditAction) =>
  ({ action, object: 'seals', request: null, changesStandings: false, changesPages: false }) as const satisfies Command;

/** Before anybody can have a page open. */
const unheard = { announce: () => undefined };

const asSystem = (database: Database, clock: Clock) =>
  programContext({ database, clock, changes: unheard }, { name: 'verify-seals', role: 'system' });

/** Seals all that an office held before it had seals; audited where there was anything. */
export async function beginSeals(database: Database, clock: Clock): Promise<void> {
  if (await hasSeals(database.reader)) return;
  if ((await verifySeals(database.reader)).rows === 0) return;
  await runCommand(asSystem(database, clock), onSeals('system.begin-seals'), async (tx) => {
    const rows = await sealUnsealed(tx);
    return { reply: rows, detail: { rows } };
  });
}

/**
 * Takes all seals away and seals everything as it stands, with the key of today: after the key was lost, or after a
 * person has looked at what was altered. The audit trail keeps why, and what was found before.
 */
export async function beginSealsAnew(database: Database, clock: Clock, reason: string): Promise<number> {
  const before = await verifySeals(database.reader);
  const found = (await wordsOf(database.reader, before.findings)).map(({ zh }) => zh).slice(0, 50);
  return runCommand(asSystem(database, clock), onSeals('system.begin-seals-anew'), async (tx) => {
    const rows = await sealAnew(tx);
    await writeIntegrity(
      tx,
      { rows, seals: rows, findings: [], total: 0 },
      {
        words: [],
        checkedAt: clock.now().toISOString(),
        isWhole: true,
      },
    );
    return { reply: rows, detail: { reason, rows, found, total: before.total } };
  });
}

/**
 * Looks at the newest seals before the office is served. Where something is wrong, or was at the last check, all seals are
 * checked again soon. Returns what is to be said at the start; null where nothing is.
 */
export async function checkNewestSeals({ database, clock, files, log }: Services): Promise<string | null> {
  const now = clock.now().toISOString();
  const { found, words } = await verifyOffice(database, files.store, 'newest');
  const last = await readIntegrity(database.reader);
  if (found.total === 0 && last.total === 0) return null;
  try {
    await runCommand(asSystem(database, clock), onSeals('system.check-newest-seals'), async (tx) => {
      if (found.total > 0) await writeIntegrity(tx, found, { words, checkedAt: now, isWhole: false });
      await hastenJob(tx, verifyAllSeals.name, now);
      return { reply: null, detail: { total: found.total } };
    });
  } catch (error) {
    // A full or read-only disk: reading goes on, and the next check tells it again.
    log.error({ err: error }, 'what the seals say could not be written down');
  }
  const told = found.total > 0 ? words : last.findings;
  return [
    'WARNING 警告: stored data is not as it was sealed 存储的数据与封印不符. Run 请运行: npm run verify',
    ...told.slice(0, 5).map(({ zh, en }) => `  ${zh} ${en}`),
  ].join('\n');
}

/**
 * Compares rows with their seals and files with their rows; `newest` looks at the newest seals, and whether every file is
 * there. What is found comes with its words.
 */
export async function verifyOffice(
  { reader }: Pick<Database, 'reader'>,
  store: FileStore,
  extent: 'all' | 'newest',
  signal?: AbortSignal,
): Promise<{ readonly found: Verification; readonly words: readonly Bilingual[] }> {
  const sealed = await verifySeals(reader, { extent, ...(signal && { signal }) });
  const { findings } = await verifyFiles(reader, store, extent === 'all' ? 'content' : 'presence', signal);
  const words = await wordsOf(reader, sealed.findings);
  return { found: { ...sealed, total: sealed.total + findings.length }, words: [...words, ...findings] };
}

/** Checks every row, every seal and every file. */
export const verifyAllSeals: Job = {
  name: 'verify-seals',
  everyMs: day,
  run: async (run) => {
    const { database, clock, files } = run.services;
    const seen = await unlessStopped(run.signal, () => verifyOffice(database, files.store, 'all', run.signal));
    if (seen === null) return;
    const { found, words } = seen;
    await run.change(onSeals('system.verify-seals'), async (tx) => {
      const { rows, seals, total } = found;
      await writeIntegrity(tx, found, { words, checkedAt: clock.now().toISOString(), isWhole: true });
      return { reply: null, detail: { rows, seals, total } };
    });
  },
};

async function unlessStopped<Seen>(signal: AbortSignal, work: () => Promise<Seen>): Promise<Seen | null> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}
