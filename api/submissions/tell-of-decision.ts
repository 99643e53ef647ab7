import type { Writer } from '#db/dialect';
import type { SubmissionKey } from '#db/submissions.ts';
import { notify } from '../inbox/notify.ts';

/** What was decided on a month, with which words, and which of its versions it was. */
interface Decided {
  readonly decision: 'accepted' | 'returned' | 'revoked';
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
