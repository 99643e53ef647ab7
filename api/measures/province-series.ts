/** How the province got to where it is: the sums of each month, and how many cities are in them. */
import { contributionsAt, totalOf } from './contributions.ts';
import type { Day, StandingInput } from './vocabulary.ts';

export interface ProvinceMonth {
  readonly month: number;
  /** The latest day of the month's own figures. */
  readonly asOf: Day;
  /** Σ cumulatives, or Σ numerators of a ratio, base units; a city without a figure of this month stands by its latest one. */
  readonly cumulative: number;
  /** Σ denominators of a ratio; null for the other kinds. */
  readonly denominator: number | null;
  /** Cities with an accepted figure of the very month, of those that are expected to report. */
  readonly coverage: { readonly accepted: number; readonly expected: number };
}

/**
 * The province's months up to `month` in which any city has a figure of its own. `citiesAt` gives the inputs of the cities
 * that report a month, so that every month keeps its own targets and cities; a month's sum is that of
 * `provinceStanding` at it. Only a month with complete coverage can be compared with the others.
 */
export function provinceSeries(
  month: number,
  citiesAt: (month: number) => readonly StandingInput[],
): readonly ProvinceMonth[] {
  return Array.from({ length: month }, (_, index) => index + 1).flatMap((at) => {
    const cities = citiesAt(at);
    const own = cities.flatMap(({ figures }) => figures.find((figure) => figure.month === at) ?? []);
    const counted = contributionsAt(cities, at).map(({ latest }) => latest);
    if (own.length === 0 || counted.length === 0) return [];
    const { cumulative, denominator } = totalOf(counted);
    return [
      {
        month: at,
        asOf: own.map(({ asOf }) => asOf).reduce((latest, day) => (day > latest ? day : latest)),
        cumulative,
        denominator: cities.some(({ kind }) => kind === 'ratio') ? denominator : null,
        coverage: { accepted: own.length, expected: cities.length },
      },
    ];
  });
}
