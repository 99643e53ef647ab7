import { describe, expect, it } from 'vitest';
import { burnUpLayout, sharedMax } from '#web/charts/burn-up-layout.ts';
import type { BurnUpPoint } from '#web/charts/burn-up-layout.ts';

/** 120 wide and 100 high without margins: 10 a month, 100 for the whole scale. */
const size = { width: 120, height: 100, left: 0, right: 0, top: 0, bottom: 0 };
const point = (month: number, value: number, more: Partial<BurnUpPoint> = {}): BurnUpPoint => ({
  month,
  position: month,
  value,
  expected: 0.5,
  accepted: true,
  ...more,
});
const flat = Array.from({ length: 13 }, (_, month) => month / 12);

describe('burnUpLayout', () => {
  it('begins at 0 on New Year and puts a month end at its place', () => {
    // March: x = 3 × 10; 0.25 of a scale of 1: y = 100 − 25.
    const layout = burnUpLayout({ points: [point(3, 0.25)], pace: flat, target: 1, max: 1 }, size);
    expect(layout.actual).toBe('M0 100L30 75');
    expect(layout.markers[0]).toMatchObject({ x: 30, y: 75 });
    expect(layout.targetY).toBe(0);
    expect(layout.paceEnd).toEqual({ x: 120, y: 0 });
  });

  it('keeps pending figures out of the line and continues it to them', () => {
    const points = [point(1, 0.1), point(2, 0.3, { accepted: false })];
    const layout = burnUpLayout({ points, pace: flat, target: 1, max: 1 }, size);
    expect(layout.actual).toBe('M0 100L10 90');
    expect(layout.pending).toBe('M10 90L20 70');
    expect(layout.end?.point.month).toBe(1);
  });

  it('puts the label on the side that the pace leaves free', () => {
    const behind = burnUpLayout({ points: [point(6, 0.4)], pace: flat, target: 1, max: 1 }, size);
    const ahead = burnUpLayout({ points: [point(6, 0.6)], pace: flat, target: 1, max: 1 }, size);
    expect([behind.end?.side, ahead.end?.side]).toEqual(['below', 'above']);
  });

  it('draws no lines without figures and without a target', () => {
    const layout = burnUpLayout({ points: [], pace: [], target: null, max: 1 }, size);
    expect(layout).toMatchObject({ actual: '', pace: '', pending: '', targetY: null, paceEnd: null, end: null });
  });
});

describe('sharedMax', () => {
  it('is the target where nothing passes it', () => {
    expect(sharedMax([0.2, 0.9], 1)).toBe(1);
    expect(sharedMax([], 1)).toBe(1);
  });

  it('makes room in quarters of the target', () => {
    expect(sharedMax([0.5, 1.38], 1)).toBe(1.5);
  });
});
