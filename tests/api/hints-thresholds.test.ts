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

describe('a jump', () => {
  it('needs three months that added something, this year or last', () => {
    const now = { 1: 10, 2: 20, 3: 30 };
    // Thrice the median of 10 is no jump yet.
    expect(jump(4, 60, { now })).toBeNull();
    expect(jump(4, 60.01, { now })).toEqual([30.01, 10]);
    expect(jump(3, 500, { now: { 1: 10, 2: 20 } })).toBeNull();
    expect(jump(2, 40.01, { now: { 1: 10 }, before: { 1: 10, 2: 20 } })).toEqual([30.01, 10]);
  });

  it('counts last January from nothing, so that three months of last year are enough', () => {
    expect(jump(1, 300, { before: { 1: 100, 2: 200, 3: 300 } })).toBeNull();
    expect(jump(1, 300.01, { before: { 1: 100, 2: 200, 3: 300 } })).toEqual([300.01, 100]);
  });

  it('leaves out months that added nothing or took back', () => {
    // 10, 0, 10, −5, 5, 10: the median of what was added is 10.
    const now = { 1: 10, 2: 10, 3: 20, 4: 15, 5: 20, 6: 30 };
    expect(jump(7, 60, { now })).toBeNull();
    expect(jump(7, 60.01, { now })).toEqual([30.01, 10]);
    // 10, 0, 0, 10, 0, 0, 10: with the still months the median would be 0.
    expect(jump(8, 50, { now: { 1: 10, 2: 10, 3: 10, 4: 20, 5: 20, 6: 20, 7: 30 } })).toBeNull();
  });

  it('takes the middle month by size, and of an even number the mean of the middle two', () => {
    // 50, 10, 30
    expect(jump(4, 180, { now: { 1: 50, 2: 60, 3: 90 } })).toBeNull();
    expect(jump(4, 180.01, { now: { 1: 50, 2: 60, 3: 90 } })).toEqual([90.01, 30]);
    // 40, 10, 30, 20: (20 + 30) / 2
    expect(jump(5, 175, { now: { 1: 40, 2: 50, 3: 80, 4: 100 } })).toBeNull();
    expect(jump(5, 175.01, { now: { 1: 40, 2: 50, 3: 80, 4: 100 } })).toEqual([75.01, 25]);
  });

  it('spreads a first figure over the months since January', () => {
    // 60 by March is 20 a month, as April and May.
    const now = { 3: 60, 4: 80, 5: 100 };
    expect(jump(6, 160, { now })).toBeNull();
    expect(jump(6, 160.01, { now })).toEqual([60.01, 20]);
  });

  it('measures from the end of last month, also where the month was accepted as of an earlier day', () => {
    const input = report(4, 60.01, { now: { 1: 10, 2: 20, 3: 30 } });
    const early = { month: 4, asOf: '2021-04-16', cumulative: 50, denominator: null };
    const accepted = [early, ...input.context.accepted.toReversed()];
    expect(said('jump', { ...input, context: { ...input.context, accepted } })).toEqual([30.01, 10]);
  });

  it('counts a stock from the end of last year, and knows nothing before its first level', () => {
    const indicator = indicatorOf('stock');
    const now = { 1: 110, 2: 120, 3: 130 };
    expect(jump(4, 160, { indicator, now, baseline: 100 })).toBeNull();
    expect(jump(4, 160.01, { indicator, now, baseline: 100 })).toEqual([30.01, 10]);
    expect(jump(4, 160.01, { indicator, now })).toBeNull();
    // 10 in January and 10 last December; last November's level came from nobody knows where.
    expect(jump(2, 140.01, { indicator, now: { 1: 110 }, before: { 11: 90, 12: 100 }, baseline: 100 })).toBeNull();
    expect(jump(1, 500, { indicator, before: { 9: 70, 10: 80, 11: 90, 12: 100 } })).toBeNull();
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
  it('is more than twice or less than half of the same month', () => {
    const before = { 3: 500, 4: 100, 5: 1 };
    expect(far(4, 200, { before })).toBeNull();
    expect(far(4, 200.01, { before })).toEqual([200.01, 100]);
    expect(far(4, 50, { before })).toBeNull();
    expect(far(4, 49.99, { before })).toEqual([49.99, 100]);
  });

  it('needs a figure of last year above 0', () => {
    expect(far(4, 200, { before: { 4: 0 } })).toBeNull();
    expect(far(4, 200, { before: { 3: 1, 5: 1 } })).toBeNull();
    expect(far(4, 0.05, { before: { 4: 0.01 } })).toEqual([0.05, 0.01]);
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
    const input = report(4, 20, { indicator, target: 0.3, now: { 1: 10, 2: 20, 3: 30 }, before: { 4: 500 } });
    // 20 of 100 where 30 are the target: 67 % of it.
    const figure = { cumulative: 200_000, denominator: 1_000_000 };
    expect(hintsOf({ ...input, figure }).map(({ code }) => code)).toEqual(['would-be-behind']);
    const own = { ...input, figure, indicator: indicatorOf('ratio') };
    expect(hintsOf(own).map(({ code }) => code)).toEqual(['falling', 'far-from-last-year', 'would-be-behind']);
  });
});

describe('the risk of a submission', () => {
  it('is the sum of its hints’ weights', () => {
    const weights = (
      ['falling', 'jump', 'on-the-line', 'copied', 'would-be-behind', 'far-from-last-year'] as const
    ).map((code) => riskOf([{ code }]));
    expect(weights).toEqual([16, 5, 3, 3, 2, 1]);
    expect(riskOf([{ code: 'jump' }, { code: 'copied' }, { code: 'jump' }])).toBe(13);
    expect(riskOf([])).toBe(0);
  });
});
