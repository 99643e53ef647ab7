import type { z } from 'zod';
import type { IndicatorRow } from '#db/indicators.ts';
import type { RuleRow } from '#db/rules.ts';
import type { provenance, reason, StandingReply, unbounded, wayOut } from '../http/shapes.ts';
import { pointForecast } from '../measures/forecast.ts';
import type { ProvinceStanding } from '../measures/roll-up.ts';
import type { Reason, WayOut } from '../measures/vocabulary.ts';
import { shareScale, type IndicatorStanding } from './compute.ts';
import type { ProvinceStandingReply, RuleDetail } from './contract.ts';

type Origin = z.infer<typeof provenance>;

/** An amount in the indicator's unit. One division of integers: the nearest number there is, 413.87 stays 413.87. */
export function inUnit(amount: number, indicator: IndicatorRow): number;
export function inUnit(amount: number | null, indicator: IndicatorRow): number | null;
export function inUnit(amount: number | null, indicator: IndicatorRow): number | null {
  return amount === null ? null : amount / indicator.scale;
}

/** A target in the indicator's unit; a ratio's as a fraction. */
export function targetInUnit(amount: number, indicator: IndicatorRow): number {
  return indicator.kind === 'ratio' ? amount / shareScale : inUnit(amount, indicator);
}

const bounded = (value: number | null): z.infer<typeof unbounded> => (value === Infinity ? 'infinite' : value);

const presentReason = (one: Reason): z.infer<typeof reason> => ({ ...one, value: bounded(one.value) });

const presentWayOut = (way: WayOut, indicator: IndicatorRow): z.infer<typeof wayOut> => ({
  level: way.level,
  add: inUnit(way.add, indicator),
  by: way.by,
  denominatorAdded: inUnit(way.denominatorAdded, indicator),
});

const presentOrigin = (row: Origin | null): Origin | null =>
  row === null ? null : { origin: row.origin, source: row.source };

/** A city's standing on an indicator as it leaves the server, in the indicator's unit. */
export function presentStanding({ indicator, standing, figure, target }: IndicatorStanding): StandingReply {
  const isRatio = indicator.kind === 'ratio';
  const { basis } = standing;
  const previousShare =
    basis.previousValue === null || !basis.previousDenominator ? null : basis.previousValue / basis.previousDenominator;
  return {
    indicator: indicator.code,
    level: standing.level,
    target: standing.target === null ? null : targetInUnit(standing.target, indicator),
    actual: isRatio ? standing.share : inUnit(standing.actual, indicator),
    share: standing.share,
    numerator: isRatio ? inUnit(standing.actual, indicator) : null,
    denominator: inUnit(basis.denominator, indicator),
    completion: standing.completion,
    pace: standing.pace,
    scheduleRatio: standing.scheduleRatio,
    gapPoints: standing.gapPoints,
    gapAmount: inUnit(standing.gapAmount, indicator),
    remaining: inUnit(standing.remaining, indicator),
    neededPerMonth: inUnit(standing.neededPerMonth, indicator),
    recentPerMonth: inUnit(standing.recentPerMonth, indicator),
    intensity: bounded(standing.intensity),
    neededShare: bounded(standing.neededShare),
    reasons: standing.reasons.map(presentReason),
    wayOut: standing.wayOut.map((way) => presentWayOut(way, indicator)),
    asOf: basis.asOf,
    missingMonths: basis.missingMonths,
    previous: {
      asOf: basis.previousAsOf,
      actual: isRatio ? previousShare : inUnit(basis.previousValue, indicator),
      pace: basis.previousPace,
    },
    baseline: inUnit(basis.baseline, indicator),
    provenance: presentOrigin(figure),
    targetProvenance: presentOrigin(target),
  };
}

/** The year-end value at the recent pace in the unit; a ratio is not projected, its parts grow together. */
export function projectionOf({ indicator, input }: IndicatorStanding): number | null {
  if (indicator.kind === 'ratio') return null;
  const figures = input.figures.filter((figure) => figure.month <= input.month);
  const baseline = indicator.kind === 'stock' ? (input.baseline ?? 0) : 0;
  const forecast = pointForecast({ points: input.points, year: input.year, figures, baseline });
  return forecast === null ? null : inUnit(forecast.point, indicator);
}

/** The province's standing as it leaves the server. */
export function presentProvince(
  indicator: IndicatorRow,
  sums: ProvinceStanding,
  more: Pick<ProvinceStandingReply, 'projection' | 'ownTargetProvenance'>,
): ProvinceStandingReply {
  const isRatio = indicator.kind === 'ratio';
  const inTargetUnit = (amount: number | null) => (amount === null ? null : targetInUnit(amount, indicator));
  return {
    indicator: indicator.code,
    level: sums.level,
    target: inTargetUnit(sums.target),
    targetOfAll: inTargetUnit(sums.targetOfAll),
    actual: isRatio ? sums.share : inUnit(sums.actual, indicator),
    share: sums.share,
    numerator: isRatio ? inUnit(sums.actual, indicator) : null,
    denominator: inUnit(sums.denominator, indicator),
    completion: sums.completion,
    pace: sums.pace,
    scheduleRatio: sums.scheduleRatio,
    gapPoints: sums.gapPoints,
    gapAmount: inUnit(sums.gapAmount, indicator),
    remaining: inUnit(sums.remaining, indicator),
    neededPerMonth: inUnit(sums.neededPerMonth, indicator),
    recentPerMonth: inUnit(sums.recentPerMonth, indicator),
    intensity: bounded(sums.intensity),
    ownTarget: inTargetUnit(sums.ownTarget),
    ownCompletion: sums.ownCompletion,
    coverage: { accepted: sums.coverage.accepted, expected: sums.coverage.expected },
    ...more,
  };
}

/** A rule with its conditions as data. */
export function presentRule(rule: RuleRow): RuleDetail {
  return {
    id: rule.id,
    version: rule.version,
    name: { zh: rule.nameZh, en: rule.nameEn },
    conditions: rule.conditions,
    source: rule.source,
    effectiveYear: rule.effectiveYear,
    effectiveMonth: rule.effectiveMonth,
  };
}
