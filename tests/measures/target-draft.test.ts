/** Next year's target drafted from this year's. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftTarget } from '#api/measures/target-draft.ts';

const flow = (growth: number, step: number) => ({ kind: 'flow', growth, step }) as const;
const ratio = (growth: number, step: number) => ({ kind: 'ratio', growth, step }) as const;

const cases = fc.record({
  base: fc.integer({ min: 0, max: 99_999_999_999 }),
  growth: fc.integer({ min: -10_000, max: 50_000 }),
  step: fc.oneof(fc.constantFrom(1, 100, 10_000, 50_000, 100_000, 1_000_000), fc.integer({ min: 1, max: 9_999_999 })),
});

describe('a drafted target', () => {
  it('grows by a percentage and is rounded, halves away from zero', () => {
    // 600.00 万㎡ × 1.0525 = 631.5; the nearest 5 is 630, the nearest 1 is 632.
    expect(draftTarget(6_000_000, flow(525, 50_000))).toBe(6_300_000);
    expect(draftTarget(6_000_000, flow(525, 10_000))).toBe(6_320_000);
    // 1.15 × 1.1 = 1.265 is 1.2649999999999999 in floats; 10 pieces × 1.05 = 10.5.
    expect(draftTarget(115, flow(1000, 1))).toBe(127);
    expect(draftTarget(10, flow(500, 1))).toBe(11);
    expect(draftTarget(0, flow(500, 10))).toBe(0);
  });

  it('of a ratio moves by points', () => {
    // 30 % and 1.5 points; to whole points 31.5 is 32, and 0.5 points below nothing is −1.
    expect(draftTarget(3000, ratio(150, 1))).toBe(3150);
    expect(draftTarget(3000, ratio(150, 100))).toBe(3200);
    expect(draftTarget(0, ratio(-50, 100))).toBe(-100);
  });

  it('stays missing where there was none', () => {
    expect(draftTarget(null, flow(500, 1))).toBeNull();
    expect(draftTarget(null, ratio(500, 1))).toBeNull();
  });

  it('is the multiple of the step that lies nearest, and of two the one farther from zero', () => {
    fc.assert(
      fc.property(cases, ({ base, growth, step }) => {
        const drafted = draftTarget(base, flow(growth, step)) ?? Number.NaN;
        expect(drafted % step).toBe(0);
        // Both sides times 10 000, twice: 2 × distance is at most the step, and where it is the step it lies above.
        const twice = 2n * (BigInt(drafted) * 10_000n - BigInt(base) * BigInt(10_000 + growth));
        const limit = BigInt(step) * 10_000n;
        expect(twice > -limit && twice <= limit).toBe(true);
      }),
    );
  });

  it('rises with its base and with the growth', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 10_000 }), ({ base, growth, step }, more) => {
        const drafted = draftTarget(base, flow(growth, step)) ?? Number.NaN;
        expect(draftTarget(base, flow(growth + more, step))).toBeGreaterThanOrEqual(drafted);
        expect(draftTarget(base + more, flow(growth, step))).toBeGreaterThanOrEqual(drafted);
      }),
    );
  });

  it('leaves what is a multiple already, where nothing is added', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), cases, (count, { step }) => {
        expect(draftTarget(count * step, flow(0, step))).toBe(count * step);
      }),
    );
  });
});
