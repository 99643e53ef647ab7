import type { SubmissionVersion } from '#api/submissions/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import styles from './said.module.css';

interface SaidProps {
  readonly of: Pick<SubmissionVersion, 'kind' | 'cause' | 'remedies' | 'note'>;
}

/** What was written beside the figures; a correction's note begins with its reason. */
export function Said({ of }: SaidProps) {
  const { t } = useText();
  const fields = (['cause', 'remedies', 'note'] as const).filter((field) => of[field].trim() !== '');
  if (fields.length === 0) return null;
  return (
    <dl className={styles.said}>
      {fields.map((field) => (
        <div key={field}>
          <dt>{t(`submission.said.${field === 'note' && of.kind === 'correction' ? 'reason' : field}`)}</dt>
          <dd>{of[field]}</dd>
        </div>
      ))}
    </dl>
  );
}
