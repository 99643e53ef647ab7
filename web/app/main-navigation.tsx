import { useQuery } from '@tanstack/react-query';
import { Link, useMatchRoute } from '@tanstack/react-router';
import type { Person } from '#api/accounts/contract.ts';
import { countReview } from '#api/submissions/contract.ts';
import { query } from '../api/queries.ts';
import type { TextKey } from '../text/messages/catalogue.ts';
import { useText } from '../text/messages/use-text.ts';
import { latestReportedMonth, useKnown } from '../parts/period.ts';
import { useSession } from '../api/session.ts';
import styles from './shell.module.css';

type Entry =
  | 'overview'
  | 'ownCity'
  | 'submissions'
  | 'review'
  | 'interviews'
  | 'bulletins'
  | 'sprint'
  | 'targets'
  | 'projects'
  | 'rules'
  | 'accounts'
  | 'audit';

const entriesByRole: Readonly<Record<Person['role'], readonly Entry[]>> = {
  official: [
    'overview',
    'review',
    'submissions',
    'interviews',
    'bulletins',
    'sprint',
    'targets',
    'projects',
    'rules',
    'audit',
  ],
  bureau: ['submissions', 'ownCity', 'projects', 'interviews', 'bulletins', 'overview', 'rules'],
  leader: ['sprint', 'overview', 'interviews', 'bulletins', 'targets', 'projects', 'rules'],
  administrator: ['accounts', 'audit', 'overview', 'sprint', 'interviews', 'targets'],
};

/** What is open to an official who is bound to a region. */
const boundEntries: readonly Entry[] = ['overview', 'review', 'submissions', 'targets', 'rules'];

/** A word for each page that the role may open. */
export function MainNavigation() {
  const { t } = useText();
  const { person } = useSession();
  const entries = person.within === null ? entriesByRole[person.role] : boundEntries;
  return (
    <nav className={styles.navigation} aria-label={t('shell.navigation')}>
      {entries.map((entry) => (
        <NavigationLink key={entry} entry={entry} />
      ))}
    </nav>
  );
}

function NavigationLink({ entry }: { readonly entry: Entry }) {
  const { t } = useText();
  const { person, today } = useSession();
  // Of a month's pages each leads to the next as it was known on the same day, until that is left.
  const known = useKnown();
  const key: TextKey = `shell.${entry}`;
  if (entry === 'ownCity') {
    return (
      <Link to="/cities/$code" params={{ code: person.region ?? '' }} search={known} {...look}>
        {t(key)}
      </Link>
    );
  }
  if (entry === 'overview') {
    // The bare address leads each role to its own start; with a month it is the overview for everybody.
    return (
      <Link to="/" search={{ ...latestReportedMonth(today), ...known }} activeOptions={exactPath} {...look}>
        {t(key)}
      </Link>
    );
  }
  if (entry === 'review') return <ReviewLink />;
  if (entry === 'rules') return <RulesLink />;
  if (entry === 'sprint') {
    return (
      <Link to="/sprint" search={known} activeOptions={anySearch} {...look}>
        {t(key)}
      </Link>
    );
  }
  return (
    <Link to={`/${entry}`} activeOptions={anySearch} {...look}>
      {t(key)}
    </Link>
  );
}

/** The way to the review with how many submissions wait. */
function ReviewLink() {
  const { t } = useText();
  const count = useQuery(query(countReview, {})).data?.waiting ?? 0;
  return (
    <Link
      to="/review"
      activeOptions={anySearch}
      {...look}
      {...(count > 0 && { 'aria-label': t('shell.reviewWaitingLong', { count }) })}
    >
      {count > 0 ? t('shell.reviewWaiting', { count }) : t('shell.review')}
    </Link>
  );
}

/** One word for the rules and the indicators, marked on the pages of both. */
function RulesLink() {
  const { t } = useText();
  const isIndicators = useMatchRoute()({ to: '/indicators' }) !== false;
  return (
    <Link to="/rules" activeOptions={anySearch} {...look} {...(isIndicators && marked)}>
      {t('shell.rules')}
    </Link>
  );
}

const marked = { className: `${styles.entry} ${styles.current}`, 'aria-current': 'page' } as const;
const look = { className: styles.entry, activeProps: { className: styles.current, 'aria-current': 'page' } } as const;
const anySearch = { includeSearch: false } as const;
const exactPath = { includeSearch: false, exact: true } as const;
