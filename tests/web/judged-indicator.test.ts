import { describe, expect, it } from 'vitest';
import { judgedIndicator } from '#web/parts/judged-indicator.ts';
import { indicatorOf, standingOf } from './standings.ts';

describe('judgedIndicator', () => {
  it('has the points of the region’s own curve where it is judged by one', () => {
    const indicator = indicatorOf('area');
    const own = judgedIndicator(standingOf('area', { ownCurve: { years: [2019], points: [0.5, 1] } }), indicator);
    expect(own.curve).toEqual({ ...indicator.curve, points: [0.5, 1] });
    expect(judgedIndicator(standingOf('area'), indicator)).toBe(indicator);
    expect(judgedIndicator(null, indicator)).toBe(indicator);
  });
});
