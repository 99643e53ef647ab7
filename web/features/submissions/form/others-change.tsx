import { Button } from '@mantine/core';
import type { Submission } from '#api/submissions/contract.ts';
import { formatInstant } from '../../../text/format.ts';
import { useWhoChanged } from './who-changed.ts';
import { useText } from '../../../text/messages/use-text.ts';
import styles from './report.module.css';

interface OthersChangeProps {
  readonly submission: Submission;
  readonly onShow: () => void;
}

/** Says that somebody else saved this month meanwhile; what one is typing is not changed underneath. */
export function OthersChange({ submission, onShow }: OthersChangeProps) {
  const { t } = useText();
  const whoIs = useWhoChanged();
  const newest = submission.versions[0];
  return (
    <section className={styles.notice} role="alert">
      <p>
        {t('submission.choose.otherTitle', {
          person: whoIs(newest?.savedBy ?? null),
          at: formatInstant(newest?.savedAt ?? null),
        })}
      </p>
      <div>
        <Button variant="default" onClick={onShow}>
          {t('submission.choose.show')}
        </Button>
      </div>
    </section>
  );
}
