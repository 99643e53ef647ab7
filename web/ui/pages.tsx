import type { ReactNode } from 'react';
import styles from './pages.module.css';

interface PagesProps {
  readonly label: string;
  /** The way back to the newest, on any page but the first; null on that. */
  readonly newest: ReactNode;
  /** The way to what is older; null where all is in view. */
  readonly older: ReactNode;
}

/** The ways through a list that comes in pages, the newest first; nothing where all of it is in view. */
export function Pages({ label, newest, older }: PagesProps) {
  if (newest === null && older === null) return null;
  return (
    <nav className={`${styles.pages} screen-only`} aria-label={label}>
      {newest}
      {older}
    </nav>
  );
}
