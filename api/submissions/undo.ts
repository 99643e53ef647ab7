/** Undoing a decision on a month within ten seconds: what was accepted or returned waits again, as it was sent. */
import type { Reader } from '#db/dialect';
import {
  findCounters,
  listDecidedBy,
  listPackage,
  listVersions,
  type SubmissionKey,
  type VersionRow,
} from '#db/submissions.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { undoLeftMs, undoMs } from '../http/undo.ts';
import { change, newestOf, undecided } from './change.ts';
import type { Submission } from './contract.ts';
import type { UndoableDecision } from './review-contract.ts';
import { decideAll } from './decisions.ts';
import { issuedOn } from './issued.ts';
import { statusFor, statusWords } from './lifecycle.ts';
import { untellOfDecision } from './tell-of-decision.ts';
import { undoRefusal } from './undo-refusal.ts';

/**
 * Undoes the caller's own decision: what was sent waits for the department again, and the bureau is told of no decision.
 * @throws Problem `stale-version`, `illegal-transition`, `not-allowed`, `too-late-to-undo`, `part-of-package`, `already-issued`
 */
export async function undoDecision(context: Context, key: SubmissionKey): Promise<Submission> {
  return change(context, 'undo', key, {}, async (tx, record) => {
    const version = newestOf(record);
    const { kind, state, decidedAt, returnReason } = version;
    const issued = state === 'accepted' ? await issuedOn(tx, version) : null;
    if (issued !== null) throw new Problem('already-issued', issued);
    await checkNobodyWentOn(tx, version);
    const { decidedBy, decidedAs } = undecided;
    const waiting = { state: 'submitted', decidedBy, decidedAs, decidedAt: null, returnReason: null } as const;
    const done = await decideAll(tx, version, waiting);
    await untellOfDecision(tx, key, decidedAt ?? '');
    return done({ kind, undone: state, ...(returnReason !== null && { reason: returnReason }) });
  });
}

/** @throws Problem `illegal-transition` where a later month that was decided with this one has gone on since */
async function checkNobodyWentOn(reader: Reader, version: VersionRow): Promise<void> {
  for (const other of await listPackage(reader, version)) {
    const versions = await listVersions(reader, other);
    if (versions[0]?.number === other.number) continue;
    throw new Problem('illegal-transition', { state: statusWords[statusFor(versions, 'official')] });
  }
}

/** The caller's decisions that can still be undone, the newest first: read from the rows, so that any window knows of them. */
export async function listUndoable({ database, clock, actor }: Context): Promise<UndoableDecision[]> {
  const now = clock.now();
  const since = new Date(now.getTime() - undoMs).toISOString();
  const undoable: UndoableDecision[] = [];
  for (const { region, year, month, number, state, decidedAt } of await listDecidedBy(
    database.reader,
    actor.id,
    since,
  )) {
    const key = { region, year, month };
    const versions = await listVersions(database.reader, key);
    // Of two decisions on one month the second went on from the first.
    if (versions[0]?.number !== number || undoRefusal(versions, actor, now) !== null) continue;
    const { sentVersion } = await findCounters(database.reader, key);
    const decision = state === 'returned' ? 'returned' : 'accepted';
    undoable.push({ ...key, version: sentVersion, decision, leftMs: undoLeftMs(decidedAt ?? '', now) });
  }
  return undoable;
}
