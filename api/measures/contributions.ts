/** What the cities bring to the province's sums. */
import { acceptedUpTo, threeEarlier } from './accepted.ts';
import type { Amounts } from './accepted.ts';
import { recentPerMonthOf } from './assessment.ts';
import { progressOf, progressInputsOf } from './progress.ts';
import type { Progress } from './progress.ts';
import type { Figure, StandingInput } from './vocabulary.ts';

/** A city that counts: with a target, and with an accepted figure that can be judged. */
export interface Contribution {
  readonly input: StandingInput;
  readonly latest: Figure;
  readonly progress: Progress;
  /** (A − A₋) / the months between, base units a month. */
  readonly recentPerMonth: number;
}

/** The cities that count at a month, each by its latest accepted figure up to then. */
export function contributionsAt(cities: readonly StandingInput[], month: number): readonly Contribution[] {
  return cities.map((input) => contributionOf(input, month)).filter((contribution) => contribution !== null);
}

/** What one city brings at a month, by its latest accepted figure up to then; null where it does not count. */
export function contributionOf(input: StandingInput, month: number): Contribution | null {
  const figures = acceptedUpTo(input.figures, month);
  const latest = figures.at(-1);
  if (latest === undefined) return null;
  const previous = threeEarlier(figures.slice(0, -1));
  const progressInputs = progressInputsOf(input, latest.asOf, previous);
  const progress = progressInputs === null ? null : progressOf(progressInputs, latest);
  if (progressInputs === null || progress === null) return null;
  return { input, latest, progress, recentPerMonth: recentPerMonthOf(progressInputs.baseline, latest, previous) };
}

/** Σ numerators or cumulatives, and Σ denominators (0 for the other kinds). */
export function totalOf(amounts: readonly Amounts[]): Amounts {
  return {
    cumulative: amounts.reduce((sum, { cumulative: value }) => sum + value, 0),
    denominator: amounts.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0),
  };
}
