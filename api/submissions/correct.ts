/** A bureau's correction of accepted figures, with those of later months where they must move too. */
import type { Writer } from '#db/dialect';
import { insertVersion, listVersions } from '#db/submissions.ts';
import type { NewFigure, SubmissionKey } from '#db/submissions.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import type { Day } from '../measures/vocabulary.ts';
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
import type { CorrectionDraft, Submission } from './contract.ts';
import { monthWords } from './month-words.ts';
import { laterCorrections, laterFigures, type LaterCorrection } from './package.ts';
import { checkComplete, checkExplained, readReport } from './report.ts';
import type { SubmissionRecord } from './submission-record.ts';

/** A correction as it was read: the month's own figures, and later months that are corrected with it. */
export interface ReadCorrection {
  readonly asOf: Day;
  readonly figures: readonly NewFigure[];
  readonly later: readonly LaterCorrection[];
}

/**
 * Reads a correction and what it does to later months.
 * @throws Problem as `readReport`; `figures-missing` where it corrects nothing, `later-months-unanswered`, `later-month-impossible`
 */
export function readCorrection(draft: Omit<CorrectionDraft, 'reason'>, record: SubmissionRecord): ReadCorrection {
  const { asOf, figures } = readReport('correction', draft, record);
  if (figures.length === 0) checkComplete([], record);
  const bearsOnLater = laterFigures(figures, record).size > 0;
  if (bearsOnLater && draft.laterMonths === undefined) {
    const pointer = { pointer: '/laterMonths', code: 'later-months-unanswered', values: {} } as const;
    throw new Problem('later-months-unanswered', {}, { pointers: [pointer] });
  }
  return { asOf, figures, later: draft.laterMonths === 'not-included' ? laterCorrections(figures, record) : [] };
}

/**
 * Sends a correction of accepted figures, with its reason first in the note. It may hold only what changes; the accepted
 * figures stand until it is accepted.
 * @throws Problem `reason-required`, `later-month-open`, whatever `readCorrection` throws, and `explanation-required`
 */
export async function correct(context: Context, key: SubmissionKey, draft: CorrectionDraft): Promise<Submission> {
  return change(context, 'correct', key, draft, async (tx, record) => {
    checkReason(draft.reason);
    const { asOf, figures, later } = readCorrection(draft, record);
    const reason = draft.reason.trim();
    const texts = textsOf(draft);
    const note = [reason, texts.note].filter((text) => text !== '').join('\n');
    const sent = {
      ...texts,
      note,
      kind: 'correction',
      state: 'submitted',
      ...saving(context),
      ...submitting(context),
    } as const;
    const version = newVersion(record, { ...sent, asOf });
    checkExplained({ ...version, figures }, record);
    await insertVersion(tx, version, figures);
    const others: NonNullable<Work['others']>[number][] = [];
    for (const one of later) {
      const headed = { ...sent, asOf: one.asOf, packageMonth: key.month, packageNumber: version.number };
      const number = await insertLater(tx, { ...record, month: one.month }, one, headed);
      const amounts = { before: amountsOf(one.before), figures: amountsOf(one.figures) };
      others.push({ month: one.month, detail: { number, asOf: one.asOf, reason, with: key.month, ...amounts } });
    }
    const before = record.accepted.filter(({ year, month }) => year === record.year && month === record.month);
    const amounts = { before: amountsOf(before), figures: amountsOf(figures) };
    return { detail: { number: version.number, asOf, reason, ...amounts }, others };
  });
}

/** Adds a later month's correction; its number. */
async function insertLater(
  tx: Writer,
  record: SubmissionRecord,
  { month, figures }: LaterCorrection,
  begun: Parameters<typeof newVersion>[1],
): Promise<number> {
  const { region, year } = record;
  const versions = await listVersions(tx, { region, year, month });
  const state = versions[0]?.state;
  // What waits there, or is being written, was not made on what this correction will say.
  if (state === 'submitted' || state === 'draft') throw new Problem('later-month-open', { month: monthWords(month) });
  const version = newVersion({ ...record, versions }, begun);
  checkExplained({ ...version, figures }, record);
  await raiseOther(tx, { region, year, month });
  await insertVersion(tx, version, figures);
  return version.number;
}
