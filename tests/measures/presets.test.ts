import { describe, expect, it } from 'vitest';
import type { PresetName } from '#api/measures/rule.ts';
import { standing } from '#api/measures/standing.ts';
import type { Kind, StandingInput } from '#api/measures/vocabulary.ts';
import { figure, input, monthly, monthlyShares } from './inputs.ts';

// Target 1 000 000 m², linear curve: by the end of June 500 000 are expected, by the end of March 250 000.

/** The level at the end of June, with March and June as given. */
function levelOfJune(preset: PresetName, march: number, june: number, more: Partial<StandingInput> = {}) {
  const figures = [figure(3, march), figure(4, march), figure(5, march), figure(6, june)];
  return standing(input('flow', preset, figures, more)).level;
}

describe('three-measures on a flow', () => {
  it('is behind from a gap of 5 points on, where the intensity agrees', () => {
    // 450 000: gap −5, ratio 0.90, intensity (0.55/0.5)/(0.15/0.25) = 1.1/0.6 = 1.83.
    expect(levelOfJune('three-measures', 300_000, 450_000)).toBe('behind');
    expect(levelOfJune('three-measures', 300_000, 450_001)).toBe('watch');
  });

  it('is behind below a schedule ratio of 0.85, where the gap agrees', () => {
    // 425 000/500 000 = 0.85, gap −7.5, intensity (0.575/0.5)/(0.325/0.25) = 1.15/1.3 = 0.88.
    expect(levelOfJune('three-measures', 100_000, 425_000)).toBe('watch');
    expect(levelOfJune('three-measures', 100_000, 424_999)).toBe('behind');
  });

  it('is behind from an intensity of 1.5 on, where the gap agrees', () => {
    // 437 500: ratio 0.875, gap −6.25, intensity (0.5625/0.5)/(0.1875/0.25) = 1.125/0.75 = 1.5.
    expect(levelOfJune('three-measures', 250_000, 437_500)).toBe('behind');
    expect(levelOfJune('three-measures', 249_999, 437_500)).toBe('watch');
  });

  it('is not behind in the first weeks, when a low ratio is a small gap', () => {
    // 31 January: 40 000 of 83 333, ratio 0.48, gap −4.3.
    expect(standing(input('flow', 'three-measures', monthly([40_000]))).level).toBe('watch');
  });

  it('is watched below a schedule ratio of 0.95', () => {
    // 475 000/500 000 = 0.95, intensity (0.525/0.5)/(0.25/0.25) = 1.05.
    expect(levelOfJune('three-measures', 225_000, 475_000)).toBe('on-pace');
    expect(levelOfJune('three-measures', 225_000, 474_999)).toBe('watch');
  });

  it('is watched from an intensity of 1.2 on', () => {
    // 520 000: ratio 1.04, intensity (0.48/0.5)/(0.2/0.25) = 0.96/0.8 = 1.2.
    expect(levelOfJune('three-measures', 320_000, 520_000)).toBe('watch');
    expect(levelOfJune('three-measures', 319_999, 520_000)).toBe('on-pace');
  });
});

const stockLevelOfJune = (march: number, june: number) => {
  const figures = [march, march, march, june].map((value, index) => figure(index + 3, 7_000_000 + value));
  const more = { baseline: 7_000_000, target: 8_000_000 };
  return standing(input('stock', 'three-measures', figures, more)).level;
};

describe('three-measures on a stock', () => {
  it('draws the same lines on the increase', () => {
    expect(stockLevelOfJune(300_000, 450_000)).toBe('behind');
    expect(stockLevelOfJune(300_000, 450_001)).toBe('watch');
    expect(stockLevelOfJune(225_000, 475_000)).toBe('on-pace');
    expect(stockLevelOfJune(225_000, 474_999)).toBe('watch');
  });
});

describe('points', () => {
  it('is behind more than 30 points below the pace, and watched more than 10', () => {
    // 50 % − 30 = 20 %, 50 % − 10 = 40 %.
    expect(levelOfJune('points', 0, 199_999)).toBe('behind');
    expect(levelOfJune('points', 0, 200_000)).toBe('watch');
    expect(levelOfJune('points', 0, 399_999)).toBe('watch');
    expect(levelOfJune('points', 0, 400_000)).toBe('on-pace');
  });
});

describe('ratio', () => {
  it('is behind below 0.60 of the pace, and watched below 0.80', () => {
    expect(levelOfJune('ratio', 0, 299_999)).toBe('behind');
    expect(levelOfJune('ratio', 0, 300_000)).toBe('watch');
    expect(levelOfJune('ratio', 0, 399_999)).toBe('watch');
    expect(levelOfJune('ratio', 0, 400_000)).toBe('on-pace');
  });
});

const levelAfter = (values: readonly number[]) =>
  standing(input('flow', 'consecutive', monthly(values), { target: 1_200_000 })).level;

const levelAfterShare = (latest: number) => {
  const pairs = [
    [30, 100],
    [59, 200],
    [latest, 300],
  ] as const;
  return standing(input('ratio', 'consecutive', monthlyShares(pairs))).level;
};

describe('consecutive', () => {
  it('is behind after two months in a row below plan, and watched after one', () => {
    expect(levelAfter([100_000, 199_999, 299_999])).toBe('behind');
    expect(levelAfter([100_000, 200_000, 299_999])).toBe('watch');
    expect(levelAfter([99_999, 199_999, 300_000])).toBe('on-pace');
    expect(levelAfter([99_999])).toBe('watch');
  });

  it('counts the months of a ratio by its share', () => {
    expect(levelAfterShare(89)).toBe('behind');
    expect(levelAfterShare(90)).toBe('achieved');
  });
});

describe('average', () => {
  const lastYear = [figure(6, 450_000, { asOf: '2019-06-30' })];

  it('is behind below the same date of last year', () => {
    expect(levelOfJune('average', 0, 449_999, { lastYear })).toBe('behind');
    expect(levelOfJune('average', 0, 450_000, { lastYear })).toBe('watch');
  });

  it('is watched below plan', () => {
    expect(levelOfJune('average', 0, 499_999)).toBe('watch');
    expect(levelOfJune('average', 0, 500_000)).toBe('on-pace');
  });

  it('is watched below the average completion of its peers', () => {
    expect(levelOfJune('average', 0, 500_000, { peersCompletion: 0.500001 })).toBe('watch');
    expect(levelOfJune('average', 0, 500_000, { peersCompletion: 0.5 })).toBe('on-pace');
  });
});

// Target 30 % of a denominator of 1 000 000 by the end of June: 300 000.
const ratioLevelOfJune = (preset: PresetName, numerator: number, kind: Kind = 'ratio') =>
  standing(input(kind, preset, [figure(6, numerator, { denominator: 1_000_000 })])).level;

const levelOfOctober = (numerator: number) =>
  standing(input('ratio', 'three-measures', [figure(10, numerator, { denominator: 1_000_000 })], { target: 9000 }))
    .level;

describe('presets on a ratio', () => {
  it('three-measures is behind below 0.85 of the target share, and watched below 0.95', () => {
    expect(ratioLevelOfJune('three-measures', 254_999)).toBe('behind');
    expect(ratioLevelOfJune('three-measures', 255_000)).toBe('watch');
    expect(ratioLevelOfJune('three-measures', 284_999)).toBe('watch');
    expect(ratioLevelOfJune('three-measures', 285_000)).toBe('on-pace');
  });

  it('three-measures is watched when more than all of the remaining starts are needed', () => {
    // Target 90 %, October: D̂ = 1 000 000/(10/12) = 1 200 000; (1 080 000 − 880 000)/200 000 = 1.
    expect(levelOfOctober(879_999)).toBe('watch');
    expect(levelOfOctober(880_000)).toBe('on-pace');
  });

  it('points takes 30 and 10 points of the completion', () => {
    expect(ratioLevelOfJune('points', 209_999)).toBe('behind');
    expect(ratioLevelOfJune('points', 210_000)).toBe('watch');
    expect(ratioLevelOfJune('points', 269_999)).toBe('watch');
    expect(ratioLevelOfJune('points', 270_000)).toBe('on-pace');
  });

  it('ratio is behind below 0.60 of the target share, and watched below 0.80', () => {
    expect(ratioLevelOfJune('ratio', 179_999)).toBe('behind');
    expect(ratioLevelOfJune('ratio', 180_000)).toBe('watch');
    expect(ratioLevelOfJune('ratio', 239_999)).toBe('watch');
    expect(ratioLevelOfJune('ratio', 240_000)).toBe('on-pace');
  });

  it('average compares the share with the share of last year', () => {
    const lastYear = [figure(6, 50_000, { asOf: '2019-06-30', denominator: 200_000 })];
    const against = (numerator: number) =>
      standing(input('ratio', 'average', [figure(6, numerator, { denominator: 1_000_000 })], { lastYear })).level;
    // 50/200 = 25 %.
    expect(against(249_999)).toBe('behind');
    expect(against(250_000)).toBe('watch');
  });
});

describe('presets on a stock', () => {
  it.each([
    ['points', 200_000, 'watch'],
    ['points', 199_999, 'behind'],
    ['ratio', 300_000, 'watch'],
    ['ratio', 299_999, 'behind'],
    ['consecutive', 499_999, 'behind'],
    ['consecutive', 500_000, 'on-pace'],
    ['average', 499_999, 'watch'],
    ['average', 500_000, 'on-pace'],
  ] as const)('%s judges an increase of %d as %s', (preset, increase, level) => {
    const figures = [figure(5, 7_000_000), figure(6, 7_000_000 + increase)];
    const more = { baseline: 7_000_000, target: 8_000_000 };
    expect(standing(input('stock', preset, figures, more)).level).toBe(level);
  });
});
