import type { ReactNode } from 'react';
import styles from './tag.module.css';

/** `quiet`: nothing has happened; `plain`: somebody has acted; `strong`: the reader should look; `settled`: it is done. */
export type TagTone = 'quiet' | 'plain' | 'strong' | 'settled';

interface TagProps {
  readonly children: ReactNode;
  readonly tone?: TagTone;
}

/** A state in a word: its weight is in the frame, never in a level's colour, and it is never something to click. */
export function Tag({ children, tone = 'plain' }: TagProps) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
