import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  errorsAt,
  indicatorHistory,
  intervalOf,
  middleErrors,
  probabilityOf,
  yearsOf,
} from '#api/measures/backtest.ts';
import type { CompletedYear } from '#api/measures/season.ts';

/** 10 a month. */
const even = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];
/** 10 a month until June, then 20. */
const late = [10, 20, 30, 40, 50, 60, 80, 100, 120, 140, 160, 180];
const of = (region: string, year: number, monthEnds: readonly number[]): CompletedYear => ({ region, year, monthEnds });
const rounded = (values: readonly number[]) => values.map((value) => value.toFixed(6));

describe('errorsAt', () => {
  it('are result over forecast, each made with the season of the other year', () => {
    const years = [of('a', 2018, even), of('a', 2019, late)];
    // June 2018 by 2019: p̄₆ = 60/180; 60 + 60/(1/3)·(2/3) = 180, and 120 came: 0.667. 2019 by 2018: 120, and 180 came.
    expect(rounded(errorsAt(years, 6))).toEqual(rounded([2 / 3, 1.5]));
    // September since March, 2018 by 2019: 90 + 60/(120/180 − 30/180)·(60/180) = 130, and 120 came.
    // 2019 by 2018: 120 + 90/(90/120 − 30/120)·(30/120) = 165, and 180 came.
    expect(rounded(errorsAt(years, 9))).toEqual(rounded([120 / 130, 180 / 165]));
  });

  it('leave out the whole year, of all regions, where there are several', () => {
    const years = [of('a', 2018, even), of('b', 2018, late), of('a', 2019, late)];
    // Both of 2018 by 2019 alone: 180 was forecast of either, and 120 and 180 came. 2019 by both: 120/300 = 0.4; 150, and 180 came.
    expect(rounded(errorsAt(years, 6))).toEqual(rounded([120 / 180, 1, 180 / 150]));
  });

  it('leave out the region alone where there is one year only', () => {
    const years = [of('a', 2019, even), of('b', 2019, late), of('c', 2019, late)];
    // a by b and c: 180. b by a and c: p̄₆ = 120/300; 150, and 180 came; c likewise.
    expect(rounded(errorsAt(years, 6))).toEqual(rounded([120 / 180, 1.2, 1.2]));
  });

  it('are none of a single year of a single region', () => {
    expect(errorsAt([of('a', 2019, even)], 6)).toEqual([]);
    expect(errorsAt([], 6)).toEqual([]);
  });

  it('are without bound where nothing was foreseen, and none where no season could be taken out', () => {
    const campaign = [...Array.from({ length: 11 }, () => 0), 50];
    expect(errorsAt([of('a', 2018, even), of('a', 2019, campaign)], 6)).toEqual([Number.POSITIVE_INFINITY]);
  });

  it('are without bound too where a loss was foreseen and a gain came', () => {
    // A stock that fell until June and ended above its start: −30 + (−30/0.5)·0.5 = −60 was foreseen, and 20 came.
    const dip = [-5, -10, -15, -20, -25, -30, -20, -10, 0, 10, 15, 20];
    expect(errorsAt([of('a', 2018, even), of('a', 2019, dip)], 6).at(-1)).toBe(Number.POSITIVE_INFINITY);
  });

  it('are all 1 at the end of the year', () => {
    expect(errorsAt([of('a', 2018, even), of('a', 2019, late)], 12)).toEqual([1, 1]);
  });
});

describe('indicatorHistory', () => {
  it('computes a month’s errors once', () => {
    const history = indicatorHistory([of('a', 2018, even), of('a', 2019, late)]);
    expect(history.errorsAt(9)).toBe(history.errorsAt(9));
    expect(history.errorsAt(9)).not.toEqual(history.errorsAt(6));
    expect(history.season?.[5]).toBe(0.4);
    expect(yearsOf([...history.years.toReversed(), of('b', 2018, even)])).toEqual([2018, 2019]);
  });
});

const nine = [0.8, 0.85, 0.9, 0.95, 1, 1.05, 1.1, 1.15, 1.2];

describe('middleErrors', () => {
  it('are the least and the greatest of nine', () => {
    // ⌊0.1·10⌋ = 1 and ⌈0.9·10⌉ = 9.
    expect(middleErrors(nine)).toEqual({ low: 0.8, high: 1.2 });
  });

  it('are the 4th and the 41st of 44', () => {
    // ⌊4.5⌋ and ⌈40.5⌉.
    const errors = Array.from({ length: 44 }, (_, at) => at + 1);
    expect(middleErrors(errors)).toEqual({ low: 4, high: 41 });
    // Of 19 the 2nd and the 18th: ⌊2⌋ and ⌈18⌉, where 0.9·20 must not become 18.000 000 000 000 004.
    expect(middleErrors(errors.slice(0, 19))).toEqual({ low: 2, high: 18 });
  });

  it('do not exist of fewer than nine', () => {
    expect(middleErrors(nine.slice(1))).toBeNull();
    expect(intervalOf(nine.slice(1), { done: 0, point: 100 })).toBeNull();
    expect(probabilityOf(nine.slice(1), { done: 0, point: 100, target: 50 })).toBeNull();
  });
});

describe('intervalOf', () => {
  it('multiplies the forecast, and never ends below what is done', () => {
    expect(intervalOf(nine, { done: 60, point: 100 })).toEqual({ low: 80, high: 120 });
    expect(intervalOf(nine, { done: 85, point: 100 })).toEqual({ low: 85, high: 120 });
    expect(intervalOf(nine, { done: 130, point: 100 })).toEqual({ low: 130, high: 130 });
  });
});

describe('probabilityOf', () => {
  it('counts the results that reach the target, and half a one more', () => {
    // 110, 115 and 120 of nine: 3.5/10.
    expect(probabilityOf(nine, { done: 60, point: 100, target: 110 })).toBe(0.35);
    expect(probabilityOf(nine, { done: 60, point: 100, target: 500 })).toBe(0.05);
    expect(probabilityOf(nine, { done: 60, point: 100, target: 10 })).toBe(0.95);
  });

  it('takes a target that is reached as reached by every result', () => {
    expect(probabilityOf(nine, { done: 115, point: 100, target: 115 })).toBe(0.95);
  });

  it('falls as the target rises, and rises with what is forecast', () => {
    const amounts = fc.record({ done: fc.nat(1000), point: fc.integer({ min: 1, max: 2000 }), target: fc.nat(3000) });
    fc.assert(
      fc.property(amounts, fc.nat(500), (given, more) => {
        const probability = probabilityOf(nine, given) ?? 0;
        expect(probabilityOf(nine, { ...given, target: given.target + more })).toBeLessThanOrEqual(probability);
        expect(probabilityOf(nine, { ...given, point: given.point + more })).toBeGreaterThanOrEqual(probability);
        const interval = intervalOf(nine, given);
        expect(interval?.low).toBeLessThanOrEqual(interval?.high ?? 0);
        expect(interval?.low).toBeGreaterThanOrEqual(given.done);
      }),
    );
  });
});
