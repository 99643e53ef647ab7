/** Any curve, day and input that a standing may meet. */
import * as fc from 'fast-check';
import { isDay, lastDayOfMonth } from '#api/measures/calendar.ts';
import { linearPoints, starts2019Points } from '#api/measures/curve.ts';
import { presetNames, presets } from '#api/measures/rule.ts';
import type { CurvePoints, Figure, StandingInput } from '#api/measures/vocabulary.ts';

export const anyCurve: fc.Arbitrary<CurvePoints> = fc.oneof(
  fc.constant(linearPoints),
  fc.constant(starts2019Points),
  fc
    .array(fc.nat(100), { minLength: 12, maxLength: 12 })
    .filter((steps) => steps.some((step) => step > 0))
    .map((steps) => {
      const total = steps.reduce((sum, step) => sum + step, 0);
      return steps.map((_, month) => steps.slice(0, month + 1).reduce((sum, step) => sum + step, 0) / total);
    }),
);

export const anyDay = fc
  .integer({ min: 0, max: 365 })
  .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));

const increment = fc.record({
  reported: fc.boolean(),
  part: fc.nat(60_000),
  whole: fc.nat(100_000),
  day: fc.integer({ min: 1, max: 31 }),
});

interface Increment {
  readonly reported: boolean;
  readonly part: number;
  readonly whole: number;
  readonly day: number;
}

/** A year of rising figures with gaps; only the last may be of the middle of its month. */
function figuresOf(increments: readonly Increment[], baseline: number, isRatio: boolean): readonly Figure[] {
  let cumulative = baseline;
  let denominator = 0;
  const figures = increments.map(({ part, whole }, index) => {
    cumulative += part;
    denominator += Math.max(part, whole);
    const asOf = lastDayOfMonth(2020, index + 1);
    return { month: index + 1, asOf, cumulative, denominator: isRatio ? denominator : null };
  });
  const last = increments.at(-1);
  const accepted = figures.filter((_, index) => increments[index]?.reported);
  return accepted.map((figure, index) => {
    const day = `${figure.asOf.slice(0, 8)}${String(last?.day).padStart(2, '0')}`;
    return index === accepted.length - 1 && isDay(day) ? { ...figure, asOf: day } : figure;
  });
}

export const anyInput: fc.Arbitrary<StandingInput> = fc
  .record({
    kind: fc.constantFrom('flow', 'ratio', 'stock'),
    preset: fc.constantFrom(...presetNames),
    points: anyCurve,
    increments: fc.array(increment, { minLength: 1, maxLength: 12 }),
    lastYear: fc.array(increment, { minLength: 0, maxLength: 12 }),
    target: fc.integer({ min: 1, max: 700_000 }),
    baseline: fc.nat(1_000_000),
    peersCompletion: fc.option(fc.double({ min: 0, max: 1.2, noNaN: true })),
    unit: fc.constantFrom({ scale: 10_000, decimals: 2 }, { scale: 1, decimals: 0 }),
  })
  .map(({ kind, preset, increments, lastYear, target, baseline, unit, ...rest }) => ({
    ...rest,
    ...unit,
    kind,
    year: 2020,
    ownYears: null,
    month: increments.length,
    conditions: presets[preset][kind],
    target: kind === 'ratio' ? 1 + (target % 10_000) : kind === 'stock' ? baseline + target : target,
    baseline: kind === 'stock' ? baseline : null,
    figures: figuresOf(increments, kind === 'stock' ? baseline : 0, kind === 'ratio'),
    lastYear: figuresOf(lastYear, kind === 'stock' ? baseline : 0, kind === 'ratio').map((figure) => ({
      ...figure,
      asOf: lastDayOfMonth(2019, figure.month),
    })),
  }));
