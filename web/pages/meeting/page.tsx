import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { getMeeting } from '#api/interviews/contract.ts';
import type { Meeting } from '#api/interviews/contract.ts';
import { query } from '../../api/queries.ts';
import { Loaded } from '../../components/loaded.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { useText } from '../../messages/use-text.ts';
import { useSession } from '../../session.ts';
import { citiesText, itemSentence } from '../../meetings/item-sentence.ts';
import { countItems, dueSoon } from '../../meetings/item-sums.ts';
import { openItem } from './checklist.ts';
import { ChecklistMatrix } from './checklist-matrix.tsx';
import { OwnChecklist } from './own-checklist.tsx';
import styles from './meeting.module.css';

const route = getRouteApi('/meetings/$id');

/** One interview: what it came to, and each city's items under its three requirements. */
export function Page() {
  const { id } = route.useParams();
  const result = useQuery(query(getMeeting, { params: { meeting: id } }));
  return <Loaded result={result}>{(meeting) => <MeetingView meeting={meeting} />}</Loaded>;
}

function MeetingView({ meeting }: { readonly meeting: Meeting }) {
  const { t, language } = useText();
  const { person } = useSession();
  const { open } = route.useSearch();
  const own = person.role === 'bureau';
  const who = own ? t('meetings.own') : citiesText(meeting.regions.length, t);
  const sentence = itemSentence(who, countItems(meeting.items), dueSoon(meeting.items, meeting.today), t);
  const title = `${meeting.title[language]} · ${t('meetings.page.held', { day: meeting.heldOn })}`;
  const opened = openItem(meeting.items, open);
  return (
    <>
      <PageHead
        title={title}
        sentence={sentence}
        printed={`${title} · ${t('meetings.page.asOf', { today: meeting.today })}`}
      />
      {own ? <OwnChecklist meeting={meeting} open={opened} /> : <ChecklistMatrix meeting={meeting} open={opened} />}
      <footer className={styles.notes}>
        <h2>{t('meetings.page.notice')}</h2>
        <p>{meeting.notice[language]}</p>
        <MeetingSource source={meeting.source} />
        <p className={styles.caption}>
          {t('meetings.page.asOf', { today: meeting.today })}
          {meeting.items.some((item) => item.origin === 'invented') && ` · ${t('meetings.page.invented')}`}
        </p>
      </footer>
    </>
  );
}

function MeetingSource({ source }: { readonly source: string | null }) {
  const { t } = useText();
  if (source === null) return null;
  return (
    <p className={styles.caption}>
      {t('meetings.page.source')}
      {/^https?:/.test(source) ? <a href={source}>{source}</a> : source}
    </p>
  );
}
