/** A curve as it is typed and moved by hand. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveProblem, linearPoints, starts2019Points } from '#api/measures/curve.ts';
import { curveIn, curveTexts, moved, readCurve, shareAfter, shareIn } from '#web/parts/curve-texts.ts';

const linear = curveTexts(linearPoints);

describe('the texts of a curve', () => {
  it('say each share in per cent to four decimals, and are a curve again', () => {
    expect(linear.slice(0, 3)).toEqual(['8.3333', '16.6667', '25.00']);
    expect(linear[11]).toBe('100.00');
    expect(curveIn(curveTexts(starts2019Points))?.[8]).toBeCloseTo(starts2019Points[8] ?? 0, 6);
  });

  it('are read by the grammar of all numbers', () => {
    expect(['12.5', '１２．５', '12.5%', ' 12.50 ', '0', '100'].map(shareIn)).toEqual([
      0.125, 0.125, 0.125, 0.125, 0, 1,
    ]);
    expect(['', '100.0001', '-1', '1e1', '12.34567', 'x'].map(shareIn)).toEqual([null, null, null, null, null, null]);
  });

  it('name the months that must be mended', () => {
    const texts = linear.with(3, '10').with(6, '').with(11, '99');
    expect([...readCurve(texts).wrong]).toEqual([4, 7, 12]);
    expect(curveIn(texts)).toBeNull();
    expect(readCurve(linear).wrong.size).toBe(0);
  });
});

describe('a month moved by hand', () => {
  it('takes the months with it that it would overtake, and leaves December', () => {
    // 41.6667 in May, 50 in June, 58.3333 in July: July at 45 takes June down with it.
    expect(moved(linear, 7, 0.45).slice(3, 8)).toEqual(['33.3333', '41.6667', '45.00', '45.00', '66.6667']);
    expect(moved(linear, 2, 0.4).slice(0, 6)).toEqual(['8.3333', '40.00', '40.00', '40.00', '41.6667', '50.00']);
    expect(moved(linear, 12, 0.5)).toEqual(linear);
  });

  it('is a curve after any walk', () => {
    const step = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      share: fc.double({ min: -0.5, max: 1.5, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const texts = steps.reduce((at, { month, share }) => moved(at, month, share), linear);
        const points = curveIn(texts);
        expect(points === null ? 'none' : curveProblem(points)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it('goes by keys a point, five points, or to its neighbours', () => {
    expect(shareAfter('ArrowUp', linear, 6)).toBeCloseTo(0.51, 9);
    expect(shareAfter('PageDown', linear, 6)).toBeCloseTo(0.45, 9);
    expect(shareAfter('Home', linear, 6)).toBe(0.416667);
    expect(shareAfter('End', linear, 6)).toBe(0.583333);
    expect(shareAfter('Home', linear, 1)).toBe(0);
    expect(shareAfter('a', linear, 6)).toBeNull();
  });
});
