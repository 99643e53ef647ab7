import { unitOf } from '../../../text/format.ts';
import { CityBurnUp } from '../city-burn-up.tsx';
import type { SprintRow, SprintView } from '../sprint-view.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { meetingSentence } from './city-sentence.ts';
import { DueItems } from './due-items.tsx';
import { PageSentence } from './page-sentence.tsx';
import { ratePair } from './rate-pair.ts';
import { RatePairPicture } from './rate-pair-picture.tsx';
import styles from './meeting.module.css';

interface CityPageProps {
  readonly view: SprintView;
  readonly row: SprintRow;
}

/** One city in the meeting mode: what it must do by when, how it got there, needed against recent, and what is due first. */
export function CityPage({ view, row }: CityPageProps) {
  const { t, language } = useText();
  const pair = ratePair(row, view, { t, language });
  return (
    <>
      <PageSentence
        name={row.name}
        sentence={meetingSentence(row, view, { t, language })}
        unit={unitOf(view.indicator, language)}
        level={row.standing?.level ?? 'no-data'}
      />
      <div className={styles.city}>
        <CityBurnUp row={row} view={view} shape="room" />
        <div className={styles.aside}>
          {pair && <RatePairPicture pair={pair} />}
          <DueItems row={row} year={view.reply.year} />
        </div>
      </div>
    </>
  );
}
