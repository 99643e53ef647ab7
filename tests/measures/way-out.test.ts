import { describe, expect, it } from 'vitest';
import { standing } from '#api/measures/standing.ts';
import type { StandingInput } from '#api/measures/vocabulary.ts';
import { february, figure, input, monthly, november, september, wan, workedExample } from './inputs.ts';

const ways = (given: StandingInput) => standing(given).wayOut.map(({ level, add }) => [level, add]);

describe('the way out of the worked examples', () => {
  it('lets October add 69.55 for watch and 117.82 for on pace after September', () => {
    // On pace: 0.95·0.817216·600 = 465.8134, 465.8134 − 348 = 117.8134 → 117.82.
    expect(standing(workedExample(september)).wayOut).toEqual([
      { level: 'watch', add: wan(69.55), by: '2020-10-31', denominatorAdded: null },
      { level: 'on-pace', add: wan(117.82), by: '2020-10-31', denominatorAdded: null },
      { level: 'achieved', add: wan(252), by: '2020-10-31', denominatorAdded: null },
    ]);
  });

  it('starts above the current level after February', () => {
    // 0.95·0.170492·600 = 97.1806, less 30 → 67.19.
    expect(ways(workedExample(february))).toEqual([
      ['on-pace', wan(67.19)],
      ['achieved', wan(570)],
    ]);
  });

  it('is judged at the year’s end after November, where what is short of the target needs infinitely much', () => {
    // A gap of exactly −5 points is still behind: 0.95·600 − 468 = 102, and one hundredth more; 600 − 468 = 132.
    expect(ways(workedExample(november))).toEqual([
      ['watch', wan(102.01)],
      ['achieved', wan(132)],
    ]);
  });

  it('leaves out a level that costs as much as a better one', () => {
    // 600 − 468 = 132 is what on pace would need as well: nobody would stop there.
    expect(ways(workedExample(november)).map(([level]) => level)).not.toContain('on-pace');
  });
});

// ‘ratio’ preset, linear, July: 0.8·1 000 000·7/12 = 466 666.67; less 100 000 is 366 666.67 m².
const onPaceIn = (scale: number, decimals: number) =>
  ways(input('flow', 'ratio', [figure(6, 100_000)], { scale, decimals })).at(1);

describe('the way out of a flow', () => {
  it('is rounded up to the indicator’s decimals', () => {
    expect(onPaceIn(10_000, 2)).toEqual(['on-pace', 366_700]);
    expect(onPaceIn(10_000, 4)).toEqual(['on-pace', 366_667]);
    expect(onPaceIn(10_000, 0)).toEqual(['on-pace', 370_000]);
    expect(onPaceIn(1, 0)).toEqual(['on-pace', 366_667]);
    // More decimals than the scale holds leave whole base units.
    expect(onPaceIn(1, 2)).toEqual(['on-pace', 366_667]);
  });

  it('rounds what is missing to the target up as well', () => {
    expect(ways(input('flow', 'ratio', [figure(6, 899_950)]))).toEqual([['achieved', 100_100]]);
  });

  it('is judged at the end of the same month after a figure of its middle', () => {
    const given = input('flow', 'ratio', [figure(9, 300_000), figure(10, 310_000, { asOf: '2020-10-15' })]);
    // October’s end: 0.6·833 333.33 = 500 000; 0.8·833 333.33 = 666 666.67.
    expect(standing(given).wayOut).toEqual([
      { level: 'watch', add: 190_000, by: '2020-10-31', denominatorAdded: null },
      { level: 'on-pace', add: 356_700, by: '2020-10-31', denominatorAdded: null },
      { level: 'achieved', add: 690_000, by: '2020-10-31', denominatorAdded: null },
    ]);
  });

  it('replaces that figure of the middle, so that three months earlier stays where it was', () => {
    // January 0, … April 300 000 of the 15th; at April’s end three earlier is January: p − p₋ = 3/12.
    // 1.2 is reached where ((1 − a)/(2/3))/(a/0.25) = 1.2: 0.375·(1 − a) = 1.2·a, a = 0.238; the ratio needs
    // 0.95·333 333.33 = 316 666.67, which is 16 666.67 more.
    const months = [...monthly([0, 100_000, 200_000]), figure(4, 300_000, { asOf: '2020-04-29' })];
    const given = input('flow', 'three-measures', months);
    expect(standing(given).level).toBe('watch');
    expect(ways(given)[0]).toEqual(['on-pace', 16_700]);
    // With January at 250 000: 0.375·(1 − a) = 1.2·(a − 0.25), a = 0.428571…, 128 571.4 more.
    const late = [...monthly([250_000, 260_000, 270_000]), figure(4, 300_000, { asOf: '2020-04-29' })];
    expect(ways(input('flow', 'three-measures', late)).at(-2)).toEqual(['on-pace', 128_600]);
  });

  it('is 0 where time alone leads to the level', () => {
    // June: all of 60 %, but only 200 000 since March where 30 % were expected: intensity 1/(0.2/0.3) = 1.5.
    // July expects nothing and looks back to April: 200 000 where 20 % were expected, intensity 1.
    const points = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.6, 0.7, 0.8, 0.9, 0.95, 1];
    const figures = monthly([100_000, 200_000, 400_000, 400_000, 500_000, 600_000]);
    const given = input('flow', 'three-measures', figures, { points });
    expect(standing(given).level).toBe('watch');
    expect(ways(given)).toEqual([
      ['on-pace', 0],
      ['achieved', 400_000],
    ]);
  });

  it('looks at the same date of last year, one month on', () => {
    const lastYear = monthly([0, 0, 0, 0, 0, 600_000, 700_000], 2019);
    const given = input('flow', 'average', [figure(6, 590_000)], { lastYear });
    // June: 590 < 600, behind. July: 700 000 − 590 000; the plan of 583 333 is already met.
    expect(ways(given)).toEqual([
      ['on-pace', 110_000],
      ['achieved', 410_000],
    ]);
  });

  it('counts the months below plan on from the ones before', () => {
    const given = input('flow', 'consecutive', monthly([90_000, 190_000]), { target: 1_200_000 });
    // March: a third month below plan would be behind, so that watch too needs 300 000.
    expect(ways(given)).toEqual([
      ['on-pace', 110_000],
      ['achieved', 1_010_000],
    ]);
  });
});

describe('the way out of a stock', () => {
  it('adds to the level', () => {
    const given = input('stock', 'ratio', [figure(6, 7_100_000)], { baseline: 7_000_000, target: 8_000_000 });
    // July: 0.6·583 333.33 = 350 000; 0.8·583 333.33 = 466 666.67; both less 100 000.
    expect(ways(given)).toEqual([
      ['watch', 250_000],
      ['on-pace', 366_700],
      ['achieved', 900_000],
    ]);
  });
});

const waysFrom = (numerator: number) =>
  ways(input('ratio', 'three-measures', [figure(6, numerator, { denominator: 600_000 })]));

describe('the way out of a ratio', () => {
  it('presumes that the denominator grows along the curve, and adds to the numerator', () => {
    const given = input('ratio', 'three-measures', [figure(6, 120_000, { denominator: 600_000 })]);
    // D̂ = 1 200 000, July adds 100 000. 0.85·0.3·700 000 = 178 500; 0.95·0.3·700 000 = 199 500; 0.3·700 000 = 210 000.
    expect(standing(given).wayOut).toEqual([
      { level: 'watch', add: 58_500, by: '2020-07-31', denominatorAdded: 100_000 },
      { level: 'on-pace', add: 79_500, by: '2020-07-31', denominatorAdded: 100_000 },
      { level: 'achieved', add: 90_000, by: '2020-07-31', denominatorAdded: 100_000 },
    ]);
  });

  it('cannot add more to the numerator than to the denominator', () => {
    // 110 000 + 100 000 is just the 210 000 of `achieved`; 100 less falls short.
    expect(waysFrom(110_000).at(-1)).toEqual(['achieved', 100_000]);
    expect(waysFrom(109_900).at(-1)).toEqual(['achieved', null]);
    expect(waysFrom(109_900).at(-2)).toEqual(['on-pace', 89_600]);
    expect(waysFrom(0)).toEqual([
      ['watch', null],
      ['on-pace', null],
      ['achieved', null],
    ]);
  });

  it('rounds the denominator’s growth that it presumes up to the indicator’s decimals, so that it can be typed', () => {
    // D̂ = 1 000 003·2 = 2 000 006; /12 = 166 667.17, which is 16.67 万㎡: room for 1 667 steps of 100.
    const given = input('ratio', 'ratio', [figure(6, 100_000, { denominator: 1_000_003 })], { target: 2285 });
    expect(standing(given).wayOut.map(({ denominatorAdded }) => denominatorAdded)).toEqual([166_700, 166_700, 166_700]);
    // 0.2285·1 166 703 = 266 591.6; 100 000 + 166 600 = 266 600 is enough.
    expect(ways(given).at(-1)).toEqual(['achieved', 166_600]);
    const tighter = input('ratio', 'ratio', [figure(6, 99_800, { denominator: 1_000_003 })], { target: 2285 });
    // 266 591.6 − 99 800 = 166 791.6 needs 1 668 steps, 166 800 > 166 700.
    expect(ways(tighter).at(-1)).toEqual(['achieved', null]);
  });

  it('presumes no less than the curve', () => {
    // D̂ = 999 703·2; /12 = 166 617.17, which lies nearer to 16.66 than to 16.67 万㎡.
    const given = input('ratio', 'ratio', [figure(6, 0, { denominator: 999_703 })]);
    expect(standing(given).wayOut[0]?.denominatorAdded).toBe(166_700);
  });

  it('does not round up what exceeds a typable growth by float noise alone', () => {
    // D̂ = 30 000·12/2 = 180 000; March adds 15 000, as floats 15 000.000000000004.
    const given = input('ratio', 'ratio', [figure(2, 0, { denominator: 30_000 })]);
    expect(standing(given).wayOut[0]?.denominatorAdded).toBe(15_000);
  });

  it('is judged at the end of the month after a figure of its middle', () => {
    const given = input('ratio', 'ratio', [figure(6, 10_000, { denominator: 110_000, asOf: '2020-06-15' })]);
    // p = 5.5/12, D̂ = 240 000, the rest of June adds 240 000·0.5/12 = 10 000.
    expect(standing(given).wayOut[0]).toEqual({
      level: 'watch',
      add: null,
      by: '2020-06-30',
      denominatorAdded: 10_000,
    });
  });
});

describe('no way out', () => {
  it('is left after December’s final figure', () => {
    expect(ways(input('flow', 'ratio', [figure(12, 500_000)]))).toEqual([]);
    const before = input('flow', 'ratio', [figure(12, 500_000, { asOf: '2020-12-30' })]);
    expect(standing(before).wayOut[0]).toMatchObject({ level: 'watch', add: 100_000, by: '2020-12-31' });
  });

  it('is needed once achieved', () => {
    expect(ways(input('flow', 'ratio', [figure(6, 1_000_000)]))).toEqual([]);
  });
});
