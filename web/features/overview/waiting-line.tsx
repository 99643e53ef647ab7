import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dayParts } from '#api/measures/calendar.ts';
import { listSubmissions } from '#api/submissions/contract.ts';
import { query } from '../../api/queries.ts';
import { useSession } from '../../api/session.ts';
import { formatMonthName } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { waitingOf, type Waiting } from './waiting.ts';
import styles from './page.module.css';

/** What waits for the official, in the running year, each a link; nothing for anybody else, and nothing where nothing waits. */
export function WaitingLine() {
  return useSession().person.role === 'official' ? <OfficialLine /> : null;
}

function OfficialLine() {
  const { t } = useText();
  const { today } = useSession();
  const { year } = dayParts(today);
  const { data } = useQuery(query(listSubmissions, { query: { year } }));
  const waiting = waitingOf(data?.submissions ?? [], today);
  if (waiting.length === 0) return null;
  return (
    <nav aria-label={t('overview.waiting.title')} className={`${styles.waiting} screen-only`}>
      {waiting.map((one) => (
        <Item key={one.kind} waiting={one} year={year} />
      ))}
    </nav>
  );
}

function Item({ waiting: { kind, count, month }, year }: { readonly waiting: Waiting; readonly year: number }) {
  const { t, language } = useText();
  if (kind === 'review') return <Link to="/review">{t('overview.waiting.review', { count })}</Link>;
  return (
    <Link to="/submissions" search={{ year }}>
      {month === null
        ? t('overview.waiting.returned', { count })
        : t('overview.waiting.missing', { count, month: formatMonthName(month, language) })}
    </Link>
  );
}
