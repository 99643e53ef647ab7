import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { countUnread } from '#api/inbox/contract.ts';
import { query } from '../api/queries.ts';
import { useText } from '../text/messages/use-text.ts';
import styles from './shell.module.css';

/**
 * The way to the inbox, with how much of it is unread. Asked anew on another page and on coming back to the window, at most
 * every half minute, and not with every change of the office: that would be one more request of every open page each time.
 */
const unreadQuery = { ...query(countUnread, {}), staleTime: 30_000, meta: { lasting: true } } as const;

export function InboxLink() {
  const pathname = useLocation({ select: (location) => location.pathname });
  return <UnreadLink key={pathname} />;
}

function UnreadLink() {
  const { t } = useText();
  const unread = useQuery(unreadQuery).data?.unread ?? 0;
  return (
    <Link
      to="/inbox"
      className={styles.person}
      activeProps={{ 'aria-current': 'page' }}
      activeOptions={{ includeSearch: false }}
      {...(unread > 0 && { 'aria-label': t('inbox.linkUnreadLong', { unread }) })}
    >
      {unread > 0 ? t('inbox.linkUnread', { unread }) : t('inbox.link')}
    </Link>
  );
}
