import { Button } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { useText } from '../../../text/messages/use-text.ts';
import styles from './key-help.module.css';

const lines = [
  'turn',
  'back',
  'ends',
  'number',
  'lagging',
  'month',
  'indicator',
  'fullscreen',
  'help',
  'leave',
] as const;

/** The list of keys; Esc, Enter and its button close it. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // A modal dialog can only be opened by calling it.
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{t('meetingMode.keys.title')}</h2>
      <dl>
        {lines.map((line) => (
          <div key={line}>
            <dt>
              <kbd>{t(`meetingMode.keys.${line}.keys`)}</kbd>
            </dt>
            <dd>{t(`meetingMode.keys.${line}.what`)}</dd>
          </div>
        ))}
      </dl>
      <Button variant="default" onClick={onClose}>
        {t('meetingMode.keys.close')}
      </Button>
    </dialog>
  );
}
