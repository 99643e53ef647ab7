import { listPackage } from '#db/submissions.ts';
import type { SubmissionKey } from '#db/submissions.ts';
import { forecastSnapshotOf } from '../assessments/snapshot.ts';
import { topSeen } from '../http/data-scope.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import type { CorrectionDraft } from '../submissions/correction-contract.ts';
import { readCorrection } from '../submissions/correct.ts';
import { refusalOf } from '../submissions/lifecycle.ts';
import { openRecord } from '../submissions/submission-record.ts';
import type { Effect } from './contract.ts';
import { effectOf } from './effect.ts';
import { withChanges, type MonthChange } from './hypothetical.ts';

/**
 * What a correction would move, before it is sent.
 * @throws Problem `not-found`, `illegal-transition`, and whatever `readCorrection` finds in it
 */
export async function previewCorrection(
  context: Context,
  key: SubmissionKey,
  draft: Omit<CorrectionDraft, 'reason'>,
): Promise<Effect> {
  const snapshot = await forecastSnapshotOf(context, key.year);
  const record = await openRecord(context.database.reader, context, snapshot, key);
  const refusal = refusalOf('correct', record, context.actor);
  if (refusal !== null) throw new Problem(refusal.code, refusal.values);
  const { asOf, figures, later } = readCorrection(draft, record);
  return presentEffect(context, key, [{ month: key.month, asOf, figures }, ...later]);
}

/**
 * What the version that waits would move, with the corrections of later months that were sent with it.
 * @throws Problem `not-found`
 */
export async function waitingEffect(context: Context, key: SubmissionKey): Promise<{ effect: Effect | null }> {
  const { reader } = context.database;
  const snapshot = await forecastSnapshotOf(context, key.year);
  const [newest] = (await openRecord(reader, context, snapshot, key)).versions;
  if (newest === undefined || newest.state !== 'submitted' || newest.packageMonth !== null) return { effect: null };
  return { effect: await presentEffect(context, key, [newest, ...(await listPackage(reader, newest))]) };
}

async function presentEffect(
  context: Context,
  { region, year }: SubmissionKey,
  changes: readonly MonthChange[],
): Promise<Effect> {
  const before = await forecastSnapshotOf(context, year);
  const after = withChanges(before, region, changes);
  return effectOf({ before, after }, { region, changes, isWhole: topSeen(context) === null });
}
