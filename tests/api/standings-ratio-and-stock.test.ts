import { describe, expect, it } from 'vitest';
import type { ForecastSnapshot } from '#api/assessments/snapshot.ts';
import {
  close,
  demos,
  detailAt,
  figuresOf,
  north,
  nothing,
  share,
  smallOffice,
  standingAt,
  steel,
  target,
  type Amounts,
} from '#tests/support/small-office.ts';

describe('a ratio in a city’s reply', () => {
  // March: 144 of 600; June: 324 of 1200, a share of 27 % where 30 % is the target.
  const snapshot = smallOffice({
    indicators: [share],
    targets: [target(north, share, 30)],
    figures: figuresOf(north, share, {
      1: [20, 100],
      2: [60, 300],
      3: [144, 600],
      4: [200, 800],
      5: [260, 1000],
      6: [324, 1200],
    }),
    lastYear: figuresOf(north, share, { 6: [200, 1000] }, { year: 2020 }),
  });

  it('is its share, with both parts beside it', () => {
    expect(standingAt(snapshot, 6, 'share')).toEqual({
      indicator: 'share',
      ownCurve: null,
      byOriginalTarget: null,
      level: 'watch',
      target: 0.3,
      actual: close(0.27), // 324 / 1200
      share: close(0.27),
      numerator: 324,
      denominator: 1200,
      completion: close(0.9), // 324 / (30 % of 1200)
      pace: 1,
      scheduleRatio: close(0.9),
      gapPoints: close(-3), // 27 − 30
      gapAmount: close(-36), // 324 − 360
      remaining: close(396), // 30 % of 1200 / 0.5 is 720, less 324
      neededPerMonth: close(66),
      recentPerMonth: close(60), // (324 − 144) / 3
      intensity: close(1.1), // (396 / 1200) / (180 / 600)
      neededShare: close(0.33), // 396 of the 1200 still to come
      reasons: [
        { level: 'behind', measure: 'scheduleRatio', operator: 'below', number: 0.85, value: close(0.9), held: false },
        { level: 'watch', measure: 'scheduleRatio', operator: 'below', number: 0.95, value: close(0.9), held: true },
      ],
      wayOut: [
        // July brings a twelfth of 2400, which makes 1400: 95 % of its 420 is 399, 75 more than 324.
        { level: 'on-pace', add: 75, by: '2021-07-31', denominatorAdded: 200 },
        { level: 'achieved', add: 96, by: '2021-07-31', denominatorAdded: 200 },
      ],
      asOf: '2021-06-30',
      missingMonths: 0,
      curvePace: close(0.5),
      previous: { asOf: '2021-03-31', actual: close(0.24), numerator: 144, denominator: 600, pace: close(0.25) },
      baseline: 0,
      provenance: { origin: 'reported', source: null },
      targetProvenance: { origin: 'reported', source: null },
    });
  });

  it('is neither projected nor expected anything, and shows both parts of every month', () => {
    const detail = detailAt(snapshot, 6, 'share');
    expect(detail?.projection).toBeNull();
    expect(detail?.series.map(({ cumulative, denominator, expected }) => [cumulative, denominator, expected])).toEqual([
      [20, 100, null],
      [60, 300, null],
      [144, 600, null],
      [200, 800, null],
      [260, 1000, null],
      [324, 1200, null],
    ]);
    expect(detail?.lastYear).toEqual([{ month: 6, cumulative: 200, denominator: 1000 }]);
  });

  it('has no share three months ago where there was nothing to divide by', () => {
    const empty = smallOffice({
      indicators: [share],
      targets: [target(north, share, 30)],
      figures: figuresOf(north, share, { 1: [0, 0], 2: [0, 0], 3: [0, 0], 4: [30, 100] }),
    });
    expect(standingAt(empty, 3, 'share')).toMatchObject({ level: 'no-data', actual: null, share: null, numerator: 0 });
    expect(standingAt(empty, 4, 'share')?.previous).toEqual({
      asOf: '2021-01-31',
      actual: null,
      numerator: 0,
      denominator: 0,
      pace: close(1 / 12),
    });
  });

  it('had a share of 0 three months ago where all was built otherwise', () => {
    const otherwise = smallOffice({
      indicators: [share],
      targets: [target(north, share, 30)],
      figures: figuresOf(north, share, { 1: [0, 50], 2: [0, 60], 3: [0, 70], 4: [30, 100] }),
    });
    expect(standingAt(otherwise, 4, 'share')?.previous).toMatchObject({ asOf: '2021-01-31', actual: 0 });
  });
});

describe('a stock in a city’s reply', () => {
  const levels = { 1: 20.5, 2: 22, 3: 24.5, 4: 26, 5: 27.5, 6: 29 };
  const ofSteel = (lastYear: Amounts): ForecastSnapshot =>
    smallOffice({
      indicators: [steel],
      targets: [target(north, steel, 44)],
      figures: figuresOf(north, steel, levels),
      lastYear: figuresOf(north, steel, lastYear, { year: 2020 }),
    });

  it('is judged on what was added since the end of last year', () => {
    // 9 added of the 24 between 20 and 44, where half is expected.
    expect(standingAt(ofSteel({ 11: 19, 12: 20 }), 6, 'steel')).toEqual({
      indicator: 'steel',
      ownCurve: null,
      byOriginalTarget: null,
      level: 'behind',
      target: 44,
      actual: 29,
      share: null,
      numerator: null,
      denominator: null,
      completion: close(0.375),
      pace: close(0.5),
      scheduleRatio: close(0.75), // 9 / 12
      gapPoints: close(-12.5),
      gapAmount: close(-3),
      remaining: close(15),
      neededPerMonth: close(2.5),
      recentPerMonth: close(1.5), // (29 − 24.5) / 3
      intensity: close(5 / 3), // (15 / 12) / (4.5 / 6)
      neededShare: null,
      reasons: [
        {
          level: 'behind',
          measure: 'gapPoints',
          operator: 'at-or-below',
          number: -10,
          value: close(-12.5),
          held: true,
        },
        { level: 'watch', measure: 'gapPoints', operator: 'below', number: 0, value: close(-12.5), held: true },
      ],
      wayOut: [
        // By the end of July 14 of 24 are expected. Ten points less are 11.6: 31.60 is still behind, 31.61 is not.
        { level: 'watch', add: close(2.61), by: '2021-07-31', denominatorAdded: null },
        { level: 'on-pace', add: 5, by: '2021-07-31', denominatorAdded: null },
        { level: 'achieved', add: 15, by: '2021-07-31', denominatorAdded: null },
      ],
      asOf: '2021-06-30',
      missingMonths: 0,
      curvePace: close(0.5),
      previous: { asOf: '2021-03-31', actual: 24.5, numerator: null, denominator: null, pace: close(0.25) },
      baseline: 20,
      provenance: { origin: 'reported', source: null },
      targetProvenance: { origin: 'reported', source: null },
    });
  });

  it('is expected to rise from that level, and projected from it', () => {
    const detail = detailAt(ofSteel({ 11: 19, 12: 20 }), 6, 'steel');
    // 20 + 24 · m/12
    expect(detail?.series.map(({ expected }) => expected)).toEqual([22, 24, 26, 28, 30, 32].map(close));
    // 29 + (29 − 20) / 0.5 · 0.5
    expect(detail?.projection).toBe(38);
  });

  it('is not judged, expected or projected where nobody knows that level: last November’s is not it', () => {
    const snapshot = ofSteel({ 11: 19 });
    expect(standingAt(snapshot, 6, 'steel')).toEqual({
      ...nothing,
      indicator: 'steel',
      level: 'no-data',
      target: 44,
      actual: 29,
      asOf: '2021-06-30',
      missingMonths: 0,
      curvePace: close(0.5),
      previous: { asOf: '2021-03-31', actual: 24.5, numerator: null, denominator: null, pace: close(0.25) },
      baseline: null,
      provenance: { origin: 'reported', source: null },
      targetProvenance: { origin: 'reported', source: null },
    });
    const detail = detailAt(snapshot, 6, 'steel');
    expect(detail?.series.map(({ cumulative: value, expected }) => [value, expected])).toEqual(
      [20.5, 22, 24.5, 26, 27.5, 29].map((value) => [value, null]),
    );
    expect(detail?.projection).toBeNull();
  });
});

describe('a count in a city’s reply', () => {
  it('stands in whole pieces', () => {
    const snapshot = smallOffice({
      indicators: [demos],
      targets: [target(north, demos, 24)],
      figures: figuresOf(north, demos, { 3: 5, 6: 9 }),
    });
    // 14 of 24 are expected by the end of July: 5 more than 9.
    expect(standingAt(snapshot, 6, 'demos')).toMatchObject({
      level: 'behind',
      target: 24,
      actual: 9,
      gapAmount: close(-3),
      remaining: 15,
      neededPerMonth: 2.5,
      recentPerMonth: 1.5,
      // Ten points of 24 are 2.4: 11.6 is the line, 12 the first whole number above it.
      wayOut: [
        { level: 'watch', add: 3 },
        { level: 'on-pace', add: 5 },
        { level: 'achieved', add: 15 },
      ],
    });
  });
});
