import { describe, expect, it } from 'vitest';
import { nearestPoint } from '#web/charts/point-under.ts';

describe('nearestPoint', () => {
  it('is the place nearest to the pointer, none where there are none', () => {
    expect(nearestPoint([1, 2, 9], 5.4)).toBe(1);
    expect(nearestPoint([1, 2, 9], 5.6)).toBe(2);
    expect(nearestPoint([], 3)).toBeNull();
  });
});
