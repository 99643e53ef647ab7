import { Button } from '@mantine/core';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useText } from '../../text/messages/use-text.ts';
import styles from './formula-drawer.module.css';

interface FormulaDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The drawer that formulas stand in. The browser's own dialog: it traps the focus and closes on Escape. */
export function FormulaDialog({ title, onClose, children }: FormulaDialogProps) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // A modal dialog can only be opened by calling it; nothing in it can be scrolled to before.
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector('tr[aria-current]')?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <dialog ref={dialog} className={styles.drawer} aria-labelledby={heading} onClose={onClose}>
      <header className={styles.head}>
        <h2 id={heading}>{title}</h2>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('everywhere.close')}
        </Button>
      </header>
      {children}
    </dialog>
  );
}
