import { useText } from '../../../text/messages/use-text.ts';
import type { RowState } from './row-state.ts';
import styles from './figure-form.module.css';

interface RowStateMarkProps {
  readonly state: RowState | null;
}

const signs: Readonly<Record<RowState, string>> = {
  empty: '',
  saved: '✓',
  saving: '…',
  waiting: '·',
  invalid: '!',
  conflict: '⇄',
};

/** Whether a row is saved, in a sign and in words; a wrong one is heavier, not only redder. */
export function RowStateMark({ state }: RowStateMarkProps) {
  const { t } = useText();
  if (state === null) return null;
  const isTrouble = state === 'invalid' || state === 'conflict';
  return (
    <span className={isTrouble ? `${styles.rowState} ${styles.trouble}` : styles.rowState}>
      <span aria-hidden="true">{signs[state]}</span> {t(`submission.cell.${state}`)}
    </span>
  );
}
