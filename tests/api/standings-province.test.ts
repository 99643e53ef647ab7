import { describe, expect, it } from 'vitest';
import { overviewOf } from '#api/standings/replies.ts';
import type { ForecastSnapshot } from '#api/assessments/snapshot.ts';
import {
  area,
  areas,
  civil,
  close,
  east,
  everybody,
  figuresOf,
  north,
  province,
  share,
  smallOffice,
  south,
  steel,
  target,
  versionRow,
} from '#tests/support/small-office.ts';

const west = '330400';

const provinceAt = (snapshot: ForecastSnapshot, month: number) => overviewOf(snapshot, month, everybody).province;
const sumsAt = (snapshot: ForecastSnapshot, month: number, code = 'area') =>
  provinceAt(snapshot, month).indicators.find(({ indicator }) => indicator === code);

/** The north and the south, both with figures of every month to June; the north has July and August too. */
const bothCities = (more: Parameters<typeof smallOffice>[0] = {}): ForecastSnapshot =>
  smallOffice({
    cities: [north, south],
    targets: [target(north, area, 1200), target(south, area, 600)],
    figures: [
      ...figuresOf(north, area, areas),
      ...figuresOf(south, area, { 1: 50, 2: 100, 3: 180, 4: 220, 5: 270, 6: 330 }),
    ],
    ...more,
  });

const figuresAt = (areaOf: number, civilOf: number, steelOf: number) => [
  ...figuresOf(north, area, { 6: areaOf }),
  ...figuresOf(north, civil, { 6: civilOf }),
  ...figuresOf(north, steel, { 6: steelOf }),
];

const levelWith = (...amounts: Parameters<typeof figuresAt>) =>
  provinceAt(
    smallOffice({
      indicators: [area, civil, steel],
      targets: [area, civil, steel].map((one) => target(north, one, 1200)),
      figures: figuresAt(...amounts),
      lastYear: figuresOf(north, steel, { 12: 0 }, { year: 2020 }),
    }),
    6,
  ).level;

describe('the province', () => {
  it('is the sum of the cities that have a target and a figure, with its own target beside it', () => {
    const snapshot = smallOffice({
      cities: [north, south, east, west],
      // The east has a target and no figure, the west a figure and no target.
      targets: [
        target(north, area, 1200),
        target(south, area, 600),
        target(east, area, 600),
        target(province, area, 2000, { origin: 'published', source: 'https://example.org/own' }),
      ],
      figures: [
        ...figuresOf(north, area, areas),
        ...figuresOf(south, area, { 1: 50, 2: 100, 3: 180, 4: 220, 5: 270, 6: 330 }),
        ...figuresOf(west, area, { 6: 1000 }),
      ],
    });
    expect(sumsAt(snapshot, 6)).toEqual({
      indicator: 'area',
      level: 'watch',
      // The east is missing, and nothing of last year is known: 870 of 1200 + 600 + 600.
      bounds: { missing: 1, zero: { actual: 870, completion: 0.3625 }, usual: null },
      target: 1800, // 1200 + 600
      targetOfAll: 2400, // and the 600 of the east
      actual: 870, // 540 + 330
      share: null,
      numerator: null,
      denominator: null,
      completion: close(870 / 1800),
      byOriginalTarget: null,
      pace: close(0.5),
      scheduleRatio: close(870 / 900),
      gapPoints: close((100 * -30) / 1800),
      gapAmount: close(-30), // −60 and +30
      remaining: close(930),
      neededPerMonth: close(155),
      recentPerMonth: close(130), // (540 − 300) / 3 and (330 − 180) / 3
      intensity: close(930 / 900 / (390 / 450)),
      ownTarget: 2000,
      ownCompletion: close(0.435), // 870 / 2000
      ownTargetProvenance: { origin: 'published', source: 'https://example.org/own' },
      projection: null, // the east has none
      shortfalls: [{ region: north, gapAmount: -60, share: 1, cumulative: 1 }],
      coverage: { accepted: 3, expected: 4 },
    });
    expect(provinceAt(snapshot, 6)).toMatchObject({ region: province, level: 'watch' });
  });

  it('says which cities its gap comes from, to those who may see every city', () => {
    // The north lacks 60, the south 20 and the east 20; the west is ahead, which makes up for none of it.
    const figures = [
      ...figuresOf(north, area, { 6: 540 }),
      ...figuresOf(south, area, { 6: 280 }),
      ...figuresOf(east, area, { 6: 280 }),
      ...figuresOf(west, area, { 6: 900 }),
    ];
    const cities = [north, south, east, west];
    const targets = [target(north, area, 1200), ...[south, east, west].map((city) => target(city, area, 600))];
    const snapshot = smallOffice({ cities, targets, figures });
    expect(sumsAt(snapshot, 6)?.shortfalls).toEqual([
      { region: north, gapAmount: close(-60), share: close(0.6), cumulative: close(0.6) },
      { region: south, gapAmount: close(-20), share: close(0.2), cumulative: close(0.8) },
      { region: east, gapAmount: close(-20), share: close(0.2), cumulative: close(1) },
    ]);
    const seenBySouth = overviewOf(snapshot, 6, { city: south, pending: true });
    expect(seenBySouth.province.indicators.map(({ shortfalls }) => shortfalls)).toEqual([undefined]);
  });

  it('has its completion by the original targets beside that by the changed ones, which judge', () => {
    const raised = target(south, area, 800, { sequence: 2, effectiveMonth: 6 });
    const targets = [target(north, area, 1200), target(south, area, 600), raised];
    expect(sumsAt(bothCities({ targets }), 6)).toMatchObject({
      target: 2000,
      completion: close(870 / 2000),
      byOriginalTarget: { target: 1800, completion: close(870 / 1800) },
    });
    expect(sumsAt(bothCities({ targets }), 5)?.byOriginalTarget).toBeNull();
  });

  it('is projected as the sum of its cities’ projections', () => {
    // 540 / 0.5 and 330 / 0.5
    expect(sumsAt(bothCities(), 6)?.projection).toBe(1740);
  });

  it('has no projection while one city has none, because the rest would pass for the whole', () => {
    const figures = [...figuresOf(north, area, areas), ...figuresOf(south, area, { 1: 50, 2: 100 })];
    expect(sumsAt(bothCities({ figures }), 6)?.projection).toBeNull();
    const other = [...figuresOf(south, area, areas), ...figuresOf(north, area, { 1: 50, 2: 100 })];
    expect(sumsAt(bothCities({ figures: other }), 6)?.projection).toBeNull();
  });

  it('has no projection of a ratio, nor of anything in an office without cities', () => {
    const ratios = [north, south].flatMap((city) => figuresOf(city, share, { 1: [3, 10], 2: [6, 20], 3: [9, 30] }));
    expect(sumsAt(bothCities({ indicators: [share], figures: ratios }), 3, 'share')?.projection).toBeNull();
    expect(sumsAt(smallOffice({ cities: [] }), 6)).toMatchObject({ projection: null, level: 'no-target' });
  });

  it('keeps the projections of its indicators apart', () => {
    const snapshot = bothCities({
      indicators: [area, civil],
      figures: [north, south].flatMap((city) => [
        ...figuresOf(city, area, { 1: 100, 2: 200, 3: 300 }),
        ...figuresOf(city, civil, { 1: 10, 2: 20, 3: 30 }),
      ]),
    });
    // 300 and 30 by the end of March are 1200 and 120 a year, twice.
    expect([sumsAt(snapshot, 3)?.projection, sumsAt(snapshot, 3, 'civil')?.projection]).toEqual([2400, 240]);
  });

  it('has the targets of the month: its own and its cities’', () => {
    const snapshot = bothCities({
      targets: [
        target(north, area, 1200),
        target(south, area, 600),
        target(south, area, 800, { sequence: 2, effectiveMonth: 6 }),
        target(province, area, 2000),
        target(province, area, 2500, { sequence: 2, effectiveMonth: 6, origin: 'invented' }),
      ],
    });
    const origin = (month: number) => sumsAt(snapshot, month)?.ownTargetProvenance?.origin;
    expect(sumsAt(snapshot, 5)).toMatchObject({ target: 1800, ownTarget: 2000 });
    expect(origin(5)).toBe('reported');
    expect(sumsAt(snapshot, 6)).toMatchObject({ target: 2000, ownTarget: 2500 });
    expect(origin(6)).toBe('invented');
  });

  it('has no target of its own where none is set', () => {
    expect(sumsAt(bothCities(), 6)).toMatchObject({ ownTarget: null, ownCompletion: null, ownTargetProvenance: null });
  });

  it('divides the sum of numerators by the sum of denominators', () => {
    const snapshot = smallOffice({
      indicators: [share],
      cities: [north, south],
      targets: [target(north, share, 30), target(south, share, 20), target(province, share, 28)],
      figures: [
        ...figuresOf(north, share, { 3: [144, 600], 6: [324, 1200] }),
        ...figuresOf(south, share, { 3: [40, 200], 6: [100, 400] }),
      ],
    });
    expect(sumsAt(snapshot, 6, 'share')).toMatchObject({
      level: 'on-pace', // 96 % of the target's share, where 95 % are enough
      target: close(0.275), // (30 % of 1200 + 20 % of 400) / 1600
      targetOfAll: null,
      actual: close(0.265), // 424 / 1600
      share: close(0.265),
      numerator: 424,
      denominator: 1600,
      completion: close(424 / 440),
      pace: 1,
      scheduleRatio: close(424 / 440),
      gapPoints: close(-1),
      gapAmount: close(-16),
      ownTarget: 0.28,
      ownCompletion: close(424 / 448),
    });
  });

  it('leaves a stock’s base out of what was done', () => {
    const snapshot = smallOffice({
      indicators: [steel],
      cities: [north, south],
      targets: [target(north, steel, 44), target(south, steel, 30), target(province, steel, 100)],
      figures: [...figuresOf(north, steel, { 6: 29 }), ...figuresOf(south, steel, { 6: 22 })],
      lastYear: [
        ...figuresOf(north, steel, { 12: 20 }, { year: 2020 }),
        ...figuresOf(south, steel, { 12: 10 }, { year: 2020 }),
      ],
    });
    expect(sumsAt(snapshot, 6, 'steel')).toMatchObject({
      target: 74,
      actual: 51,
      completion: close(21 / 44), // 9 and 12 of 24 and 20
      gapAmount: close(-1), // −3 and +2
      remaining: close(23),
      ownTarget: 100,
      ownCompletion: close(21 / 70), // of the 70 between 30 and 100
    });
  });

  it('takes a stock whose start nobody knows out of the sums', () => {
    const snapshot = smallOffice({
      indicators: [steel],
      cities: [north, south],
      targets: [target(north, steel, 44), target(south, steel, 30)],
      figures: [...figuresOf(north, steel, { 6: 29 }), ...figuresOf(south, steel, { 6: 22 })],
      lastYear: figuresOf(north, steel, { 12: 20 }, { year: 2020 }),
    });
    expect(sumsAt(snapshot, 6, 'steel')).toMatchObject({ target: 44, targetOfAll: 74, actual: 29, projection: null });
  });

  it('is as bad as its worst core indicator, on the sums', () => {
    expect(levelWith(600, 600, 0)).toBe('on-pace');
    expect(levelWith(600, 590, 600)).toBe('watch');
    expect(levelWith(480, 590, 600)).toBe('behind');
    expect(levelWith(1200, 1200, 600)).toBe('achieved');
  });

  it('is judged by the rule in force at the month', () => {
    const snapshot = bothCities();
    const [rule] = snapshot.rules;
    const strict = { measure: 'gapPoints', operator: 'below', number: 0 } as const;
    const flow = { behind: strict, watch: strict };
    const later =
      rule === undefined ? [] : [{ ...rule, effectiveYear: 2021, conditions: { ...rule.conditions, flow } }];
    const rules = later.map((one) => ({ ...one, effectiveMonth: 6 }));
    const changed = { ...snapshot, rules: [...rules, ...snapshot.rules] };
    // −30 of 1800 is on watch by the first rule and behind by the second.
    expect(provinceAt(changed, 5).level).toBe('watch');
    expect(provinceAt(changed, 6).level).toBe('behind');
  });
});

describe('the coverage of a month', () => {
  it('counts the cities with an accepted report of that very month, of all', () => {
    const snapshot = smallOffice({
      cities: [north, south, east],
      versions: [
        versionRow(north, 6),
        // A correction waits, and what was accepted before it stands.
        versionRow(south, 6, { number: 2, kind: 'correction', state: 'submitted' }),
        versionRow(south, 6),
        versionRow(east, 5),
        versionRow(east, 6, { state: 'returned' }),
      ],
    });
    const coverageAt = (month: number) => overviewOf(snapshot, month, everybody).coverage;
    expect(coverageAt(6)).toEqual({ accepted: 2, done: 2, expected: 3 });
    expect(coverageAt(5)).toEqual({ accepted: 1, done: 1, expected: 3 });
    expect(coverageAt(7)).toEqual({ accepted: 0, done: 0, expected: 3 });
  });
});
