import type { IndicatorRow } from '#db/indicators.ts';
import { provinceStanding, type ProvinceStanding } from '../measures/roll-up.ts';
import { ruleAt } from '../rules/lifecycle.ts';
import { targetAt } from '../targets/lifecycle.ts';
import { inputOf } from './city-standing.ts';
import { reportingAt, rowsOf, type Snapshot } from './snapshot.ts';

/**
 * Any region of the tree on one indicator at a month end, summed over those below it that report; for one that reports
 * itself, over itself. Σ numerators over Σ denominators at every height, never a mean of means. Its own target, where
 * the ledger has one, stands beside the sum.
 */
export function rollUpOf(snapshot: Snapshot, region: string, indicator: IndicatorRow, month: number): ProvinceStanding {
  return provinceStanding({
    kind: indicator.kind,
    month,
    conditions: ruleAt(snapshot, month).conditions[indicator.kind],
    ownTarget: targetAt(rowsOf(snapshot.targets, region, indicator.code), month)?.amount ?? null,
    cities: reportingAt(snapshot, month, region).map(({ code }) => inputOf(snapshot, code, indicator, month)),
  });
}
