import type { ReactNode } from 'react';
import { noValue } from '../../text/format.ts';
import { formulaKey, type FormulaOf } from './formula.ts';
import styles from './formula-area.module.css';

interface FormulaNumberProps {
  readonly of: FormulaOf;
  readonly children: ReactNode;
}

/** A number that shows its formula when pressed, on a page within a `FormulaArea`; where there is none there is nothing to press. */
export function FormulaNumber({ of, children }: FormulaNumberProps) {
  if (children === noValue) return children;
  return (
    <button type="button" className={styles.number} data-formula={formulaKey(of)} aria-haspopup="dialog">
      {children}
    </button>
  );
}
