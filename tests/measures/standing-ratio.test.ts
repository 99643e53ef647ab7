import { describe, expect, it } from 'vitest';
import { standing } from '#api/measures/standing.ts';
import { figure, input, monthlyShares } from './inputs.ts';

describe('a ratio (target 30 %, linear curve)', () => {
  // Numerators and denominators in m²; June: p = 0.5, three accepted months earlier is March.
  const pairs = [
    [20_000, 100_000],
    [40_000, 200_000],
    [60_000, 300_000],
    [80_000, 400_000],
    [110_000, 500_000],
    [150_000, 600_000],
  ] as const;
  const result = standing(input('ratio', 'three-measures', monthlyShares(pairs)));

  it('is the share reached against the target share, at a pace of 1', () => {
    // q = 150/600 = 0.25; q/T = 0.8333; 100·(0.25 − 0.30) = −5; N − T·D = 150 000 − 180 000.
    expect(result.share).toBe(0.25);
    expect(result.pace).toBe(1);
    expect(result.completion).toBeCloseTo(5 / 6, 12);
    expect(result.scheduleRatio).toBeCloseTo(5 / 6, 12);
    expect(result.gapPoints).toBeCloseTo(-5, 12);
    expect(result.gapAmount).toBe(-30_000);
    expect([result.actual, result.target]).toEqual([150_000, 3000]);
    expect(result.level).toBe('behind');
  });

  it('projects the year’s denominator along the curve', () => {
    // D̂ = 600 000/0.5 = 1 200 000; T·D̂ − N = 360 000 − 150 000 = 210 000, over 6 months 35 000;
    // needed share 210 000/(1 200 000 − 600 000) = 0.35.
    expect(result.remaining).toBe(210_000);
    expect(result.neededPerMonth).toBe(35_000);
    expect(result.neededShare).toBeCloseTo(0.35, 12);
    expect(result.basis.curvePace).toBe(0.5);
    expect(result.basis.denominator).toBe(600_000);
  });

  it('compares the needed share with that of the last three months', () => {
    // (150 − 60)/(600 − 300) = 0.30; 0.35/0.30 = 1.1667; (150 000 − 60 000)/3 = 30 000 a month.
    expect(result.intensity).toBeCloseTo(7 / 6, 12);
    expect(result.recentPerMonth).toBe(30_000);
    expect([result.basis.previousValue, result.basis.previousDenominator]).toEqual([60_000, 300_000]);
    expect(result.basis.previousPace).toBe(0.25);
  });

  it('counts the months in which the share lay below the target', () => {
    const shares = [
      [20_000, 100_000],
      [60_000, 200_000],
      [80_000, 300_000],
      [100_000, 400_000],
    ] as const;
    expect(standing(input('ratio', 'consecutive', monthlyShares(shares))).monthsBelowPlan).toBe(2);
  });
});

const juneOf = (cumulative: number, denominator: number | null, more: Parameters<typeof input>[3] = {}) =>
  standing(input('ratio', 'three-measures', [figure(6, cumulative, { denominator })], more));

const fourthMonth = (latest: readonly [number, number]) =>
  monthlyShares([[100, 1000], [100, 1000], [100, 1000], latest]);

describe('a ratio at its edges', () => {
  it('does not apply while the denominator is 0 or missing: no data, never behind', () => {
    for (const denominator of [0, null]) {
      const result = juneOf(0, denominator);
      expect([result.level, result.share, result.scheduleRatio, result.monthsBelowPlan]).toEqual([
        'no-data',
        null,
        null,
        null,
      ]);
      expect([result.actual, result.target, result.wayOut]).toEqual([0, 3000, []]);
    }
    expect(juneOf(0, 0, { target: null }).level).toBe('no-target');
  });

  it('is achieved while the share is at the target, by exact numbers', () => {
    // 30 % of 1 000 003 m² is 300 000.9.
    expect(juneOf(300_001, 1_000_003).level).toBe('achieved');
    expect(juneOf(300_000, 1_000_003).level).toBe('on-pace');
    expect(juneOf(300_000, 1_000_000).level).toBe('achieved');
  });

  it('is judged from a denominator of 1 on', () => {
    expect(juneOf(0, 1).level).toBe('behind');
  });

  it('is compared with the start of the year where there are fewer than four figures', () => {
    // D̂ = 20, (0.3·20 − 1)/(20 − 10) = 0.5; recently 1/10.
    const result = juneOf(1, 10);
    expect(result.neededShare).toBeCloseTo(0.5, 12);
    expect(result.intensity).toBeCloseTo(5, 12);
  });

  it('has no projection while the curve expects nothing', () => {
    const points = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5, 1];
    const result = juneOf(100, 1000, { points });
    expect([result.remaining, result.neededShare, result.intensity, result.neededPerMonth]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(result.scheduleRatio).toBeCloseTo(1 / 3, 12);
    expect(result.wayOut.map(({ add, denominatorAdded }) => [add, denominatorAdded])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  it('needs nothing more when the projected year is already covered', () => {
    // D̂ = 2000, T·D̂ = 600 ≤ 700.
    const result = juneOf(700, 1000);
    expect([result.remaining, result.neededShare, result.intensity]).toEqual([0, 0, 0]);
  });

  it('has an infinite intensity when no recent start was prefabricated, and none without recent starts', () => {
    expect(standing(input('ratio', 'three-measures', fourthMonth([100, 2000]))).intensity).toBe(
      Number.POSITIVE_INFINITY,
    );
    expect(standing(input('ratio', 'three-measures', fourthMonth([100, 1000]))).intensity).toBeNull();
  });

  it('says by a needed share above 1 that the target can no longer be met', () => {
    // Linear, October: D̂ = 1.2 million; 0.9·1.2 million − 870 000 = 210 000 of the 200 000 still to come.
    const result = standing(
      input('ratio', 'three-measures', [figure(10, 870_000, { denominator: 1_000_000 })], { target: 9000 }),
    );
    expect(result.neededShare).toBeCloseTo(1.05, 9);
    expect(result.level).toBe('watch');
    expect(result.reasons.at(-1)).toMatchObject({ measure: 'neededShare', operator: 'above', number: 1, held: true });
  });

  it('can no longer be met once the year is over', () => {
    const result = standing(input('ratio', 'three-measures', [figure(12, 290, { denominator: 1000 })]));
    expect([result.neededShare, result.remaining, result.neededPerMonth]).toEqual([Infinity, 10, null]);
    // 29 % of 30 %: 0.967 of the schedule, yet more than everything would be needed of what is still to start.
    expect(result.level).toBe('watch');
  });
});
