/** From indicators to a city's level, and from cities to the province. */
import { monthsLeft } from './calendar.ts';
import { contributionsAt, growthOf, monthsBelowPlanOf, recentPerMonthOfAll, totalOf } from './contributions.ts';
import type { Contribution } from './contributions.ts';
import { shareOf } from './last-year.ts';
import { isAchieved, quotient, quotientsOf, sumProgress } from './progress.ts';
import type { Progress } from './progress.ts';
import { judge } from './rule.ts';
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
export function provinceStanding(input: ProvinceInput): ProvinceStanding {
  const counted = contributionsAt(input.cities, input.month);
  const progress = sumProgress(counted.map((contribution) => contribution.progress));
  const { ownTarget } = input;
  const frame = { ...nothing, ownTarget, targetOfAll: targetOfAll(input), coverage: coverageOf(input, counted) };
  if (progress === null) return { ...frame, level: hasTarget(input) ? 'no-data' : 'no-target' };
  const measures = measuresOf(input, counted, progress);
  const { level, reasons } = judge(input.conditions, { ...measures, pointsAgainstPeers: null });
  return {
    ...frame,
    ...measures,
    ...amountsOf(input, counted, progress),
    level: isAchieved(progress) ? 'achieved' : level,
    reasons,
  };
}

function measuresOf(input: ProvinceInput, counted: readonly Contribution[], progress: Progress) {
  const quotients = quotientsOf(progress);
  const { remaining } = quotients;
  const latestMonth = Math.max(...counted.map(({ latest }) => latest.month));
  return {
    ...quotients,
    pace: progress.pace,
    neededPerMonth: remaining === null ? null : quotient(remaining, monthsLeft(latestMonth)),
    recentPerMonth: recentPerMonthOfAll(counted),
    neededShare: input.kind === 'ratio' ? quotients.neededShare : null,
    monthsBelowPlan: monthsBelowPlanOf(input.cities, input.month),
    growthOnLastYear: growthOf(input.kind, counted),
  };
}

function amountsOf({ kind, ownTarget }: ProvinceInput, counted: readonly Contribution[], progress: Progress) {
  const total = totalOf(counted.map(({ latest }) => latest));
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

function hasTarget(input: ProvinceInput): boolean {
  return input.cities.some((city) => city.target !== null);
}

function targetOfAll(input: ProvinceInput): number | null {
  if (input.kind === 'ratio' || !hasTarget(input)) return null;
  return input.cities.reduce((sum, { target }) => sum + (target ?? 0), 0);
}

function coverageOf({ month, cities }: ProvinceInput, counted: readonly Contribution[]): Coverage {
  const accepted = cities.filter((city) => city.figures.some((figure) => figure.month === month)).length;
  return { accepted, counted: counted.length, expected: cities.length };
}
