import { useQuery } from '@tanstack/react-query';
import { listMeetings } from '#api/interviews/contract.ts';
import { query } from '../../api/queries.ts';
import { Loaded } from '../../components/loaded.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { useText } from '../../messages/use-text.ts';
import { useSession } from '../../session.ts';
import { itemSentence, meetingsText } from '../../meetings/item-sentence.ts';
import { sumItems } from '../../meetings/item-sums.ts';
import { MeetingTable } from './meeting-table.tsx';

/** The interviews that were held, and how far their checklists are. */
export function Page() {
  const { t } = useText();
  const { person } = useSession();
  const result = useQuery(query(listMeetings, {}));
  return (
    <Loaded result={result}>
      {(meetings) => {
        if (meetings.length === 0) {
          const empty = person.role === 'bureau' ? t('meetings.emptyOwn') : t('meetings.empty');
          return <PageHead title={t('meetings.title')} sentence={empty} />;
        }
        const cities = new Set(meetings.flatMap((meeting) => meeting.regions)).size;
        const sums = sumItems(meetings.map(({ counts, overdue }) => ({ states: counts, overdue })));
        const sentence = itemSentence(meetingsText(meetings.length, cities, t), sums, null, t);
        return (
          <>
            <PageHead title={t('meetings.title')} sentence={sentence} />
            <MeetingTable meetings={meetings} />
          </>
        );
      }}
    </Loaded>
  );
}
