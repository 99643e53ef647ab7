import { describe, expect, it } from 'vitest';
import { provinceSeries } from '#api/measures/province-series.ts';
import { figure, input, monthly, monthlyShares } from './inputs.ts';

describe('provinceSeries', () => {
  it('sums each month, and says how many cities have a figure of the very month', () => {
    const north = input('flow', 'three-measures', monthly([100, 200, 300]));
    const south = input('flow', 'three-measures', [figure(1, 10), figure(3, 30, { asOf: '2020-03-20' })]);
    // February has the north's own 200 and the south's 10 of January.
    expect(provinceSeries(4, () => [north, south])).toEqual([
      { month: 1, asOf: '2020-01-31', cumulative: 110, denominator: null, coverage: { accepted: 2, expected: 2 } },
      { month: 2, asOf: '2020-02-29', cumulative: 210, denominator: null, coverage: { accepted: 1, expected: 2 } },
      { month: 3, asOf: '2020-03-31', cumulative: 330, denominator: null, coverage: { accepted: 2, expected: 2 } },
    ]);
  });

  it('ends at the month asked for, and has no month without any figure of its own', () => {
    const city = input('flow', 'three-measures', [figure(1, 5), figure(4, 9)]);
    expect(provinceSeries(3, () => [city]).map(({ month }) => month)).toEqual([1]);
    expect(provinceSeries(12, () => [city]).map(({ month }) => month)).toEqual([1, 4]);
    expect(provinceSeries(12, () => [])).toEqual([]);
  });

  it('sums numerators and denominators of a ratio', () => {
    const cities = [
      input('ratio', 'three-measures', monthlyShares([[3, 10]])),
      input('ratio', 'three-measures', monthlyShares([[5, 30]])),
    ];
    expect(provinceSeries(1, () => cities)[0]).toMatchObject({ cumulative: 8, denominator: 40 });
  });

  it('takes the cities of each month', () => {
    const city = input('flow', 'three-measures', monthly([1, 2]));
    const late = input('flow', 'three-measures', monthly([10, 20]));
    const series = provinceSeries(2, (month) => (month === 1 ? [city] : [city, late]));
    expect(series.map(({ cumulative, coverage }) => [cumulative, coverage.expected])).toEqual([
      [1, 1],
      [22, 2],
    ]);
  });

  it('leaves out cities without a target, as the province does', () => {
    const none = input('flow', 'three-measures', monthly([7]), { target: null });
    expect(provinceSeries(1, () => [none])).toEqual([]);
  });
});
