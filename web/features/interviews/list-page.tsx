import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { itemCalendar } from '#api/calendar/contract.ts';
import { listInterviews } from '#api/interviews/contract.ts';
import type { InterviewLine } from '#api/interviews/contract.ts';
import { fileAddress } from '../../api/files.ts';
import { query } from '../../api/queries.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { useSession } from '../../api/session.ts';
import { InterviewFilters } from './interview-filters.tsx';
import { itemSentence, interviewsText } from './item-sentence.ts';
import { sumItems } from './item-sums.ts';
import { InterviewTable } from './interview-table.tsx';
import styles from './interview.module.css';

const route = getRouteApi('/interviews');

/** The interviews that are planned, called, held and closed, and how far their checklists are. */
export function Page() {
  const result = useQuery(query(listInterviews, {}));
  return <Loaded result={result}>{(interviews) => <InterviewList interviews={interviews} />}</Loaded>;
}

function InterviewList({ interviews }: { readonly interviews: readonly InterviewLine[] }) {
  const { t } = useText();
  const { person } = useSession();
  const { state, region } = route.useSearch();
  const shown = interviews.filter(
    (one) => (state === undefined || one.state === state) && (region === undefined || one.regions.includes(region)),
  );
  const empty = person.role === 'bureau' ? t('interviews.emptyOwn') : t('interviews.empty');
  return (
    <>
      <PageHead title={t('interviews.title')} sentence={interviews.length === 0 ? empty : sentenceOf(shown, t)}>
        {interviews.length > 1 && <InterviewFilters interviews={interviews} />}
      </PageHead>
      <Ways hasItems={interviews.length > 0} />
      {shown.length > 0 && <InterviewTable interviews={shown} />}
    </>
  );
}

function sentenceOf(interviews: readonly InterviewLine[], t: ReturnType<typeof useText>['t']): string {
  if (interviews.length === 0) return t('interviews.list.noneLike');
  const cities = new Set(interviews.flatMap((interview) => interview.regions)).size;
  const sums = sumItems(interviews.map(({ counts, overdue }) => ({ states: counts, overdue })));
  const who = interviewsText(interviews.length, cities, t);
  return sums.items === 0 ? t('interviews.whoOnly', { who }) : itemSentence(who, sums, null, t);
}

/** Where one goes on from here: what waits, whom to call in, a new interview. */
function Ways({ hasItems }: { readonly hasItems: boolean }) {
  const { t, language } = useText();
  const { person } = useSession();
  return (
    <nav className={styles.ways} aria-label={t('interviews.list.ways')}>
      <Link to="/plans">{t('backPlans.title')}</Link>
      {hasItems && <Link to="/interviews/items">{t('interviews.list.dueItems')}</Link>}
      {hasItems && (
        <a href={fileAddress(itemCalendar, { query: { language } })} download>
          {t('papers.calendar')}
        </a>
      )}
      {hasItems && (person.role === 'official' || person.role === 'leader') && (
        <Link to="/interviews/effect">{t('meetings.effect.title')}</Link>
      )}
      {person.role === 'official' && (
        <>
          <Link to="/interviews/candidates">{t('interviews.list.candidates')}</Link>
          <Link to="/interviews/new">{t('interviews.list.plan')}</Link>
        </>
      )}
    </nav>
  );
}
