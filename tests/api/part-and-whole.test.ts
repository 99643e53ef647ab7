import { describe, expect, it } from 'vitest';
import { exceededBy } from '#api/figures/lifecycle.ts';

const figure = (cumulative: number, denominator: number | null = null, scale = 10_000) => ({
  cumulative,
  denominator,
  scale,
});

describe('what a figure is greater than', () => {
  it('is its denominator, from one more on', () => {
    expect(exceededBy(figure(500, 500), null)).toEqual([]);
    expect(exceededBy(figure(501, 500), null)).toEqual(['denominator']);
    expect(exceededBy(figure(501), null)).toEqual([]);
  });

  it('is the figure that it is a part of, in units of different size too', () => {
    // 5.01 万㎡ of 5 万㎡; then 5.01 万㎡ of a whole that is kept in hundreds: 5.01 and 5.
    expect(exceededBy(figure(50_000), figure(50_000))).toEqual([]);
    expect(exceededBy(figure(50_100), figure(50_000))).toEqual(['whole']);
    expect(exceededBy(figure(50_100), figure(501, null, 100))).toEqual([]);
    expect(exceededBy(figure(50_100), figure(500, null, 100))).toEqual(['whole']);
  });

  it('may be both, its denominator first', () => {
    expect(exceededBy(figure(3, 2), figure(1))).toEqual(['denominator', 'whole']);
  });
});
