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
import type { Progress, ProgressOf, Quotients, ProgressInputs } from './progress.ts';
import { holds, judge, judgedLevel, looksAt } from './rule.ts';
import type { RuleValues } from './rule.ts';
import type { Basis, Day, Figure, Level, LevelConditions, RuleMeasure, Standing, StandingInput } from './vocabulary.ts';

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
export function levelsUnder(input: ProgressOf, rules: readonly LevelConditions[]): readonly Level[] {
  const figures = acceptedUpTo(input.figures, input.month);
  const latest = figures.at(-1);
  const unjudged = input.target === null ? 'no-target' : 'no-data';
  const all = (level: Level): readonly Level[] => rules.map(() => level);
  if (latest === undefined) return all(unjudged);
  const earlier = figures.slice(0, -1);
  const progressInputs = progressInputsOf(input, latest.asOf, threeEarlier(earlier));
  const progress = progressInputs === null ? null : progressOf(progressInputs, latest);
  if (progress === null) return all(unjudged);
  if (isAchieved(progress)) return all('achieved');
  // What no rule looks at is not worked out: a nation's months are tried in a second or two.
  const asks = (measure: RuleMeasure): boolean => rules.some((rule) => looksAt(rule, measure));
  const belowBefore = asks('monthsBelowPlan') ? monthsBelow(input, earlier) : 0;
  const grown = asks('growthOnLastYear')
    ? growth(input.kind, latest, sameDateLastYear(input.kind, input.lastYear, latest.asOf))
    : null;
  const values = valuesOf({ input, belowBefore }, progress, grown);
  return rules.map((conditions) => judgedLevel(conditions, values));
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
  return { input, progressInputs, belowBefore: monthsBelow(input, earlier), lastYear };
}

/** How many of the earlier figures, by month, lay below plan in a row up to the last of them. */
function monthsBelow(input: ProgressOf, earlier: readonly Figure[]): number {
  return earlier.length - 1 - earlier.findLastIndex((figure) => !isBelowPlan(input, figure));
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

/** What the values of a rule's measures depend on besides the progress itself. */
interface ValuesContext {
  readonly input: Pick<StandingInput, 'kind' | 'peersCompletion'>;
  readonly belowBefore: number;
}

function valuesOf(context: ValuesContext, progress: Progress, growthOnLastYear: number | null): RuleValues & Quotients {
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

function isBelowPlan(input: ProgressOf, figure: Figure): boolean {
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
