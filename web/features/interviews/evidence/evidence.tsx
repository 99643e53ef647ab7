import { useText } from '../../../text/messages/use-text.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { AttachArea } from './attach-area.tsx';
import { FileList } from './file-list.tsx';
import { useFiles } from './use-files.ts';
import type { EvidencePlace } from './use-uploads.ts';
import styles from './evidence.module.css';

/**
 * The files of an item or of an interview: who attached which and when, and where more are added. An interview without any
 * says nothing of them to those who could not add one.
 */
export function Evidence({ place }: { readonly place: EvidencePlace }) {
  const { t } = useText();
  const isOfInterview = place.item === null;
  const title = isOfInterview ? t('evidence.ofInterview') : t('evidence.title');
  return (
    <Loaded result={useFiles(place)}>
      {({ attachments, can, limits }) =>
        isOfInterview && attachments.length === 0 && !can.attach ? null : (
          <section className={styles.evidence} aria-label={title}>
            {isOfInterview ? <h2>{title}</h2> : <h3>{title}</h3>}
            <FileList files={attachments} />
            {can.attach && <AttachArea place={place} limits={limits} />}
          </section>
        )
      }
    </Loaded>
  );
}
