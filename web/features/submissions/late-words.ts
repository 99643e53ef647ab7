import type { SubmissionLine } from '#api/submissions/contract.ts';
import { daysLateText } from '../../parts/submissions/days-late-text.ts';
import type { Text } from '../../text/messages/catalogue.ts';

/** Whether the bureau still has a month that was never sent. */
export const isUnsent = ({ status }: Pick<SubmissionLine, 'status'>): boolean =>
  status === 'missing' || status === 'draft';

/** That a month is closed without a report, is overdue, or by how many days it was late; null where there is nothing to say. */
export function lateWords(
  line: Pick<SubmissionLine, 'status' | 'accepted' | 'closed' | 'overdue' | 'daysLate'>,
  t: Text,
): string | null {
  if (line.closed && isUnsent(line) && !line.accepted) return t('submissions.home.closed');
  if (line.overdue) return t('submissions.home.overdue');
  return line.daysLate === null || line.daysLate === 0 ? null : daysLateText(line.daysLate, t);
}
