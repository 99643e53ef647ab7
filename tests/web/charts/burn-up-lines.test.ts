/** Where the lines of a burn-up lie, to the pixel: a line that is a month off looks right and is not. */
import { describe, expect, it } from 'vitest';
import { burnUpLayout, sharedMax } from '#web/charts/burn-up-layout.ts';
import type { BurnUpPoint } from '#web/charts/burn-up-layout.ts';

/** Margins of 10 left, 20 right, 30 above and 40 below: 120 wide and 100 high between them, 10 a month. */
const size = { width: 150, height: 170, left: 10, right: 20, top: 30, bottom: 40 };
const point = (position: number, value: number, accepted = true, expected: number | null = null): BurnUpPoint => ({
  month: Math.ceil(position),
  position,
  value,
  expected,
  accepted,
});
const pace = [0, 0.05, 0.1, 0.2, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.8, 0.9, 1];

const sideOf = (value: number, expected: number | null) =>
  burnUpLayout({ points: [point(6, value, true, expected)], pace, target: 1, max: 1 }, size).end?.side;

describe('the lines of a burn-up', () => {
  it('give each month end of the pace its own place', () => {
    const { pace: line, baseline, paceEnd, targetY } = burnUpLayout({ points: [], pace, target: 1, max: 1 }, size);
    // y = 130 − 100 × share, x = 10 + 10 × month
    expect(line).toBe('M10 130L20 125L30 120L40 110L50 105L60 95L70 85L80 75L90 65L100 55L110 50L120 40L130 30');
    expect([baseline, targetY]).toEqual([130, 30]);
    expect(paceEnd).toEqual({ x: 130, y: 30 });
  });

  it('put a figure of the middle of a month between its ends, in the order of the days', () => {
    const points = [point(9.5, 0.8, false), point(2, 0.125), point(9, 0.75), point(9.25, 0.78, false)];
    const layout = burnUpLayout({ points, pace: [], target: null, max: 1 }, size);
    expect(layout.actual).toBe('M10 130L30 117.5L100 55');
    // What waits goes on from the newest accepted figure, and from no other.
    expect(layout.pending).toBe('M100 55L102.5 52L105 50');
    expect(layout.markers.map(({ x, y }) => [x, y])).toEqual([
      [30, 117.5],
      [100, 55],
      [102.5, 52],
      [105, 50],
    ]);
    expect(layout.end).toMatchObject({ x: 100, y: 55, side: 'above' });
    expect(layout.months).toEqual([
      { month: 3, x: 40 },
      { month: 6, x: 70 },
      { month: 9, x: 100 },
      { month: 12, x: 130 },
    ]);
  });

  it('round to a tenth and fit a scale beyond the target', () => {
    const layout = burnUpLayout({ points: [point(1, 1 / 3)], pace, target: 1, max: 1.25 }, size);
    // 130 − 80 = 50 is the target; 130 − 100 × (1/3) ÷ 1.25 = 103.33
    expect(layout.targetY).toBe(50);
    expect(layout.markers[0]?.y).toBe(103.3);
  });

  it('draw no pending line where nothing waits, nor where nothing but one pending figure is', () => {
    expect(burnUpLayout({ points: [point(1, 0.1)], pace, target: 1, max: 1 }, size).pending).toBe('');
    const waiting = burnUpLayout({ points: [point(1, 0.1, false)], pace, target: 1, max: 1 }, size);
    expect([waiting.pending, waiting.actual, waiting.end]).toEqual(['', '', null]);
  });

  it('keep the label off the pace’s line: below it where the figure is below', () => {
    expect([sideOf(0.4, 0.45), sideOf(0.45, 0.45), sideOf(0.5, 0.45), sideOf(0.4, null)]).toEqual([
      'below',
      'above',
      'above',
      'above',
    ]);
  });
});

describe('a scale for several burn-ups', () => {
  it('rises in quarters of the target, and never ends below it', () => {
    expect([1, 1.01, 1.25, 1.26, 1.9].map((value) => sharedMax([0.3, value], 1))).toEqual([1, 1.25, 1.25, 1.5, 2]);
    expect(sharedMax([700, 200], 600)).toBe(750);
    expect(sharedMax([-5], 600)).toBe(600);
  });
});
