import { Button } from '@mantine/core';
import type { Submission, SubmissionVersion } from '#api/submissions/contract.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { useSession } from '../../api/session.ts';
import { formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useKeptText } from '../../ui/kept-text.ts';
import { reasonKey } from './queue.ts';
import styles from './review.module.css';

/** A submission that waits no more: who decided or took it back, and the reason for a return that was being written meanwhile. */
export function Gone({ submission }: { readonly submission: Submission }) {
  const { t } = useText();
  const { person } = useSession();
  const reason = useKeptText(reasonKey(person.name, submission));
  return (
    <section className={styles.decision}>
      <p>{t('review.gone')}</p>
      <DecidedBy newest={submission.versions[0]} />
      {reason.value !== '' && (
        <>
          <p>{t('review.keptReason')}</p>
          <blockquote>{reason.value}</blockquote>
          <div>
            <Button variant="default" onClick={reason.forget}>
              {t('review.dropReason')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function DecidedBy({ newest }: { readonly newest: SubmissionVersion | undefined }) {
  const { t } = useText();
  const titleOf = useTitleOf();
  if (newest === undefined || newest.decidedBy === null) return null;
  const wasAccepted = newest.state === 'accepted' || newest.state === 'revoked';
  const decided = wasAccepted ? 'accepted' : newest.state === 'withdrawn' ? newest.state : 'returned';
  const words = { person: titleOf(newest.decidedBy), at: formatInstant(newest.decidedAt) };
  return <p>{t(`submissions.history.${decided}`, words)}</p>;
}
