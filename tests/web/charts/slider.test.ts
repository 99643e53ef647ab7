import { describe, expect, it } from 'vitest';
import { pointNumber, sliderOf } from '#web/charts/slider.ts';

describe("a chart's reading cursor", () => {
  it('stands on the newest point where nobody reads, and counts from 1', () => {
    expect([pointNumber(null, 9), pointNumber(0, 9), pointNumber(8, 9)]).toEqual([9, 1, 9]);
  });

  it('stays within its range where there is no point', () => {
    expect(pointNumber(null, 0)).toBe(1);
    expect(sliderOf({ title: 'a', reading: '--', count: 0 })).toMatchObject({ 'aria-valuemin': 1, 'aria-valuemax': 1 });
  });
});
