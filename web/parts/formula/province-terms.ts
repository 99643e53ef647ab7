/** What each city brings to the province's sums on an indicator, in its unit. Pure. */
import type { StandingReply } from '#api/http/shapes.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { progressOf, type Progress } from '#api/measures/progress.ts';
import { sumProgress } from '#api/measures/sums.ts';
import { shareScale } from '#api/measures/vocabulary.ts';

/** A city as the reply has it; `projection` is left out where the reply has none. */
export interface TermInput {
  readonly region: string;
  readonly standing: StandingReply;
  readonly projection?: number | null;
}

export interface Term extends TermInput {
  /** Its amounts, as the server adds them up. */
  readonly progress: Progress;
}

/** The cities that are in the sums: with a target and a figure that can be judged. */
export function termsOf(cities: readonly TermInput[], { kind }: Pick<Indicator, 'kind'>): readonly Term[] {
  return cities.flatMap((city): Term[] => {
    const { target, baseline, curvePace, previous } = city.standing;
    const cumulative = kind === 'ratio' ? city.standing.numerator : city.standing.actual;
    if (target === null || cumulative === null || baseline === null || curvePace === null) return [];
    const inputs = {
      kind,
      target: kind === 'ratio' ? target * shareScale : target,
      baseline,
      pace: curvePace,
      previous: {
        cumulative: (kind === 'ratio' ? previous.numerator : previous.actual) ?? baseline,
        denominator: previous.denominator ?? 0,
      },
      previousPace: previous.pace,
    };
    const progress = progressOf(inputs, { cumulative, denominator: city.standing.denominator });
    return progress === null ? [] : [{ ...city, progress }];
  });
}

/** The sum of all; null of none. */
export const sumOfTerms = (terms: readonly Term[]): Progress | null =>
  sumProgress(terms.map(({ progress }) => progress));
