/** What an office does by itself. */
import type { AuditAction } from '../http/audit-action.ts';
import { deleteRepliesBefore, hasRepliesBefore } from '#db/idempotency.ts';
import { deleteEndedSessions, hasEndedSessions } from '#db/sessions.ts';
import { moveByData, pendingDataMoves } from '../interviews/data-closing.ts';
import { sessionLimits } from '../http/session-rules.ts';
import type { Job, JobRun } from './jobs.ts';
import { tellDueItems } from './due-job.ts';
import { tellOwedMonths } from './month-job.ts';
import { clearFiles } from './file-jobs.ts';
import { verifyAllSeals } from './seal-checks.ts';

const hour = 60 * 60 * 1000;

/** How long at least a key is kept: whoever repeats a request does so much sooner. */
const keysKeptMs = 48 * hour;

/** So many rows go in one transaction, so that nobody waits long behind it. */
const rowsAtOnce = 500;

const ago = ({ services }: JobRun, span: number): string =>
  new Date(services.clock.now().getTime() - span).toISOString();

/** A clearing is audited where it cleared something; no page shows what it clears. */
const clearing = (action: AuditAction, object: string) =>
  ({ action, object, request: null, changesStandings: false, changesPages: false }) as const;

/** Clears away the replies that were kept for Idempotency-Keys. */
export const clearIdempotencyKeys: Job = {
  name: 'clear-idempotency-keys',
  everyMs: hour,
  run: async (run) => {
    const before = ago(run, keysKeptMs);
    while (!run.signal.aborted && (await hasRepliesBefore(run.services.database.reader, before))) {
      await run.change(clearing('system.clear-keys', before), async (tx) => {
        const rows = await deleteRepliesBefore(tx, before, rowsAtOnce);
        return { reply: rows, detail: { rows } };
      });
    }
  },
};

/** Clears away sessions that have ended by themselves. */
export const clearEndedSessions: Job = {
  name: 'clear-ended-sessions',
  everyMs: hour,
  run: async (run) => {
    const seenBefore = ago(run, sessionLimits.idle);
    const begunBefore = ago(run, sessionLimits.absolute);
    if (!(await hasEndedSessions(run.services.database.reader, seenBefore, begunBefore))) return;
    await run.change(clearing('system.clear-sessions', seenBefore), async (tx) => {
      const rows = await deleteEndedSessions(tx, seenBefore, begunBefore);
      return { reply: rows, detail: { rows } };
    });
  },
};

/** Closes items of interviews that the data show to be done, and opens them again where a correction takes that back. */
export const closeItemsByData: Job = {
  name: 'close-items-by-data',
  everyMs: hour / 60,
  run: async (run) => {
    for (const move of await pendingDataMoves(run.services.database.reader)) {
      if (run.signal.aborted) return;
      const { interview, region, item } = move.item.row;
      const object = `${interview}/${region}/${item}`;
      const command = { action: `checklist.${move.action}`, object, request: null, changesStandings: false } as const;
      await run.change(command, async (tx) => {
        const isMoved = await moveByData(tx, move, run.services.clock.now());
        return { reply: isMoved, detail: { moved: isMoved, reason: move.check.reason.zh } };
      });
    }
  },
};

/** All jobs of an office. */
export const officeJobs: readonly Job[] = [
  closeItemsByData,
  clearEndedSessions,
  clearIdempotencyKeys,
  clearFiles,
  tellDueItems,
  tellOwedMonths,
  verifyAllSeals,
];
