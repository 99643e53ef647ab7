/** Gaps around the pace: on one scale, whole where they are shortfalls, within the frame whatever they are. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divergingLayout, divergingWidth } from '#web/charts/diverging-layout.ts';

describe('bars around the pace', () => {
  it('are cut where a surplus is over twice the largest shortfall', () => {
    // −15 to 30 points on 200: 4.444 a point, the pace at 66.67.
    const { zero, bars } = divergingLayout([-15, 65, null, 0]);
    expect(zero).toBeCloseTo(66.67, 1);
    expect(bars[0]).toEqual({ from: 0, width: expect.closeTo(66.67, 1), open: false });
    expect(bars[1]).toEqual({ from: zero, width: expect.closeTo(133.33, 1), open: true });
    expect(bars[2]).toBeNull();
    expect(bars[3]).toEqual({ from: zero, width: 0, open: false });
  });

  it('show a tenth of a point as little, not as the whole picture', () => {
    expect(divergingLayout([-0.1, 0.1]).bars[0]?.width).toBeCloseTo(2, 5);
  });

  it('stay in the frame, and are as long as their gap on the one scale', () => {
    const gap = fc.oneof(fc.constant(null), fc.double({ min: -120, max: 400, noNaN: true }));
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 12 }), (gaps) => {
        const { zero, bars } = divergingLayout(gaps);
        for (const [index, bar] of bars.entries()) {
          const points = gaps[index] ?? 0;
          if (bar === null) continue;
          expect(bar.from).toBeGreaterThanOrEqual(-1e-9);
          expect(bar.from + bar.width).toBeLessThanOrEqual(divergingWidth + 1e-9);
          expect(points < 0 ? bar.from + bar.width : bar.from).toBeCloseTo(zero, 6);
          // No shortfall is ever cut.
          if (points < 0) expect(bar.open).toBe(false);
        }
        const drawn = bars.flatMap((bar, index) =>
          bar === null || bar.open ? [] : [[Math.abs(gaps[index] ?? 0), bar.width] as const],
        );
        const [a, b] = drawn;
        if (a && b) expect(a[0] * b[1]).toBeCloseTo(b[0] * a[1], 3);
      }),
    );
  });
});
