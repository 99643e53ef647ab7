import type { ReactNode } from 'react';
import { noValue } from '../../text/format.ts';
import { formulaKey, type FormulaOf } from './formula.ts';
import styles from './formula-area.module.css';

interface FormulaNumberProps {
  /** Whose formula, or the key of one as the address writes it. */
  readonly of: FormulaOf | string;
  readonly children: ReactNode;
}

/** A number that shows its formula when pressed, on a page within a `FormulaArea`; where there is none there is nothing to press. */
export function FormulaNumber({ of, children }: FormulaNumberProps) {
  if (children === noValue) return children;
  const key = typeof of === 'string' ? of : formulaKey(of);
  return (
    <button type="button" className={styles.number} data-formula={key} aria-haspopup="dialog">
      {children}
    </button>
  );
}
