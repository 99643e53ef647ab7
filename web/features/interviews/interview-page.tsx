import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { getInterview } from '#api/interviews/contract.ts';
import type { Interview } from '#api/interviews/contract.ts';
import { query } from '../../api/queries.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { SavablePicture } from '../../charts/savable-picture.tsx';
import { OpeningSection } from '../../parts/opening-section.tsx';
import { checklistTable } from '#api/tables/contract.ts';
import { fileAddress } from '../../api/files.ts';
import { TableLinks } from '../../parts/table-links.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { useSession } from '../../api/session.ts';
import { citiesText, itemSentence } from './item-sentence.ts';
import { countItems, dueSoon } from './item-sums.ts';
import { openItem } from './checklist.ts';
import { BulkForm } from './bulk-form.tsx';
import { Evidence } from './evidence/evidence.tsx';
import { ChecklistMatrix } from './checklist-matrix.tsx';
import { DueTimeline } from './due-timeline.tsx';
import { FactsForm } from './facts-form.tsx';
import { MeetingActions } from './meeting-actions.tsx';
import { MeetingFacts } from './meeting-facts.tsx';
import { OwnChecklist } from './own-checklist.tsx';
import { RequirementsForm } from './requirements-form.tsx';
import { said } from './said.ts';
import { SelectWaiting } from './select-waiting.tsx';
import { useInterviewFrame } from './use-interview-frame.ts';
import { useSelection } from './use-selection.ts';
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
  const { edit } = route.useSearch();
  const title = `${said(interview.title, language)} · ${dayText(interview, t)}`;
  const who = person.role === 'bureau' ? t('interviews.own') : citiesText(interview.regions.length, t);
  const sums = countItems(interview.items);
  const sentence = itemSentence(who, sums, dueSoon(interview.items, interview.today), t);
  return (
    <>
      <PageHead
        title={title}
        sentence={sums.items === 0 ? t('interviews.page.noItems') : sentence}
        printed={`${title} · ${t('interviews.page.asOf', { today: interview.today })}`}
      />
      <MeetingActions interview={interview} />
      {edit === 'facts' && interview.can.edit && <FactsForm key={interview.id} interview={interview} />}
      {edit === 'requirements' && interview.can.edit && <RequirementsForm key={interview.id} interview={interview} />}
      {sums.items > 0 && <Checklist interview={interview} />}
      {sums.items > 0 && (
        <TableLinks
          addressOf={(format) =>
            fileAddress(checklistTable, { params: { interview: interview.id }, query: { language, format } })
          }
        />
      )}
      <OpeningSection year={Number(interview.heldOn.slice(0, 4)) + 1} regions={interview.regions} />
      <MeetingFacts interview={interview} />
      <PaperLinks interview={interview} />
      <Evidence place={{ interview: interview.id, item: null }} />
      <footer className={styles.notes}>
        <InterviewSource source={interview.source} />
        <p className={styles.caption}>
          {t('interviews.page.asOf', { today: interview.today })}
          {interview.items.some((item) => item.origin === 'invented') && ` · ${t('interviews.page.invented')}`}
        </p>
      </footer>
    </>
  );
}

/** A meeting that is to come has its state beside its day. */
const dayText = ({ state, heldOn }: Interview, t: ReturnType<typeof useText>['t']): string =>
  state === 'held' ? t('interviews.page.held', { day: heldOn }) : `${heldOn} ${t(`meetings.state.${state}`)}`;

function Checklist({ interview }: { readonly interview: Interview }) {
  const { t } = useText();
  const { person } = useSession();
  const { open } = route.useSearch();
  const opened = openItem(interview.items, open);
  const selection = useSelection(interview.items);
  const framed = useInterviewFrame(interview);
  return (
    <>
      <SavablePicture {...framed(t('interviews.page.timelineHead'))}>
        <DueTimeline interview={interview} />
      </SavablePicture>
      {person.role === 'bureau' ? (
        <OwnChecklist interview={interview} open={opened} />
      ) : (
        <>
          {person.role === 'official' && <SelectWaiting interview={interview} selection={selection} />}
          {person.role === 'official' && <BulkForm interview={interview.id} selection={selection} />}
          <SavablePicture {...framed(t('interviews.page.matrix'), t('interviews.page.legend'))}>
            <ChecklistMatrix
              interview={interview}
              open={opened}
              selection={person.role === 'official' && interview.state === 'held' ? selection : null}
            />
          </SavablePicture>
          <p className={styles.caption}>{t('interviews.page.legend')}</p>
        </>
      )}
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
