/**
 * What was done and what was expected, in amounts that add up over regions; every measure is a quotient of these, so
 * that a province is measured by the same arithmetic as a city.
 */
import type { Amounts } from './accepted.ts';
import { paceAt } from './curve.ts';
import { isAbove, isBelow } from './tolerance.ts';
import { shareScale, type Day, type Figure, type Kind, type StandingInput } from './vocabulary.ts';

/** Amounts in base units. A: cumulative (a stock's increase), N/D: a ratio, T: target (a stock's increase, a share), p: pace. */
export interface Progress {
  /** What of the plan is expected by now: p, and 1 all year for a ratio. */
  readonly pace: number;
  /** A, or N. */
  readonly done: number;
  /** T, or T·D: what `done` is a completion of. */
  readonly planned: number;
  /** p·T, or T·D. */
  readonly expected: number;
  /** T, or D: what a hundred percentage points are. */
  readonly whole: number;
  /** T, or T·D̂ with D̂ = D/p, the year's projected denominator; null where p is 0. */
  readonly yearTotal: number | null;
  /** (1 − p)·T, or D̂ − D: what the curve still expects; null where p is 0 for a ratio, and for a level that was lost. */
  readonly ahead: number | null;
  /** A − A₋, or N − N₋, since three accepted months earlier. */
  readonly recentDone: number;
  /** (p − p₋)·T, or D − D₋. */
  readonly recentExpected: number;
}

/** The quotients of a progress; null where one divides by nothing. */
export interface Quotients {
  readonly completion: number | null;
  readonly scheduleRatio: number | null;
  readonly gapPoints: number | null;
  readonly gapAmount: number;
  readonly remaining: number | null;
  readonly intensity: number | null;
  /** The share needed among what the curve still expects, max(0, T·D̂ − N) / (D̂ − D); it means something for a ratio only. */
  readonly neededShare: number | null;
}

/** Where a region's amounts are measured from: its target, the curve at their date, and what was three months earlier. */
export interface ProgressInputs {
  readonly kind: Kind;
  readonly target: number;
  /** A stock's level at the end of last year; 0 for the other kinds. */
  readonly baseline: number;
  readonly pace: number;
  readonly previous: Amounts;
  readonly previousPace: number;
}

/** What a figure is measured against, whatever rule judges it. */
export type ProgressOf = Omit<StandingInput, 'conditions'>;

/**
 * The inputs of progress on a date, since an earlier figure (undefined: since the start of the year); null where there is nothing
 * to measure against: no target, or a stock without a baseline.
 */
export function progressInputsOf(input: ProgressOf, asOf: Day, previous: Figure | undefined): ProgressInputs | null {
  const { kind, target, points, year } = input;
  const baseline = baselineOf(input);
  if (target === null || baseline === null) return null;
  return {
    kind,
    target,
    baseline,
    pace: paceAt(points, year, asOf),
    previous: previous ?? { cumulative: baseline, denominator: 0 },
    previousPace: previous === undefined ? 0 : paceAt(points, year, previous.asOf),
  };
}

/** Where a region's year starts: a stock's level at the end of last year, null where unknown; 0 for the other kinds. */
export function baselineOf({ kind, baseline }: Pick<StandingInput, 'kind' | 'baseline'>): number | null {
  return kind === 'stock' ? baseline : 0;
}

/** The progress that amounts are, against these inputs; null for a ratio whose denominator is still empty. */
export function progressOf(progressInputs: ProgressInputs, amounts: Amounts): Progress | null {
  if (progressInputs.kind === 'ratio') return ratioProgress(progressInputs, amounts);
  const { target, baseline, pace, previous, previousPace } = progressInputs;
  if (progressInputs.kind === 'stock' && baseline >= target && amounts.cumulative < target)
    return lostProgress(progressInputs, amounts);
  const planned = target - baseline;
  return {
    pace,
    done: amounts.cumulative - baseline,
    planned,
    expected: pace * planned,
    whole: planned,
    yearTotal: planned,
    ahead: (1 - pace) * planned,
    recentDone: amounts.cumulative - previous.cumulative,
    recentExpected: (pace - previousPace) * planned,
  };
}

function ratioProgress(
  { target, pace, previous }: ProgressInputs,
  { cumulative, denominator }: Amounts,
): Progress | null {
  if (denominator === null || denominator <= 0) return null;
  const targetShare = target / shareScale;
  const projected = pace > 0 ? denominator / pace : null;
  return {
    pace: 1,
    done: cumulative,
    planned: (target * denominator) / shareScale,
    expected: (target * denominator) / shareScale,
    whole: denominator,
    yearTotal: projected === null ? null : targetShare * projected,
    ahead: projected === null ? null : projected - denominator,
    recentDone: cumulative - previous.cumulative,
    recentExpected: denominator - (previous.denominator ?? 0),
  };
}

/**
 * A level that met its target when the year began and fell below it: all of the target is due, all year. The curve says
 * nothing of how it comes back, but once it leaves no time nothing is ahead.
 */
function lostProgress({ target, pace }: ProgressInputs, { cumulative }: Amounts): Progress {
  return {
    pace: 1,
    done: cumulative,
    planned: target,
    expected: target,
    whole: target,
    yearTotal: target,
    ahead: isBelow(pace, 1) ? null : 0,
    recentDone: 0,
    recentExpected: 0,
  };
}

/** The gap in percentage points, 100·(A/T − p) or 100·(q − T); null where the plan is empty. */
export function gapPointsOf({ done, expected, whole }: Progress): number | null {
  return quotient(100 * (done - expected), whole);
}

/** Whether the target is reached: A ≥ T, or N ≥ T·D. */
export function isAchieved({ done, planned }: Progress): boolean {
  return !isBelow(done, planned);
}

/** Completion, schedule ratio, gaps, remainder and intensity by the formulas of the method. */
export function quotientsOf(progress: Progress): Quotients {
  const { done, planned, expected, yearTotal } = progress;
  const remaining = yearTotal === null ? null : isBelow(done, yearTotal) ? yearTotal - done : 0;
  return {
    completion: quotient(done, planned),
    scheduleRatio: quotient(done, expected),
    gapPoints: gapPointsOf(progress),
    gapAmount: done - expected,
    remaining,
    intensity: intensityOf(progress, remaining),
    neededShare: remaining === null ? null : neededShareOf(progress, remaining),
  };
}

/**
 * How many times its recent pace a region now needs, season taken out: (remaining / ahead) / (recentDone /
 * recentExpected). 0 when nothing remains; infinite when something remains though the curve expects nothing more, so
 * that a year that ends short of its target is never on pace, and when nothing was done recently; null where the curve
 * expected nothing recently: there is no season to compare with.
 */
function intensityOf(progress: Progress, remaining: number | null): number | null {
  const { recentDone, recentExpected, whole } = progress;
  if (remaining === 0) return 0;
  const needed = remaining === null ? null : neededShareOf(progress, remaining);
  if (needed === null || needed === Number.POSITIVE_INFINITY) return needed;
  if (!isAbove(recentExpected / whole, 0)) return null;
  return recentDone > 0 ? needed / (recentDone / recentExpected) : Number.POSITIVE_INFINITY;
}

/** What is needed of each unit ahead; infinite where something remains and nothing is ahead. */
function neededShareOf({ ahead, yearTotal }: Progress, remaining: number): number | null {
  if (ahead === null || yearTotal === null) return null;
  if (remaining === 0) return 0;
  return isAbove(ahead / yearTotal, 0) ? remaining / ahead : Number.POSITIVE_INFINITY;
}

/** a / b; null where b is not above 0. */
export function quotient(a: number, b: number): number | null {
  return b > 0 ? a / b : null;
}
