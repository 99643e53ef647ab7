import { describe, expect, it } from 'vitest';
import { cityOf } from '#api/standings/replies.ts';
import {
  area,
  areas,
  close,
  detailAt,
  everybody,
  figuresOf,
  north,
  nothing,
  ofArea,
  smallOffice,
  standingAt,
  target,
} from '#tests/support/small-office.ts';

describe('a flow in a city’s reply', () => {
  it('has every measure in its unit at the end of June', () => {
    const source = 'https://example.org/june';
    const snapshot = smallOffice({
      targets: [target(north, area, 1200, { origin: 'published', source: 'https://example.org/target' })],
      figures: [
        ...figuresOf(north, area, { 1: 60, 2: 150, 3: 300, 4: 380, 5: 450 }, { origin: 'invented' }),
        ...figuresOf(north, area, { 6: 540 }, { origin: 'published', source }),
        ...figuresOf(north, area, { 7: 680 }),
      ],
    });
    expect(standingAt(snapshot, 6)).toEqual({
      indicator: 'area',
      ownCurve: null,
      byOriginalTarget: null,
      level: 'watch',
      target: 1200,
      actual: 540,
      share: null,
      numerator: null,
      denominator: null,
      completion: close(0.45), // 540 / 1200
      pace: close(0.5), // 6 / 12
      scheduleRatio: close(0.9), // 540 / 600
      gapPoints: close(-5), // 45 − 50
      gapAmount: close(-60), // 540 − 600
      remaining: 660, // 1200 − 540
      neededPerMonth: 110, // 660 over July to December
      recentPerMonth: 80, // (540 − 300) / 3, since March
      intensity: close(1.375), // (660 / 600) / (240 / 300)
      neededShare: null,
      reasons: [
        { level: 'behind', measure: 'gapPoints', operator: 'at-or-below', number: -10, value: close(-5), held: false },
        { level: 'watch', measure: 'gapPoints', operator: 'below', number: 0, value: close(-5), held: true },
      ],
      wayOut: [
        // By the end of July 700 are expected: 160 more than 540; the whole target is 660 more.
        { level: 'on-pace', add: 160, by: '2021-07-31', denominatorAdded: null },
        { level: 'achieved', add: 660, by: '2021-07-31', denominatorAdded: null },
      ],
      asOf: '2021-06-30',
      missingMonths: 0,
      curvePace: close(0.5),
      previous: { asOf: '2021-03-31', actual: 300, numerator: null, denominator: null, pace: close(0.25) },
      baseline: 0,
      provenance: { origin: 'published', source },
      targetProvenance: { origin: 'published', source: 'https://example.org/target' },
    });
  });

  it('measures January from the start of the year', () => {
    expect(standingAt(ofArea(areas), 1)).toMatchObject({
      actual: 60,
      completion: close(0.05),
      gapAmount: close(-40),
      remaining: 1140,
      neededPerMonth: close(1140 / 11),
      recentPerMonth: 60,
      intensity: close(1140 / 1100 / (60 / 100)),
      previous: { asOf: null, actual: null, numerator: null, denominator: null, pace: 0 },
      missingMonths: 0,
    });
  });

  it('leaves no month to make up in December, and no way out', () => {
    const standing = standingAt(ofArea({ 9: 700, 10: 800, 11: 900, 12: 1100 }), 12);
    expect(standing).toMatchObject({
      level: 'watch', // 91.67 % of 100 %: −8.33 points
      completion: close(1100 / 1200),
      pace: 1,
      gapAmount: -100,
      remaining: 100,
      neededPerMonth: null,
      recentPerMonth: close(400 / 3),
      intensity: 'infinite',
      wayOut: [],
    });
  });

  it('has nothing left to do once the target is met', () => {
    expect(standingAt(ofArea({ 6: 1200 }), 6)).toMatchObject({
      level: 'achieved',
      completion: 1,
      remaining: 0,
      neededPerMonth: 0,
      intensity: 0,
      wayOut: [],
    });
  });

  it('stays at the date of its last figure and counts the months without one', () => {
    expect(standingAt(ofArea({ 1: 60, 2: 150, 3: 300, 4: 380 }), 6)).toMatchObject({
      level: 'watch',
      actual: 380,
      pace: close(4 / 12),
      gapAmount: close(-20), // against 400 at the end of April
      neededPerMonth: close(820 / 8),
      asOf: '2021-04-30',
      missingMonths: 2,
      wayOut: [
        { level: 'on-pace', add: 120, by: '2021-05-31' },
        { level: 'achieved', add: 820, by: '2021-05-31' },
      ],
    });
  });

  it('says nothing without a figure but that it is missing', () => {
    const snapshot = ofArea({});
    expect(standingAt(snapshot, 6)).toEqual({
      ...nothing,
      indicator: 'area',
      level: 'no-data',
      target: 1200,
      missingMonths: 6,
      baseline: 0,
      targetProvenance: { origin: 'reported', source: null },
    });
    expect(detailAt(snapshot, 6)).toMatchObject({ series: [], lastYear: [], projection: null });
    expect(cityOf(snapshot, north, 6, everybody)).toMatchObject({
      level: 'no-data',
      counts: { achieved: 0, 'on-pace': 0, watch: 0, behind: 0, 'no-data': 1, 'no-target': 0 },
    });
  });

  it('is not judged without a target, though what was reported stands', () => {
    const snapshot = ofArea(areas, null);
    expect(standingAt(snapshot, 6)).toMatchObject({
      level: 'no-target',
      target: null,
      actual: 540,
      recentPerMonth: 80,
      completion: null,
      remaining: null,
      gapAmount: null,
      targetProvenance: null,
      provenance: { origin: 'reported', source: null },
    });
    expect(detailAt(snapshot, 6)?.series.map(({ expected }) => expected)).toEqual(Array(8).fill(null));
    expect(cityOf(snapshot, north, 6, everybody)?.level).toBe('no-target');
  });

  it('has the target and the figure of the month asked for, not of the year’s end', () => {
    const raised = target(north, area, 1500, { sequence: 2, effectiveMonth: 7, origin: 'invented' });
    const snapshot = smallOffice({
      targets: [target(north, area, 1200), raised],
      figures: figuresOf(north, area, areas),
    });
    expect(standingAt(snapshot, 6)).toMatchObject({
      target: 1200,
      actual: 540,
      targetProvenance: { origin: 'reported' },
      byOriginalTarget: null,
    });
    expect(standingAt(snapshot, 7)).toMatchObject({
      target: 1500,
      actual: 680,
      completion: close(680 / 1500),
      byOriginalTarget: { target: 1200, completion: close(680 / 1200) },
      targetProvenance: { origin: 'invented' },
    });
  });
});
