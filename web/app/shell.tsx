import { UnstyledButton } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../text/messages/use-text.ts';
import { useSession } from '../api/session.ts';
import { ConnectionState } from '../ui/connection-state.tsx';
import { DisplaySettings } from '../ui/display-settings.tsx';
import { InboxLink } from './inbox-link.tsx';
import { MainNavigation } from './main-navigation.tsx';
import { SignOut } from './sign-out.tsx';
import settings from '../ui/display-settings.module.css';
import styles from './shell.module.css';

const menuId = 'menu';

interface ShellProps {
  readonly children: ReactNode;
}

/**
 * The narrow bar with words above every page, and what it says about this office: its day, the demonstration, the
 * connection. On a narrow screen its words are behind one, the menu.
 */
export function Shell({ children }: ShellProps) {
  const { t } = useText();
  const { demonstration, publicDemonstration, unsaved } = useSession();
  return (
    <>
      <a className={styles.skip} href="#main">
        {t('shell.skip')}
      </a>
      <header>
        <Bar />
        {unsaved && (
          <p className={styles.unsaved} role="alert">
            {t('shell.unsaved')}
          </p>
        )}
        {demonstration && (
          <p className={styles.demonstration}>
            {t('shell.demonstration', { mark: t('everywhere.invented') })}
            {publicDemonstration && <strong> {t('shell.publicPasswords')}</strong>}
          </p>
        )}
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function Bar() {
  const { t } = useText();
  const pathname = useLocation({ select: (location) => location.pathname });
  // Where the menu of a narrow screen was opened: on another page it is closed.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === pathname;
  return (
    <div className={`${styles.bar} screen-only`}>
      <Link to="/" className={styles.product} title={t('shell.productLong')}>
        {t('shell.product')}
      </Link>
      <div className={styles.connection}>
        <ConnectionState />
      </div>
      <UnstyledButton
        className={`${settings.word} ${styles.menu}`}
        aria-expanded={isOpen}
        aria-controls={menuId}
        onClick={() => setOpenAt(isOpen ? null : pathname)}
      >
        {t('shell.menu')}
      </UnstyledButton>
      <div id={menuId} className={isOpen ? styles.contents : `${styles.contents} ${styles.closed}`}>
        <MainNavigation />
        <WhoAndWhen />
      </div>
    </div>
  );
}

/** The office's day, the display's settings, and who is signed in. */
function WhoAndWhen() {
  const { t, language } = useText();
  const { person, today } = useSession();
  return (
    <div className={styles.end}>
      <span>{t('shell.today', { today })}</span>
      <DisplaySettings />
      <InboxLink />
      <Link to="/account" className={styles.person} title={person.title[language]}>
        {person.title[language]}
      </Link>
      <SignOut />
    </div>
  );
}
