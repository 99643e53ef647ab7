import { describe, expect, it } from 'vitest';
import { presets } from '#api/measures/rule.ts';
import { cityLevel, levelCounts, provinceStanding, type ProvinceInput } from '#api/measures/roll-up.ts';
import { standing } from '#api/measures/standing.ts';
import type { Level, StandingInput } from '#api/measures/vocabulary.ts';
import { figure, input, monthly, monthlyShares } from './inputs.ts';

const ofCore = (...levels: readonly Level[]) => cityLevel(levels.map((level) => ({ core: true, level })));

describe('cityLevel', () => {
  it('is the worst over the core indicators, in this order', () => {
    expect(ofCore('achieved', 'on-pace', 'no-data', 'watch', 'behind')).toBe('behind');
    expect(ofCore('achieved', 'on-pace', 'no-data', 'watch')).toBe('watch');
    expect(ofCore('achieved', 'on-pace', 'no-data')).toBe('no-data');
    expect(ofCore('achieved', 'on-pace')).toBe('on-pace');
    expect(ofCore('achieved')).toBe('achieved');
  });

  it('leaves out indicators without a target, unless there are no others', () => {
    expect(ofCore('no-target', 'achieved')).toBe('achieved');
    expect(ofCore('no-target', 'no-target')).toBe('no-target');
    expect(ofCore()).toBe('no-target');
  });

  it('leaves out indicators that are not core', () => {
    const standings = [
      { core: false, level: 'behind' },
      { core: true, level: 'on-pace' },
    ] as const;
    expect(cityLevel(standings)).toBe('on-pace');
    expect(cityLevel(standings.slice(0, 1))).toBe('no-target');
  });
});

describe('levelCounts', () => {
  it('counts every level, 0 for those that do not occur', () => {
    const levels: readonly Level[] = ['behind', 'watch', 'behind', 'achieved'];
    expect(levelCounts(levels.map((level) => ({ level })))).toEqual({
      achieved: 1,
      'on-pace': 0,
      watch: 1,
      behind: 2,
      'no-data': 0,
      'no-target': 0,
    });
  });
});

function province(cities: readonly StandingInput[], more: Partial<ProvinceInput> = {}) {
  const kind = cities[0]?.kind ?? 'flow';
  const conditions = presets['three-measures'][kind];
  return provinceStanding({ kind, month: 6, conditions, ownTarget: null, cities, ...more });
}

const flowCity = (values: readonly number[], target: number | null, more: Partial<StandingInput> = {}) =>
  input('flow', 'three-measures', monthly(values), { target, month: 6, ...more });

const juneOf2019 = (value: number) => [figure(6, value, { asOf: '2019-06-30' })];

describe('provinceStanding of a flow', () => {
  const ahead = flowCity([100, 200, 300, 400, 500, 900], 1000);
  const behind = flowCity([100, 200, 300, 400, 500, 600], 3000);
  const result = province([ahead, behind]);

  it('is Σ actual over Σ target', () => {
    // 900 + 600 = 1500 of 4000; pace 0.5; 1500/2000; 100·(0.375 − 0.5); 1500 − 2000.
    expect([result.actual, result.target, result.completion, result.pace]).toEqual([1500, 4000, 0.375, 0.5]);
    expect([result.scheduleRatio, result.gapPoints, result.gapAmount]).toEqual([0.75, -12.5, -500]);
    expect([result.share, result.denominator, result.neededShare, result.targetOfAll]).toEqual([
      null,
      null,
      null,
      4000,
    ]);
  });

  it('is judged on the sums by the same rule', () => {
    // (0.625/0.5)/((900 − 300 + 600 − 300)/4000/0.25) = 1.25/0.9 = 1.3889.
    expect(result.intensity).toBeCloseTo(1.25 / 0.9, 12);
    expect([result.remaining, result.recentPerMonth]).toEqual([2500, 300]);
    expect(result.neededPerMonth).toBeCloseTo(2500 / 6, 9);
    expect(result.level).toBe('behind');
    expect(result.reasons).toHaveLength(5);
    expect(result.coverage).toEqual({ accepted: 2, counted: 2, expected: 2 });
  });

  it('can be achieved while a city is behind', () => {
    const far = flowCity([100, 200, 300, 400, 500, 4000], 1000);
    expect(province([far, behind]).level).toBe('achieved');
    expect(standing(behind).level).toBe('behind');
    expect(province([far, behind]).remaining).toBe(0);
  });

  it('takes each city at its own date', () => {
    // May's city: pace 5/12 of 1200 = 500; June's 0.5 of 1000 = 500; (500 + 500)/2200.
    const late = flowCity([100, 200, 300, 400, 480], 1200);
    const both = province([ahead, late]);
    expect(both.pace).toBeCloseTo(1000 / 2200, 12);
    expect(both.gapAmount).toBeCloseTo(900 + 480 - 1000, 9);
    expect(both.coverage).toEqual({ accepted: 1, counted: 2, expected: 2 });
    // The latest accepted month of any city is June; 2200 − 1380 = 820 over 6 months.
    expect(both.neededPerMonth).toBeCloseTo(820 / 6, 9);
    // (900 − 300)/3 + (480 − 200)/3.
    expect(both.recentPerMonth).toBeCloseTo(200 + 280 / 3, 9);
  });

  it('leaves a city without a figure out of both sums, and shows the target of all beside them', () => {
    const silent = flowCity([], 5000);
    const withSilent = province([ahead, behind, silent]);
    expect([withSilent.actual, withSilent.target, withSilent.targetOfAll]).toEqual([1500, 4000, 9000]);
    expect(withSilent.coverage).toEqual({ accepted: 2, counted: 2, expected: 3 });
    expect(withSilent.level).toBe('behind');
  });

  it('leaves a city without a target out of the sums, while its report still covers', () => {
    const free = flowCity([1, 2, 3, 4, 5, 777], null);
    const withFree = province([ahead, free]);
    expect([withFree.actual, withFree.target, withFree.targetOfAll]).toEqual([900, 1000, 1000]);
    expect(withFree.coverage).toEqual({ accepted: 2, counted: 1, expected: 2 });
  });

  it('shows the target that the province set itself beside the sum', () => {
    const own = province([ahead, behind], { ownTarget: 6000 });
    expect([own.ownTarget, own.ownCompletion, own.target, own.completion]).toEqual([6000, 0.25, 4000, 0.375]);
    expect([result.ownTarget, result.ownCompletion]).toEqual([null, null]);
  });

  it('has no data without a single figure, and no target without a single target', () => {
    const silent = province([flowCity([], 5000), flowCity([1], null)], { ownTarget: 7 });
    expect([silent.level, silent.actual, silent.target, silent.targetOfAll, silent.ownTarget]).toEqual([
      'no-data',
      null,
      null,
      5000,
      7,
    ]);
    expect([silent.reasons, silent.coverage]).toEqual([[], { accepted: 0, counted: 0, expected: 2 }]);
    const aimless = province([flowCity([1], null)]);
    expect([aimless.level, aimless.targetOfAll]).toEqual(['no-target', null]);
  });

  it('counts the months in a row in which the sums lay below plan', () => {
    const conditions = presets.consecutive.flow;
    // Plan of both: 200 a month. Sums: 200, 390, 590, 790, and June 1190 of 1200.
    const one = flowCity([100, 190, 290, 390, 500, 590], 1200);
    const two = flowCity([100, 200, 300, 400, 500, 600], 1200);
    const at = (month: number) => province([one, two], { month, conditions });
    expect([1, 2, 3, 4, 5, 6].map((month) => at(month).monthsBelowPlan)).toEqual([0, 1, 2, 3, 0, 1]);
    expect([3, 5, 6].map((month) => at(month).level)).toEqual(['behind', 'on-pace', 'watch']);
    // July, not reported by anyone, is no further month.
    expect(at(7).monthsBelowPlan).toBe(1);
    expect(province([flowCity([1, 2, 3], 1200)], { month: 3 }).monthsBelowPlan).toBe(3);
  });

  it('has no intensity where every level was lost, as each of them has none', () => {
    const lost = { ...flowCity([], 3000, { figures: [figure(6, 2700)] }), kind: 'stock', baseline: 3000 } as const;
    expect([standing(lost).intensity, province([lost, lost]).intensity]).toEqual([null, null]);
  });

  it('is at nothing of nothing where all targets are 0', () => {
    const zero = province([flowCity([0], 0)]);
    expect([zero.level, zero.completion, zero.pace]).toEqual(['achieved', null, 0]);
  });

  it('grows on the sum of last year, where every city has one', () => {
    const grown = [
      flowCity([1, 2, 3, 4, 5, 900], 1000, { lastYear: juneOf2019(500) }),
      flowCity([1, 2, 3, 4, 5, 600], 3000),
    ];
    expect(province(grown).growthOnLastYear).toBeNull();
    const second = { ...(grown[1] ?? behind), lastYear: juneOf2019(1500) };
    // 1500/2000 − 1.
    expect(province([grown[0] ?? ahead, second]).growthOnLastYear).toBeCloseTo(-0.25, 12);
  });
});

const ratioCity = (pairs: readonly (readonly [number, number])[], target: number) =>
  input('ratio', 'three-measures', monthlyShares(pairs), { target, month: 6 });

describe('provinceStanding of a ratio', () => {
  const early = [
    [10, 50],
    [20, 100],
    [30, 150],
    [40, 200],
    [50, 300],
  ] as const;
  const small = ratioCity([...early, [60, 400]], 2000);
  const large = ratioCity([...early, [240, 600]], 3000);
  const result = province([small, large], { ownTarget: 4000 });

  it('is Σ numerators over Σ denominators, against the targets weighted by denominators', () => {
    // 300/1000; (0.2·400 + 0.3·600)/1000 = 0.26; 0.30/0.26; 100·(0.30 − 0.26); 300 − 260.
    expect([result.actual, result.denominator, result.share, result.target]).toEqual([300, 1000, 0.3, 2600]);
    expect(result.completion).toBeCloseTo(30 / 26, 12);
    expect(result.gapPoints).toBeCloseTo(4, 12);
    expect(result.gapAmount).toBeCloseTo(40, 12);
    expect([result.pace, result.targetOfAll, result.level]).toEqual([1, null, 'achieved']);
  });

  it('projects the sum of the cities’ denominators', () => {
    // D̂ = 800 + 1200; 0.2·800 + 0.3·1200 − 300 = 220 of the 1000 to come; recently (30 + 210)/(250 + 450).
    expect(result.remaining).toBeCloseTo(220, 9);
    expect(result.neededShare).toBeCloseTo(0.22, 12);
    expect(result.intensity).toBeCloseTo(0.22 / (240 / 700), 12);
  });

  it('is achieved where only float noise lies between the sums and their target', () => {
    // 0.04·2 + 0.04·56 + 0.04·17 is 3; as floats 3.000 000 000 000 000 4.
    const parts = [2, 56, 17].map((denominator) => ({
      ...ratioCity([[1, denominator]], 400),
      figures: [figure(12, 1, { denominator })],
    }));
    const sums = province(parts, { month: 12 });
    expect([sums.level, sums.remaining, sums.neededShare, sums.intensity]).toEqual(['achieved', 0, 0, 0]);
  });

  it('compares its share with its own target share', () => {
    // 0.30/0.40.
    expect(result.ownCompletion).toBeCloseTo(0.75, 12);
    expect(province([small, large]).ownCompletion).toBeNull();
  });

  it('projects nothing as long as one city’s curve expects nothing', () => {
    const points = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5, 1];
    const without = province([small, { ...large, points }]);
    expect([without.remaining, without.neededShare, without.neededPerMonth, without.intensity]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(without.share).toBe(0.3);
  });

  it('does not count a city whose denominator is still empty', () => {
    const empty = ratioCity([[0, 0]], 3000);
    expect(province([small, empty]).coverage).toEqual({ accepted: 1, counted: 1, expected: 2 });
    expect(province([empty]).level).toBe('no-data');
  });
});

const stockCity = (values: readonly number[], baseline: number | null, target: number) =>
  input('stock', 'three-measures', monthly(values), { baseline, target, month: 6 });

describe('provinceStanding of a stock', () => {
  const result = province(
    [stockCity([0, 0, 5100, 0, 0, 5400], 5000, 6000), stockCity([0, 0, 900, 0, 0, 1600], 1000, 2000)],
    {
      ownTarget: 8500,
    },
  );

  it('is Σ increase over Σ planned increase, with the levels as they are stored', () => {
    // (400 + 600)/(1000 + 1000); 7000 of 8000; the own target 8500 − 6000 = 2500.
    expect([result.actual, result.target, result.targetOfAll]).toEqual([7000, 8000, 8000]);
    expect([result.completion, result.pace, result.scheduleRatio, result.gapAmount]).toEqual([0.5, 0.5, 1, 0]);
    expect(result.ownCompletion).toBeCloseTo(0.4, 12);
    // (300 + 700)/2000 since March against 0.25 of the season: 1/2.
    expect(result.intensity).toBeCloseTo(0.5, 12);
  });

  it('adds the whole level of a city that fell below a target it had met', () => {
    // Lost: 9 of 10, all expected. Other: 4 of 10 with 5 expected, 2 since March where 2.5 were expected.
    const both = province([stockCity([0, 0, 12, 0, 0, 9], 10, 10), stockCity([0, 0, 22, 0, 0, 24], 20, 30)]);
    expect([both.completion, both.pace, both.remaining]).toEqual([0.65, 0.75, 7]);
    // What the curve still expects is the other's 5: (7/5)/(2/2.5).
    expect(both.intensity).toBeCloseTo(1.75, 12);
  });

  it('does not count a city whose baseline is unknown', () => {
    const unknown = province([stockCity([10], null, 20)]);
    expect([unknown.level, unknown.coverage.counted]).toEqual(['no-data', 0]);
  });
});
