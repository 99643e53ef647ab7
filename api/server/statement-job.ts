/** Drafts the statements that correct issued bulletins, and keeps the drafts to what is corrected by now. */
import { listMonthsDecided } from '#db/bulletins.ts';
import {
  listTouchedBulletins,
  moveStatement,
  pendingStatement,
  type PendingStatement,
} from '../bulletins/statements.ts';
import type { AuditAction } from '../http/audit-action.ts';
import { undoMs } from '../http/undo.ts';
import type { Job, JobRun } from './jobs.ts';

const minute = 60_000;

const actionOf: Readonly<Record<PendingStatement['move'], AuditAction>> = {
  draft: 'bulletin.draft-correction',
  renew: 'bulletin.renew',
  discard: 'bulletin.discard',
};

/**
 * The job of a process: it remembers up to when it has looked, so that bulletins are compared only where something was decided
 * since, and all of them after a start. A decision that can still be undone is left for the next look.
 */
export function draftStatements(): Job {
  let looked = '';
  return {
    name: 'draft-statements',
    everyMs: minute,
    run: async (run) => {
      const { reader } = run.services.database;
      const until = new Date(run.services.clock.now().getTime() - undoMs).toISOString();
      const decided = await listMonthsDecided(reader, { after: looked, until });
      let isAllDone = true;
      for (const id of await listTouchedBulletins(reader, decided)) {
        if (run.signal.aborted) return;
        const pending = await pendingStatement(reader, id, until);
        // Where somebody saved words meanwhile, it is looked at again.
        if (pending !== null && !(await carryOut(run, pending))) isAllDone = false;
        // Others get their turn between two bulletins.
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (isAllDone) looked = until;
    },
  };
}

function carryOut(run: JobRun, pending: PendingStatement): Promise<boolean> {
  const { move, corrects, changes } = pending;
  const command = { action: actionOf[move], object: corrects, request: null, changesStandings: false } as const;
  return run.change(command, async (tx) => {
    const isMoved = await moveStatement(tx, run.services.clock.now(), pending);
    return { reply: isMoved, detail: { moved: isMoved, changes } };
  });
}
