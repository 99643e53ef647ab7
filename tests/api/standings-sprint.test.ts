import { describe, expect, it } from 'vitest';
import { sprintOf } from '#api/standings/sprint.ts';
import {
  area,
  areas,
  close,
  east,
  figuresOf,
  north,
  province,
  smallOffice,
  south,
  steel,
  target,
  versionRow,
} from '#tests/support/small-office.ts';

const snapshot = smallOffice({
  revision: 5,
  cities: [north, south, east],
  indicators: [area, steel],
  targets: [
    target(north, area, 1200),
    target(south, area, 600),
    target(south, area, 720, { sequence: 2, effectiveMonth: 7 }),
    target(north, steel, 44),
  ],
  figures: [
    ...figuresOf(north, area, areas),
    ...figuresOf(south, area, { 1: 50, 2: 100, 3: 180, 4: 220, 5: 270, 6: 330, 7: 380 }),
    ...figuresOf(north, steel, { 4: 23, 5: 24, 6: 29 }),
  ],
  lastYear: figuresOf(north, steel, { 12: 20 }, { year: 2020 }),
  pending: figuresOf(north, area, { 6: 541 }, { origin: 'invented' }).map((row) => ({ ...row, submittedAt: null })),
  versions: [versionRow(north, 6), versionRow(south, 6)],
  months: [{ year: 2021, month: 8 }],
});

const none = { progress: [], due: [] };

/** An item of a city's checklist. */
const dueOn = (region: string, item: string, day: string) => ({
  region,
  item,
  state: 'open' as const,
  dueOn: day,
  title: { zh: `第${item}项`, en: '' },
});

const june = sprintOf(snapshot, 6, '2021-10-19', none);
const cityIn = (sprint: typeof june, region: string) => sprint.cities.find((city) => city.region === region);
const daysLeft = (today: string) => sprintOf(snapshot, 6, today, none).daysLeft;

describe('the sprint', () => {
  it('names its day, month, rule and coverage', () => {
    expect(june).toMatchObject({
      year: 2021,
      month: 6,
      revision: 5,
      today: '2021-10-19',
      rule: { id: 'gap', version: 1, name: { zh: '缺口', en: 'Gap' } },
      coverage: { accepted: 2, expected: 3 },
      months: [{ year: 2021, month: 8 }],
      invented: false,
    });
  });

  it('counts the days from today to the end of its year: none on the last one and after it', () => {
    // 12 of October, 30 of November, 31 of December
    expect(daysLeft('2021-10-19')).toBe(73);
    expect(daysLeft('2021-12-30')).toBe(1);
    expect(daysLeft('2021-12-31')).toBe(0);
    expect(daysLeft('2022-01-01')).toBe(0);
    expect(daysLeft('2023-06-30')).toBe(0);
    expect(daysLeft('2021-01-01')).toBe(364);
  });

  it('has the cities worst first with their standing, series and projection', () => {
    expect(june.cities.map(({ region, level }) => [region, level])).toEqual([
      [north, 'watch'], // 45 % of 50 %
      [south, 'on-pace'], // 55 % of 50 %
      [east, 'no-target'],
    ]);
    const [own] = cityIn(june, south)?.indicators ?? [];
    expect(own?.standing).toMatchObject({
      indicator: 'area',
      target: 600,
      actual: 330,
      remaining: 270,
      neededPerMonth: 45,
    });
    expect(own?.projection).toBe(660); // 330 / 0.5
    expect(
      own?.series.map(({ month, cumulative: value, expected, accepted }) => [month, value, expected, accepted]),
    ).toEqual([50, 100, 180, 220, 270, 330].map((value, at) => [at + 1, value, close(50 * (at + 1)), true]));
    const steels = cityIn(june, north)?.indicators[1];
    expect(steels?.standing).toMatchObject({ indicator: 'steel', level: 'behind', actual: 29, baseline: 20 });
    expect(steels?.projection).toBe(38); // 29 + 9
    expect(steels?.series.map(({ expected }) => expected)).toEqual([28, 30, 32].map(close));
  });

  it('shows the figures up to its month, each against the target of its own time, and none that waits', () => {
    const seriesAt = (month: number, region: string) =>
      cityIn(sprintOf(snapshot, month, '2021-10-19', none), region)?.indicators[0]?.series.map((point) => [
        point.month,
        point.cumulative,
      ]);
    expect(seriesAt(1, north)).toEqual([[1, 60]]);
    expect(seriesAt(6, north)?.slice(-1)).toEqual([[6, 540]]);
    expect(seriesAt(6, north)).toHaveLength(6);
    expect(seriesAt(12, north)?.slice(-1)).toEqual([[8, 780]]);
    const july = cityIn(sprintOf(snapshot, 7, '2021-10-19', none), south)?.indicators[0];
    // 6/12 of 600 and 7/12 of 720
    expect(july?.series.slice(-2).map(({ expected }) => expected)).toEqual([close(300), close(420)]);
    expect(july?.standing).toMatchObject({ target: 720, level: 'watch' });
  });

  it('has nothing of a city without target and figure but that', () => {
    expect(cityIn(june, east)?.indicators[0]).toMatchObject({
      standing: { level: 'no-target', target: null, actual: null },
      series: [],
      projection: null,
    });
  });

  it('sums the province, and leaves its projection open while a city has none', () => {
    expect(june.province).toMatchObject({ region: province, level: 'watch' });
    expect(june.province.indicators[0]).toMatchObject({
      indicator: 'area',
      actual: 870,
      target: 1800,
      projection: null,
      coverage: { accepted: 2, expected: 3 },
    });
    const both = sprintOf(
      { ...snapshot, regions: smallOffice({ cities: [north, south] }).regions },
      6,
      '2021-10-19',
      none,
    );
    expect(both.province.indicators[0]?.projection).toBe(1740); // 1080 and 660
  });

  it('has the province month by month with how many cities are in each', () => {
    const seriesAt = (month: number, code: string) =>
      sprintOf(snapshot, month, '2021-10-19', none)
        .province.indicators.find(({ indicator }) => indicator === code)
        ?.series.map(({ month: at, asOf, cumulative, coverage }) => [
          at,
          asOf,
          cumulative,
          coverage.accepted,
          coverage.expected,
        ]);
    const areas = seriesAt(12, 'area');
    // 540 and 330; the east never reports. August is the north's alone, 780, over the south's 380 of July.
    expect(areas?.at(5)).toEqual([6, '2021-06-30', 870, 2, 3]);
    expect(areas?.at(7)).toEqual([8, '2021-08-31', 1160, 1, 3]);
    expect(areas).toHaveLength(8);
    expect(seriesAt(6, 'area')).toEqual(areas?.slice(0, 6));
    expect(seriesAt(6, 'steel')?.map(([month, , value]) => [month, value])).toEqual([
      [4, 23],
      [5, 24],
      [6, 29],
    ]);
    const last = sprintOf(snapshot, 6, '2021-10-19', none).province.indicators[0];
    expect(last?.series.at(-1)?.cumulative).toBe(last?.actual);
  });

  it('has what each city promised, and null where it was not called in', () => {
    const checklistProgress = [
      { region: north, interview: '2021-09-15', open: 4, total: 17, overdue: 2 },
      { region: east, interview: '2021-09-15', open: 0, total: 3, overdue: 0 },
    ];
    const { cities } = sprintOf(snapshot, 6, '2021-10-19', { ...none, progress: checklistProgress });
    expect(Object.fromEntries(cities.map((city) => [city.region, city.checklistProgress]))).toEqual({
      [north]: { interview: '2021-09-15', open: 4, total: 17, overdue: 2 },
      [south]: null,
      [east]: { interview: '2021-09-15', open: 0, total: 3, overdue: 0 },
    });
  });

  it('has what of it is due first, late from the day after its own, and nothing of other cities', () => {
    const due = [
      dueOn(north, '2', '2021-10-18'),
      dueOn(south, '1', '2021-10-20'),
      { ...dueOn(north, '1', '2021-10-19'), state: 'returned' as const },
    ];
    const { cities } = sprintOf(snapshot, 6, '2021-10-19', { ...none, due });
    const said = (region: string) =>
      cities.find((city) => city.region === region)?.dueItems.map(({ item, overdue, state }) => [item, overdue, state]);
    expect(said(north)).toEqual([
      ['2', true, 'open'],
      ['1', false, 'returned'],
    ]);
    expect(said(south)).toEqual([['1', false, 'open']]);
    expect(said(east)).toEqual([]);
    expect(cities.find((city) => city.region === south)?.dueItems[0]).toEqual({
      item: '1',
      title: { zh: '第1项', en: '' },
      state: 'open',
      dueOn: '2021-10-20',
      overdue: false,
    });
  });

  it('says that it is invented where any row up to its month is', () => {
    const invented = {
      ...snapshot,
      figures: smallOffice({ figures: figuresOf(south, area, { 7: 1 }, { origin: 'invented' }) }).figures,
    };
    expect(sprintOf(invented, 6, '2021-10-19', none).invented).toBe(false);
    expect(sprintOf(invented, 7, '2021-10-19', none).invented).toBe(true);
  });

  it('has nothing left in December where a target is met, and no rate where it is not', () => {
    const december = smallOffice({
      cities: [north, south],
      targets: [target(north, area, 1200), target(south, area, 1200)],
      figures: [
        ...figuresOf(north, area, { 10: 1000, 11: 1100, 12: 1200 }),
        ...figuresOf(south, area, { 10: 900, 11: 1000, 12: 1100 }),
      ],
    });
    const sprint = sprintOf(december, 12, '2022-01-08', none);
    expect(cityIn(sprint, north)?.indicators[0]?.standing).toMatchObject({
      level: 'achieved',
      remaining: 0,
      neededPerMonth: null,
      intensity: 0,
    });
    expect(cityIn(sprint, south)?.indicators[0]).toMatchObject({
      standing: { level: 'watch', remaining: 100, neededPerMonth: null, intensity: 'infinite' },
      projection: 1100,
    });
  });
});
