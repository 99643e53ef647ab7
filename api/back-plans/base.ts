/** What a plan begins from: how far a city is from its target, and how fast it has ever been. Pure. */
import type { IndicatorRow } from '#db/indicators.ts';
import { ownInput } from '../assessments/city-standing.ts';
import { yearsIn } from '../assessments/history.ts';
import type { ForecastSnapshot, Snapshot } from '../assessments/snapshot.ts';
import { acceptedUpTo } from '../measures/accepted.ts';
import { bestMonthOf, type MonthOfYear } from '../measures/back-plan.ts';
import { yearPosition } from '../measures/calendar.ts';
import { seasonOf, type Season } from '../measures/forecast.ts';
import { standing } from '../measures/standing.ts';
import type { Day, Figure } from '../measures/vocabulary.ts';
import type { BaseAbsence } from './contract.ts';

/** Base units; `asOf` is the day of the latest accepted figure. */
export interface Gap {
  readonly asOf: Day;
  readonly target: number;
  readonly reached: number;
  readonly remaining: number;
}

export interface PlanBase extends Gap {
  /** The base units of one step of the indicator's decimals. */
  readonly step: number;
  readonly season: Season;
}

/** How far a city is from its target of the year by its latest accepted figure, or why there is nothing to plan. */
export function gapOf(snapshot: Snapshot, region: string, indicator: IndicatorRow): Gap | BaseAbsence {
  if (indicator.kind === 'ratio') return 'ratio';
  const { target, actual, remaining, basis } = standing(ownInput(snapshot, region, indicator, 12));
  if (target === null) return 'no-target';
  if (actual === null || remaining === null || basis.asOf === null) return 'no-figure';
  if (remaining === 0) return 'nothing-left';
  if (basis.asOf >= `${snapshot.year}-12-31`) return 'year-over';
  return { asOf: basis.asOf, target, reached: actual, remaining };
}

/** The same with what a plan is proposed from. */
export function planBase(snapshot: ForecastSnapshot, region: string, indicator: IndicatorRow): PlanBase | BaseAbsence {
  const gap = gapOf(snapshot, region, indicator);
  if (typeof gap === 'string') return gap;
  const { points } = ownInput(snapshot, region, indicator, 12);
  return {
    ...gap,
    step: indicator.scale / 10 ** indicator.decimals,
    season: seasonOf({ points, history: yearsIn(snapshot.history, indicator.code) }),
  };
}

/** The best month ever and the mean of the recent ones, base units; null where there is none. */
export interface Speed {
  readonly best: number | null;
  /** What that month was. */
  readonly bestIn: MonthOfYear | null;
  readonly recent: number | null;
  /** What the mean is of: what was reached, what had been, and how many months lie between. */
  readonly recentOf: RecentMonths | null;
}

interface RecentMonths {
  readonly reached: number;
  readonly before: number;
  readonly months: number;
}

/** How fast a city has ever been on an indicator, this year and in its completed years, and lately. */
export function speedOf(snapshot: ForecastSnapshot, region: string, indicator: IndicatorRow): Speed {
  const input = ownInput(snapshot, region, indicator, 12);
  const { years } = yearsIn(snapshot.history, indicator.code);
  const past = years.filter((year) => year.region === region);
  const start = indicator.kind === 'stock' ? input.baseline : 0;
  const ownEnds = start === null ? [] : unbroken(input.figures).map(({ cumulative }) => cumulative - start);
  const bestIn = bestMonthOf([...past, { year: snapshot.year, monthEnds: ownEnds }]);
  const now = standing(input);
  return {
    best: bestIn === null ? null : bestIn.end - bestIn.before,
    bestIn,
    recent: now.recentPerMonth,
    recentOf: now.recentPerMonth === null ? null : recentOf(now),
  };
}

/** The figures that a standing's recent mean is made of. */
function recentOf({ actual, basis }: ReturnType<typeof standing>): RecentMonths | null {
  if (actual === null || basis.asOf === null) return null;
  const since = basis.previousAsOf === null ? 0 : yearPosition(basis.previousAsOf);
  return {
    reached: actual,
    before: basis.previousValue ?? basis.baseline ?? 0,
    months: yearPosition(basis.asOf) - since,
  };
}

/** This year's figures up to the first month that is missing: what follows a gap is the increase of several months. */
function unbroken(figures: readonly Figure[]): readonly Figure[] {
  const accepted = acceptedUpTo(figures, 12);
  const end = accepted.findIndex(({ month }, index) => month !== index + 1);
  return end === -1 ? accepted : accepted.slice(0, end);
}
