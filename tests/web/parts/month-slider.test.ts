import { describe, expect, it } from 'vitest';
import { lastMonth, nearestFirst } from '#web/parts/month-slider.tsx';

describe('a year that is replayed', () => {
  it('ends with December, the running one with the month of today', () => {
    expect([2019, 2020, 2021].map((year) => lastMonth(year, '2020-10-19'))).toEqual([12, 10, 1]);
  });

  it('asks for the neighbours of the shown month first', () => {
    expect(nearestFirst(9, 10)).toEqual([8, 10, 7, 6, 5, 4, 3, 2, 1]);
    expect(nearestFirst(1, 1)).toEqual([]);
  });
});
