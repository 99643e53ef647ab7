import type { ReactNode } from 'react';
import { useText } from '../text/messages/use-text.ts';
import { DisplaySettings } from './display-settings.tsx';
import styles from './gate-frame.module.css';

interface GateFrameProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}

/** A page outside of the shell: signing in, and changing a one-time password. */
export function GateFrame({ title, note, children }: GateFrameProps) {
  const { t } = useText();
  return (
    <div className={styles.frame}>
      <title>{`${title} · ${t('shell.product')}`}</title>
      <header className={styles.top}>
        <p className={styles.product}>{t('shell.product')}</p>
        <div className={styles.settings}>
          <DisplaySettings />
        </div>
      </header>
      <main className={styles.main}>
        <p className={styles.purpose}>{t('signIn.purpose')}</p>
        <h1 className={styles.title}>{title}</h1>
        {note !== undefined && <p className={styles.note}>{note}</p>}
        {children}
      </main>
    </div>
  );
}
