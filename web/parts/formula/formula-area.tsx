import type { ReactNode } from 'react';
import { furtherPart } from '../further-part.tsx';
import type { KnownPeriod } from '../period.ts';
import { readFormula } from './formula.ts';
import { useFormula, type FormulaRoute } from './use-formula.ts';
import styles from './formula-area.module.css';

const { Part: FormulaDrawer } = furtherPart(
  'formula',
  async () => (await import('./formula-drawer.tsx')).FormulaDrawer,
);

interface FormulaAreaProps {
  readonly from: FormulaRoute;
  /** The month whose numbers the page shows. */
  readonly period: KnownPeriod;
  readonly children: ReactNode;
}

/**
 * Within it a press on anything with `data-formula` shows the formula of that region and indicator with its numbers, in a drawer
 * that the address opens too (`formula=330300.prefab-area`).
 */
export function FormulaArea({ from, period, children }: FormulaAreaProps) {
  const { formula, press, close } = useFormula(from);
  const asked = readFormula(formula);
  return (
    // What is pressed are buttons, whose keys arrive here as presses; numbers drawn in a picture stand in its table, too.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className={styles.area} onClick={press}>
      {children}
      {asked && <FormulaDrawer {...asked} period={period} onClose={close} />}
    </div>
  );
}
