import { describe, expect, it } from 'vitest';
import { provinceBounds } from '#api/measures/province-bounds.ts';
import { presets } from '#api/measures/rule.ts';
import type { StandingInput } from '#api/measures/vocabulary.ts';
import { figure, input } from './inputs.ts';

const boundsOf = (cities: readonly StandingInput[], month = 6) => {
  const kind = cities[0]?.kind ?? 'flow';
  return provinceBounds({ kind, month, conditions: presets['three-measures'][kind], ownTarget: null, cities });
};

const juneOf2019 = (value: number, denominator: number | null = null) => [
  figure(6, value, { asOf: '2019-06-30', denominator }),
];

/** A flow at June with its figures, its target, and its June of last year. */
const flow = (figures: StandingInput['figures'], target: number | null, lastJune: number | null) =>
  input('flow', 'three-measures', figures, {
    target,
    month: 6,
    lastYear: lastJune === null ? [] : juneOf2019(lastJune),
  });

const ratio = (figures: StandingInput['figures'], lastJune: StandingInput['lastYear']) =>
  input('ratio', 'three-measures', figures, { target: 3000, month: 6, lastYear: lastJune });

const stock = (figures: StandingInput['figures'], baseline: number | null, lastJune: number) =>
  input('stock', 'three-measures', figures, { target: 200, month: 6, baseline, lastYear: juneOf2019(lastJune) });

describe('the bounds of a flow', () => {
  it('are what was there before, and the own share of last year’s month', () => {
    const there = flow([figure(6, 500)], 1200, 400);
    // Zero: 500 + 200 = 700 of 1800. As usual: 200 of last year’s 400 + 200 is half of what the other had: 500 · 200/400 = 250.
    expect(boundsOf([there, flow([figure(5, 200)], 600, 200)])).toEqual({
      missing: 1,
      zero: { cumulative: 700, denominator: null, completion: 700 / 1800 },
      usual: { cumulative: 750, denominator: null, completion: 750 / 1800 },
    });
    // A year without any figure: zero is 0. Nobody falls below what was accepted: 500 · 100/400 = 125 is less than 200.
    expect(boundsOf([there, flow([], 600, 200)])?.zero.cumulative).toBe(500);
    expect(boundsOf([there, flow([figure(5, 200)], 600, 100)])?.usual?.cumulative).toBe(700);
  });

  it('say nothing as usual where last year’s month is not known of every city, or was nothing', () => {
    const missing = flow([figure(5, 200)], 600, 200);
    expect(boundsOf([flow([figure(6, 500)], 1200, null), missing])?.usual).toBeNull();
    expect(boundsOf([flow([figure(6, 500)], 1200, 400), flow([], 600, null)])?.usual).toBeNull();
    expect(boundsOf([flow([figure(6, 500)], 1200, 0), missing])?.usual).toBeNull();
  });

  it('are none where no city is missing, or all are; a city without a target is not asked', () => {
    const there = flow([figure(6, 500)], 1200, 400);
    expect(boundsOf([there, there])).toBeNull();
    expect(boundsOf([flow([figure(5, 1)], 600, 200)])).toBeNull();
    expect(boundsOf([there, flow([], null, 200)])).toBeNull();
  });
});

it('are of a ratio in both its parts, its target weighted by what is newly started', () => {
  const there = ratio([figure(6, 300, { denominator: 1000 })], juneOf2019(200, 800));
  // As usual: 50/200 · 300 = 75 of 200/800 · 1000 = 250; 375 of 1250 is 30 %, which is the target.
  expect(boundsOf([there, ratio([], juneOf2019(50, 200))])).toEqual({
    missing: 1,
    zero: { cumulative: 300, denominator: 1000, completion: 1 },
    usual: { cumulative: 375, denominator: 1250, completion: 1 },
  });
});

it('are of a stock counted from last year’s end, and none where that is not known', () => {
  const there = stock([figure(6, 150)], 100, 90);
  // Zero: 150 + 100; 50 of (200 − 100) + (200 − 100). As usual: 150 · 72/90 = 120; (270 − 200) / 200 = 35 %.
  expect(boundsOf([there, stock([], 100, 72)])).toEqual({
    missing: 1,
    zero: { cumulative: 250, denominator: null, completion: 0.25 },
    usual: { cumulative: 270, denominator: null, completion: 0.35 },
  });
  expect(boundsOf([there, stock([], null, 72)])).toBeNull();
});
