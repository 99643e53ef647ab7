import { describe, expect, it } from 'vitest';
import { linearPoints } from '#api/measures/curve.ts';
import { completionInput, completionPoints } from '#web/features/sprint/completion-points.ts';

const curve = { code: 'linear', name: { zh: '', en: '' }, points: [...linearPoints], source: { zh: '', en: '' } };
const at = (month: number, asOf: string, cumulative: number, denominator: number | null = null) => ({
  month,
  asOf,
  cumulative,
  denominator,
  expected: null,
  accepted: true,
  origin: 'invented' as const,
  source: null,
});
const valuesOf = (points: ReturnType<typeof completionPoints>): number[] => points.map(({ value }) => value);

describe('completionPoints', () => {
  it('divides a flow by its target and knows the pace of its day', () => {
    const against = {
      indicator: { kind: 'flow', curve },
      standing: { target: 600, baseline: null },
      year: 2020,
    } as const;
    const [point] = completionPoints([at(9, '2020-09-30', 348)], against);
    // 348 / 600 = 0.58; 9 of 12 months on a linear curve.
    expect(point).toEqual({ month: 9, position: 9, value: 0.58, expected: 0.75, accepted: true });
  });

  it('divides a share by the target share, with a pace of 1 all year', () => {
    const against = {
      indicator: { kind: 'ratio', curve },
      standing: { target: 0.3, baseline: null },
      year: 2020,
    } as const;
    // 60 of 250 is 0.24; 0.24 / 0.3 = 0.8. Without anything started there is no share.
    const points = completionPoints([at(3, '2020-03-31', 60, 250), at(4, '2020-04-30', 0, 0)], against);
    expect(valuesOf(points)).toEqual([expect.closeTo(0.8, 12)]);
    expect(points[0]?.expected).toBe(1);
  });

  it('judges a stock on the increase over the end of last year', () => {
    const against = {
      indicator: { kind: 'stock', curve },
      standing: { target: 300, baseline: 100 },
      year: 2020,
    } as const;
    // (150 − 100) / (300 − 100) = 0.25
    expect(valuesOf(completionPoints([at(6, '2020-06-30', 150)], against))).toEqual([0.25]);
  });

  it('shows nothing without a target or without the level that a stock began with', () => {
    const flow = {
      indicator: { kind: 'flow', curve },
      standing: { target: null, baseline: null },
      year: 2020,
    } as const;
    const stock = {
      indicator: { kind: 'stock', curve },
      standing: { target: 300, baseline: null },
      year: 2020,
    } as const;
    expect(completionPoints([at(9, '2020-09-30', 348)], flow)).toEqual([]);
    expect(completionPoints([at(9, '2020-09-30', 348)], stock)).toEqual([]);
  });
});

describe('completionInput', () => {
  const points = [{ month: 9, position: 9, value: 0.58, expected: 0.75, accepted: true }];
  const inputOf = (kind: 'flow' | 'ratio' | 'stock', projection: number | null, baseline: number | null = 0) =>
    completionInput(points, { projection }, { indicator: { kind, curve }, standing: { target: 600, baseline } });

  it('goes from New Year over the curve’s twelve month ends to the target, on one scale for all', () => {
    expect(inputOf('flow', 480)).toEqual({
      points,
      pace: [0, ...linearPoints],
      targets: [{ from: 0, value: 1 }],
      plan: [],
      start: 0,
      projection: 0.8,
      max: 1.1,
    });
  });

  it('has the approved plan on the same scale', () => {
    const plan = [
      { position: 9, value: 348 },
      { position: 10, value: 420 },
      { position: 12, value: 600 },
    ];
    const against = { indicator: { kind: 'flow', curve }, standing: { target: 600, baseline: 0 } } as const;
    // 348, 420 and 600 of 600.
    expect(completionInput(points, { projection: null, plan }, against).plan).toEqual([
      { position: 9, value: 0.58 },
      { position: 10, value: 0.7 },
      { position: 12, value: 1 },
    ]);
  });

  it('has no pace and no start of a share, and a stock’s projection on its increase', () => {
    expect(inputOf('ratio', null)).toMatchObject({ pace: [], start: null, projection: null });
    // (480 − 100) / (600 − 100)
    expect(inputOf('stock', 480, 100).projection).toBeCloseTo(0.76, 12);
  });
});
