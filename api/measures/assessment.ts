/** Section 3 of the method for one region and indicator, all but the way out. */
import { acceptedUpTo, threeEarlier } from './accepted.ts';
import type { Amounts } from './accepted.ts';
import { monthsLeft, yearPosition } from './calendar.ts';
import { paceAt } from './curve.ts';
import { growth, sameDateLastYear, shareOf } from './last-year.ts';
import {
  baselineOf,
  gapPointsOf,
  isAchieved,
  progressOf,
  quotient,
  quotientsOf,
  progressInputsOf,
} from './progress.ts';
import type { Progress, Quotients, ProgressInputs } from './progress.ts';
import { holds, judge, judgedLevel } from './rule.ts';
import type { RuleValues } from './rule.ts';
import type { Basis, Day, Figure, Level, LevelConditions, Standing, StandingInput } from './vocabulary.ts';

/** All that is settled about a month before its amounts are known; the way out tries amounts against one context. */
export interface AssessmentContext {
  readonly input: StandingInput;
  readonly progressInputs: ProgressInputs;
  /** The months in a row, up to the one before, that lay below plan. */
  readonly belowBefore: number;
  readonly lastYear: Amounts | null;
}

const nothing = {
  actual: null,
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
  pointsAgainstPeers: null,
  reasons: [],
  wayOut: [],
} as const;

/** A standing whose way out is left empty; see `standing` for what it means. */
export function assess(input: StandingInput): Standing {
  const figures = acceptedUpTo(input.figures, input.month);
  const latest = figures.at(-1);
  const earlier = figures.slice(0, -1);
  const previous = threeEarlier(earlier);
  const known = { ...nothing, target: input.target, basis: basisOf(input, latest, previous) };
  const unjudged = input.target === null ? 'no-target' : 'no-data';
  if (latest === undefined) return { ...known, level: unjudged };
  const baseline = baselineOf(input);
  const lastYear = sameDateLastYear(input.kind, input.lastYear, latest.asOf);
  const facts = {
    ...known,
    actual: latest.cumulative,
    share: input.kind === 'ratio' ? shareOf(latest) : null,
    recentPerMonth: baseline === null ? null : recentPerMonthOf(baseline, latest, previous),
    growthOnLastYear: growth(input.kind, latest, lastYear),
  };
  const context = contextOf(input, earlier, latest.asOf, lastYear);
  const progress = context === null ? null : progressOf(context.progressInputs, latest);
  if (context === null || progress === null) return { ...facts, level: unjudged };
  const values = valuesOf(context, progress, facts.growthOnLastYear);
  const { level, reasons } = judge(input.conditions, values);
  return {
    ...facts,
    ...values,
    pace: progress.pace,
    neededPerMonth: values.remaining === null ? null : quotient(values.remaining, monthsLeft(latest.month)),
    level: isAchieved(progress) ? 'achieved' : level,
    reasons,
  };
}

/**
 * The levels that several rules give to the same figures, in their order: what a rule that is only being tried would say
 * beside the one in force. All but the conditions is worked out once.
 */
export function levelsUnder(
  input: Omit<StandingInput, 'conditions'>,
  rules: readonly LevelConditions[],
): readonly Level[] {
  const [first] = rules;
  if (first === undefined) return [];
  const assessed = assess({ ...input, conditions: first });
  if (assessed.reasons.length === 0 || assessed.level === 'achieved') return rules.map(() => assessed.level);
  return rules.map((conditions) => judgedLevel(conditions, assessed));
}

/** The context of a date after the earlier accepted figures, by month; null where there is nothing to judge against. */
export function contextOf(
  input: StandingInput,
  earlier: readonly Figure[],
  asOf: Day,
  lastYear: Amounts | null,
): AssessmentContext | null {
  const progressInputs = progressInputsOf(input, asOf, threeEarlier(earlier));
  if (progressInputs === null) return null;
  const belowBefore = earlier.length - 1 - earlier.findLastIndex((figure) => !isBelowPlan(input, figure));
  return { input, progressInputs, belowBefore, lastYear };
}

/** The level that amounts have in a context: that of `assess`, without its proof. */
export function levelOf(context: AssessmentContext, amounts: Amounts): Level {
  const progress = progressOf(context.progressInputs, amounts);
  if (progress === null) return 'no-data';
  if (isAchieved(progress)) return 'achieved';
  const { input, lastYear } = context;
  return judgedLevel(input.conditions, valuesOf(context, progress, growth(input.kind, amounts, lastYear)));
}

/**
 * (A − A₋) / the months between, base units a month; from the start of the year and its baseline where there is no
 * earlier figure.
 */
export function recentPerMonthOf(baseline: number, latest: Figure, previous: Figure | undefined): number {
  const from = previous === undefined ? 0 : yearPosition(previous.asOf);
  return (latest.cumulative - (previous?.cumulative ?? baseline)) / (yearPosition(latest.asOf) - from);
}

function valuesOf(
  context: AssessmentContext,
  progress: Progress,
  growthOnLastYear: number | null,
): RuleValues & Quotients {
  const { belowBefore, input } = context;
  const quotients = quotientsOf(progress);
  const { completion, gapPoints, neededShare } = quotients;
  return {
    ...quotients,
    neededShare: input.kind === 'ratio' ? neededShare : null,
    monthsBelowPlan: holds(gapPoints, 'below', 0) ? belowBefore + 1 : 0,
    growthOnLastYear,
    pointsAgainstPeers:
      completion === null || input.peersCompletion === null ? null : 100 * (completion - input.peersCompletion),
  };
}

function isBelowPlan(input: StandingInput, figure: Figure): boolean {
  const progressInputs = progressInputsOf(input, figure.asOf, undefined);
  const progress = progressInputs === null ? null : progressOf(progressInputs, figure);
  return progress !== null && holds(gapPointsOf(progress), 'below', 0);
}

function basisOf(input: StandingInput, latest: Figure | undefined, previous: Figure | undefined): Basis {
  const { points, year, ownYears } = input;
  return {
    ownYears,
    asOf: latest?.asOf ?? null,
    month: latest?.month ?? null,
    missingMonths: input.month - (latest?.month ?? 0),
    previousAsOf: previous?.asOf ?? null,
    previousValue: previous?.cumulative ?? null,
    previousDenominator: previous?.denominator ?? null,
    baseline: baselineOf(input),
    denominator: latest?.denominator ?? null,
    curvePace: latest === undefined ? null : paceAt(points, year, latest.asOf),
    previousPace: previous === undefined ? 0 : paceAt(points, year, previous.asOf),
  };
}
