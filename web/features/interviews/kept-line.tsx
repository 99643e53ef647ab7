import { Button } from '@mantine/core';
import type { KeptEdit } from '../../ui/kept-edit.ts';
import { useText } from '../../text/messages/use-text.ts';
import styles from './interview.module.css';

interface KeptLineProps {
  readonly kept: Pick<KeptEdit<unknown>, 'isRestored' | 'forget'>;
  /** Begins the form anew, with what is saved. */
  readonly onDiscard: () => void;
}

/** Says that a form shows what was typed before and not saved, and lets it go. */
export function KeptLine({ kept, onDiscard }: KeptLineProps) {
  const { t } = useText();
  if (!kept.isRestored) return null;
  const discard = (): void => {
    kept.forget();
    onDiscard();
  };
  return (
    <div className={styles.keptLine}>
      <p>{t('meetings.kept')}</p>
      <Button variant="default" size="xs" onClick={discard}>
        {t('meetings.discardKept')}
      </Button>
    </div>
  );
}
