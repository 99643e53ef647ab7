import { describe, expect, it } from 'vitest';
import { movedCursor } from '#web/charts/point-cursor.ts';

describe('movedCursor', () => {
  it.each([
    ['ArrowLeft', 2, 1],
    ['ArrowDown', 0, 0],
    ['ArrowRight', 2, 3],
    ['ArrowUp', 3, 3],
    ['Home', 2, 0],
    ['End', 0, 3],
  ])('moves with %s from %i to %i of four points', (key, from, to) => {
    expect(movedCursor(from, key, 4)).toBe(to);
  });

  it('leaves other keys to the page', () => {
    expect(movedCursor(1, 'f', 4)).toBeNull();
    expect(movedCursor(1, 'Tab', 4)).toBeNull();
  });
});
