/** From indicators to a city's level, and from cities to the province. */
import { monthsLeft } from './calendar.ts';
import { growth, shareOf } from './last-year.ts';
import { isAchieved, quotient, quotientsOf } from './progress.ts';
import type { Progress } from './progress.ts';
import { holds, judge } from './rule.ts';
import { addRegion, monthOfSums, noSums, progressOfSums, sumOf, type Sums } from './sums.ts';
import { shareScale } from './vocabulary.ts';
import type { Kind, Level, LevelConditions, Reason, StandingInput } from './vocabulary.ts';

const worstFirst: readonly Level[] = ['behind', 'watch', 'no-data', 'on-pace', 'achieved'];

/**
 * A city's level: the worst over its core indicators, never an average, in the order behind, watch, no-data, on-pace,
 * achieved. Indicators without a target are left out; `no-target` where that leaves none.
 */
export function cityLevel(standings: readonly { readonly core: boolean; readonly level: Level }[]): Level {
  const core = new Set(standings.filter((standing) => standing.core).map((standing) => standing.level));
  return worstFirst.find((level) => core.has(level)) ?? 'no-target';
}

/** How many standings have each level; the counts of all six add up to the number given. */
export function levelCounts(standings: readonly { readonly level: Level }[]): Readonly<Record<Level, number>> {
  const counts = { achieved: 0, 'on-pace': 0, watch: 0, behind: 0, 'no-data': 0, 'no-target': 0 };
  for (const { level } of standings) counts[level] += 1;
  return counts;
}

export interface ProvinceInput {
  readonly kind: Kind;
  readonly month: number;
  readonly conditions: LevelConditions;
  /** What the province set itself; base units, a ratio's share in ten-thousandths, null where it is the sum. */
  readonly ownTarget: number | null;
  /** One for every city that is expected to report, as for `standing`; each is taken at `month`. */
  readonly cities: readonly StandingInput[];
}

/** `accepted`: cities with an accepted figure of the very month; `counted`: cities whose figure is in the sums. */
export interface Coverage {
  readonly accepted: number;
  readonly counted: number;
  readonly expected: number;
}

/**
 * The sums over the counted cities: those with a target and an accepted figure this year, each at its own date. A city
 * without a figure is missing and not 0, so that its target is not in the sums either.
 */
export interface ProvinceStanding {
  readonly level: Level;
  /** Σ targets of the counted cities, base units; for a ratio their mean weighted by denominators, in ten-thousandths. */
  readonly target: number | null;
  /** Σ targets of all cities that have one; null where none has, and for a ratio. */
  readonly targetOfAll: number | null;
  readonly actual: number | null;
  readonly denominator: number | null;
  readonly share: number | null;
  readonly completion: number | null;
  /** Σ(pᵢ·Tᵢ) / ΣTᵢ; 1 for a ratio. */
  readonly pace: number | null;
  readonly scheduleRatio: number | null;
  readonly gapPoints: number | null;
  /** The sum of the cities' gaps. */
  readonly gapAmount: number | null;
  /** What the sums still lack: one city's surplus makes up for another's gap. */
  readonly remaining: number | null;
  /** Over the whole months after the latest month that any counted city has. */
  readonly neededPerMonth: number | null;
  /** The sum of the cities' own. */
  readonly recentPerMonth: number | null;
  readonly intensity: number | null;
  readonly neededShare: number | null;
  /** The latest months with any accepted figure in a row in which the sums lay below plan. */
  readonly monthsBelowPlan: number | null;
  /** Null where one of the counted cities has no figure of last year. */
  readonly growthOnLastYear: number | null;
  readonly reasons: readonly Reason[];
  readonly ownTarget: number | null;
  readonly ownCompletion: number | null;
  readonly coverage: Coverage;
}

const nothing = {
  target: null,
  actual: null,
  denominator: null,
  share: null,
  completion: null,
  pace: null,
  scheduleRatio: null,
  gapPoints: null,
  gapAmount: null,
  remaining: null,
  neededPerMonth: null,
  recentPerMonth: null,
  intensity: null,
  neededShare: null,
  monthsBelowPlan: null,
  growthOnLastYear: null,
  reasons: [],
  ownCompletion: null,
} as const;

/**
 * The province on one indicator: Σ actual over Σ target, Σ numerators over Σ denominators, Σ increases of a stock,
 * judged by the same rule on the sums. It has no peers, so that a condition on them never holds.
 */
export function provinceStanding({ cities, ...judging }: ProvinceInput): ProvinceStanding {
  const sums = noSums();
  for (const city of cities) addRegion(sums, city, judging.month, { months: true, lastYear: true });
  return standingOfSums(sums, { ...judging, peersCompletion: null });
}

/** How sums are judged. `peersCompletion` is that of the others where they are one region's that reports itself. */
export interface Judging extends Omit<ProvinceInput, 'cities'> {
  readonly peersCompletion: number | null;
}

/** The standing that sums come to, at any height of the tree; what was not asked for when they were added up is null or 0. */
export function standingOfSums(sums: Sums, judging: Judging): ProvinceStanding {
  const { ownTarget, kind } = judging;
  const hasTarget = sumOf(sums, 'withTarget') > 0;
  const frame = {
    ...nothing,
    ownTarget,
    targetOfAll: kind === 'ratio' || !hasTarget ? null : sumOf(sums, 'targetOfAll'),
    coverage: {
      accepted: sumOf(sums, 'accepted'),
      counted: sumOf(sums, 'counted'),
      expected: sumOf(sums, 'expected'),
    },
  };
  const progress = progressOfSums(sums);
  if (progress === null) return { ...frame, level: hasTarget ? 'no-data' : 'no-target' };
  const measures = measuresOf(judging, sums, progress);
  const { completion } = measures;
  const { peersCompletion } = judging;
  const { level, reasons } = judge(judging.conditions, {
    ...measures,
    pointsAgainstPeers: completion === null || peersCompletion === null ? null : 100 * (completion - peersCompletion),
  });
  return {
    ...frame,
    ...measures,
    ...amountsOf(judging, sums, progress),
    level: isAchieved(progress) ? 'achieved' : level,
    reasons,
  };
}

function measuresOf({ kind, month }: Judging, sums: Sums, progress: Progress) {
  const quotients = quotientsOf(progress);
  const { remaining } = quotients;
  return {
    ...quotients,
    pace: progress.pace,
    neededPerMonth: remaining === null ? null : quotient(remaining, monthsLeft(sumOf(sums, 'latestMonth'))),
    recentPerMonth: sumOf(sums, 'recentPerMonth'),
    neededShare: kind === 'ratio' ? quotients.neededShare : null,
    monthsBelowPlan: monthsBelowPlanOf(sums, month),
    growthOnLastYear: growthOf(kind, sums),
  };
}

/** The latest months with any accepted figure in a row in which the sums lay below plan. */
function monthsBelowPlanOf(sums: Sums, month: number): number {
  const months = Array.from({ length: month }, (_, index) => monthOfSums(sums, month - index));
  const reported = months.filter(({ isReported }) => isReported);
  const firstNotBelow = reported.findIndex(({ gapPoints }) => !holds(gapPoints, 'below', 0));
  return firstNotBelow === -1 ? reported.length : firstNotBelow;
}

/** Growth of the sums on the same dates of last year; null where one region's last year is unknown. */
function growthOf(kind: Kind, sums: Sums): number | null {
  if (sumOf(sums, 'thens') < sumOf(sums, 'counted')) return null;
  const then = { cumulative: sumOf(sums, 'thenCumulative'), denominator: sumOf(sums, 'thenDenominator') };
  return growth(kind, totalOfSums(sums), then);
}

const totalOfSums = (sums: Sums) => ({
  cumulative: sumOf(sums, 'cumulative'),
  denominator: sumOf(sums, 'denominator'),
});

function amountsOf({ kind, ownTarget }: Judging, sums: Sums, progress: Progress) {
  const total = totalOfSums(sums);
  if (kind === 'ratio') {
    const own = ownTarget === null ? null : quotient(progress.done, (ownTarget / shareScale) * progress.whole);
    const target = (shareScale * progress.planned) / progress.whole;
    return {
      target,
      actual: total.cumulative,
      denominator: total.denominator,
      share: shareOf(total),
      ownCompletion: own,
    };
  }
  // A stock's own target is a level too: what lies below the sums' base was there before the year began.
  const base = total.cumulative - progress.done;
  const own = ownTarget === null ? null : quotient(progress.done, ownTarget - base);
  return { target: progress.planned + base, actual: total.cumulative, ownCompletion: own };
}
