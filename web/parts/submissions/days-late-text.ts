import type { Text } from '../../text/messages/catalogue.ts';

/** Whether a month's first report was in time, or by how many days it was late. */
export function daysLateText(days: number, t: Text): string {
  if (days === 0) return t('submissions.late.none');
  return days === 1 ? t('submissions.late.one') : t('submissions.late.more', { days });
}
