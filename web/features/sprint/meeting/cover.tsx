import { unitOf } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { ProvincePicture } from '../province-picture.tsx';
import type { SprintView } from '../sprint-view.ts';
import { courseTitle, coverSentence } from './cover-sentence.ts';
import { LevelGroups } from './level-groups.tsx';
import { MostMissing } from './most-missing.tsx';
import { PageSentence } from './page-sentence.tsx';
import styles from './cover.module.css';

/** The meeting mode's first page: days left, the province's own course, who will miss most, and where every city stands. */
export function Cover({ view }: { readonly view: SprintView }) {
  const { t, language } = useText();
  return (
    <>
      <PageSentence
        name={t('sprint.title')}
        sentence={coverSentence(view, { t, language })}
        unit={unitOf(view.indicator, language)}
      />
      <div className={styles.cover}>
        <ProvincePicture view={view} shape="room" title={courseTitle(view, { t, language })} />
        <MostMissing view={view} />
        <LevelGroups rows={view.rows} />
      </div>
    </>
  );
}
