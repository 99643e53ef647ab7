import { describe, expect, it } from 'vitest';
import { provinceBounds } from '#api/measures/province-bounds.ts';
import { presets } from '#api/measures/rule.ts';
import type { Figure, Kind, StandingInput } from '#api/measures/vocabulary.ts';
import { figure, input } from './inputs.ts';

const boundsOf = (cities: readonly StandingInput[]) => {
  const kind = cities[0]?.kind ?? 'flow';
  return provinceBounds({ kind, month: 6, conditions: presets['three-measures'][kind], ownTarget: null, cities });
};

/** May and June of last year. */
const lastYear = (may: number, june: number, denominators: readonly [number, number] | null = null): Figure[] => [
  figure(5, may, { asOf: '2019-05-31', denominator: denominators?.[0] ?? null }),
  figure(6, june, { asOf: '2019-06-30', denominator: denominators?.[1] ?? null }),
];

/** A city asked at June. */
const city = (kind: Kind, figures: readonly Figure[], more: Partial<StandingInput>) =>
  input(kind, 'three-measures', figures, { month: 6, ...more });

const there = city('flow', [figure(6, 500)], { target: 1200 });

describe('the bounds of a flow', () => {
  it('are what was there before, and what the own last year’s growth makes of it', () => {
    // Zero: 500 + 200 = 700 of 1800. As usual: from May to June it grew from 160 to 200, so 200 · 200/160 = 250.
    expect(boundsOf([there, city('flow', [figure(5, 200)], { target: 600, lastYear: lastYear(160, 200) })])).toEqual({
      missing: 1,
      zero: { cumulative: 700, denominator: null, completion: 700 / 1800 },
      usual: { cumulative: 750, denominator: null, completion: 750 / 1800 },
    });
  });

  it('never fall below what was accepted', () => {
    // 200 · 150/160 = 187.5 is less than 200.
    const shrunk = city('flow', [figure(5, 200)], { target: 600, lastYear: lastYear(160, 150) });
    expect(boundsOf([there, shrunk])?.usual?.cumulative).toBe(700);
  });

  it('say nothing as usual where the own last year is not known or was nothing, or this year has no figure', () => {
    const usual = (figures: readonly Figure[], before: readonly Figure[]) =>
      boundsOf([there, city('flow', figures, { target: 600, lastYear: before })])?.usual;
    expect(usual([figure(5, 200)], [])).toBeNull();
    expect(usual([figure(5, 200)], lastYear(0, 200))).toBeNull();
    expect(usual([], lastYear(160, 200))).toBeNull();
    // Zero of a year without any figure is 0.
    expect(boundsOf([there, city('flow', [], { target: 600 })])?.zero.cumulative).toBe(500);
  });

  it('are none where no city is missing, or all are; a city without a target is not asked', () => {
    const missing = city('flow', [figure(5, 200)], { target: 600 });
    expect(boundsOf([there, there])).toBeNull();
    expect(boundsOf([missing, missing])).toBeNull();
    expect(boundsOf([there, { ...missing, target: null }])).toBeNull();
  });
});

it('are of a ratio in both its parts, its target weighted by what is newly started', () => {
  const whole = city('ratio', [figure(6, 300, { denominator: 1000 })], { target: 3000 });
  const missing = city('ratio', [figure(5, 50, { denominator: 200 })], {
    target: 3000,
    lastYear: lastYear(40, 48, [160, 240]),
  });
  // Zero: 350 of 1200, against 30 % of it. As usual: 50 · 48/40 = 60 of 200 · 240/160 = 300, so 360 of 1300.
  expect(boundsOf([whole, missing])).toEqual({
    missing: 1,
    zero: { cumulative: 350, denominator: 1200, completion: expect.closeTo(350 / 360, 12) },
    usual: { cumulative: 360, denominator: 1300, completion: expect.closeTo(360 / 390, 12) },
  });
});

it('are of a stock counted from last year’s end, and none where that is not known', () => {
  const whole = city('stock', [figure(6, 150)], { target: 200, baseline: 100 });
  const missing = city('stock', [figure(5, 120)], { target: 200, baseline: 100, lastYear: lastYear(80, 88) });
  // Zero: 150 + 120, so 70 of (200 − 100) + (200 − 100). As usual: 120 · 88/80 = 132, so 82 of 200.
  expect(boundsOf([whole, missing])).toEqual({
    missing: 1,
    zero: { cumulative: 270, denominator: null, completion: 0.35 },
    usual: { cumulative: 282, denominator: null, completion: 0.41 },
  });
  expect(boundsOf([whole, { ...missing, baseline: null }])).toBeNull();
});
