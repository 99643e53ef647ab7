import { UnstyledButton } from '@mantine/core';
import { formatInstant } from '../../../text/format.ts';
import type { Text } from '../../../text/messages/catalogue.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { useSession } from '../../../api/session.ts';
import type { SessionState } from './draft-session.ts';
import styles from './form.module.css';

interface SaveLineProps {
  readonly state: SessionState;
  readonly onRetry: () => void;
}

/** Whether what was typed is saved, in one line that is read aloud when it changes. */
export function SaveLine({ state, onRetry }: SaveLineProps) {
  const { t } = useText();
  const { today } = useSession();
  const isTrouble = state.phase === 'unanswered' || state.phase === 'refused' || state.phase === 'conflict';
  return (
    <output className={isTrouble ? `${styles.saveLine} ${styles.trouble}` : styles.saveLine}>
      {saveText(state, t, state.savedAt === null ? '' : timeOf(state.savedAt, today))}
      {state.phase === 'unanswered' && (
        <UnstyledButton className={styles.wordButton} onClick={onRetry}>
          {t('submission.save.retry')}
        </UnstyledButton>
      )}
    </output>
  );
}

function saveText({ phase, kept, problem, savedAt }: SessionState, t: Text, at: string): string {
  const why = problem?.detail ?? '';
  if (kept === 'refused' && phase !== 'idle') return t('submission.save.unkept');
  switch (phase) {
    case 'saving':
    case 'waiting':
    case 'conflict':
      return t(`submission.save.${phase}`);
    case 'unanswered':
    case 'refused':
      return t(`submission.save.${phase}`, { why });
    case 'idle':
      if (savedAt === null) return t('submission.save.never');
      return t(kept === 'nothing' ? 'submission.save.saved' : 'submission.save.savedPartly', { at });
  }
}

/** The time alone for today's, with its day for an earlier one. */
function timeOf(instant: string, today: string): string {
  const written = formatInstant(instant);
  return written.startsWith(today) ? written.slice(today.length).trim() : written;
}
