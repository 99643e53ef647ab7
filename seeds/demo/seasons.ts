/**
 * When in the year each city does its work: invented, and not the season that cities are judged by, so that what the
 * forecast was worth in 2018 and 2019 says something. 2020 had a course of its own (`series.ts`).
 */
import type { CityName } from '../reference/regions.ts';

/** What each month weighs against the same month of the judging curve, January to December. */
const shapes = {
  early: [1.3, 1.3, 1.35, 1.25, 1.2, 1.1, 1, 0.95, 0.85, 0.8, 0.75, 0.7],
  even: [1.1, 1.1, 1, 1, 0.9, 1, 1.05, 1, 1, 1, 0.95, 1],
  summer: [0.8, 0.8, 0.9, 1.05, 1.2, 1.35, 1.25, 1.1, 0.95, 0.85, 0.8, 0.85],
  autumn: [0.9, 0.85, 0.8, 0.85, 0.9, 0.9, 0.95, 1.1, 1.25, 1.3, 1.15, 1],
  campaign: [0.8, 0.75, 0.8, 0.85, 0.85, 0.9, 0.9, 0.9, 1, 1.1, 1.35, 1.6],
} as const satisfies Readonly<Record<string, readonly number[]>>;

const shapeOf: Readonly<Record<CityName, keyof typeof shapes>> = {
  hangzhou: 'even',
  ningbo: 'early',
  wenzhou: 'campaign',
  jiaxing: 'summer',
  huzhou: 'early',
  shaoxing: 'summer',
  jinhua: 'campaign',
  quzhou: 'autumn',
  zhoushan: 'summer',
  taizhou: 'even',
  lishui: 'autumn',
};

/** How marked the season was in a year: a year of its own each, as years are. */
const strengths: Readonly<Record<number, number>> = { 2018: 0.5, 2019: 0.75 };

/** The months' weights of a city's year against those of the judging curve; none of them where the year had no season of its own. */
export function seasonOf(name: CityName, year: number): readonly number[] {
  const strength = strengths[year];
  return strength === undefined ? [] : shapes[shapeOf[name]].map((weight) => weight ** strength);
}
