import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortfalls } from '#api/measures/pareto.ts';

const of = (gaps: Readonly<Record<string, number | null>>) =>
  Object.entries(gaps).map(([key, gapAmount]) => ({ key, gapAmount }));

describe('shortfalls', () => {
  it('are the gaps below the pace, the largest first, with shares of their own sum alone', () => {
    // 60 + 30 + 10 are missing; what c is ahead makes up for none of it.
    const found = shortfalls(of({ a: -10, b: -60, c: 500, d: null, e: 0, f: -30 }));
    expect(found.map(({ item, share, cumulative }) => [item.key, share, cumulative])).toEqual([
      ['b', 0.6, 0.6],
      ['f', 0.3, 0.9],
      ['a', 0.1, 1],
    ]);
  });

  it('take float noise for no gap and for no order', () => {
    expect(shortfalls(of({ a: -1e-12, b: 0 }))).toEqual([]);
    const found = shortfalls(of({ b: -0.3, a: -(0.1 + 0.2) }));
    expect(found.map(({ item }) => item.key)).toEqual(['a', 'b']);
  });

  it('fall, add up to everything, and do not depend on the order of input', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 12 }), (gaps) => {
        const items = gaps.map((gapAmount, index) => ({ key: String(index).padStart(2, '0'), gapAmount }));
        const found = shortfalls(items);
        expect(found).toHaveLength(gaps.filter((gap) => gap < 0).length);
        expect(shortfalls(items.toReversed())).toEqual(found);
        for (const [index, { share, cumulative }] of found.entries()) {
          const sum = found.slice(0, index + 1).reduce((total, one) => total + one.share, 0);
          expect(cumulative).toBeCloseTo(sum, 9);
          expect(share).toBeLessThanOrEqual((found[index - 1]?.share ?? 1) + 1e-9);
        }
        if (found.length > 0) expect(found.at(-1)?.cumulative).toBe(1);
      }),
    );
  });
});
