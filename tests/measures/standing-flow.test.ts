import { describe, expect, it } from 'vitest';
import { presets } from '#api/measures/rule.ts';
import { standing } from '#api/measures/standing.ts';
import { february, figure, input, monthly, november, september, wan, workedExample } from './inputs.ts';

const rounded = (value: number | null, digits: number): string => (value ?? Number.NaN).toFixed(digits);

describe('worked examples of a flow (target 600 on the season of 2019)', () => {
  // February: 30/600; 30/(0.08282·600); 100·(0.05 − 0.0828); [(0.95)/(0.9172)]/[0.05/0.0828] = 1.0358/0.6037.
  // September: [(0.42)/(0.2705)]/[(152/600)/(0.7295 − 0.4645)], 152 = 348 − 196 of June.
  // November: [(0.22)/(0.0967)]/[(123/600)/(0.9033 − 0.6389)], 123 = 468 − 345 of August.
  it.each([
    ['February', february, '5.00', '8.28', '0.604', '-3.28', '1.72', 'watch'],
    ['September', september, '58.00', '72.95', '0.795', '-14.95', '1.62', 'behind'],
    ['November', november, '78.00', '90.33', '0.863', '-12.33', '2.94', 'behind'],
  ])('%s', (_, cumulatives, completion, pace, ratio, gap, intensity, level) => {
    const result = standing(workedExample(cumulatives));
    expect(rounded((result.completion ?? 0) * 100, 2)).toBe(completion);
    expect(rounded((result.pace ?? 0) * 100, 2)).toBe(pace);
    expect(rounded(result.scheduleRatio, 3)).toBe(ratio);
    expect(rounded(result.gapPoints, 2)).toBe(gap);
    expect(rounded(result.intensity, 2)).toBe(intensity);
    expect(result.level).toBe(level);
  });

  it('states what September needs and what it recently did, a month', () => {
    const result = standing(workedExample(september));
    // (600 − 348)/3 = 84; (348 − 196)/3 = 50.67; 348 − 0.72949·600 = −89.70; all in 万㎡.
    expect(result.remaining).toBe(wan(252));
    expect(result.neededPerMonth).toBe(wan(84));
    expect(result.recentPerMonth).toBeCloseTo(1_520_000 / 3, 6);
    expect(rounded((result.gapAmount ?? 0) / 10_000, 2)).toBe('-89.70');
    expect(result.target).toBe(wan(600));
    expect(result.actual).toBe(wan(348));
    expect(result.monthsBelowPlan).toBe(9);
    expect([result.share, result.neededShare, result.growthOnLastYear, result.pointsAgainstPeers]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('names the years of the region’s own that its curve is the mean of', () => {
    expect(standing({ ...workedExample(september), ownYears: [2018, 2019] }).basis.ownYears).toEqual([2018, 2019]);
    expect(standing({ ...workedExample([]), ownYears: [] }).basis.ownYears).toEqual([]);
  });

  it('names its inputs, so that it can be computed again', () => {
    expect(standing(workedExample(september)).basis).toEqual({
      asOf: '2020-09-30',
      ownYears: null,
      month: 9,
      missingMonths: 0,
      previousAsOf: '2020-06-30',
      previousValue: wan(196),
      previousDenominator: null,
      baseline: 0,
      denominator: null,
      curvePace: 165_707 / 227_154,
      previousPace: 105_509 / 227_154,
    });
  });

  it('lists every condition with its number and whether it held', () => {
    const { reasons } = standing(workedExample(november));
    expect(reasons.map(({ level, measure, number, held }) => [level, measure, number, held])).toEqual([
      ['behind', 'gapPoints', -5, true],
      ['behind', 'scheduleRatio', 0.85, false],
      ['behind', 'intensity', 1.5, true],
      ['watch', 'scheduleRatio', 0.95, true],
      ['watch', 'intensity', 1.2, true],
    ]);
  });
});

/** A single cumulative on 16 October 2020 against a target, both in 万㎡. */
const onOctober16 = (value: number, target: number) =>
  standing(input('flow', 'three-measures', [figure(10, wan(value), { asOf: '2020-10-16' })], { target: wan(target) }));

describe('published figures of Jiaxing on 16 October 2020', () => {
  it('are 93.14 % and 103.47 % complete', () => {
    // 652/700 = 0.931428…; 413.87/400 = 1.034675.
    expect(rounded((onOctober16(652, 700).completion ?? 0) * 100, 2)).toBe('93.14');
    expect(rounded((onOctober16(413.87, 400).completion ?? 0) * 100, 2)).toBe('103.47');
    expect(onOctober16(652, 700).level).toBe('on-pace');
    expect(onOctober16(413.87, 400).level).toBe('achieved');
  });
});

describe('a flow in the middle of a month', () => {
  // Linear: p = (9 + 16/31)/12 on 16 October. The figure three accepted months earlier is July's.
  const figures = [
    ...monthly([80, 160, 240, 320, 400, 480, 560, 640, 720].map(wan)),
    figure(10, wan(760), { asOf: '2020-10-16' }),
  ];
  const result = standing(input('flow', 'three-measures', figures, { target: wan(1000) }));

  it('is judged by the pace of its day', () => {
    expect(result.pace).toBe(0.75 + (1 / 12) * (16 / 31));
    expect(result.basis.previousAsOf).toBe('2020-07-31');
  });

  it('divides what was done recently by the part of the months that has passed', () => {
    // 760 − 560 = 200 in 2 + 16/31 months = 79.49 a month.
    expect(result.recentPerMonth).toBeCloseTo(2_000_000 / (2 + 16 / 31), 6);
  });

  it('has the whole months after its own left', () => {
    // 1000 − 760 = 240 over November and December.
    expect(result.neededPerMonth).toBe(wan(120));
  });
});

describe('a flow on a curve that is complete before December', () => {
  // Complete in July; 97 % of the target by then, and nothing since.
  const points = [0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 1, 1, 1, 1, 1, 1];
  const values = [10, 30, 50, 70, 80, 90, 97, 97, 97, 97, 97, 97].map((value) => value * 10_000);
  const at = (month: number) =>
    standing(input('flow', 'three-measures', monthly(values.slice(0, month)), { points, month }));

  it('is never on pace again while something is missing', () => {
    // Ratio 0.97 and −3 points are no fault; what is missing needs infinitely much of no time, from July to December.
    for (const month of [7, 8, 9, 10, 11, 12]) {
      expect([month, at(month).intensity, at(month).level]).toEqual([month, Number.POSITIVE_INFINITY, 'watch']);
    }
    expect(at(6).level).toBe('on-pace');
  });

  it('is complete where only float noise is missing of 1', () => {
    const noisy = points.map((point, index) => (index > 5 && index < 11 ? 1 - 2 ** -53 : point));
    const given = input('flow', 'three-measures', monthly(values.slice(0, 8)), { points: noisy });
    expect(standing(given).intensity).toBe(Number.POSITIVE_INFINITY);
  });

  it('is achieved by what was missing', () => {
    expect(at(11).wayOut.map(({ level, add }) => [level, add])).toEqual([['achieved', 30_000]]);
  });
});

describe('a flow with little to compare', () => {
  it('is compared with the start of the year up to the third accepted month', () => {
    const { basis, recentPerMonth } = standing(input('flow', 'three-measures', monthly([50_000, 90_000, 150_000])));
    expect([basis.previousAsOf, basis.previousValue, basis.previousPace]).toEqual([null, null, 0]);
    expect(recentPerMonth).toBe(50_000);
    const fourth = standing(input('flow', 'three-measures', monthly([50_000, 90_000, 150_000, 250_000])));
    expect(fourth.basis.previousAsOf).toBe('2020-01-31');
    // (250 000 − 50 000)/3.
    expect(fourth.recentPerMonth).toBeCloseTo(200_000 / 3, 9);
  });

  it('counts accepted months, not calendar months, back', () => {
    const figures = [figure(2, 100_000), figure(4, 200_000), figure(5, 300_000), figure(9, 400_000)];
    const result = standing(input('flow', 'three-measures', figures));
    expect(result.basis.previousAsOf).toBe('2020-02-29');
    // (400 000 − 100 000)/7; intensity (0.6/0.25)/((0.3)/(7/12)) = 2.4/0.5142857 = 4.6667.
    expect(result.recentPerMonth).toBeCloseTo(300_000 / 7, 6);
    expect(result.intensity).toBeCloseTo(14 / 3, 9);
  });

  it('has an infinite intensity when nothing was done recently, and 0 when nothing remains', () => {
    const idle = standing(input('flow', 'three-measures', monthly([100, 100, 100, 100])));
    expect(idle.intensity).toBe(Number.POSITIVE_INFINITY);
    const fallen = standing(input('flow', 'three-measures', monthly([100, 100, 100, 90])));
    expect(fallen.intensity).toBe(Number.POSITIVE_INFINITY);
    const done = standing(input('flow', 'three-measures', monthly([100, 200, 300, 1_000_000])));
    expect([done.intensity, done.remaining, done.neededPerMonth]).toEqual([0, 0, 0]);
    const resting = standing(input('flow', 'three-measures', monthly([1e6, 1e6, 1e6, 1e6])));
    expect(resting.intensity).toBe(0);
    expect(standing(input('flow', 'three-measures', monthly([2_000_000]))).remaining).toBe(0);
  });

  it('has no schedule ratio and no intensity while the curve expects nothing', () => {
    const points = [0, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
    const result = standing(input('flow', 'three-measures', monthly([0, 0]), { points }));
    expect([result.pace, result.scheduleRatio, result.intensity, result.gapPoints]).toEqual([0, null, null, 0]);
    expect(result.level).toBe('on-pace');
  });

  it('needs infinitely much in December, when something remains and no season is left', () => {
    const result = standing(input('flow', 'three-measures', monthly([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 990_000])));
    expect([result.intensity, result.neededPerMonth, result.remaining]).toEqual([Infinity, null, 10_000]);
    // 99 % of the target at the year's end is short of it, which is never on pace.
    expect(result.level).toBe('watch');
  });
});

describe('a flow with nothing to judge', () => {
  it('has no data without an accepted figure this year, and is never coloured as behind', () => {
    const result = standing(input('flow', 'three-measures', [], { month: 9 }));
    expect([result.level, result.actual, result.completion, result.gapAmount]).toEqual(['no-data', null, null, null]);
    expect([result.reasons, result.wayOut]).toEqual([[], []]);
    expect([result.basis.asOf, result.basis.month, result.basis.missingMonths]).toEqual([null, null, 9]);
    expect(result.target).toBe(1_000_000);
    expect(result.basis.curvePace).toBeNull();
  });

  it('has no target where none is set, with and without a figure', () => {
    const result = standing(input('flow', 'three-measures', monthly([100_000, 300_000]), { target: null }));
    expect([result.level, result.actual, result.recentPerMonth]).toEqual(['no-target', 300_000, 150_000]);
    expect([result.target, result.completion, result.pace, result.gapPoints, result.remaining]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect([result.reasons, result.wayOut]).toEqual([[], []]);
    expect(standing(input('flow', 'three-measures', [], { target: null })).level).toBe('no-target');
  });

  it('is achieved by a target of 0, without a completion', () => {
    const result = standing(input('flow', 'three-measures', monthly([0]), { target: 0 }));
    expect([result.level, result.completion, result.gapPoints, result.gapAmount]).toEqual(['achieved', null, null, 0]);
  });
});

describe('a flow with months missing', () => {
  it('keeps the level of the stale figure at its own date and says how many months are missing', () => {
    const figures = monthly([80_000, 160_000, 240_000]);
    const atMarch = standing(input('flow', 'three-measures', figures));
    const atJuly = standing(input('flow', 'three-measures', figures, { month: 7 }));
    expect(atJuly.basis.missingMonths).toBe(4);
    expect({ ...atJuly, basis: null }).toEqual({ ...atMarch, basis: null });
  });

  it('ignores figures after the month asked for', () => {
    const figures = monthly([80_000, 160_000, 240_000, 999_999]);
    expect(standing(input('flow', 'three-measures', figures, { month: 3 }))).toEqual(
      standing(input('flow', 'three-measures', figures.slice(0, 3))),
    );
  });
});

// Linear plan of 1 200 000: 100 000 a month.
const monthsBelow = (values: readonly number[]) =>
  standing(input('flow', 'consecutive', monthly(values), { target: 1_200_000 })).monthsBelowPlan;

describe('monthsBelowPlan', () => {
  it('counts the latest accepted months in a row, and no further back than the last that was not', () => {
    expect(monthsBelow([90_000, 200_000, 290_000, 390_000])).toBe(2);
    expect(monthsBelow([90_000, 190_000, 290_000])).toBe(3);
    expect(monthsBelow([90_000, 190_000, 300_000])).toBe(0);
    expect(monthsBelow([100_000, 199_999])).toBe(1);
  });

  it('is judged by each figure at its own day', () => {
    // 15 of 30 days of April: 350 000 expected.
    const figures = [figure(3, 299_999), figure(4, 350_000, { asOf: '2020-04-15' })];
    expect(standing(input('flow', 'consecutive', figures, { target: 1_200_000 })).monthsBelowPlan).toBe(0);
  });
});

describe('pointsAgainstPeers', () => {
  it('is the distance of the completion to the peers’ average in percentage points', () => {
    const result = standing(input('flow', 'average', monthly([100_000]), { peersCompletion: 0.125 }));
    // 100·(0.10 − 0.125) = −2.5.
    expect(result.pointsAgainstPeers).toBeCloseTo(-2.5, 12);
    const noTarget = input('flow', 'average', monthly([100_000]), { peersCompletion: 0.125, target: 0 });
    expect(standing(noTarget).pointsAgainstPeers).toBeNull();
  });
});

describe('an achieved flow', () => {
  it('is achieved whatever the rule says, one base unit below it is not', () => {
    const conditions = presets['average'].flow;
    const lastYear = monthly([2_000_000], 2019);
    const at = (value: number) => standing(input('flow', 'average', monthly([value]), { conditions, lastYear })).level;
    expect(at(1_000_000)).toBe('achieved');
    expect(at(999_999)).toBe('behind');
  });
});
