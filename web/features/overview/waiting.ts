/** What of the office's year waits for an official. Pure. */
import { lastDayOfMonth } from '#api/measures/calendar.ts';
import type { SubmissionLine } from '#api/submissions/contract.ts';
import { isOwed } from '#api/submissions/lifecycle.ts';

export interface Waiting {
  readonly kind: 'review' | 'returned' | 'missing';
  readonly count: number;
  /** The month that is not reported; null for what is counted over the whole year. */
  readonly month: number | null;
}

type Line = Pick<SubmissionLine, 'year' | 'month' | 'status' | 'acceptedAsOf' | 'packageMonth' | 'notOwed'>;

/**
 * What is to be reviewed and what was returned, in any month of the year; and how many owe the newest month that is over,
 * or where nobody does, have reported nothing of the running one.
 */
export function waitingOf(submissions: readonly Line[], today: string): readonly Waiting[] {
  const count = (...statuses: readonly Line['status'][]) =>
    submissions.filter(({ status, packageMonth }) => packageMonth === undefined && statuses.includes(status)).length;
  const all: readonly Waiting[] = [
    { kind: 'review', count: count('submitted', 'resubmitted'), month: null },
    { kind: 'returned', count: count('returned'), month: null },
    { kind: 'missing', ...missingOf(submissions, today) },
  ];
  return all.filter((one) => one.count > 0);
}

function missingOf(submissions: readonly Line[], today: string) {
  const unsent = submissions.filter((line) => isOwed(line, line) && line.status !== 'returned');
  const over = unsent.filter(({ year, month }) => lastDayOfMonth(year, month) < today);
  const running = unsent.filter((line) => !over.includes(line) && line.acceptedAsOf === null);
  const shown = over.length > 0 ? over : running;
  const month = Math.max(0, ...shown.map((line) => line.month));
  return { count: shown.filter((line) => line.month === month).length, month };
}
