import { assert, double, array, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { robustScore, unusualScore, usualOf } from '#api/measures/robust-score.ts';

/** The method's worked example: what each month of 2020 added, to September. */
const added = [12, 14, 34, 38, 42, 56, 46, 48, 58];

describe('what is usual', () => {
  it('is the median and 1.4826 times the median absolute deviation', () => {
    // Sorted 12 14 34 38 42 46 48 56 58: median 42. Off it by 30 28 8 4 0 14 4 6 16, sorted 0 4 4 6 8 14 16 28 30: 8.
    const usual = usualOf(added, 0.01);
    expect(usual?.median).toBe(42);
    // 1.4826 × 8
    expect(usual?.spread).toBeCloseTo(11.8608, 10);
  });

  it('takes the mean of the middle two of an even number', () => {
    // Median (10 + 20) / 2 = 15, off it by 5 5 5 5 15 25, of which the middle two are 5: 7.413.
    const usual = usualOf([10, 10, 10, 20, 30, 40], 0);
    expect(usual?.median).toBe(15);
    expect(usual?.spread).toBeCloseTo(1.4826 * 5, 10);
    // Off 25 by 15 5 5 15 25 35 — the middle two are 15 and 15; of 10 20 30 40 50 60 the median is 35.
    expect(usualOf([60, 10, 50, 20, 40, 30], 0)).toEqual({ median: 35, spread: 1.4826 * 15 });
  });

  it('is nothing of fewer than six months', () => {
    expect(usualOf(added.slice(0, 5), 1)).toBeNull();
    expect(usualOf(added.slice(0, 6), 1)).not.toBeNull();
  });

  it('lets months differ by a tenth of the median, or by the finest difference, though all were alike', () => {
    const alike = [100, 100, 100, 100, 100, 100];
    expect(usualOf(alike, 0.01)).toEqual({ median: 100, spread: 10 });
    expect(usualOf([1, 1, 1, 1, 1, 1], 1)).toEqual({ median: 1, spread: 1 });
    expect(usualOf([-100, -100, -100, -100, -100, -100], 0.01)?.spread).toBe(10);
  });

  it('is not moved by one odd month, as a mean would be', () => {
    const usual = usualOf([...added, 5000], 0.01);
    // Median (42 + 46) / 2 = 44; off it by 32 30 10 6 2 2 4 12 14 4956, the middle two 10 and 12.
    expect(usual).toEqual({ median: 44, spread: 1.4826 * 11 });
  });
});

describe('the score of a value', () => {
  it('counts spreads from the median: 83.51 is usual after the example, 83.52 is not', () => {
    const usual = usualOf(added, 0.01)!;
    // 42 + 3.5 × 11.8608 = 83.5128
    expect(robustScore(83.51, usual)).toBeLessThan(unusualScore);
    expect(robustScore(83.52, usual)).toBeGreaterThan(unusualScore);
    expect(robustScore(42 - 11.8608, usual)).toBeCloseTo(-1, 10);
  });

  it('is the same in every unit', () => {
    const values = array(double({ min: 1, max: 1000, noNaN: true }), { minLength: 6, maxLength: 24 });
    assert(
      property(values, double({ min: 0, max: 5000, noNaN: true }), (months, value) => {
        const scaled = usualOf(
          months.map((month) => month * 10_000),
          100,
        )!;
        expect(robustScore(value * 10_000, scaled)).toBeCloseTo(robustScore(value, usualOf(months, 0.01)!), 6);
      }),
    );
  });
});
