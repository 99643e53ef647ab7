import type { ReactNode } from 'react';
import type { Hint } from '#api/submissions/contract.ts';
import { useIndicators } from '../../api/reference.ts';
import { hintText } from '../../parts/submissions/hint-words.ts';
import { useText } from '../../text/messages/use-text.ts';
import styles from './review.module.css';

interface HintsProps {
  readonly hints: readonly Hint[];
  /** What stands where there is none. */
  readonly none: ReactNode;
}

/** What a report gives reason to ask about, a line each. */
export function Hints({ hints, none }: HintsProps) {
  const words = useText();
  const indicators = useIndicators();
  if (hints.length === 0) return none;
  return (
    <ul className={styles.hints}>
      {hints.map((hint) => (
        <li key={`${hint.code} ${hint.indicator}`}>{hintText(words, hint, indicators.get(hint.indicator))}</li>
      ))}
    </ul>
  );
}
