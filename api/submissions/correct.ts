/** A bureau's correction of accepted figures, with those of later months where they must move too. */
import type { Writer } from '#db/dialect';
import { insertVersion, listVersions } from '#db/submissions.ts';
import type { SubmissionKey } from '#db/submissions.ts';
import { deadlineIn } from '../deadlines/lifecycle.ts';
import { readOfficeCalendar } from '../deadlines/office-calendar.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import {
  amountsOf,
  change,
  checkReason,
  newVersion,
  raiseOther,
  saving,
  submitting,
  textsOf,
  type Work,
} from './change.ts';
import type { Submission } from './contract.ts';
import type { CorrectionDraft } from './correction-contract.ts';
import { monthWords } from './month-words.ts';
import { laterCorrections, laterFigures, type LaterCorrection } from './package.ts';
import { checkComplete, checkExplained, readReport, type Report } from './report.ts';
import type { SubmissionRecord } from './submission-record.ts';

/** A correction as it was read: the month's own figures, and later months that are corrected with it. */
export interface ReadCorrection extends Report {
  readonly later: readonly LaterCorrection[];
}

/**
 * Reads a correction and what it does to later months.
 * @throws Problem as `readReport`; `figures-missing` where it corrects nothing, `later-months-unanswered`, `later-month-impossible`
 */
export function readCorrection(draft: Omit<CorrectionDraft, 'reason'>, record: SubmissionRecord): ReadCorrection {
  const report = readReport('correction', draft, record);
  const { figures } = report;
  if (figures.length === 0) checkComplete(report, record);
  const bearsOnLater = laterFigures(figures, record).size > 0;
  if (bearsOnLater && draft.laterMonths === undefined) {
    const pointer = { pointer: '/laterMonths', code: 'later-months-unanswered', values: {} } as const;
    throw new Problem('later-months-unanswered', {}, { pointers: [pointer] });
  }
  return { ...report, later: draft.laterMonths === 'not-included' ? laterCorrections(figures, record) : [] };
}

/**
 * Sends a correction of accepted figures, with its reason first in the note. It may hold only what changes; the accepted
 * figures stand until it is accepted.
 * @throws Problem `reason-required`, `later-month-open`, whatever `readCorrection` throws, and `explanation-required`
 */
export async function correct(context: Context, key: SubmissionKey, draft: CorrectionDraft): Promise<Submission> {
  return change(context, 'correct', key, draft, async (tx, record) => {
    checkReason(draft.reason);
    const { figures, later, ...said } = readCorrection(draft, record);
    const { asOf } = said;
    const reason = draft.reason.trim();
    const texts = textsOf(draft);
    const note = [reason, texts.note].filter((text) => text !== '').join('\n');
    const sent = {
      ...texts,
      note,
      kind: 'correction',
      state: 'submitted',
      ...saving(context),
    } as const;
    const version = newVersion(record, { ...sent, ...said, ...submitting(context, record) });
    checkExplained({ ...version, figures }, record);
    await insertVersion(tx, version, figures);
    const others: NonNullable<Work['others']>[number][] = [];
    for (const one of later) {
      const month = await laterRecord(tx, record, one);
      const number = await insertLater(tx, month, one, {
        ...sent,
        asOf: one.asOf,
        // The words are on the figures of the month that is corrected itself.
        absences: null,
        words: null,
        ...submitting(context, month),
        packageMonth: key.month,
        packageNumber: version.number,
      });
      const amounts = { before: amountsOf(one.before), figures: amountsOf(one.figures) };
      others.push({ month: one.month, detail: { number, asOf: one.asOf, reason, with: key.month, ...amounts } });
    }
    const before = record.accepted.filter(({ year, month }) => year === record.year && month === record.month);
    const amounts = { before: amountsOf(before), figures: amountsOf(figures) };
    return { detail: { number: version.number, asOf, reason, ...amounts }, others };
  });
}

/**
 * A later month that is corrected with another one, with its own versions and deadline.
 * @throws Problem `later-month-open`
 */
async function laterRecord(
  tx: Writer,
  record: SubmissionRecord,
  { month }: LaterCorrection,
): Promise<SubmissionRecord> {
  const key = { region: record.region, year: record.year, month };
  const versions = await listVersions(tx, key);
  const state = versions[0]?.state;
  // What waits there, or is being written, was not made on what this correction will say.
  if (state === 'submitted' || state === 'draft') throw new Problem('later-month-open', { month: monthWords(month) });
  return { ...record, month, versions, deadline: deadlineIn(await readOfficeCalendar(tx, [key.year]), key) };
}

/** Adds a later month's correction; its number. */
async function insertLater(
  tx: Writer,
  record: SubmissionRecord,
  { figures }: LaterCorrection,
  begun: Parameters<typeof newVersion>[1],
): Promise<number> {
  const version = newVersion(record, begun);
  checkExplained({ ...version, figures }, record);
  await raiseOther(tx, { region: record.region, year: record.year, month: record.month });
  await insertVersion(tx, version, figures);
  return version.number;
}
