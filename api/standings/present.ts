import type { z } from 'zod';
import type { IndicatorRow } from '#db/indicators.ts';
import type { provenance, reason, StandingReply, unbounded, wayOut } from '../http/shapes.ts';
import type { ByOriginalTarget } from '../measures/original-target.ts';
import { shortfalls } from '../measures/pareto.ts';
import { quotient } from '../measures/progress.ts';
import type { ProvinceBound, ProvinceBounds } from '../measures/province-bounds.ts';
import type { ProvinceStanding } from '../measures/roll-up.ts';
import type { Reason, WayOut } from '../measures/vocabulary.ts';
import { inUnit } from '../figures/figure-text.ts';
import type { CityStanding, IndicatorStanding } from '../assessments/city-standing.ts';
import type { RollUp } from '../assessments/roll-up.ts';
import type { Bounds, ProvinceStandingReply, ShortfallReply } from './contract.ts';
import { targetInUnit } from '../figures/in-target-unit.ts';

type Origin = z.infer<typeof provenance>;

const bounded = (value: number | null): z.infer<typeof unbounded> => (value === Infinity ? 'infinite' : value);

const presentReason = (one: Reason): z.infer<typeof reason> => ({ ...one, value: bounded(one.value) });

const presentWayOut = (way: WayOut, indicator: IndicatorRow): z.infer<typeof wayOut> => ({
  level: way.level,
  add: inUnit(way.add, indicator.scale),
  by: way.by,
  denominatorAdded: inUnit(way.denominatorAdded, indicator.scale),
});

const presentOrigin = (row: Origin | null): Origin | null =>
  row === null ? null : { origin: row.origin, source: row.source };

const presentOriginal = (by: ByOriginalTarget | null, indicator: IndicatorRow): StandingReply['byOriginalTarget'] =>
  by === null ? null : { target: targetInUnit(by.target, indicator), completion: by.completion };

/** A city's standing on an indicator as it leaves the server, in the indicator's unit. */
export function presentStanding(one: IndicatorStanding): StandingReply {
  const { indicator, standing, input, figure, target } = one;
  const isRatio = indicator.kind === 'ratio';
  const { basis } = standing;
  const previousShare =
    basis.previousValue === null || !basis.previousDenominator ? null : basis.previousValue / basis.previousDenominator;
  return {
    indicator: indicator.code,
    level: standing.level,
    target: standing.target === null ? null : targetInUnit(standing.target, indicator),
    actual: isRatio ? standing.share : inUnit(standing.actual, indicator.scale),
    share: standing.share,
    numerator: isRatio ? inUnit(standing.actual, indicator.scale) : null,
    denominator: inUnit(basis.denominator, indicator.scale),
    completion: standing.completion,
    byOriginalTarget: presentOriginal(one.byOriginalTarget, indicator),
    pace: standing.pace,
    scheduleRatio: standing.scheduleRatio,
    gapPoints: standing.gapPoints,
    gapAmount: inUnit(standing.gapAmount, indicator.scale),
    remaining: inUnit(standing.remaining, indicator.scale),
    neededPerMonth: inUnit(standing.neededPerMonth, indicator.scale),
    recentPerMonth: inUnit(standing.recentPerMonth, indicator.scale),
    intensity: bounded(standing.intensity),
    neededShare: bounded(standing.neededShare),
    reasons: standing.reasons.map(presentReason),
    wayOut: standing.wayOut.map((way) => presentWayOut(way, indicator)),
    asOf: basis.asOf,
    missingMonths: basis.missingMonths,
    ownCurve: basis.ownYears === null ? null : { years: [...basis.ownYears], points: [...input.points] },
    curvePace: basis.curvePace,
    previous: {
      asOf: basis.previousAsOf,
      actual: isRatio ? previousShare : inUnit(basis.previousValue, indicator.scale),
      numerator: isRatio ? inUnit(basis.previousValue, indicator.scale) : null,
      denominator: inUnit(basis.previousDenominator, indicator.scale),
      pace: basis.previousPace,
    },
    baseline: inUnit(basis.baseline, indicator.scale),
    provenance: presentOrigin(figure),
    targetProvenance: presentOrigin(target),
  };
}

/** The province's standing as it leaves the server. */
export function presentProvince(
  indicator: IndicatorRow,
  sums: ProvinceStanding & Pick<RollUp, 'byOriginalTarget'>,
  more: Pick<ProvinceStandingReply, 'projection' | 'ownTargetProvenance' | 'bounds' | 'shortfalls'>,
): ProvinceStandingReply {
  const isRatio = indicator.kind === 'ratio';
  const inTargetUnit = (amount: number | null) => (amount === null ? null : targetInUnit(amount, indicator));
  return {
    indicator: indicator.code,
    level: sums.level,
    target: inTargetUnit(sums.target),
    targetOfAll: inTargetUnit(sums.targetOfAll),
    actual: isRatio ? sums.share : inUnit(sums.actual, indicator.scale),
    share: sums.share,
    numerator: isRatio ? inUnit(sums.actual, indicator.scale) : null,
    denominator: inUnit(sums.denominator, indicator.scale),
    completion: sums.completion,
    byOriginalTarget: presentOriginal(sums.byOriginalTarget, indicator),
    pace: sums.pace,
    scheduleRatio: sums.scheduleRatio,
    gapPoints: sums.gapPoints,
    gapAmount: inUnit(sums.gapAmount, indicator.scale),
    remaining: inUnit(sums.remaining, indicator.scale),
    neededPerMonth: inUnit(sums.neededPerMonth, indicator.scale),
    recentPerMonth: inUnit(sums.recentPerMonth, indicator.scale),
    intensity: bounded(sums.intensity),
    ownTarget: inTargetUnit(sums.ownTarget),
    ownCompletion: sums.ownCompletion,
    coverage: { accepted: sums.coverage.accepted, expected: sums.coverage.expected },
    ...more,
  };
}

/** Which cities lie below their pace on an indicator, the largest gap first, with their shares of all gaps. */
export function presentShortfalls(cities: readonly CityStanding[], indicator: IndicatorRow): ShortfallReply[] {
  const gaps = cities.flatMap(({ region, indicators }) =>
    indicators
      .filter((one) => one.indicator.code === indicator.code)
      .map(({ standing }) => ({ key: region.code, gapAmount: standing.gapAmount })),
  );
  return shortfalls(gaps).map(({ item, gapAmount, share, cumulative }) => {
    return { region: item.key, gapAmount: gapAmount / indicator.scale, share, cumulative };
  });
}

/** The bounds of the province's sums as they leave the server. */
export function presentBounds(indicator: IndicatorRow, { missing, zero, usual }: ProvinceBounds): Bounds {
  const bound = ({ cumulative, denominator, completion }: ProvinceBound) => ({
    actual: indicator.kind === 'ratio' ? quotient(cumulative, denominator ?? 0) : inUnit(cumulative, indicator.scale),
    completion,
  });
  return { missing, zero: bound(zero), usual: usual === null ? null : bound(usual) };
}
