/** From stored lines of the ledger to the replies of this feature. */
import type { IndicatorRow } from '#db/indicators.ts';
import type { TargetChange } from '#db/targets.ts';
import type { Actor } from '../http/context.ts';
import { targetInUnit } from '../figures/in-target-unit.ts';
import type { TargetCell, TargetStep } from './contract.ts';
import { mayChange } from './lifecycle.ts';

/** One line of the ledger in the indicator's unit. */
export function presentStep(change: TargetChange, indicator: IndicatorRow): TargetStep {
  return {
    sequence: change.sequence,
    amount: targetInUnit(change.amount, indicator),
    effectiveMonth: change.effectiveMonth,
    documentNumber: change.documentNumber,
    reason: change.reason,
    author: change.authoredAs.name,
    decidedAt: change.decidedAt,
    origin: change.origin,
    source: change.source,
  };
}

/** One cell as the caller sees it; `changes` are its lines, the newest last. */
export function presentCell(
  region: string,
  indicator: IndicatorRow,
  changes: readonly TargetChange[],
  actor: Actor,
): TargetCell {
  return {
    region,
    indicator: indicator.code,
    version: changes.length,
    steps: changes.map((change) => presentStep(change, indicator)),
    can: { change: mayChange(actor) },
  };
}
