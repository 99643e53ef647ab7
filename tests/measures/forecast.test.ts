import { describe, expect, it } from 'vitest';
import { linearPoints, starts2019Points } from '#api/measures/curve.ts';
import { pointForecast } from '#api/measures/forecast.ts';
import { figure, monthly, september, wan } from './inputs.ts';

const of = (
  values: readonly number[],
  more: { readonly points?: readonly number[]; readonly baseline?: number | null } = {},
) => pointForecast({ points: linearPoints, year: 2020, figures: monthly(values), baseline: 0, ...more });

describe('pointForecast', () => {
  it('goes on at the annual rate that the last six accepted months imply', () => {
    // September against March: r = 288·227 154/(165 707 − 38 728) = 515.21; 348 + 515.21·0.27051 = 487.37.
    const forecast = of(september.map(wan), { points: starts2019Points });
    expect(forecast?.months).toBe(6);
    expect(((forecast?.annualRate ?? 0) / 10_000).toFixed(2)).toBe('515.21');
    expect(((forecast?.point ?? 0) / 10_000).toFixed(2)).toBe('487.37');
  });

  it('looks back to the start of the year with six months or fewer', () => {
    // 600 at 0.5 of the year is 1200 a year, whatever lies between.
    expect(of([10, 20, 30, 40, 50, 600])).toEqual({ point: 1200, annualRate: 1200, months: 6 });
    // Seven months: (700 − 10)/(6/12) = 1380; 700 + 1380·5/12 = 1275.
    const seven = of([10, 20, 30, 40, 50, 600, 700]);
    expect(seven?.point).toBeCloseTo(1275, 9);
    expect(seven?.annualRate).toBeCloseTo(1380, 9);
    expect(seven?.months).toBe(6);
    expect(of([100, 200, 300])).toEqual({ point: 1200, annualRate: 1200, months: 3 });
  });

  it('is the final figure itself at the end of the year', () => {
    expect(of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 99])?.point).toBe(99);
  });

  it('does not exist with fewer than three accepted months', () => {
    expect(of([])).toBeNull();
    expect(of([100, 200])).toBeNull();
  });

  it('does not exist where the curve expected nothing', () => {
    expect(of([1, 2, 3], { points: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] })).toBeNull();
  });

  it('takes the figures in any order, each at its own date', () => {
    const figures = [figure(3, 300), figure(1, 100), figure(4, 350, { asOf: '2020-04-15' }), figure(2, 200)];
    // 350 at 3.5/12.
    expect(pointForecast({ points: linearPoints, year: 2020, figures, baseline: 0 })?.point).toBeCloseTo(1200, 9);
  });

  it('starts a stock from its level at the end of last year', () => {
    // 300 of increase in a quarter: 5000 + 1200.
    expect(of([5100, 5200, 5300], { baseline: 5000 })?.point).toBe(6200);
  });

  it('does not exist for a stock of which the start of the year is unknown', () => {
    expect(of([5100, 5200, 5300], { baseline: null })).toBeNull();
    expect(of([5100, 5200, 5300, 5400, 5500, 5600, 5700, 5800], { baseline: null })).toBeNull();
  });
});
