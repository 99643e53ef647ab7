/** What of the office's year waits for an official. Pure. */
import type { SubmissionLine } from '#api/submissions/contract.ts';

export interface Waiting {
  readonly kind: 'review' | 'returned' | 'missing';
  readonly count: number;
  /** The month that is not reported; null for what is counted over the whole year. */
  readonly month: number | null;
}

/** What is to be reviewed and what was returned, in any month of the year; and how many have not reported its latest one. */
export function waitingOf(submissions: readonly Pick<SubmissionLine, 'month' | 'status'>[]): readonly Waiting[] {
  const latest = Math.max(0, ...submissions.map(({ month }) => month));
  const count = (...statuses: readonly SubmissionLine['status'][]) => ({
    all: submissions.filter(({ status }) => statuses.includes(status)).length,
    latest: submissions.filter(({ status, month }) => month === latest && statuses.includes(status)).length,
  });
  const all: readonly Waiting[] = [
    { kind: 'review', count: count('submitted', 'resubmitted').all, month: null },
    { kind: 'returned', count: count('returned').all, month: null },
    { kind: 'missing', count: count('missing', 'draft').latest, month: latest },
  ];
  return all.filter((one) => one.count > 0);
}
