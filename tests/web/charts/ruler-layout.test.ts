/** The ruler's marks lie true to scale, and its words touch nothing, whatever the amounts. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rulerLayout } from '#web/charts/ruler-layout.ts';
import { textWidth } from '#web/charts/text-width.ts';

const text = 14;
const mark = (amount: number, words = `+${amount} 已完成`) => ({ key: String(amount), amount, text: words });

describe('the ruler', () => {
  it('puts half of the amount half of the way, in one row where there is room', () => {
    const placed = rulerLayout([mark(0), mark(126), mark(252)], { width: 640, text });
    expect(placed.map(({ x }) => x)).toEqual([14, 320, 626]);
    expect(placed.map(({ row }) => row)).toEqual([0, 0, 0]);
  });

  it('takes another row where words would touch', () => {
    expect(rulerLayout([mark(0), mark(1), mark(252)], { width: 640, text }).map(({ row }) => row)).toEqual([0, 1, 0]);
  });

  it('keeps words apart and within the frame', () => {
    const amounts = fc.uniqueArray(fc.double({ min: 0, max: 9999, noNaN: true }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 260, max: 760 }), (some, width) => {
        const marks = some.map((amount) => mark(amount, `+${amount.toFixed(1)} 已完成`));
        const placed = rulerLayout(marks, { width, text });
        const boxes = placed.map(({ left, row, text: words }) => ({ left, row, right: left + textWidth(words, text) }));
        for (const [index, box] of boxes.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(width + 1e-9);
          const others = boxes.slice(index + 1).filter(({ row }) => row === box.row);
          for (const other of others) expect(other.left >= box.right || box.left >= other.right).toBe(true);
        }
      }),
    );
  });
});
