/** Back-scheduled plans: the worked example, then laws over random cases. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestMonthOf,
  changePart,
  coverageOf,
  credibilityOf,
  plannedByMonth,
  planPeriods,
  planShapes,
  proposePlan,
  spread,
} from '#api/measures/back-plan.ts';
import { followPlan, monthBesidePlan } from '#api/measures/followed-plan.ts';
import { shiftDay } from '#api/measures/calendar.ts';
import { linearPoints, starts2019Points } from '#api/measures/curve.ts';

const september = { year: 2020, after: '2020-09-30', remaining: 2_520_000, step: 100, points: starts2019Points };
const byMonth = (shape: 'even' | 'front') =>
  plannedByMonth(proposePlan(shape, september)).map(({ planned }) => planned);
const total = (parts: readonly { readonly amount: number }[]): number =>
  parts.reduce((sum, { amount }) => sum + amount, 0);

describe('a proposal', () => {
  it('spreads 252 left at the end of September as 81.72, 80.22, 90.06, the last two by ten days', () => {
    const parts = proposePlan('season', september);
    // (90.33 − 81.72) … : 252 × 8.61/27.05 … by the curve of 2019 at full precision.
    expect(plannedByMonth(parts).map(({ planned }) => planned)).toEqual([817_200, 802_200, 900_600]);
    expect(parts.map(({ month, part, from, to }) => [month, part, from, to])).toEqual([
      [10, null, '2020-10-01', '2020-10-31'],
      [11, 'early', '2020-11-01', '2020-11-10'],
      [11, 'middle', '2020-11-11', '2020-11-20'],
      [11, 'late', '2020-11-21', '2020-11-30'],
      [12, 'early', '2020-12-01', '2020-12-10'],
      [12, 'middle', '2020-12-11', '2020-12-20'],
      [12, 'late', '2020-12-21', '2020-12-31'],
    ]);
  });

  it('is even by month, or has the most first', () => {
    expect(byMonth('even')).toEqual([840_000, 840_000, 840_000]);
    // 3 : 2 : 1.
    expect(byMonth('front')).toEqual([1_260_000, 840_000, 420_000]);
  });

  it('begins the day after a figure within a month, and has no part left on 31 December', () => {
    expect(planPeriods(2020, '2020-11-16')[0]).toEqual({
      month: 11,
      part: 'middle',
      from: '2020-11-17',
      to: '2020-11-20',
    });
    expect(proposePlan('season', { ...september, after: '2020-12-31' })).toEqual([]);
  });

  it('is even where the season expects nothing more', () => {
    const early = Array.from({ length: 12 }, (_, month) => Math.min(1, (month + 1) / 6));
    expect(proposePlan('season', { ...september, points: early })).toEqual(proposePlan('even', september));
  });
});

const anyInput = fc.record({
  year: fc.constantFrom(2019, 2020),
  days: fc.integer({ min: 0, max: 363 }),
  remaining: fc.integer({ min: 0, max: 99_999_999 }),
  step: fc.constantFrom(1, 100, 10_000),
  points: fc.oneof(
    fc.constantFrom(linearPoints, starts2019Points),
    fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 12, maxLength: 12 }).map((increments) => {
      const all = Math.max(1, total(increments.map((amount) => ({ amount }))));
      let done = 0;
      return increments.map((increment, month) => (month === 11 ? 1 : (done += increment) / all));
    }),
  ),
  shape: fc.constantFrom(...planShapes),
});

describe('10,000 random plans', () => {
  it('sum to the last square metre, when proposed and when changed, and overlap nowhere', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(), fc.integer({ min: -1000, max: 120_000_000 }), (random, seed, amount) => {
        const { days, shape, ...rest } = random;
        const input = { ...rest, after: shiftDay(`${rest.year}-01-01`, days) };
        const parts = proposePlan(shape, input);
        expect(total(parts)).toBe(input.remaining);
        expect(parts.every((part) => Number.isSafeInteger(part.amount) && part.amount >= 0)).toBe(true);
        expect(parts.slice(0, -1).every((part) => part.amount % input.step === 0)).toBe(true);
        expect(parts[0]?.from).toBe(shiftDay(input.after, 1));
        expect(parts.at(-1)?.to).toBe(`${input.year}-12-31`);
        parts.slice(1).forEach((part, index) => expect(part.from).toBe(shiftDay(parts[index]?.to ?? '', 1)));
        const at = seed % parts.length;
        const changed = changePart(parts, at, amount, input.step);
        expect(total(changed)).toBe(input.remaining);
        expect(changed.every((part) => part.amount >= 0)).toBe(true);
        // Done exactly as planned, nothing ever slips.
        let done = 700;
        const figures = plannedByMonth(changed).map(({ month, planned }) => {
          done += planned;
          return { month, asOf: changed.findLast((part) => part.month === month)?.to ?? '', cumulative: done };
        });
        expect(followPlan(changed, 700, figures).every(({ slippage }) => slippage === 0)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it('is spread within one step of each exact share', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.array(fc.nat(1000), { minLength: 1, maxLength: 36 }), (steps, weights) => {
        const all = Math.max(
          1,
          weights.reduce((sum, weight) => sum + weight, 0),
        );
        const given = spread(steps, weights);
        if (weights.some((weight) => weight > 0)) {
          given.forEach((part, at) => expect(Math.abs(part - (steps * (weights[at] ?? 0)) / all)).toBeLessThan(1));
        }
        expect(total(given.map((amount) => ({ amount })))).toBe(steps);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('what is changed by hand', () => {
  it('is taken from the parts after it by their proportions, from those before it where it is the last', () => {
    const parts = [{ amount: 300 }, { amount: 200 }, { amount: 100 }];
    expect(changePart(parts, 0, 0, 1)).toEqual([{ amount: 0 }, { amount: 400 }, { amount: 200 }]);
    expect(changePart(parts, 2, 200, 1)).toEqual([{ amount: 240 }, { amount: 160 }, { amount: 200 }]);
    // What is more than there is stays within it.
    expect(changePart(parts, 1, 9_999, 1)).toEqual([{ amount: 300 }, { amount: 300 }, { amount: 0 }]);
  });
});

describe('a plan', () => {
  const parts = proposePlan('season', september);

  it('is doubtful in a month above the best ever, and says how far from the recent mean it is', () => {
    const [october, november, december] = credibilityOf(parts, { best: 817_200, recent: 510_000 });
    expect(october).toMatchObject({ againstBest: 1, doubtful: false });
    expect(october?.againstRecent).toBeCloseTo(1.6024, 4);
    expect([november?.doubtful, december?.doubtful]).toEqual([false, true]);
    expect(credibilityOf(parts, { best: null, recent: 0 })[2]).toMatchObject({
      againstBest: null,
      againstRecent: null,
      doubtful: false,
    });
    expect(
      bestMonthOf([
        { year: 2019, monthEnds: [10, 30, 35] },
        { year: 2020, monthEnds: [5, 25] },
      ]),
    ).toEqual({ year: 2019, month: 2, end: 30, before: 10 });
    expect(bestMonthOf([])).toBeNull();
  });

  it('is covered by projects that start in the remaining months alone', () => {
    const projects = [
      { area: 1_000_000, startPlanned: '2020-10-01' },
      { area: 500_000, startPlanned: '2020-12-31' },
      { area: 9_000_000, startPlanned: '2020-09-30' },
      { area: 9_000_000, startPlanned: '2021-01-01' },
      { area: null, startPlanned: '2020-11-01' },
      { area: 9_000_000, startPlanned: null },
    ];
    expect(coverageOf(projects, '2020-09-30', 2_520_000)).toEqual({
      area: 1_500_000,
      share: 1_500_000 / 2_520_000,
      missing: 1_020_000,
    });
    expect(coverageOf(projects, '2020-09-30', 1_000_000).missing).toBe(0);
    expect(coverageOf([], '2020-09-30', 0).share).toBeNull();
  });

  it('is followed to the day of each accepted figure, and says nothing of months without one', () => {
    const figures = [
      { month: 10, asOf: '2020-10-31', cumulative: 3_480_000 + 700_000 },
      { month: 11, asOf: '2020-11-10', cumulative: 3_480_000 + 1_100_000 },
    ];
    const early = parts[1]?.amount ?? 0;
    const october = { amount: 817_200, days: 31, ofDays: 31 };
    const followed = followPlan(parts, 3_480_000, figures);
    expect(followed.map(({ terms }) => terms.length)).toEqual([1, 2, 7]);
    expect(followed[1]?.terms).toEqual([october, { amount: early, days: 10, ofDays: 10 }]);
    expect(followed.map(({ cumulative }) => cumulative)).toEqual([4_180_000, 4_580_000, null]);
    expect(followed).toMatchObject([
      { month: 10, by: '2020-10-31', planned: 817_200, actual: 700_000, slippage: -117_200 },
      {
        month: 11,
        by: '2020-11-10',
        planned: 817_200 + early,
        actual: 1_100_000,
        slippage: 1_100_000 - 817_200 - early,
      },
      { month: 12, by: '2020-12-31', planned: 2_520_000, actual: null, slippage: null },
    ]);
  });

  it('stands beside a month by its increment, or from where it began within the month', () => {
    const plan = { reached: 3_480_000, parts };
    const october = { month: 10, asOf: '2020-10-31', before: 3_480_000, cumulative: 4_000_000 };
    const whole = { from: '2020-10-01', planned: 817_200, plannedByDay: 817_200 };
    expect(monthBesidePlan(plan, october)).toEqual({ ...whole, difference: 520_000 - 817_200 });
    expect(monthBesidePlan(plan, { ...october, cumulative: null })).toEqual({ ...whole, difference: null });
    expect(monthBesidePlan(plan, { ...october, before: null })).toEqual({ ...whole, difference: null });
    expect(monthBesidePlan(plan, { ...october, month: 9 })).toBeNull();
    // From 20 October, whatever September was: 120 000 of 12 days, half of it by the 25th.
    const later = { reached: 3_900_000, parts: [{ ...parts[0]!, from: '2020-10-20', amount: 120_000 }] };
    const half = { ...october, asOf: '2020-10-25', before: null, cumulative: 3_950_000 };
    expect(monthBesidePlan(later, half)).toEqual({
      from: '2020-10-20',
      planned: 120_000,
      plannedByDay: 60_000,
      difference: -10_000,
    });
    expect(monthBesidePlan(later, { ...half, asOf: '2020-10-19' })?.difference).toBeNull();
  });
});
