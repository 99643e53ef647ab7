import { describe, expect, it } from 'vitest';
import { lastDayOfMonth } from '#api/measures/calendar.ts';
import type { Kind } from '#api/measures/vocabulary.ts';
import type { Hint, InputContext } from '#api/submissions/contract.ts';
import { hintsOf, riskOf, type HintIndicator, type HintInput } from '#api/submissions/hints.ts';
import { close, gapRule, twelfths } from '#tests/support/small-office.ts';

type Months = Readonly<Record<number, number>>;

const points = (year: number, amounts: Months): InputContext['accepted'] =>
  Object.entries(amounts).map(([month, cumulative]) => ({
    month: Number(month),
    asOf: lastDayOfMonth(year, Number(month)),
    cumulative,
    denominator: null,
  }));

const indicatorOf = (kind: Kind, more: Partial<HintIndicator> = {}): HintIndicator => ({
  code: 'area',
  kind,
  scale: 10_000,
  decimals: 2,
  numeratorFrom: null,
  curve: { points: twelfths },
  ...more,
});

interface Beside {
  readonly now?: Months;
  readonly before?: Months;
  readonly target?: number | null;
  readonly baseline?: number | null;
  readonly indicator?: HintIndicator;
  readonly asOf?: string;
}

/** The report of a month of 2021 in 万㎡, with what was accepted this year (`now`) and last year (`before`). */
const report = (month: number, amount: number, beside: Beside = {}): HintInput => {
  const { now = {}, before = {}, target = null, baseline = null, indicator = indicatorOf('flow') } = beside;
  return {
    indicator,
    context: {
      indicator: 'area',
      target,
      lastMonth: null,
      sameMonthLastYear: null,
      accepted: points(2021, now),
      lastYear: points(2020, before),
      baseline,
      ownCurve: null,
    },
    conditions: gapRule[indicator.kind],
    year: 2021,
    month,
    asOf: beside.asOf ?? lastDayOfMonth(2021, month),
    figure: { cumulative: Math.round(amount * indicator.scale), denominator: null },
  };
};

/** What a hint says, as value and against; null where it is silent. */
const said = (code: Hint['code'], input: HintInput) => {
  const found = hintsOf(input).find((hint) => hint.code === code);
  return found === undefined ? null : [found.value, found.against];
};

const jump = (...input: Parameters<typeof report>) => said('jump', report(...input));

/** Six months that each added 10: the spread is a tenth of the median, so that the bound is 10 + 3.5 × 1 = 13.5. */
const tens = { 1: 10, 2: 20, 3: 30, 4: 40, 5: 50, 6: 60 };

describe('a jump', () => {
  it('needs six months that added something, this year or last', () => {
    expect(jump(7, 73.5, { now: tens })).toBeNull();
    expect(jump(7, 73.51, { now: tens })).toEqual([13.51, 10]);
    expect(jump(6, 500, { now: { 1: 10, 2: 20, 3: 30, 4: 40, 5: 50 } })).toBeNull();
    expect(jump(4, 43.51, { now: { 1: 10, 2: 20, 3: 30 }, before: { 1: 10, 2: 20, 3: 30 } })).toEqual([13.51, 10]);
  });

  it('counts last January from nothing, so that six months of last year are enough', () => {
    expect(jump(1, 13.5, { before: tens })).toBeNull();
    expect(jump(1, 13.51, { before: tens })).toEqual([13.51, 10]);
  });

  it('leaves out months that added nothing or took back', () => {
    // 10, 0, 10, −5, 5, 10, 10 and 10: six that added, median 10, off it by 0 0 5 0 0 0.
    const now = { 1: 10, 2: 10, 3: 20, 4: 15, 5: 20, 6: 30, 7: 40, 8: 50 };
    expect(jump(9, 63.5, { now })).toBeNull();
    expect(jump(9, 63.51, { now })).toEqual([13.51, 10]);
    expect(jump(7, 500, { now: { 1: 10, 2: 10, 3: 10, 4: 20, 5: 20, 6: 20 } })).toBeNull();
  });

  it('allows more where the months differ more', () => {
    // 10 30 50 70 90 110: median 60, off it by 50 30 10 10 30 50, in the middle 30: 60 + 3.5 × 1.4826 × 30 = 215.673.
    const now = { 1: 50, 2: 60, 3: 150, 4: 180, 5: 290, 6: 360 };
    expect(jump(7, 575.67, { now })).toBeNull();
    expect(jump(7, 575.68, { now })).toEqual([215.68, 60]);
  });

  it('of a count is more than three and a half pieces above the median', () => {
    const indicator = indicatorOf('flow', { scale: 1, decimals: 0 });
    const now = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6 };
    expect(jump(7, 10, { indicator, now })).toBeNull();
    expect(jump(7, 11, { indicator, now })).toEqual([5, 1]);
  });

  it('spreads a first figure over the months since January', () => {
    // 60 by June is one month of 10, as the five of last year.
    const beside = { now: { 6: 60 }, before: { 1: 10, 2: 20, 3: 30, 4: 40, 5: 50 } };
    expect(jump(7, 73.5, beside)).toBeNull();
    expect(jump(7, 73.51, beside)).toEqual([13.51, 10]);
  });

  it('measures from the end of last month, also where the month was accepted as of an earlier day', () => {
    const input = report(7, 73.51, { now: tens });
    const early = { month: 7, asOf: '2021-07-16', cumulative: 70, denominator: null };
    const accepted = [early, ...input.context.accepted.toReversed()];
    expect(said('jump', { ...input, context: { ...input.context, accepted } })).toEqual([13.51, 10]);
  });

  it('counts a stock from the end of last year, and knows nothing before its first level', () => {
    const indicator = indicatorOf('stock');
    const now = { 1: 110, 2: 120, 3: 130, 4: 140, 5: 150, 6: 160 };
    expect(jump(7, 173.5, { indicator, now, baseline: 100 })).toBeNull();
    expect(jump(7, 173.51, { indicator, now, baseline: 100 })).toEqual([13.51, 10]);
    // Five differences alone: where January came from nobody knows.
    expect(jump(7, 500, { indicator, now })).toBeNull();
    const before = { 6: 40, 7: 50, 8: 60, 9: 70, 10: 80, 11: 90 };
    expect(jump(1, 500, { indicator, before })).toBeNull();
    expect(jump(2, 500, { indicator, now: { 1: 110 }, before: { ...before, 12: 100 }, baseline: 100 })).not.toBeNull();
  });

  it('weighs by the tenths of the year’s target that it is beyond the median', () => {
    const weight = (amount: number, beside: Beside) =>
      hintsOf(report(7, amount, { now: tens, ...beside })).find(({ code }) => code === 'jump')?.weight;
    // 60 + 10 + surplus, of a target of 1000
    expect(weight(70 + 99, { target: 1000 })).toBe(2);
    expect(weight(70 + 100, { target: 1000 })).toBe(3);
    expect(weight(70 + 399, { target: 1000 })).toBe(5);
    expect(weight(70 + 400, { target: 1000 })).toBe(6);
    expect(weight(70 + 900, { target: 1000 })).toBe(6);
    expect(weight(70 + 900, { target: null })).toBe(4);
    // A stock's year adds what lies above the end of last year: 100 of 1100 − 1000.
    const indicator = indicatorOf('stock');
    const now = { 1: 1010, 2: 1020, 3: 1030, 4: 1040, 5: 1050, 6: 1060 };
    const stock = hintsOf(report(7, 1170, { indicator, now, baseline: 1000, target: 2000 }));
    expect(stock.find(({ code }) => code === 'jump')?.weight).toBe(3);
  });
});

const falling = (...input: Parameters<typeof report>) => said('falling', report(...input));

describe('a falling cumulative', () => {
  it('is less than the newest accepted one of an earlier day', () => {
    expect(falling(4, 29.99, { now: { 1: 10, 2: 20, 3: 30 } })).toEqual([29.99, 30]);
    expect(falling(4, 30, { now: { 1: 10, 2: 20, 3: 30 } })).toBeNull();
    // What was accepted later or as of the same day is what a correction replaces.
    expect(falling(3, 25, { now: { 1: 10, 2: 20, 3: 30, 4: 40 } })).toBeNull();
    expect(falling(3, 19.99, { now: { 1: 10, 2: 20, 3: 30, 4: 40 } })).toEqual([19.99, 20]);
  });

  it('is less than last year’s end only for a stock', () => {
    const indicator = indicatorOf('stock');
    expect(falling(1, 99.99, { indicator, baseline: 100 })).toEqual([99.99, 100]);
    expect(falling(1, 100, { indicator, baseline: 100 })).toBeNull();
    expect(falling(1, 5, { indicator })).toBeNull();
    expect(falling(1, 5, { before: { 12: 100 } })).toBeNull();
  });
});

const copied = (...input: Parameters<typeof report>) => said('copied', report(...input));

describe('a copied figure', () => {
  it('is that of the month just before, or of the same month last year', () => {
    expect(copied(4, 30, { now: { 2: 20, 3: 30 } })).toEqual([30, 30]);
    expect(copied(4, 30.01, { now: { 2: 20, 3: 30 } })).toBeNull();
    expect(copied(4, 20, { now: { 2: 20 } })).toBeNull();
    expect(copied(4, 44, { now: { 3: 30 }, before: { 3: 40, 4: 44 } })).toEqual([44, 44]);
    expect(copied(4, 44, { now: { 3: 30 }, before: { 3: 44, 5: 44 } })).toBeNull();
  });

  it('is not a figure of 0, nor a count that stays', () => {
    expect(copied(4, 0, { now: { 3: 0 } })).toBeNull();
    expect(copied(4, 0.01, { now: { 3: 0.01 } })).toEqual([0.01, 0.01]);
    expect(copied(4, 5, { now: { 3: 5 }, indicator: indicatorOf('flow', { scale: 1, decimals: 0 }) })).toBeNull();
  });
});

const far = (...input: Parameters<typeof report>) => said('far-from-last-year', report(...input));

describe('a figure far from last year', () => {
  /** To June this year was as last: the quotient may be 1 ± 3.5 × 0.1. */
  const alike = { now: tens, before: { ...tens, 7: 100 } };

  it('compares otherwise than the months before, beyond what they allow', () => {
    expect(far(7, 134.99, alike)).toBeNull();
    expect(far(7, 135.01, alike)).toEqual([135.01, 100]);
    expect(far(7, 65.01, alike)).toBeNull();
    expect(far(7, 64.99, alike)).toEqual([64.99, 100]);
  });

  it('is none where it grew as the months before did', () => {
    const before = { 1: 5, 2: 10, 3: 15, 4: 20, 5: 25, 6: 30, 7: 35 };
    expect(far(7, 70, { now: tens, before })).toBeNull();
    // 2 + 3.5 × 0.2 = 2.7
    expect(far(7, 94.6, { now: tens, before })).toEqual([94.6, 35]);
  });

  it('is none of a count that differs by a few pieces', () => {
    const indicator = indicatorOf('flow', { scale: 1, decimals: 0 });
    const alike = {
      indicator,
      now: { 1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 2 },
      before: { 1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 2, 7: 2 },
    };
    // One piece is half of last year's two, so that 1 ± 3.5 × 0.5 of it may stand.
    expect(far(7, 5, alike)).toBeNull();
    expect(far(7, 6, alike)).toEqual([6, 2]);
  });

  it('needs six months of both years, and a figure of last year above 0', () => {
    expect(far(6, 500, { now: { 1: 10, 2: 20, 3: 30, 4: 40, 5: 50 }, before: tens })).toBeNull();
    expect(far(7, 500, { now: tens, before: { 2: 20, 3: 30, 4: 40, 5: 50, 6: 60, 7: 100 } })).toBeNull();
    expect(far(7, 500, { now: tens, before: { ...tens, 7: 0 } })).toBeNull();
    expect(far(7, 500, { now: tens, before: tens })).toBeNull();
  });
});

const line = (amount: number, beside: Beside = {}) =>
  said('on-the-line', report(10, amount, { target: 1200, ...beside }));

describe('a figure on the line', () => {
  it('is the lowest that gives its level: 1000 of 1200 in October is on pace, 880 is still behind', () => {
    expect(line(1000)).toEqual([1000, 999.99]);
    expect(line(999.99)).toBeNull();
    expect(line(1000.01)).toBeNull();
    expect(line(880)).toBeNull();
    expect(line(880.01)).toEqual([880.01, 880]);
    expect(line(880.02)).toBeNull();
    expect(line(1200)).toEqual([1200, 1199.99]);
    expect(line(1200.01)).toBeNull();
    expect(line(1000, { target: null })).toBeNull();
  });

  it('steps by the last decimal that the indicator takes, down to 0 and not below', () => {
    expect(line(1000, { indicator: indicatorOf('flow', { decimals: 1 }) })).toEqual([1000, 999.9]);
    expect(line(0.01, { target: 0.01 })).toEqual([0.01, 0]);
    expect(line(0, { target: 0 })).toBeNull();
  });

  it('is for a count its target alone', () => {
    const indicator = indicatorOf('flow', { scale: 1, decimals: 0 });
    expect(line(12, { indicator, target: 12 })).toEqual([12, 11]);
    expect(line(13, { indicator, target: 12 })).toBeNull();
    // 10 of 12 is exactly the pace of October, and says nothing of a count.
    expect(line(10, { indicator, target: 12 })).toBeNull();
  });
});

const behind = (amount: number, target: number | null = 1200) =>
  said('would-be-behind', report(10, amount, { target }));

describe('a figure that would be behind', () => {
  it('says its completion against the pace, and is silent on watch and without a target', () => {
    // 880 of 1200 is 73.33 %, ten points below 83.33 %.
    expect(behind(880)).toEqual([close(880 / 1200), close(10 / 12)]);
    expect(behind(880.01)).toBeNull();
    expect(behind(1, null)).toBeNull();
  });
});

describe('a numerator that is another indicator’s figure', () => {
  it('has only the hints of its share', () => {
    const indicator = indicatorOf('ratio', { numeratorFrom: 'area' });
    const input = report(4, 20, { indicator, target: 0.3, now: { 1: 10, 2: 20, 3: 30 } });
    // 20 of 100 where 30 are the target: 67 % of it.
    const figure = { cumulative: 200_000, denominator: 1_000_000 };
    expect(hintsOf({ ...input, figure }).map(({ code }) => code)).toEqual(['would-be-behind']);
    const own = { ...input, figure, indicator: indicatorOf('ratio') };
    expect(hintsOf(own).map(({ code }) => code)).toEqual(['falling', 'would-be-behind']);
  });
});

const weighed = (code: Hint['code'], input: HintInput) => hintsOf(input).find((hint) => hint.code === code)?.weight;

describe('the risk of a submission', () => {
  it('is the sum of its hints’ weights', () => {
    expect(riskOf([{ weight: 5 }, { weight: 3 }, { weight: 5 }])).toBe(13);
    expect(riskOf([])).toBe(0);
  });

  it('weighs what cannot be before what only strikes', () => {
    expect(weighed('falling', report(7, 59, { now: tens }))).toBe(16);
    expect(weighed('copied', report(7, 60, { now: tens }))).toBe(3);
    expect(weighed('on-the-line', report(10, 1000, { target: 1200 }))).toBe(3);
    expect(weighed('would-be-behind', report(10, 880, { target: 1200 }))).toBe(2);
    expect(weighed('far-from-last-year', report(7, 136, { now: tens, before: { ...tens, 7: 100 } }))).toBe(1);
  });
});
