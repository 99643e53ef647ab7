import { describe, expect, it } from 'vitest';
import { ruleAt } from '#api/rules/lifecycle.ts';
import { overviewOf, standCities } from '#api/standings/replies.ts';
import {
  area,
  areas,
  civil,
  close,
  demos,
  east,
  everybody,
  figuresOf,
  north,
  province,
  ruleRow,
  smallOffice,
  south,
  steel,
  target,
  versionRow,
} from '#tests/support/small-office.ts';

const west = '330400';

describe('the overview', () => {
  const snapshot = smallOffice({
    revision: 12,
    cities: [north, south],
    indicators: [area, demos],
    targets: [target(north, area, 1200), target(south, area, 600), target(south, demos, 24)],
    figures: [
      ...figuresOf(north, area, areas),
      ...figuresOf(south, area, { 5: 200, 6: 220 }),
      ...figuresOf(south, demos, { 6: 24 }),
    ],
    versions: [versionRow(north, 6), versionRow(south, 6, { state: 'submitted' })],
    months: [{ year: 2021, month: 8 }],
  });

  it('names the time, the rule, the months, and what each city is', () => {
    const reply = overviewOf(snapshot, 6, everybody);
    expect(reply).toMatchObject({
      year: 2021,
      month: 6,
      revision: 12,
      rule: { id: 'gap', version: 1, name: { zh: '缺口', en: 'Gap' } },
      coverage: { accepted: 1, expected: 2 },
      months: [{ year: 2021, month: 8 }],
      invented: false,
    });
    expect(reply.province.region).toBe(province);
    // 220 of 600 is 13.33 points below half: behind. 540 of 1200 is 5 points below: watch.
    expect(reply.regions.map(({ region, level, status }) => [region, level, status])).toEqual([
      [south, 'behind', 'submitted'],
      [north, 'watch', 'accepted'],
    ]);
    expect(reply.regions.map(({ counts }) => counts)).toEqual([
      { achieved: 0, 'on-pace': 0, watch: 0, behind: 1, 'no-data': 0, 'no-target': 0 },
      { achieved: 0, 'on-pace': 0, watch: 1, behind: 0, 'no-data': 0, 'no-target': 0 },
    ]);
    expect(reply.regions[0]?.indicators.map(({ indicator, level, actual }) => [indicator, level, actual])).toEqual([
      ['area', 'behind', 220],
      ['demos', 'achieved', 24],
    ]);
    expect(
      reply.regions[1]?.indicators.map(({ indicator, level, gapAmount }) => [indicator, level, gapAmount]),
    ).toEqual([
      ['area', 'watch', close(-60)],
      ['demos', 'no-target', null],
    ]);
    expect(reply.regions[0]?.strip.slice(3, 7).map(({ level }) => level)).toEqual(['no-data', 'watch', 'behind', null]);
  });

  it('shows a bureau its own city, counted and summed with all', () => {
    const reply = overviewOf(snapshot, 6, { city: south, pending: true });
    expect(reply.regions.map(({ region }) => region)).toEqual([south]);
    expect(reply.coverage).toEqual({ accepted: 1, done: 1, expected: 2 });
    expect(reply.province.indicators[0]?.actual).toBe(760); // 540 + 220
  });
});

const figures = (city: string, areaOf: number, civilOf: number, steelOf: number) => [
  ...figuresOf(city, area, { 6: areaOf }),
  ...figuresOf(city, civil, { 6: civilOf }),
  ...figuresOf(city, steel, { 6: steelOf }),
];

describe('the order of cities', () => {
  it('is worst first, by the largest gap among the core indicators where levels are equal, then by code', () => {
    const cities = [north, south, east, west];
    const snapshot = smallOffice({
      cities,
      indicators: [area, civil, steel],
      targets: cities.flatMap((city) => [area, civil, steel].map((one) => target(city, one, 1200))),
      lastYear: cities.flatMap((city) => figuresOf(city, steel, { 12: 0 }, { year: 2020 })),
      figures: [
        // All on watch. The worst gap of a core indicator: −3, −5 (by the second alone), −3 and −4 points.
        ...figures(north, 564, 564, 0),
        ...figures(south, 588, 540, 600),
        ...figures(east, 564, 600, 600),
        ...figures(west, 552, 552, 600),
      ],
    });
    expect(standCities(snapshot, 6).map(({ region }) => region.code)).toEqual([south, west, north, east]);
  });

  it('has cities without a gap last', () => {
    const snapshot = smallOffice({
      cities: [north, south],
      targets: [target(north, area, 1200), target(south, area, 1200)],
      figures: figuresOf(south, area, { 6: 600 }),
    });
    expect(standCities(snapshot, 6).map(({ region, level }) => [region.code, level])).toEqual([
      [south, 'on-pace'],
      [north, 'no-data'],
    ]);
  });
});

const first = ruleRow({ id: 'first', effectiveYear: 2017, effectiveMonth: 6 });
const second = ruleRow({ id: 'second', effectiveYear: 2020, effectiveMonth: 11 });
const third = ruleRow({ id: 'third', effectiveYear: 2021, effectiveMonth: 7 });
const rules = [third, second, first];
const idAt = (year: number, month: number) => ruleAt({ rules, year }, month).id;

describe('the rule in force', () => {
  it('is the newest that took effect by the month', () => {
    expect([idAt(2021, 12), idAt(2021, 7), idAt(2021, 6), idAt(2021, 1)]).toEqual([
      'third',
      'third',
      'second',
      'second',
    ]);
    // November 2020 is before July 2021 though 11 is more than 7.
    expect([idAt(2020, 11), idAt(2020, 10), idAt(2017, 6)]).toEqual(['second', 'first', 'first']);
  });

  it('is named as the first one before there was any', () => {
    expect(ruleAt({ rules, year: 2017 }, 5).id).toBe('first');
    expect(ruleAt({ rules, year: 2016 }, 12).id).toBe('first');
  });

  it('cannot be missing', () => {
    expect(() => ruleAt({ rules: [], year: 2021 }, 1)).toThrow('the reference data holds no rule');
  });

  it('is the one that a reply names', () => {
    const snapshot = smallOffice({ rules });
    const nameAt = (month: number) => overviewOf(snapshot, month, everybody).rule.id;
    expect([nameAt(6), nameAt(7)]).toEqual(['second', 'third']);
  });
});

describe('a rule that compares a city with its peers', () => {
  const peers = { measure: 'pointsAgainstPeers', operator: 'below', number: 0 } as const;
  const conditions = { ...ruleRow().conditions, flow: { behind: peers, watch: peers } };
  const compared = (cities: readonly string[], figures: Parameters<typeof smallOffice>[0]['figures']) =>
    overviewOf(
      smallOffice({
        cities,
        rules: [ruleRow({ conditions })],
        targets: cities.map((city) => target(city, area, 1200)),
        figures: figures ?? [],
      }),
      6,
      everybody,
    ).regions.map(({ region, indicators }) => [region, indicators[0]?.reasons[0]?.value ?? null]);

  it('takes the average completion of the others, without the city itself and without those that have none', () => {
    const reached = { [north]: 600, [south]: 480, [east]: 360 };
    const figures = Object.entries(reached).flatMap(([city, amount]) => figuresOf(city, area, { 6: amount }));
    // 50, 40 and 30 %: against the mean of the other two, and the west has no figure.
    expect(Object.fromEntries(compared([north, south, east, west], figures))).toEqual({
      [north]: close(15), // 50 − 35
      [south]: close(0), // 40 − 40
      [east]: close(-15), // 30 − 45
      [west]: null,
    });
  });

  it('has nothing to compare with where no other city has a figure', () => {
    expect(Object.fromEntries(compared([north, south], figuresOf(north, area, { 6: 600 })))[north]).toBeNull();
  });

  it('compares each indicator with the peers’ same one', () => {
    const snapshot = smallOffice({
      cities: [north, south],
      indicators: [area, civil],
      rules: [ruleRow({ conditions })],
      targets: [north, south].flatMap((city) => [target(city, area, 1200), target(city, civil, 1200)]),
      figures: [
        ...figuresOf(north, area, { 6: 600 }),
        ...figuresOf(north, civil, { 6: 600 }),
        ...figuresOf(south, area, { 6: 480 }),
        ...figuresOf(south, civil, { 6: 720 }),
      ],
    });
    const own = overviewOf(snapshot, 6, everybody).regions.find(({ region }) => region === north);
    // 50 against 40 %, and 50 against 60 %.
    expect(own?.indicators.map(({ reasons }) => reasons[0]?.value)).toEqual([close(10), close(-10)]);
  });

  it('compares a month with the peers of that month', () => {
    const figures = [...figuresOf(north, area, { 5: 500, 6: 600 }), ...figuresOf(south, area, { 5: 260, 6: 840 })];
    // May: 500 against 260 of 1200; June: 600 against 840.
    expect(Object.fromEntries(compared([north, south], figures))[north]).toEqual(close(-20));
    const snapshot = smallOffice({
      cities: [north, south],
      rules: [ruleRow({ conditions })],
      targets: [north, south].map((city) => target(city, area, 1200)),
      figures,
    });
    const own = overviewOf(snapshot, 6, everybody).regions.find(({ region }) => region === north);
    expect(own?.strip.slice(4, 6).map(({ level }) => level)).toEqual(['on-pace', 'behind']);
  });
});
