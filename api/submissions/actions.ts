/** What a bureau does to its month, and how a month is read. */
import { insertVersion, replaceFigures, updateVersion } from '#db/submissions.ts';
import type { SubmissionKey } from '#db/submissions.ts';
import { regionSnapshotOf } from '../assessments/region-snapshot.ts';
import type { Context } from '../http/context.ts';
import { amountsOf, change, decision, newestOf, newVersion, saving, submitting, textsOf } from './change.ts';
import type { Draft, Submission, SubmissionVersion } from './contract.ts';
import { presentSubmission, presentVersions } from './present.ts';
import { settleOnSending } from './tell-of-decision.ts';
import { checkComplete, checkExplained, checkFollowed, readReport } from './report.ts';
import { sourceFileOf } from './source-file.ts';
import { openRecord, type SubmissionRecord } from './submission-record.ts';

/**
 * One month as the caller sees it, a bureau also those of the regions below its own; what is not sent is its region's alone.
 * @throws Problem `not-found`, `month-not-open`
 */
export async function getSubmission(context: Context, key: SubmissionKey): Promise<Submission> {
  return presentSubmission(await readRecord(context, key), context.actor);
}

/**
 * Every version of a month that the caller may see; a month's reply leaves out those that say nothing of it any more.
 * @throws Problem `not-found`, `month-not-open`
 */
export async function listVersions(context: Context, key: SubmissionKey): Promise<SubmissionVersion[]> {
  return presentVersions(await readRecord(context, key), context.actor);
}

async function readRecord(context: Context, key: SubmissionKey): Promise<SubmissionRecord> {
  const snapshot = await regionSnapshotOf(context, key.year, key.region);
  return openRecord(context.database.reader, context, snapshot, key, 'below');
}

/**
 * Saves a draft in the place of the one before; after a return or an acceptance it begins a new version.
 * @throws Problem `stale-version`, `illegal-transition`, `as-of-…`, and what `readFigures` finds in the figures
 */
export async function saveDraft(context: Context, key: SubmissionKey, draft: Draft): Promise<Submission> {
  return change(context, 'save', key, draft, async (tx, record) => {
    const { figures, ...said } = readReport('submission', draft, record);
    const { asOf } = said;
    const [newest] = record.versions;
    const sourceFile = sourceFileOf(draft, { figures, ...said }, newest?.state === 'draft' ? newest : null);
    const saved = { ...said, ...textsOf(draft), sourceFile, ...saving(context) };
    if (newest?.state === 'draft') {
      await updateVersion(tx, newest.id, saved);
      await replaceFigures(tx, newest.id, figures);
      return { detail: { number: newest.number, asOf, figures: amountsOf(figures) } };
    }
    const version = newVersion(record, { kind: 'submission', state: 'draft', ...saved });
    await insertVersion(tx, version, figures);
    return { detail: { number: version.number, asOf, figures: amountsOf(figures) } };
  });
}

/**
 * Sends the draft to the department.
 * @throws Problem `stale-version`, `illegal-transition`, `figures-missing`, `word-required`, `numerator-differs`,
 *   `numerator-without-source`, `explanation-required`
 */
export async function submit(context: Context, key: SubmissionKey): Promise<Submission> {
  return change(context, 'submit', key, {}, async (tx, record) => {
    const draft = newestOf(record);
    checkComplete(draft, record);
    checkFollowed(draft, record);
    checkExplained(draft, record);
    await updateVersion(tx, draft.id, { state: 'submitted', ...submitting(context, record) });
    await settleOnSending(tx, context.clock.now(), key, draft.asOf);
    return { detail: { number: draft.number, asOf: draft.asOf, figures: amountsOf(draft.figures) } };
  });
}

/**
 * Takes back what waits for the department: the version that was sent stays as withdrawn, and a draft with all that it says
 * is begun.
 * @throws Problem `stale-version`, `illegal-transition`, `month-closed`
 */
export async function withdraw(context: Context, key: SubmissionKey): Promise<Submission> {
  return change(context, 'withdraw', key, {}, async (tx, record) => {
    const { id, number, asOf, figures, note, cause, remedies, absences, words, sourceFile } = newestOf(record);
    await updateVersion(tx, id, { state: 'withdrawn', ...decision(context) });
    const said = { asOf, note, cause, remedies, absences, words, sourceFile };
    const draft = { kind: 'submission', state: 'draft', ...said, ...saving(context) } as const;
    await insertVersion(tx, newVersion(record, draft), figures);
    return { detail: { number, asOf } };
  });
}
