import type { ProofRow } from '../proof/proof-rows.ts';

/** A number that is reckoned from others that stand beside it; of no origin of its own. */
export const reckonedRow = (key: string, label: string, value: string, formula: string, how = ''): ProofRow => ({
  key,
  label,
  value,
  formula,
  how,
  origin: null,
});
