import { Button } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../text/messages/use-text.ts';
import styles from './confirm-dialog.module.css';

interface ConfirmDialogProps {
  readonly title: string;
  /** What the confirmed command is called: “Disable the account”. */
  readonly action: string;
  readonly busy?: boolean;
  /** The id of a form among the children that the action submits, so that the browser asks for what it lacks first. */
  readonly form?: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** Asks before something that other people feel. The browser's own dialog: it traps the focus, closes on Escape and gives the focus back. */
export function ConfirmDialog({
  title,
  action,
  busy = false,
  form,
  onConfirm,
  onCancel,
  children,
}: ConfirmDialogProps) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // A modal dialog can only be opened by calling it.
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={heading} onClose={onCancel}>
      <h2 id={heading}>{title}</h2>
      {children}
      <div className={styles.actions}>
        <Button variant="default" onClick={onCancel}>
          {t('everywhere.cancel')}
        </Button>
        <Button loading={busy} {...(form === undefined ? { onClick: onConfirm } : { type: 'submit', form })}>
          {action}
        </Button>
      </div>
    </dialog>
  );
}
