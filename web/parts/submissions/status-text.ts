import type { SubmissionLine } from '#api/submissions/contract.ts';
import { formatShortDay } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';

/** A month's state, and whatever else is known of it. */
export type MonthStatus = Pick<SubmissionLine, 'status'> &
  Partial<Pick<SubmissionLine, 'kind' | 'acceptedAsOf' | 'done' | 'notOwed'>>;

/** 报送状态 in words: a correction is told apart from a report, and figures accepted before the month's end name their day. */
export function statusText({ status, kind, acceptedAsOf, done, notOwed }: MonthStatus, { t, language }: Words): string {
  if (kind === 'correction' && (status === 'submitted' || status === 'resubmitted')) {
    return t('levels.status.correctionWaiting');
  }
  if (kind === 'correction' && status === 'returned') return t('levels.status.correctionReturned');
  if (status === 'accepted' && done === false && acceptedAsOf) {
    return t('levels.status.acceptedTo', { day: formatShortDay(acceptedAsOf, language) });
  }
  // A December with the level of a stock alone: it counts, and the month is still owed.
  if (status === 'accepted' && done === false && acceptedAsOf === null) return t('levels.status.acceptedPart');
  if (status === 'missing' && notOwed) return t('levels.status.notOwed');
  return t(`levels.status.${status}`);
}
