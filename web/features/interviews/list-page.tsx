import { useQuery } from '@tanstack/react-query';
import { itemCalendar } from '#api/calendar/contract.ts';
import { listInterviews } from '#api/interviews/contract.ts';
import { fileAddress } from '../../api/files.ts';
import { query } from '../../api/queries.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { useSession } from '../../api/session.ts';
import { itemSentence, interviewsText } from './item-sentence.ts';
import { sumItems } from './item-sums.ts';
import { InterviewTable } from './interview-table.tsx';

/** The interviews that were held, and how far their checklists are. */
export function Page() {
  const { t, language } = useText();
  const { person } = useSession();
  const result = useQuery(query(listInterviews, {}));
  return (
    <Loaded result={result}>
      {(interviews) => {
        if (interviews.length === 0) {
          const empty = person.role === 'bureau' ? t('interviews.emptyOwn') : t('interviews.empty');
          return <PageHead title={t('interviews.title')} sentence={empty} />;
        }
        const cities = new Set(interviews.flatMap((interview) => interview.regions)).size;
        const sums = sumItems(interviews.map(({ counts, overdue }) => ({ states: counts, overdue })));
        const sentence = itemSentence(interviewsText(interviews.length, cities, t), sums, null, t);
        return (
          <>
            <PageHead title={t('interviews.title')} sentence={sentence} />
            <InterviewTable interviews={interviews} />
            <p className="screen-only">
              <a href={fileAddress(itemCalendar, { query: { language } })} download>
                {t('papers.calendar')}
              </a>
            </p>
          </>
        );
      }}
    </Loaded>
  );
}
