/** Which cities move the province, as formulas of their gaps. Pure. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { ShortfallReply } from '#api/standings/contract.ts';
import { formatAmount, formatComputed, formatPercent } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';
import type { ProofRow } from '../proof/proof-rows.ts';
import { reckonedRow } from './reckoned-row.ts';

interface Shortfalls extends Words {
  /** The largest first, as the reply has them. */
  readonly short: readonly ShortfallReply[];
  readonly indicator: Indicator;
  readonly nameOf: (region: string) => string;
}

/** Of each city that is behind its share of the sum of gaps, and what it comes to with the larger ones; then the sum. */
export function shortfallRows({ short, indicator, nameOf, t }: Shortfalls): readonly ProofRow[] {
  // Small gaps are divided by one another: with fewer digits a calculator would come to another share.
  const amount = (value: number): string => formatAmount(value, { decimals: indicator.decimals + 6 });
  const gaps = short.map(({ gapAmount }) => amount(-gapAmount));
  const sum = short.reduce((all, { gapAmount }) => all - gapAmount, 0);
  const total = amount(sum);
  const rows = short.flatMap(({ region, share, cumulative }, at) => [
    reckonedRow(
      `share.${region}`,
      `${nameOf(region)} · ${t('pareto.share')}`,
      formatPercent(share, 1),
      `${gaps[at]} ÷ ${total}`,
    ),
    reckonedRow(
      `cumulative.${region}`,
      `${nameOf(region)} · ${t('pareto.cumulative')}`,
      formatPercent(cumulative, 1),
      `(${gaps.slice(0, at + 1).join(' + ')}) ÷ ${total}`,
    ),
  ]);
  return [...rows, reckonedRow('gaps', t('pareto.sum'), formatComputed(sum, indicator), gaps.join(' + '))];
}
