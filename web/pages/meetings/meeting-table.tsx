import { Link } from '@tanstack/react-router';
import type { MeetingLine } from '#api/interviews/contract.ts';
import { formatList } from '../../format.ts';
import { useText } from '../../messages/use-text.ts';
import { useRegions } from '../../reference.ts';
import { sumItems } from '../../meetings/item-sums.ts';
import styles from './meeting-table.module.css';

interface MeetingTableProps {
  readonly meetings: readonly MeetingLine[];
}

/** One row a meeting: its day, its cities, how many items are verified and how many are late. */
export function MeetingTable({ meetings }: MeetingTableProps) {
  const { t, language } = useText();
  const regions = useRegions();
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('meetings.list.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('meetings.list.heldOn')}</th>
          <th scope="col">{t('meetings.list.meeting')}</th>
          <th scope="col">{t('meetings.list.cities')}</th>
          <th scope="col">{t('meetings.list.verified')}</th>
          <th scope="col">{t('meetings.list.overdue')}</th>
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting) => (
          <tr key={meeting.id}>
            <td>{meeting.heldOn}</td>
            <th scope="row">
              <Link to="/meetings/$id" params={{ id: meeting.id }}>
                {meeting.title[language]}
              </Link>
            </th>
            <td>
              {formatList(
                meeting.regions.map((code) => regions.get(code)?.short[language] ?? code),
                language,
              )}
            </td>
            <td>
              {t('meetings.list.ofTotal', {
                verified: meeting.counts.verified,
                total: sumItems([{ states: meeting.counts, overdue: 0 }]).items,
              })}
            </td>
            <td>{t('meetings.list.overdueItems', { n: meeting.overdue })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
