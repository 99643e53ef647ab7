/** The cities' sums of the grid as formulas. Pure. */
import { reckonedRow } from '../../parts/formula/reckoned-row.ts';
import type { ProofRow } from '../../parts/proof/proof-rows.ts';
import { formatAmount, formatSignedAmount } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';
import type { SumProof } from './ledger.ts';

/** Each sum of the cities as it is typed into a calculator, and what it has more than the province's own target. */
export function sumRows(proofs: readonly SumProof[], { t, language }: Words): readonly ProofRow[] {
  return proofs.flatMap(({ indicator, terms, sum, own, difference }): ProofRow[] => {
    const { code, short } = indicator;
    const amount = (value: number): string => formatAmount(value, indicator);
    const row = (of: 'sum' | 'difference', value: string, formula: string): ProofRow =>
      reckonedRow(`${of}.${code}`, `${short[language]} · ${t(`targets.sums.${of}`)}`, value, formula);
    const added = row('sum', amount(sum), terms.map(amount).join(' + '));
    if (own === null) return [added];
    return [added, row('difference', formatSignedAmount(difference, indicator), `${amount(sum)} − ${amount(own)}`)];
  });
}
