import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveProblem } from '#api/measures/curve.ts';
import { monthEndsOf, pooledSeason } from '#api/measures/season.ts';
import { figure, monthly, monthlyShares } from './inputs.ts';

const even = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];
const flow = (figures: ReturnType<typeof monthly>) => monthEndsOf({ kind: 'flow', figures, baseline: null });

describe('monthEndsOf', () => {
  it('is what was done by each month end, whatever the order of the figures', () => {
    expect(flow(monthly(even))).toEqual(even);
    expect(flow(monthly(even).toReversed())).toEqual(even);
  });

  it('is a stock’s increase over the end of the year before, and nothing where that is unknown', () => {
    const levels = monthly(even.map((value) => value + 5000));
    expect(monthEndsOf({ kind: 'stock', figures: levels, baseline: 5000 })).toEqual(even);
    expect(monthEndsOf({ kind: 'stock', figures: levels, baseline: null })).toBeNull();
  });

  it('is a ratio’s denominator, which is what its curve is about', () => {
    const pairs = even.map((value): [number, number] => [value / 10, value]);
    expect(monthEndsOf({ kind: 'ratio', figures: monthlyShares(pairs), baseline: null })).toEqual(even);
    expect(monthEndsOf({ kind: 'ratio', figures: monthly(even), baseline: null })).toBeNull();
  });

  it('carries a figure of the middle of a month on by day towards the next', () => {
    // 51 on 15 June is at 5.5 of the year; 81 on 31 July at 7. By 30 June a third of the way: 51 + 30·0.5/1.5 = 61.
    const figures = monthly([10, 20, 30, 40, 50, 51, 81, 90, 100, 110, 120, 130]);
    figures[5] = figure(6, 51, { asOf: '2020-06-15' });
    expect(flow(figures)?.[5]).toBeCloseTo(61, 9);
  });

  it('does not exist where a month is missing, December is not over, or nothing was done', () => {
    expect(flow([])).toBeNull();
    for (const missing of even.keys()) expect(flow(monthly(even).toSpliced(missing, 1))).toBeNull();
    expect(flow([...monthly(even.slice(0, 11)), figure(12, 120, { asOf: '2020-12-30' })])).toBeNull();
    expect(flow(monthly(even.map(() => 0)))).toBeNull();
    // A month that was done twice does not stand for the one that is missing.
    expect(flow([...monthly(even.slice(0, 11)), figure(11, 110)])).toBeNull();
  });
});

const anyYear = fc
  .array(fc.nat(1000), { minLength: 12, maxLength: 12 })
  .filter((steps) => steps.some((step) => step > 0))
  .map((steps) => ({ monthEnds: steps.map((_, at) => steps.slice(0, at + 1).reduce((sum, step) => sum + step, 0)) }));

describe('pooledSeason', () => {
  it('is Σ of what was done over Σ of the totals, so that a large region counts for more', () => {
    const late = [...Array.from({ length: 11 }, () => 0), 280];
    // January: (10 + 0)/(120 + 280) = 0.025; November: 110/400 = 0.275.
    const season = pooledSeason([{ monthEnds: even }, { monthEnds: late }]) ?? [];
    expect(season[0]).toBe(0.025);
    expect(season[10]).toBe(0.275);
    expect(season[11]).toBe(1);
  });

  it('does not exist without a completed year', () => {
    expect(pooledSeason([])).toBeNull();
  });

  it('is a curve whose years are curves, and lies between them', () => {
    fc.assert(
      fc.property(fc.array(anyYear, { minLength: 1, maxLength: 8 }), (years) => {
        const season = pooledSeason(years) ?? [];
        expect(curveProblem(season)).toBeNull();
        const shares = years.map(({ monthEnds }) => (monthEnds[5] ?? 0) / (monthEnds[11] ?? 0));
        expect(season[5]).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12);
        expect(season[5]).toBeLessThanOrEqual(Math.max(...shares) + 1e-12);
      }),
    );
  });
});
