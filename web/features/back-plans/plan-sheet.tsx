import type { ReactNode } from 'react';
import { FormulaSheet } from '../../parts/formula/formula-sheet.tsx';
import type { ProofRow } from '../../parts/proof/proof-rows.ts';
import { useText } from '../../text/messages/use-text.ts';

interface PlanSheetProps {
  readonly name: 'base' | 'proposals' | 'draft' | 'plan' | 'in-force';
  /** What the formulas are of, in words. */
  readonly of: string;
  readonly rows: () => readonly ProofRow[];
  readonly children: ReactNode;
}

/** A section of a plan's page with the formulas of its numbers. */
export function PlanSheet({ name, of, rows, children }: PlanSheetProps) {
  const { t } = useText();
  return (
    <FormulaSheet
      from="/plans/$year/$region/$indicator"
      name={name}
      title={t('backPlans.rows.title', { of })}
      rows={rows}
    >
      {children}
    </FormulaSheet>
  );
}
