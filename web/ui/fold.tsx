import type { ReactNode } from 'react';
import styles from './fold.module.css';

interface FoldProps {
  readonly title: string;
  /** Whether the address opens it. */
  readonly isOpen: boolean;
  /** Writes into the address that it was opened or closed. */
  readonly onChange: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** What is one click, or one link, away: drawn when opened, and kept open by the address. */
export function Fold({ title, isOpen, onChange, children }: FoldProps) {
  return (
    <details
      className={styles.fold}
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        if (open !== isOpen) onChange(open);
      }}
    >
      <summary className={styles.summary}>
        <h2>{title}</h2>
      </summary>
      {isOpen && children}
    </details>
  );
}
