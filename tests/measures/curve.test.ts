import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveProblem, linearPoints, ownHistoryCurve, paceAt, starts2019Points } from '#api/measures/curve.ts';
import { monthEndsOf } from '#api/measures/season.ts';
import { monthly } from './inputs.ts';

describe('starts2019Points', () => {
  it('are the published shares of 2019 from February on', () => {
    const percent = starts2019Points.slice(1).map((point) => (point * 100).toFixed(2));
    const published = '8.28 17.05 25.78 35.12 46.45 55.34 63.89 72.95 81.72 90.33 100.00';
    expect(percent.join(' ')).toBe(published);
  });

  it('keep the published areas，万㎡', () => {
    const areas = starts2019Points.slice(1).map((point) => Math.round(point * 227_154));
    expect(areas).toEqual([18814, 38728, 58552, 79784, 105509, 125716, 145133, 165707, 185634, 205194, 227154]);
  });

  it('give January 31 of the 59 days of January and February', () => {
    // 18 814 · 31/59 = 9 885.32…; of 227 154 that is 4.35 %.
    expect(starts2019Points[0]).toBeCloseTo((18_814 * 31) / 59 / 227_154, 12);
    expect(((starts2019Points[0] ?? 0) * 100).toFixed(2)).toBe('4.35');
  });

  it('are a valid curve, as the linear ones are', () => {
    expect(curveProblem(starts2019Points)).toBeNull();
    expect(curveProblem(linearPoints)).toBeNull();
  });
});

describe('paceAt', () => {
  it('is 79.30 % on the linear curve and 77.48 % on the season of 2019 on 16 October 2020', () => {
    // (9 + 16/31)/12 = 0.79301; (165 707 + 19 927·16/31)/227 154 = 175 991.9/227 154 = 0.77477.
    expect((paceAt(linearPoints, 2020, '2020-10-16') * 100).toFixed(2)).toBe('79.30');
    expect((paceAt(starts2019Points, 2020, '2020-10-16') * 100).toFixed(2)).toBe('77.48');
  });

  it('starts from 0 in January and meets the curve at every month end', () => {
    expect(paceAt(linearPoints, 2020, '2020-01-01')).toBeCloseTo(1 / 31 / 12, 15);
    expect(paceAt(starts2019Points, 2020, '2020-01-31')).toBe(starts2019Points[0]);
    expect(paceAt(starts2019Points, 2020, '2020-09-30')).toBe(starts2019Points[8]);
    expect(paceAt(starts2019Points, 2020, '2020-12-31')).toBe(1);
  });

  it('is exactly the curve’s own point at a month end, where adding up would miss it', () => {
    // As floats f + (1 − f)·31/31 is 0.999 999 999 999 999 9 for this f.
    const points = [...Array.from({ length: 11 }, () => 0.09066097308431331), 1];
    expect(paceAt(points, 2020, '2020-12-31')).toBe(1);
  });

  it('is 0 before the year and 1 after it', () => {
    expect(paceAt(linearPoints, 2020, '2019-12-31')).toBe(0);
    expect(paceAt(linearPoints, 2020, '2021-01-01')).toBe(1);
  });

  it('spreads February over 29 days in a leap year', () => {
    expect(paceAt(linearPoints, 2020, '2020-02-28')).toBeCloseTo((1 + 28 / 29) / 12, 15);
    expect(paceAt(linearPoints, 2019, '2019-02-28')).toBeCloseTo(2 / 12, 15);
  });
});

describe('curveProblem', () => {
  const valid = [0, 0, 0.2, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1, 1];
  const changed = (month: number, share: number) => valid.map((point, index) => (index === month - 1 ? share : point));

  it('finds nothing in a curve that starts late, rests and ends early', () => {
    expect(curveProblem(valid)).toBeNull();
  });

  it('wants twelve shares', () => {
    expect(curveProblem(valid.slice(1))).toBe('length');
    expect(curveProblem([...valid, 1])).toBe('length');
    expect(curveProblem([])).toBe('length');
  });

  it('wants every share between 0 and 1', () => {
    expect(curveProblem(changed(1, -0.1))).toBe('range');
    expect(curveProblem(changed(12, 1.1))).toBe('range');
    expect(curveProblem(changed(5, Number.NaN))).toBe('range');
  });

  it('wants no share below the one before', () => {
    expect(curveProblem(changed(5, 0.19))).toBe('decreasing');
    expect(curveProblem(changed(12, 0.99))).toBe('decreasing');
  });

  it('wants the last share to be 1', () => {
    expect(curveProblem(valid.map((point) => point * 0.9))).toBe('end');
  });
});

const ownOf = (...years: readonly (readonly number[])[]) =>
  ownHistoryCurve(
    years.map((monthEnds, index) => ({ year: 2018 + index, monthEnds })),
    starts2019Points,
  );

describe('ownHistoryCurve', () => {
  const even = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];
  const late = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5];

  it('is the mean of the shares, whatever the size of the years', () => {
    // January: (10/120 + 0/5)/2 = 1/24; June: (60/120 + 0)/2 = 1/4; December: (1 + 1)/2.
    const { points, ownYears } = ownOf(even, late);
    expect(points).toHaveLength(12);
    expect(points[0]).toBeCloseTo(1 / 24, 15);
    expect(points[5]).toBeCloseTo(1 / 4, 15);
    expect(points[11]).toBe(1);
    expect(ownYears).toEqual([2018, 2019]);
  });

  it('leaves out a year with a fall in it, and names the years that are left', () => {
    const fallen = even.map((value, index) => (index === 3 ? 5 : value));
    expect(ownOf(fallen, late)).toEqual({ points: late.map((value) => value / 5), ownYears: [2019] });
  });

  it('is the department’s without such a year, and says that none is the region’s own', () => {
    expect(ownOf()).toEqual({ points: starts2019Points, ownYears: [] });
    expect(ownOf(even.toReversed())).toEqual({ points: starts2019Points, ownYears: [] });
  });

  const steps = fc.array(fc.nat(500), { minLength: 12, maxLength: 12 });
  const reported = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });

  it('is a curve whatever was reported: it never falls, ends at 1 and uses no year with a missing month', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ steps, reported, whole: fc.boolean() }), { maxLength: 6 }), (years) => {
        const given = years.map(({ steps: increments, reported: months, whole }, index) => {
          const year = 2010 + index;
          const cumulatives = increments.map((_, at) => increments.slice(0, at + 1).reduce((sum, one) => sum + one, 0));
          const figures = monthly(cumulatives, year).filter((_, at) => whole || months[at]);
          return { year, figures, monthEnds: monthEndsOf({ kind: 'flow', figures, baseline: null }) };
        });
        const completed = given.flatMap(({ year, monthEnds }) => (monthEnds === null ? [] : [{ year, monthEnds }]));
        const { points, ownYears } = ownHistoryCurve(completed, linearPoints);
        expect(curveProblem(points)).toBeNull();
        const full = given.filter(({ figures }) => figures.length === 12 && (figures[11]?.cumulative ?? 0) > 0);
        expect(ownYears).toEqual(full.map(({ year }) => year));
      }),
    );
  });
});
