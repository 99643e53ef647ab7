import type { ReactNode } from 'react';
import styles from './table.module.css';

interface TableScrollerProps {
  /** What is in it, for those who reach it by keyboard. */
  readonly label: string;
  /** Whether it spans the page, so that a wide window can show all of it with its header in view. */
  readonly pageWide?: boolean;
  readonly children: ReactNode;
}

/** Holds a wide table, so that the page itself never scrolls sideways. */
export function TableScroller({ label, pageWide = false, children }: TableScrollerProps) {
  return (
    <section
      className={pageWide ? `${styles.scroller} ${styles.pageWide}` : styles.scroller}
      aria-label={label}
      // A scroller must be reachable by keyboard, so that its hidden columns are too.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {children}
    </section>
  );
}
