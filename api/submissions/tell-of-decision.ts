import type { Writer } from '#db/dialect';
import type { SubmissionKey } from '#db/submissions.ts';
import { undoableKinds } from '../inbox/contract.ts';
import { notify, settleMonth, takeBackOfMonth } from '../inbox/notify.ts';
import { lastDayOfMonth } from '../measures/calendar.ts';
import type { Day } from '../measures/vocabulary.ts';

/** What was decided on a month, with which words, and which of its versions it was. */
interface Decided {
  readonly decision: 'accepted' | 'corrected' | 'returned' | 'revoked';
  readonly note: string | null;
  readonly number: number;
}

/** Tells the bureau what became of the month that it sent, in the transaction of the decision. */
export async function tellOfDecision(
  tx: Writer,
  now: Date,
  { region, year, month }: SubmissionKey,
  { decision, note, number }: Decided,
): Promise<void> {
  const about = { interview: null, submission: { year, month }, note };
  const to = { role: 'bureau', regions: [region] } as const;
  await notify(tx, now, { kind: `month-${decision}`, to, region, about, once: number });
}

/** Takes back what the bureau was told of a decision that is undone: of what never came to stand nobody is told. */
export async function untellOfDecision(tx: Writer, key: SubmissionKey, decidedAt: string): Promise<void> {
  await takeBackOfMonth(tx, key, { kinds: [...undoableKinds], at: decidedAt });
}

/**
 * Ends what the bureau was told of a month that it has sent now, in the transaction of the sending. The calendar asks for the
 * figures of the last day, which a report of an earlier one does not bring.
 */
export async function settleOnSending(tx: Writer, now: Date, key: SubmissionKey, asOf: Day): Promise<void> {
  const isWhole = asOf === lastDayOfMonth(key.year, key.month);
  await settleMonth(tx, now, key, [
    'month-returned',
    'month-revoked',
    'month-reminded',
    ...(isWhole ? (['month-due', 'month-overdue'] as const) : []),
  ]);
}
