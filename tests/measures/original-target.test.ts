import { describe, expect, it } from 'vitest';
import { byOriginalTarget } from '#api/measures/original-target.ts';
import { figure, input, monthly, monthlyShares } from './inputs.ts';

const at = (values: readonly number[], target: number) => input('flow', 'three-measures', monthly(values), { target });

describe('byOriginalTarget', () => {
  it('measures the same figure by the target that the year began with', () => {
    const raised = { input: at([100, 200, 300, 480], 760), original: 700 };
    // 480 ÷ 700
    expect(byOriginalTarget([raised], 4)).toEqual({ target: 700, completion: expect.closeTo(480 / 700, 12) });
  });

  it('says nothing where the target was never changed, or nothing is done yet', () => {
    expect(byOriginalTarget([{ input: at([480], 760), original: null }], 1)).toBeNull();
    expect(byOriginalTarget([{ input: at([], 760), original: 700 }], 1)).toBeNull();
  });

  it('measures a stock’s increase, and a ratio’s share', () => {
    const stock = input('stock', 'three-measures', [figure(6, 80)], { target: 120, baseline: 50 });
    // (80 − 50) ÷ (100 − 50)
    expect(byOriginalTarget([{ input: stock, original: 100 }], 6)).toEqual({ target: 100, completion: 0.6 });
    const ratio = input('ratio', 'three-measures', monthlyShares([[30, 120]]), { target: 3000 });
    // 30 ÷ 120 = 25 % of 20 %
    const of = byOriginalTarget([{ input: ratio, original: 2000 }], 1);
    expect(of).toEqual({ target: expect.closeTo(2000, 9), completion: expect.closeTo(1.25, 12) });
  });

  it('sums over cities, each by its own original target, and only where one that counts was changed', () => {
    const changed = { input: at([100, 300], 760), original: 700 };
    const kept = { input: at([50, 100], 300), original: null };
    // (300 + 100) ÷ (700 + 300)
    expect(byOriginalTarget([changed, kept], 2)).toEqual({ target: 1000, completion: 0.4 });
    const silent = { input: at([], 200), original: 100 };
    expect(byOriginalTarget([kept, silent], 2)).toBeNull();
    expect(byOriginalTarget([changed, kept, silent], 2)).toEqual({ target: 1000, completion: 0.4 });
  });
});
