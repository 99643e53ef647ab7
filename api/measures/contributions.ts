/** What the cities bring to the province's sums. */
import { acceptedUpTo, threeEarlier } from './accepted.ts';
import type { Amounts } from './accepted.ts';
import { recentPerMonthOf } from './assessment.ts';
import { growth, sameDateLastYear } from './last-year.ts';
import { gapPointsOf, progressOf, sumProgress, progressInputsOf } from './progress.ts';
import type { Progress } from './progress.ts';
import { holds } from './rule.ts';
import type { Figure, Kind, StandingInput } from './vocabulary.ts';

/** A city that counts: with a target, and with an accepted figure that can be judged. */
export interface Contribution {
  readonly input: StandingInput;
  readonly baseline: number;
  readonly latest: Figure;
  readonly previous: Figure | undefined;
  readonly progress: Progress;
}

/** The cities that count at a month, each by its latest accepted figure up to then. */
export function contributionsAt(cities: readonly StandingInput[], month: number): readonly Contribution[] {
  return cities.map((input) => contributionOf(input, month)).filter((contribution) => contribution !== null);
}

function contributionOf(input: StandingInput, month: number): Contribution | null {
  const figures = acceptedUpTo(input.figures, month);
  const latest = figures.at(-1);
  if (latest === undefined) return null;
  const previous = threeEarlier(figures.slice(0, -1));
  const progressInputs = progressInputsOf(input, latest.asOf, previous);
  const progress = progressInputs === null ? null : progressOf(progressInputs, latest);
  if (progressInputs === null || progress === null) return null;
  return { input, baseline: progressInputs.baseline, latest, previous, progress };
}

/** Σ numerators or cumulatives, and Σ denominators (0 for the other kinds). */
export function totalOf(amounts: readonly Amounts[]): Amounts {
  return {
    cumulative: amounts.reduce((sum, { cumulative: value }) => sum + value, 0),
    denominator: amounts.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0),
  };
}

/** Growth of the sums on the same dates of last year; null where one city's last year is unknown. */
export function growthOf(kind: Kind, counted: readonly Contribution[]): number | null {
  const then = counted.map(({ input, latest }) => sameDateLastYear(kind, input.lastYear, latest.asOf));
  const known = then.filter((amounts) => amounts !== null);
  if (known.length < then.length) return null;
  return growth(kind, totalOf(counted.map(({ latest }) => latest)), totalOf(known));
}

/** The sum of the cities' recent amounts a month. */
export function recentPerMonthOfAll(counted: readonly Contribution[]): number {
  return counted.reduce((sum, { baseline, latest, previous }) => sum + recentPerMonthOf(baseline, latest, previous), 0);
}

/** The latest months with any accepted figure in a row in which the sums lay below plan. */
export function monthsBelowPlanOf(cities: readonly StandingInput[], month: number): number {
  const accepted = new Set(cities.flatMap((city) => city.figures.map((figure) => figure.month)));
  const months = [...accepted].filter((candidate) => candidate <= month).toSorted((a, b) => b - a);
  const firstNotBelow = months.findIndex((candidate) => !isBelowPlan(cities, candidate));
  return firstNotBelow === -1 ? months.length : firstNotBelow;
}

function isBelowPlan(cities: readonly StandingInput[], month: number): boolean {
  const progress = sumProgress(contributionsAt(cities, month).map((contribution) => contribution.progress));
  return progress !== null && holds(gapPointsOf(progress), 'below', 0);
}
