import { describe, expect, it } from 'vitest';
import { growth, sameDateLastYear, shareOf } from '#api/measures/last-year.ts';
import { standing } from '#api/measures/standing.ts';
import { figure, input, monthly, monthlyShares } from './inputs.ts';

describe('sameDateLastYear', () => {
  const flow = monthly([31_000, 59_000, 90_000], 2019);

  it('is the figure of that date where there is one, in any order of figures', () => {
    expect(sameDateLastYear('flow', flow.toReversed(), '2020-02-29')).toMatchObject({ cumulative: 59_000 });
  });

  it('sets a month end against a month end, leap year or not', () => {
    expect(sameDateLastYear('flow', monthly([10, 20], 2020), '2021-02-28')).toMatchObject({ cumulative: 20 });
  });

  it('lies by day between the two figures around the date', () => {
    // 10 March: 59 000 + 31 000·10/31.
    expect(sameDateLastYear('flow', flow.toReversed(), '2020-03-10')?.cumulative).toBeCloseTo(69_000, 9);
  });

  it('lies between the start of the year and the first figure', () => {
    // 10 January: 31 000·10/31.
    expect(sameDateLastYear('flow', flow, '2020-01-10')?.cumulative).toBeCloseTo(10_000, 9);
  });

  it('uses figures of the middle of a month', () => {
    const figures = [figure(1, 10, { asOf: '2019-01-11' }), figure(2, 40, { asOf: '2019-01-21' })];
    expect(sameDateLastYear('flow', figures, '2020-01-16')?.cumulative).toBeCloseTo(25, 9);
  });

  it('is unknown after the last figure, and without figures', () => {
    expect(sameDateLastYear('flow', flow, '2020-04-01')).toBeNull();
    expect(sameDateLastYear('flow', [], '2020-01-31')).toBeNull();
  });

  it('is unknown before a stock’s first figure, whose year does not start at 0', () => {
    expect(sameDateLastYear('stock', flow, '2020-01-10')).toBeNull();
    expect(sameDateLastYear('stock', flow, '2020-01-31')).toMatchObject({ cumulative: 31_000 });
    expect(sameDateLastYear('stock', flow, '2020-03-10')?.cumulative).toBeCloseTo(69_000, 9);
  });

  it('gives both parts of a ratio', () => {
    const shares = monthlyShares(
      [
        [10, 100],
        [40, 200],
      ],
      2019,
    );
    // 15 of February's 29 days in 2020 on both: 10 + 30·15/29 and 100 + 100·15/29.
    const then = sameDateLastYear('ratio', shares, '2020-02-15');
    expect(then?.cumulative).toBeCloseTo(10 + (30 * 15) / 29, 9);
    expect(then?.denominator).toBeCloseTo(100 + (100 * 15) / 29, 9);
    // 10 January: both parts from 0, so that the share is January's.
    const early = sameDateLastYear('ratio', shares, '2020-01-10');
    expect(early?.denominator).toBeCloseTo((100 * 10) / 31, 9);
  });
});

const amounts = (cumulative: number, denominator: number | null = null) => ({ cumulative, denominator });

describe('growth', () => {
  it('is now over then less 1', () => {
    expect(growth('flow', amounts(120), amounts(100))).toBeCloseTo(0.2, 12);
    expect(growth('stock', amounts(90), amounts(100))).toBeCloseTo(-0.1, 12);
    // 0.3/0.25 − 1.
    expect(growth('ratio', amounts(30, 100), amounts(50, 200))).toBeCloseTo(0.2, 12);
  });

  it('is unknown without a last year, on a last year of 0, and on an empty denominator', () => {
    expect(growth('flow', amounts(120), null)).toBeNull();
    expect(growth('flow', amounts(120), amounts(0))).toBeNull();
    expect(growth('ratio', amounts(30, 0), amounts(50, 200))).toBeNull();
    expect(growth('ratio', amounts(30, 100), amounts(50, 0))).toBeNull();
    expect(growth('ratio', amounts(30, 100), amounts(0, 200))).toBeNull();
  });

  it('is part of a standing, at the date of its figure', () => {
    const figures = [figure(3, 90_000), figure(4, 110_000, { asOf: '2020-04-15' })];
    const lastYear = monthly([20_000, 40_000, 80_000, 120_000], 2019);
    // 15 April 2019: 80 000 + 40 000·15/30 = 100 000; 110/100 − 1.
    expect(standing(input('flow', 'average', figures, { lastYear })).growthOnLastYear).toBeCloseTo(0.1, 12);
  });
});

describe('shareOf', () => {
  it('is numerator over denominator, null over nothing', () => {
    expect(shareOf({ cumulative: 30, denominator: 100 })).toBe(0.3);
    expect(shareOf({ cumulative: 1, denominator: 1 })).toBe(1);
    expect(shareOf({ cumulative: 0, denominator: 0 })).toBeNull();
    expect(shareOf({ cumulative: 30, denominator: null })).toBeNull();
  });
});
