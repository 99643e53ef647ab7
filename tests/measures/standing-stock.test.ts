import { describe, expect, it } from 'vitest';
import { standing } from '#api/measures/standing.ts';
import { figure, input, monthly } from './inputs.ts';

const given = (values: readonly number[], more: Parameters<typeof input>[3] = {}) =>
  input('stock', 'three-measures', monthly(values), { baseline: 2_000_000, target: 3_000_000, ...more });

describe('a stock (2 000 000 at the end of last year, target 3 000 000, linear curve)', () => {
  const result = standing(given([2_050_000, 2_100_000, 2_200_000, 2_250_000, 2_300_000, 2_400_000]));

  it('is judged as a flow on the increase', () => {
    // June: (2.4 − 2.0)/(3.0 − 2.0) = 0.40 of 0.50; 0.8; −10 points; 400 000 − 500 000.
    expect(result.completion).toBeCloseTo(0.4, 12);
    expect(result.scheduleRatio).toBeCloseTo(0.8, 12);
    expect(result.gapPoints).toBeCloseTo(-10, 9);
    expect(result.gapAmount).toBe(-100_000);
    expect(result.remaining).toBe(600_000);
    expect(result.neededPerMonth).toBe(100_000);
    // (0.6/0.5)/((2.4 − 2.2)/0.25) = 1.2/0.8 = 1.5.
    expect(result.intensity).toBeCloseTo(1.5, 12);
    expect(result.recentPerMonth).toBeCloseTo(200_000 / 3, 6);
    expect(result.level).toBe('behind');
  });

  it('states the levels as they are stored', () => {
    expect([result.actual, result.target, result.basis.baseline]).toEqual([2_400_000, 3_000_000, 2_000_000]);
    expect(result.basis.previousValue).toBe(2_200_000);
  });

  it('starts the year from the baseline', () => {
    // February: 100 000 of 1 000 000 in 2 of 12 months; (100 000 − 0)/2 = 50 000 a month; (0.9/(5/6))/(0.1/(1/6)) = 1.8.
    const early = standing(given([2_050_000, 2_100_000]));
    expect(early.recentPerMonth).toBe(50_000);
    expect(early.intensity).toBeCloseTo(1.8, 12);
    expect(early.basis.previousValue).toBeNull();
  });

  it('counts the months below the plan of the increase', () => {
    expect(result.monthsBelowPlan).toBe(6);
    expect(standing(given([2_100_000, 2_200_000, 2_240_000])).monthsBelowPlan).toBe(1);
  });

  it('has no data without a baseline, because the increase is unknown', () => {
    const unknown = standing(given([2_050_000], { baseline: null }));
    expect([unknown.level, unknown.completion, unknown.basis.baseline, unknown.actual]).toEqual([
      'no-data',
      null,
      null,
      2_050_000,
    ]);
    expect([unknown.recentPerMonth, unknown.wayOut]).toEqual([null, []]);
    expect(standing(given([2_050_000], { baseline: null, target: null })).level).toBe('no-target');
  });

  it('is achieved where the target was already reached, without a completion', () => {
    const reached = standing(given([3_200_000], { baseline: 3_100_000 }));
    expect([reached.level, reached.completion, reached.remaining, reached.wayOut]).toEqual(['achieved', null, 0, []]);
    const kept = standing(given([3_000_000], { baseline: 3_000_000 }));
    expect([kept.level, kept.completion, kept.pace]).toEqual(['achieved', null, 1 / 12]);
  });

  it('owes the whole level at once where it fell below a target that was met', () => {
    // 2.7 of 3.0 million, expected all year: 0.9, −10 points.
    const lost = standing(given([2_700_000], { baseline: 3_000_000 }));
    expect([lost.completion, lost.pace, lost.scheduleRatio]).toEqual([0.9, 1, 0.9]);
    expect(lost.gapPoints).toBeCloseTo(-10, 9);
    expect([lost.gapAmount, lost.remaining, lost.intensity]).toEqual([-300_000, 300_000, null]);
    expect(lost.level).toBe('watch');
    expect(lost.wayOut.at(-1)).toMatchObject({ level: 'achieved', add: 300_000 });
    expect(standing(given([2_400_000], { baseline: 3_100_000 })).level).toBe('behind');
  });

  it('is never on pace where such a loss stands at the end of the year', () => {
    // 2.91 of 3.0 million is 0.97: on pace by its ratio while there is time, 3 points short for good in December.
    const [lost, forGood] = [11, 12].map((month) =>
      standing(given([], { baseline: 3_000_000, figures: [figure(month, 2_910_000)], month })),
    );
    expect([lost?.level, lost?.intensity]).toEqual(['on-pace', null]);
    expect([forGood?.level, forGood?.intensity]).toEqual(['watch', Number.POSITIVE_INFINITY]);
  });
});
