import { describe, expect, it } from 'vitest';
import { historyStep, isBlock, parseBlock, placeAfter, rowStep, spread } from '#web/features/submissions/form/grid.ts';
import type { KeyPress } from '#web/features/submissions/form/grid.ts';

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

describe('historyStep', () => {
  it('undoes and redoes with the keys of every system', () => {
    const ctrl = { ctrlKey: true };
    const command = { metaKey: true };
    expect([historyStep(press('z', ctrl)), historyStep(press('z', command))]).toEqual(['undo', 'undo']);
    expect([historyStep(press('Z', { ...ctrl, shiftKey: true })), historyStep(press('y', ctrl))]).toEqual([
      'redo',
      'redo',
    ]);
    expect(historyStep(press('Z', { ...command, shiftKey: true }))).toBe('redo');
  });

  it('leaves every other key alone', () => {
    expect(historyStep(press('z'))).toBeNull();
    expect(historyStep(press('z', { ctrlKey: true, altKey: true }))).toBeNull();
    expect(historyStep(press('z', { ctrlKey: true, isComposing: true }))).toBeNull();
    expect(historyStep(press('v', { ctrlKey: true }))).toBeNull();
    expect(historyStep(press('Y', { ctrlKey: true, shiftKey: true }))).toBeNull();
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

describe('parseBlock', () => {
  it('reads what spreadsheets put on the clipboard, whichever line end they write', () => {
    const rows = [
      ['1', '2'],
      ['3', '4'],
    ];
    expect(parseBlock('1\t2\r\n3\t4\r\n')).toEqual(rows);
    expect(parseBlock('1\t2\n3\t4')).toEqual(rows);
    expect(parseBlock('1\t2\r3\t4\r')).toEqual(rows);
  });

  it('takes the quotation marks off and the spaces away, and leaves the numbers as they were typed', () => {
    expect(parseBlock('"1,234.5"\t ５．５ \t12万')).toEqual([['1,234.5', '５．５', '12万']]);
  });
});

describe('isBlock', () => {
  it('is more than one cell', () => {
    expect(isBlock('1\t2')).toBe(true);
    expect(isBlock('1\n2')).toBe(true);
    expect(isBlock('1')).toBe(false);
    // A single copied cell ends with a line end and is still one value.
    expect(isBlock('1\r\n')).toBe(false);
  });
});

describe('spread', () => {
  const widths = [2, 2, 2];

  it('lets a column go down the rows from the cell it is pasted into', () => {
    expect(spread([['1'], ['2']], { row: 1, column: 1 }, widths)).toEqual({
      cells: [
        { row: 1, column: 1, text: '1' },
        { row: 2, column: 1, text: '2' },
      ],
      left: 0,
    });
  });

  it('fills two columns as they stand', () => {
    expect(spread([['1', '2']], { row: 0, column: 0 }, widths).cells).toEqual([
      { row: 0, column: 0, text: '1' },
      { row: 0, column: 1, text: '2' },
    ]);
  });

  it('leaves a place as it was where the block is empty, because empty is not zero', () => {
    expect(spread([['1'], [''], ['3']], { row: 0, column: 0 }, widths).cells.map(({ row }) => row)).toEqual([0, 2]);
  });

  it('counts what lies beyond the form', () => {
    expect(spread([['1', '2'], ['3'], ['4']], { row: 1, column: 1 }, widths)).toMatchObject({
      cells: [{ text: '1' }, { text: '3' }],
      left: 2,
    });
  });
});
