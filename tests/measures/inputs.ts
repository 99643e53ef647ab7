/** Inputs of standings, written as a bureau would say them. */
import { lastDayOfMonth } from '#api/measures/calendar.ts';
import { linearPoints, starts2019Points } from '#api/measures/curve.ts';
import { presets, type PresetName } from '#api/measures/rule.ts';
import type { Figure, Kind, StandingInput } from '#api/measures/vocabulary.ts';

/** One accepted figure at a month end of 2020, or at another day of it. */
export function figure(month: number, cumulative: number, more: Partial<Figure> = {}): Figure {
  return { month, asOf: lastDayOfMonth(2020, month), cumulative, denominator: null, ...more };
}

/** Cumulatives of January, February and so on, at the month ends of a year. */
export function monthly(values: readonly number[], year = 2020): Figure[] {
  return values.map((value, index) => figure(index + 1, value, { asOf: lastDayOfMonth(year, index + 1) }));
}

/** Numerators and denominators of January, February and so on, at the month ends of a year. */
export function monthlyShares(pairs: readonly (readonly [number, number])[], year = 2020): Figure[] {
  return pairs.map(([cumulative, denominator], index) =>
    figure(index + 1, cumulative, { denominator, asOf: lastDayOfMonth(year, index + 1) }),
  );
}

/** 万㎡ in the base unit, m². */
export const wan = (value: number): number => Math.round(value * 10_000);

/** An input in 2020 on the linear curve, judged by a preset at the month of its latest figure unless it says otherwise. */
export function input(
  kind: Kind,
  preset: PresetName,
  figures: readonly Figure[],
  more: Partial<StandingInput> = {},
): StandingInput {
  return {
    kind,
    scale: 10_000,
    decimals: 2,
    year: 2020,
    month: Math.max(1, ...figures.map(({ month }) => month)),
    target: kind === 'ratio' ? 3000 : 1_000_000,
    points: linearPoints,
    ownYears: null,
    conditions: presets[preset][kind],
    figures,
    baseline: null,
    lastYear: [],
    peersCompletion: null,
    ...more,
  };
}

/** The worked examples' input: 600 万㎡ on the season of 2019, cumulatives in 万㎡ from January on. */
export function workedExample(cumulatives: readonly number[]): StandingInput {
  return input('flow', 'three-measures', monthly(cumulatives.map(wan)), {
    target: wan(600),
    points: starts2019Points,
  });
}

export const february = [10, 30];
export const september = [12, 26, 60, 98, 140, 196, 242, 290, 348];
export const november = [20, 40, 90, 140, 190, 250, 300, 345, 390, 430, 468];
