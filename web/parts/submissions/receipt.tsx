import type { SubmissionVersion } from '#api/submissions/contract.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import styles from './receipt.module.css';

interface ReceiptProps {
  readonly version: Pick<SubmissionVersion, 'receipt' | 'number' | 'submittedBy' | 'submittedAt'>;
}

/** The receipt of what was sent: its number, version, time and the code of its content; nothing of a draft. */
export function Receipt({ version: { receipt, number, submittedBy, submittedAt } }: ReceiptProps) {
  const { t } = useText();
  const titleOf = useTitleOf();
  if (receipt === null) return null;
  const lines = [
    ['number', receipt.number],
    ['version', t('submissions.history.version', { number })],
    ['by', submittedBy === null ? '' : titleOf(submittedBy)],
    ['at', formatInstant(submittedAt)],
    ['code', receipt.code],
  ] as const;
  return (
    <section aria-labelledby="receipt-title">
      <h2 id="receipt-title">{t('answers.receipt.title')}</h2>
      <dl className={styles.lines}>
        {lines.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`answers.receipt.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{t('answers.receipt.note')}</p>
    </section>
  );
}
