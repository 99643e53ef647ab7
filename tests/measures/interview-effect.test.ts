import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interviewEffect, meanOf } from '#api/measures/interview-effect.ts';

const twelfths = Array.from({ length: 12 }, (_, index) => (index + 1) / 12);
const figuresOf = (amounts: Readonly<Record<number, number>>) =>
  Object.entries(amounts).map(([month, cumulative]) => ({ month: Number(month), cumulative }));

/** A target of 1200 expects 100 a month. */
const inOctober = (amounts: Readonly<Record<number, number>>, more: { month?: number; target?: number | null } = {}) =>
  interviewEffect({ year: 2020, month: 10, target: 1200, points: twelfths, figures: figuresOf(amounts), ...more });

describe('the effect of an interview', () => {
  it('is the pace of the two months before and after, without the meeting’s own', () => {
    // August and September: 500 − 400 = 100 of 200 expected. November and December: 990 − 700 = 290 of 200. October's 200 count nowhere.
    const effect = inOctober({ 7: 400, 8: 450, 9: 500, 10: 700, 11: 800, 12: 990 });
    expect(effect.before).toBeCloseTo(0.5, 12);
    expect(effect.after).toBeCloseTo(1.45, 12);
    expect(effect.change).toBeCloseTo(0.95, 12);
  });

  it('is not known with too few months, without a target, and across the turn of the year', () => {
    expect(inOctober({ 7: 400, 9: 500 })).toEqual({ before: expect.closeTo(0.5, 12), after: null, change: null });
    expect(inOctober({ 9: 500, 10: 700, 12: 990 })).toMatchObject({ before: null, change: null });
    expect(inOctober({ 7: 400, 9: 500, 10: 700, 12: 990 }, { target: null })).toEqual({
      before: null,
      after: null,
      change: null,
    });
    expect(inOctober({ 8: 450, 10: 700, 11: 800, 12: 990 }, { month: 11 })).toMatchObject({ after: null });
    expect(inOctober({ 1: 100, 2: 200, 4: 400 }, { month: 2 })).toEqual({ before: null, after: 1, change: null });
  });

  it('begins the year at nothing', () => {
    expect(inOctober({ 2: 100 }, { month: 3 }).before).toBeCloseTo(0.5, 12);
  });

  it('is 1 before and after for whoever follows the curve, whatever the target', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 10 }), fc.integer({ min: 12, max: 10_000_000 }), (month, target) => {
        const figures = twelfths.map((share, index) => ({ month: index + 1, cumulative: share * target }));
        const { before, after } = interviewEffect({ year: 2020, month, target, points: twelfths, figures });
        expect(before).toBeCloseTo(1, 9);
        expect(after).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('a mean', () => {
  it('is over what is known', () => {
    expect([meanOf([1, null, 3]), meanOf([null]), meanOf([])]).toEqual([2, null, null]);
  });
});
