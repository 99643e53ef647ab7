/** From what a city reached to the months in between: seeded, so that the same year comes out every time. */
import { starts2019Points } from '#api/measures/curve.ts';
import { inBaseUnits, type IndicatorCode } from '../reference/indicators.ts';
import type { City, CityYear, Plan } from './cities.ts';
import { courseOf } from './courses.ts';
import { factor, randomFrom } from './random.ts';
import { seasonOf } from './seasons.ts';

/** A month end's figure in base units; `denominator` is null except for the share. */
export interface MonthValue {
  readonly cumulative: number;
  readonly denominator: number | null;
}

export type YearSeries = Readonly<Record<IndicatorCode, readonly MonthValue[]>>;

/** Hundredths of 万㎡, in m². */
const areaStep = 100;

/** The epidemic's mark on the first months of 2020 and the catching up after it. */
const year2020 = [0.8, 0.35, 0.75, 0.95, 1.05, 1.1, 1.12, 1.1, 1.08];

const differences = (cumulatives: readonly number[]): readonly number[] =>
  cumulatives.map((cumulative, at) => cumulative - (cumulatives[at - 1] ?? 0));

/** Cumulatives that grow by the weights and end exactly on `total`, whole multiples of `step` between. */
function cumulatives(total: number, weights: readonly number[], step: number): readonly number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return weights.map((weight, at) => {
    sum += weight;
    return at === weights.length - 1 ? total : Math.round((total * sum) / whole / step) * step;
  });
}

/**
 * All five indicators of a city's year. The civil part grows by the area's own months, give or take a tenth, so that it
 * stays below the whole; the share's numerator is the area; steel housing builds on `steelBefore`, base units.
 */
export function yearSeries(city: City, plan: CityYear, steelBefore: number): YearSeries {
  const random = randomFrom(Number(city.region) * 10_000 + plan.year);
  const judged = differences(starts2019Points.slice(0, plan.months));
  const own = seasonOf(city.name, plan.year);
  const season = judged.map((weight, at) => weight * (own[at] ?? 1));
  const spread = (code: IndicatorCode, total: number, weights: readonly number[], by: number) =>
    courseOf(city.region, plan.year, code) ??
    cumulatives(
      total,
      weights.map((weight) => weight * factor(random, by)),
      code === 'green-demo' ? 1 : areaStep,
    );

  const shaped = plan.year === 2020 ? season.map((weight, at) => weight * (year2020[at] ?? 1)) : season;
  const area = spread('prefab-area', reached('prefab-area', plan.area), shaped, 0.12);
  const months = differences(area);
  const civil = spread('prefab-civil', reached('prefab-civil', plan.civil), months, 0.1);
  const started = spread('prefab-share', reached('prefab-share', plan.share), months, 0.08);
  const built = spread('steel-housing', reached('steel-housing', plan.steel) - steelBefore, season, 0.25);
  const green = spread('green-demo', reached('green-demo', plan.green), season, 0.4);
  return {
    'prefab-area': area.map(undivided),
    'prefab-civil': civil.map(undivided),
    'prefab-share': area.map((cumulative, at) => ({ cumulative, denominator: started[at] ?? null })),
    'steel-housing': built.map((value) => undivided(value + steelBefore)),
    'green-demo': green.map(undivided),
  };
}

const reached = (code: IndicatorCode, [, amount]: Plan): number => inBaseUnits(code, amount);

const undivided = (cumulative: number): MonthValue => ({ cumulative, denominator: null });
