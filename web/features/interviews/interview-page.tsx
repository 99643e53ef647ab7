import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { getInterview } from '#api/interviews/contract.ts';
import type { Interview } from '#api/interviews/contract.ts';
import { query } from '../../api/queries.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { useSession } from '../../api/session.ts';
import { citiesText, itemSentence } from './item-sentence.ts';
import { countItems, dueSoon } from './item-sums.ts';
import { openItem } from './checklist.ts';
import { Evidence } from './evidence/evidence.tsx';
import { ChecklistMatrix } from './checklist-matrix.tsx';
import { OwnChecklist } from './own-checklist.tsx';
import { PaperLinks } from './paper-links.tsx';
import styles from './interview.module.css';

const route = getRouteApi('/interviews/$id');

/** One interview: what it came to, and each city's items under its three requirements. */
export function Page() {
  const { id } = route.useParams();
  const result = useQuery(query(getInterview, { params: { interview: id } }));
  return <Loaded result={result}>{(interview) => <InterviewView interview={interview} />}</Loaded>;
}

function InterviewView({ interview }: { readonly interview: Interview }) {
  const { t, language } = useText();
  const { person } = useSession();
  const { open } = route.useSearch();
  const own = person.role === 'bureau';
  const who = own ? t('interviews.own') : citiesText(interview.regions.length, t);
  const sentence = itemSentence(who, countItems(interview.items), dueSoon(interview.items, interview.today), t);
  const title = `${interview.title[language]} · ${t('interviews.page.held', { day: interview.heldOn })}`;
  const opened = openItem(interview.items, open);
  return (
    <>
      <PageHead
        title={title}
        sentence={sentence}
        printed={`${title} · ${t('interviews.page.asOf', { today: interview.today })}`}
      />
      {own ? (
        <OwnChecklist interview={interview} open={opened} />
      ) : (
        <ChecklistMatrix interview={interview} open={opened} />
      )}
      <PaperLinks interview={interview} />
      <Evidence place={{ interview: interview.id, item: null }} />
      <footer className={styles.notes}>
        <h2>{t('interviews.page.notice')}</h2>
        <p>{interview.notice[language]}</p>
        <InterviewSource source={interview.source} />
        <p className={styles.caption}>
          {t('interviews.page.asOf', { today: interview.today })}
          {interview.items.some((item) => item.origin === 'invented') && ` · ${t('interviews.page.invented')}`}
        </p>
      </footer>
    </>
  );
}

function InterviewSource({ source }: { readonly source: string | null }) {
  const { t } = useText();
  if (source === null) return null;
  return (
    <p className={styles.caption}>
      {t('interviews.page.source')}
      {/^https?:/.test(source) ? <a href={source}>{source}</a> : source}
    </p>
  );
}
