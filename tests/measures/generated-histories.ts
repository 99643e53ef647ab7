/** Histories as provinces might have them: eleven regions, some years, and a year that is still to come. */
import { randomFrom } from '#seeds/demo/random.ts';
import type { CompletedYear } from '#api/measures/season.ts';

export const shapes = ['steady', 'seasonal', 'late-campaign', 'stalled', 'revised'] as const;
export type Shape = (typeof shapes)[number];

export interface GeneratedHistory {
  readonly shape: Shape;
  /** The completed years, 3 to 6 of each region. */
  readonly years: readonly CompletedYear[];
  /** The year after them, of each region, with its end. */
  readonly next: readonly CompletedYear[];
}

const regions = 11;

/** What a month of each shape weighs, before chance. */
const weightsOf: Readonly<Record<Shape, (month: number, random: () => number) => number>> = {
  steady: () => 1,
  seasonal: (month) => 1 + 0.8 * Math.sin(((month - 4) / 12) * 2 * Math.PI),
  'late-campaign': (month) => (month > 10 ? 4 : 0.7),
  // A halt may come over any two months in a row.
  stalled: (_month, random) => (random() < 0.15 ? 0.02 : 1),
  revised: () => 1,
};

/** The history of a number: the same one every time. */
export function generatedHistory(number: number): GeneratedHistory {
  const random = randomFrom(7000 + number);
  const shape = shapes[number % shapes.length] ?? 'steady';
  const count = 3 + Math.floor(random() * 4);
  const sizes = Array.from({ length: regions }, () => Math.exp(random() * 3) * 10_000);
  const spread = 0.2 + random() * 0.5;
  const all = Array.from({ length: count + 1 }, (_, at) =>
    sizes.map((size, region) => ({
      region: `r${region}`,
      year: 2010 + at,
      monthEnds: yearOf(shape, size * Math.exp((random() - 0.5) * 0.6), spread, random),
    })),
  );
  return { shape, years: all.slice(0, -1).flat(), next: all.at(-1) ?? [] };
}

function yearOf(shape: Shape, size: number, spread: number, random: () => number): readonly number[] {
  let sum = 0;
  const monthEnds = Array.from({ length: 12 }, (_, index) => {
    sum += Math.round(size * weightsOf[shape](index + 1, random) * Math.exp((random() - 0.5) * 2 * spread));
    return sum;
  });
  if (shape !== 'revised' || random() > 0.3) return monthEnds;
  // What was counted twice until some month is taken off from then on.
  const from = 3 + Math.floor(random() * 8);
  return monthEnds.map((amount, index) => (index < from ? Math.round(amount * 1.06) : amount));
}
