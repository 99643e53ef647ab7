import type { ReactNode } from 'react';
import { useText } from '../messages/use-text.ts';
import { useSession } from '../session.ts';
import { ConnectionState } from './connection-state.tsx';
import { DisplaySettings } from './display-settings.tsx';
import { MainNavigation } from './main-navigation.tsx';
import { SignOut } from './sign-out.tsx';
import styles from './shell.module.css';

interface ShellProps {
  readonly children: ReactNode;
}

/** The narrow bar with words above every page, and what it says about this office: its day, the demonstration, the connection. */
export function Shell({ children }: ShellProps) {
  const { t, language } = useText();
  const { person, today, demonstration } = useSession();
  return (
    <>
      <a className={styles.skip} href="#main">
        {t('shell.skip')}
      </a>
      <header>
        <div className={`${styles.bar} screen-only`}>
          <MainNavigation />
          <div className={styles.end}>
            <span className={styles.today}>{t('shell.today', { today })}</span>
            <ConnectionState />
            <DisplaySettings />
            <span className={styles.person}>{person.title[language]}</span>
            <SignOut />
          </div>
        </div>
        {demonstration && (
          <p className={styles.demonstration}>{t('shell.demonstration', { mark: t('everywhere.invented') })}</p>
        )}
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
