import { array, assert, constant, integer, oneof, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '#web/charts/text-width.ts';
import { pictureLayout, type PictureHeads, type PictureLayout } from '#web/features/sprint/picture-layout.ts';
import { roomText } from '#web/features/sprint/meeting/room-text.ts';
import { hatchPath } from '#web/features/sprint/picture-row-layout.ts';
import type { PictureRow } from '#web/features/sprint/picture-rows.ts';

const heads: PictureHeads = {
  ending: '年底',
  rates: '每月需要/近期',
  wayOut: '10月底前转正常',
  pace: (share) => `序时 ${share * 100}%`,
  tick: (share) => `${share * 100}%`,
};
const wenzhou: PictureRow = {
  region: '330300',
  name: '温州',
  level: 'behind',
  completion: 0.55,
  pace: 0.66,
  projected: 0.88,
  ending: '缺 72',
  isShort: true,
  needed: 80,
  recent: 40,
  neededText: '80',
  recentText: '40',
  wayOut: '再增 70',
};
const hangzhou: PictureRow = {
  ...wenzhou,
  region: '330100',
  name: '杭州',
  projected: 1.9,
  isShort: false,
  needed: 20,
  recent: 160,
};
const drawn = (rows: readonly PictureRow[], width = 1200): PictureLayout =>
  pictureLayout(rows, heads, { width, text: 13 });
const rowOf = (layout: PictureLayout, index = 0) => {
  const row = layout.rows[index];
  if (row === undefined) throw new Error('no such row');
  return row;
};

describe('the sprint’s picture', () => {
  it('measures every bar from 0 on a scale that ends at 110 %', () => {
    const layout = drawn([wenzhou, hangzhou]);
    const { left, right } = layout.columns;
    const shareOf = (x: number | null): number => (((x ?? left) - left) / (right - left)) * 1.1;
    const row = rowOf(layout);
    expect([row.done, row.pace, row.projected, row.target].map((x) => shareOf(x).toFixed(4))).toEqual([
      '0.5500',
      '0.6600',
      '0.8800',
      '1.0000',
    ]);
    expect(row.missing).toEqual({ from: row.projected, to: row.target });
    // Beyond the scale it ends open at its end, and nothing is missing.
    const open = rowOf(layout, 1);
    expect([open.projected, open.isOpen, open.missing]).toEqual([right, true, null]);
    expect(row.isOpen).toBe(false);
  });

  it('lets the pairs of all cities share one scale from 0', () => {
    const layout = drawn([wenzhou, hangzhou]);
    const widths = [0, 1].flatMap((index) => {
      const { needed, recent } = rowOf(layout, index);
      return [needed?.width, recent?.width];
    });
    const { bars } = layout.columns;
    // 80, 40, 20 and 160 of 160
    expect(widths.map((width) => (width ?? 0) / bars)).toEqual([0.5, 0.25, 0.125, 1]);
  });

  it('draws nothing for what is not known, which is not zero', () => {
    const empty = {
      ...wenzhou,
      completion: null,
      pace: null,
      projected: null,
      needed: null,
      recent: 0,
      isShort: false,
    };
    const row = rowOf(drawn([empty]));
    expect([row.done, row.pace, row.projected, row.missing, row.needed]).toEqual([null, null, null, null, null]);
    expect(row.recent?.width).toBe(0);
  });

  it('keeps all words within the frame and the bars the widest part, however narrow and whatever the names', () => {
    const words = string({ minLength: 1, maxLength: 9 });
    const row = record({
      name: words,
      ending: words,
      neededText: words,
      recentText: words,
      wayOut: oneof(words, constant('')),
    });
    const inputs = record({
      rows: array(row, { minLength: 1, maxLength: 12 }),
      width: integer({ min: 320, max: 1760 }),
    });
    assert(
      property(inputs, ({ rows, width }) => {
        const layout = drawn(
          rows.map((row, index) => ({ ...wenzhou, ...row, region: String(index) })),
          width,
        );
        const { columns, text } = layout;
        expect(columns.right - columns.left).toBeGreaterThanOrEqual(width * (columns.isWide ? 0.4 : 0.8));
        const written = layout.rows.flatMap((one) => [
          one.ending,
          ...(one.wayOut ? [one.wayOut] : []),
          ...[one.needed, one.recent].flatMap((bar) => (bar ? [bar.words] : [])),
        ]);
        for (const word of [...written, ...layout.heads, ...layout.ticks]) {
          expect(word.x).toBeGreaterThanOrEqual(0);
          expect(word.x + textWidth(word.text, text)).toBeLessThanOrEqual(width + 0.001);
          expect(word.y).toBeLessThanOrEqual(layout.height);
        }
      }),
    );
  });
});

describe('hatchPath', () => {
  it('stays within its box, and is empty for an empty one', () => {
    expect(hatchPath({ left: 10, right: 10, top: 0, bottom: 12 }, 40)).toBe('');
    const numbers = [...hatchPath({ left: 10, right: 40, top: 0, bottom: 12 }, 5).matchAll(/[ML]([\d.]+) ([\d.]+)/g)];
    expect(numbers.length).toBe(16);
    for (const [, x, y] of numbers) {
      expect([Number(x) >= 10, Number(x) <= 40, Number(y) >= 0, Number(y) <= 12]).toEqual([true, true, true, true]);
    }
  });
});

describe('the picture in a place that it fills', () => {
  it('sets its rows as far apart as the height allows, and no nearer than their words need', () => {
    const rows = [wenzhou, hangzhou];
    const natural = pictureLayout(rows, heads, { width: 1200, text: 13 });
    const filling = pictureLayout(rows, heads, { width: 1200, text: 13, height: 500 });
    expect(filling.height).toBeCloseTo(500, 6);
    expect(filling.rows.map(({ height }) => height)).toEqual([filling.rows[0]?.height, filling.rows[0]?.height]);
    expect(pictureLayout(rows, heads, { width: 1200, text: 13, height: 40 }).height).toBe(natural.height);
  });

  it('has words as large as still fit, whether beside the bars or above them', () => {
    const rows = [wenzhou, hangzhou];
    assert(
      property(integer({ min: 300, max: 2600 }), integer({ min: 160, max: 1800 }), (width, height) => {
        const text = roomText(rows, heads, { width, height });
        const heightAt = (size: number): number => pictureLayout(rows, heads, { width, text: size }).height;
        expect(text).toBeGreaterThanOrEqual(11);
        if (text > 11) expect(heightAt(text)).toBeLessThanOrEqual(height);
        if (text + 1 <= width / 18) expect(heightAt(text + 1)).toBeGreaterThan(height);
      }),
    );
    // On paper nothing is measured.
    expect(roomText(rows, heads, { width: 440, height: null })).toBe(14);
  });

  it('names halves of the target where the words of quarters would touch', () => {
    expect(drawn([wenzhou]).ticks.map(({ text }) => text)).toEqual(['0%', '25%', '50%', '75%', '100%']);
    expect(pictureLayout([wenzhou], heads, { width: 150, text: 13 }).ticks.map(({ text }) => text)).toEqual([
      '0%',
      '50%',
      '100%',
    ]);
  });
});
