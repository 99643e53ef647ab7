/** From stored lines of the ledger to the replies of this feature. */
import type { IndicatorRow } from '#db/indicators.ts';
import type { TargetChange } from '#db/targets.ts';
import type { Actor } from '../http/context.ts';
import { targetInUnit } from '../figures/in-target-unit.ts';
import type { TargetCell, TargetStep } from './contract.ts';
import { isJudged, mayChange } from './lifecycle.ts';

/** One line of the ledger in the indicator's unit. */
export function presentStep(change: TargetChange, indicator: IndicatorRow): TargetStep {
  return {
    sequence: change.sequence,
    amount: targetInUnit(change.amount, indicator),
    effectiveMonth: change.effectiveMonth,
    documentNumber: change.documentNumber,
    documentDate: change.documentDate,
    reason: change.reason,
    author: change.authoredAs.name,
    decidedAt: change.decidedAt,
    origin: change.origin,
    source: change.source,
  };
}

/** The lines that judge. */
export const holding = (changes: readonly TargetChange[]): readonly TargetChange[] =>
  changes.filter(({ withdrawnAt }) => withdrawnAt === null);

/** What `If-Match` names: it rises with each line and with each that is withdrawn. */
export const ledgerVersion = (changes: readonly TargetChange[]): number =>
  changes.length + changes.filter(({ withdrawnAt }) => withdrawnAt !== null).length;

/** A cell with all its lines, the newest last. */
interface Lines {
  readonly region: string;
  readonly indicator: IndicatorRow;
  readonly changes: readonly TargetChange[];
}

/** One cell as the caller sees it; `judgedUpTo` is the newest month with an accepted figure, 0 where there is none. */
export function presentCell({ region, indicator, changes }: Lines, judgedUpTo: number, actor: Actor): TargetCell {
  const newest = holding(changes).at(-1);
  const isOpen = newest !== undefined && !isJudged(newest.effectiveMonth, judgedUpTo);
  return {
    region,
    indicator: indicator.code,
    version: ledgerVersion(changes),
    steps: holding(changes).map((change) => presentStep(change, indicator)),
    withdrawn: changes.flatMap((change) =>
      change.withdrawnAt === null
        ? []
        : [
            {
              ...presentStep(change, indicator),
              withdrawnBy: change.withdrawnAs?.name ?? '',
              withdrawnAt: change.withdrawnAt,
              withdrawReason: change.withdrawReason ?? '',
            },
          ],
    ),
    can: { change: mayChange(actor), withdraw: mayChange(actor) && isOpen },
  };
}
