import { describe, expect, it } from 'vitest';
import { rank, rankCities } from '#api/measures/ranking.ts';
import { levels, type Level } from '#api/measures/vocabulary.ts';

const keys = (items: readonly { readonly key: string }[]) => items.map(({ key }) => key).join('');

const ratioOf = (item: { readonly ratio: number | null }) => item.ratio;

describe('rank', () => {
  const items = [
    { key: 'd', ratio: null },
    { key: 'b', ratio: 0.9 },
    { key: 'c', ratio: 0.5 },
    { key: 'a', ratio: null },
    { key: 'f', ratio: 1.2 },
    { key: 'e', ratio: 0.9 },
  ];
  it('puts low values first where the worst come first, equal ones by key, missing ones last', () => {
    expect(keys(rank(items, 'worst-first', ratioOf))).toBe('cbefad');
  });

  it('puts high values first where the best come first, equal ones still by key, missing ones still last', () => {
    expect(keys(rank(items, 'best-first', ratioOf))).toBe('fbecad');
  });

  it('takes values within 1e-9 of each other as equal, and Infinity as a value of its own', () => {
    // 0.1 + 0.2 lies 5.6e-17 above 0.3.
    const noisy = [
      { key: 'b', ratio: 0.3 },
      { key: 'a', ratio: 0.1 + 0.2 },
      { key: 'c', ratio: 0.3 - 2e-9 },
      { key: 'e', ratio: Number.NEGATIVE_INFINITY },
      { key: 'd', ratio: Number.POSITIVE_INFINITY },
    ];
    expect(keys(rank(noisy, 'worst-first', ratioOf))).toBe('ecabd');
    expect(keys(rank(noisy.toReversed(), 'best-first', ratioOf))).toBe('dabce');
  });

  it('does not depend on the order of input, and leaves the input as it was', () => {
    expect(keys(rank(items.toReversed(), 'worst-first', ratioOf))).toBe('cbefad');
    expect(keys(items)).toBe('dbcafe');
  });
});

describe('rankCities', () => {
  it('goes by level first: behind, watch, on pace, achieved, no data, no target', () => {
    // Keys that would put them the other way round, if two levels counted the same.
    const order: readonly Level[] = ['behind', 'watch', 'on-pace', 'achieved', 'no-data', 'no-target'];
    const items = levels.map((level) => ({ key: String(9 - order.indexOf(level)), level, gapPoints: 0 }));
    expect(rankCities(items).map(({ level }) => level)).toEqual(order);
  });

  it('goes by gap, then key, within a level', () => {
    const items = [
      { key: 'a', level: 'watch', gapPoints: null },
      { key: 'd', level: 'watch', gapPoints: -3 },
      { key: 'c', level: 'watch', gapPoints: -8 },
      { key: 'b', level: 'watch', gapPoints: -3 },
      { key: 'e', level: 'behind', gapPoints: -5 },
      { key: 'f', level: 'watch', gapPoints: -3 - 1e-12 },
    ] as const;
    expect(keys(rankCities(items))).toBe('ecbdfa');
    expect(keys(rankCities(items.toReversed()))).toBe('ecbdfa');
  });
});
