import type { IndicatorRow } from '#db/indicators.ts';
import type { ByOriginalTarget } from '../measures/original-target.ts';
import { provinceBounds, type ProvinceBounds } from '../measures/province-bounds.ts';
import { provinceStanding, type ProvinceInput, type ProvinceStanding } from '../measures/roll-up.ts';
import { ruleAt } from '../rules/lifecycle.ts';
import { targetAt } from '../targets/lifecycle.ts';
import { inputOf } from './city-standing.ts';
import { completionByOriginal } from './original-targets.ts';
import { areSame, found, keptMonth } from './kept-standings.ts';
import { reportingAt, rowsOf, type Snapshot } from './snapshot.ts';

/** The sums of a region, and between what they lie while figures of the month are missing. */
export interface RollUp extends ProvinceStanding {
  readonly bounds: ProvinceBounds | null;
  /** By the targets that the year began with, where one of them was changed since. */
  readonly byOriginalTarget: ByOriginalTarget | null;
}

interface Kept {
  readonly input: ProvinceInput;
  readonly sums: RollUp;
}

/** By lineage, and by region and indicator. */
const kept = new WeakMap<object, Map<string, Map<number, Kept>>>();

/**
 * Any region of the tree on one indicator at a month end, summed over those below it that report; for one that reports
 * itself, over itself. Σ numerators over Σ denominators at every height, never a mean of means. Its own target, where
 * the ledger has one, stands beside the sum. Kept as long as no city brings anything else.
 */
export function rollUpOf(snapshot: Snapshot, region: string, indicator: IndicatorRow, month: number): RollUp {
  const cities = reportingAt(snapshot, month, region).map(({ code }) => ({
    region: code,
    input: inputOf(snapshot, code, indicator, month),
  }));
  const input: ProvinceInput = {
    kind: indicator.kind,
    month,
    conditions: ruleAt(snapshot, month).conditions[indicator.kind],
    ownTarget: targetAt(rowsOf(snapshot.targets, region, indicator.code), month)?.amount ?? null,
    cities: cities.map((city) => city.input),
  };
  const regions = found(kept, snapshot.lineage, () => new Map<string, Map<number, Kept>>());
  const months = found(regions, `${region}/${indicator.code}`, () => new Map<number, Kept>());
  const isStill = (before: Kept) => areSame(partsOf(before.input), partsOf(input));
  return keptMonth(
    months,
    month,
    () => ({
      input,
      sums: {
        ...provinceStanding(input),
        bounds: provinceBounds(input),
        byOriginalTarget: completionByOriginal(snapshot, cities, { indicator, month }),
      },
    }),
    isStill,
  ).sums;
}

const partsOf = ({ kind, conditions, ownTarget, cities }: ProvinceInput): readonly unknown[] => [
  kind,
  conditions,
  ownTarget,
  ...cities,
];
