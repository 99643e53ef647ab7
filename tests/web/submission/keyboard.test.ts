import { describe, expect, it } from 'vitest';
import { placeAfter, rowStep } from '#web/features/submissions/form/keyboard.ts';
import type { KeyPress } from '#web/features/submissions/form/keyboard.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  isComposing: false,
  ...more,
});

describe('rowStep', () => {
  it('goes down with Enter and the arrow, up with Shift+Enter and the other arrow', () => {
    expect(rowStep(press('Enter'))).toBe(1);
    expect(rowStep(press('ArrowDown'))).toBe(1);
    expect(rowStep(press('Enter', { shiftKey: true }))).toBe(-1);
    expect(rowStep(press('ArrowUp'))).toBe(-1);
  });

  it('leaves Tab, typing, selecting and every combination to the browser', () => {
    for (const key of ['Tab', '1', 'ArrowLeft', 'Escape']) expect(rowStep(press(key))).toBeNull();
    expect(rowStep(press('ArrowUp', { shiftKey: true }))).toBeNull();
    expect(rowStep(press('Enter', { ctrlKey: true }))).toBeNull();
    expect(rowStep(press('ArrowDown', { altKey: true }))).toBeNull();
  });

  it('does not move while an input method builds a word, whose Enter is its own', () => {
    expect(rowStep(press('Enter', { isComposing: true }))).toBeNull();
  });
});

describe('placeAfter', () => {
  it('stays in the column', () => {
    expect(placeAfter([2, 2, 2], { row: 0, column: 1 }, 1)).toEqual({ row: 1, column: 1 });
    expect(placeAfter([2, 2, 2], { row: 2, column: 0 }, -1)).toEqual({ row: 1, column: 0 });
  });

  it('takes the last cell of a narrower row', () => {
    expect(placeAfter([2, 1], { row: 0, column: 1 }, 1)).toEqual({ row: 1, column: 0 });
  });

  it('is null at the edges', () => {
    expect(placeAfter([2, 2], { row: 1, column: 0 }, 1)).toBeNull();
    expect(placeAfter([2, 2], { row: 0, column: 0 }, -1)).toBeNull();
  });
});
