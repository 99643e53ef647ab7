import type { SubmissionLine } from '#api/submissions/contract.ts';
import { isOwed } from '#api/submissions/lifecycle.ts';
import { daysLateText } from '../../parts/submissions/days-late-text.ts';
import type { Text } from '../../text/messages/catalogue.ts';

/** That a month is closed without a report, is overdue, or by how many days it was late; null where there is nothing to say. */
export function lateWords(
  line: Pick<
    SubmissionLine,
    'year' | 'month' | 'status' | 'acceptedAsOf' | 'notOwed' | 'closed' | 'overdue' | 'daysLate'
  >,
  t: Text,
): string | null {
  if (line.closed && isOwed(line, line)) return t('submissions.home.closed');
  if (line.overdue) return t('submissions.home.overdue');
  return line.daysLate === null || line.daysLate === 0 ? null : daysLateText(line.daysLate, t);
}
