/** The columns of what each city brings to the sums, by kind of indicator. Pure. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { Progress } from '#api/measures/progress.ts';
import { formatAmount, formatPercent } from '../../text/format.ts';
import type { formula } from '../../text/messages/formula.ts';
import { fine } from './province-rows.ts';
import type { Term } from './province-terms.ts';

type ColumnName = keyof (typeof formula)['zh']['columns'];

export interface TermColumn {
  readonly head: ColumnName;
  readonly cell: (term: Term) => string;
  /** Of the column's sum; empty where it has none. */
  readonly foot: (sum: Progress) => string;
}

const summed = (
  head: ColumnName,
  of: (progress: Progress) => number | null,
  write: (value: number | null) => string,
): TermColumn => ({ head, cell: ({ progress }) => write(of(progress)), foot: (sum) => write(of(sum)) });

/** Increases of a stock, parts of a ratio, amounts of a flow; each column but the pace adds up to its foot. */
export function termColumns(indicator: Indicator): readonly TermColumn[] {
  const { kind } = indicator;
  const amount = (value: number | null): string => formatAmount(value, indicator);
  const exact = (value: number | null): string => fine(value, indicator);
  if (kind === 'ratio') {
    return [
      summed('numerator', ({ done }) => done, amount),
      summed('whole', ({ whole }) => whole, amount),
      summed('plannedShare', ({ planned }) => planned, exact),
      summed('yearTotal', ({ yearTotal }) => yearTotal, exact),
      summed('ahead', ({ ahead }) => ahead, exact),
      summed('recentDone', ({ recentDone }) => recentDone, amount),
      summed('recentWhole', ({ recentExpected }) => recentExpected, amount),
    ];
  }
  const isStock = kind === 'stock';
  return [
    summed(isStock ? 'increase' : 'done', ({ done }) => done, amount),
    summed(isStock ? 'plannedIncrease' : 'planned', ({ planned }) => planned, amount),
    { head: 'pace', cell: ({ progress }) => formatPercent(progress.pace, 4), foot: () => '' },
    summed('expected', ({ expected }) => expected, exact),
    summed('recentDone', ({ recentDone }) => recentDone, amount),
    summed('recentExpected', ({ recentExpected }) => recentExpected, exact),
  ];
}
