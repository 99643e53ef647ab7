import { createContext, use, type ReactNode } from 'react';
import type { ProofRow } from '../proof/proof-rows.ts';
import { FormulaDialog } from './formula-dialog.tsx';
import { FormulaNumber } from './formula-number.tsx';
import { FormulaRows } from './formula-rows.tsx';
import { useFormula, type FormulaRoute } from './use-formula.ts';
import styles from './formula-area.module.css';

interface FormulaSheetProps {
  readonly from: FormulaRoute;
  /** What tells its numbers from those of the page's other sheets, such as `draft`. */
  readonly name: string;
  readonly title: string;
  /** Made when one of them is asked for: what is moved by a slider is drawn without them. */
  readonly rows: () => readonly ProofRow[];
  readonly children: ReactNode;
}

const SheetName = createContext<string | null>(null);

/**
 * A section of a page with the formulas of its numbers: within it a press on a `SheetNumber` shows all of them in a drawer, with
 * its own row marked; the address opens them too (`formula=plan.month.10`).
 */
export function FormulaSheet({ from, name, title, rows, children }: FormulaSheetProps) {
  const { formula, press, close } = useFormula(from);
  const shown = formula?.startsWith(`${name}.`) === true ? rows() : [];
  const asked = shown.find(({ key }) => `${name}.${key}` === formula)?.key;
  return (
    // What is pressed are buttons, whose keys arrive here as presses.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className={styles.area} onClick={press}>
      <SheetName value={name}>{children}</SheetName>
      {asked !== undefined && (
        <FormulaDialog title={title} onClose={close}>
          <FormulaRows caption={title} rows={shown} asked={asked} />
        </FormulaDialog>
      )}
    </div>
  );
}

interface SheetNumberProps {
  /** The key of its row. */
  readonly of: string;
  readonly children: ReactNode;
}

/** A number that leads to its row of the sheet it stands in; a number and no more where a page has no sheet around it. */
export function SheetNumber({ of, children }: SheetNumberProps) {
  const name = use(SheetName);
  return name === null ? children : <FormulaNumber of={`${name}.${of}`}>{children}</FormulaNumber>;
}
