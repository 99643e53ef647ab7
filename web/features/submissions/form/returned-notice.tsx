import type { SubmissionVersion } from '#api/submissions/contract.ts';
import { formatInstant } from '../../../text/format.ts';
import { useTitleOf } from '../../../api/account-titles.ts';
import { useText } from '../../../text/messages/use-text.ts';
import styles from './form.module.css';

interface ReturnedNoticeProps {
  readonly version: SubmissionVersion;
}

/** Why a submission came back, in the reviewer's own words. */
export function ReturnedNotice({ version }: ReturnedNoticeProps) {
  const { t } = useText();
  const titleOf = useTitleOf();
  return (
    <section className={styles.notice} aria-labelledby="returned-title">
      <h2 id="returned-title">{t('submission.form.returnReason')}</h2>
      <blockquote className={styles.quote}>{version.returnReason ?? version.revokeReason}</blockquote>
      <p className={styles.muted}>
        {version.revokeReason === null
          ? t('submission.form.returnedBy', {
              person: titleOf(version.decidedBy),
              at: formatInstant(version.decidedAt),
            })
          : t('submissions.history.revoked', {
              person: titleOf(version.revokedBy),
              at: formatInstant(version.revokedAt),
              reason: version.revokeReason,
            })}
      </p>
    </section>
  );
}
