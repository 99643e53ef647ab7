import { describe, expect, it } from 'vitest';
import type { ForecastSnapshot } from '#api/assessments/snapshot.ts';
import { cityStanding } from '#api/assessments/city-standing.ts';
import { cityOf, overviewOf } from '#api/standings/replies.ts';
import {
  area,
  cityRow,
  civil,
  everybody,
  figuresOf,
  north,
  ruleRow,
  smallOffice,
  steel,
  target,
  type Amounts,
} from '#tests/support/small-office.ts';

// 1200 a year is 100 a month: below that is watch, 120 below is behind.
const year = 1200;

/** Two core indicators with these cumulatives, and steel housing, which is not core. */
const office = (areas: Amounts, civils: Amounts, steels: Amounts = {}): ForecastSnapshot =>
  smallOffice({
    indicators: [area, civil, steel],
    targets: [target(north, area, year), target(north, civil, year), target(north, steel, year)],
    figures: [...figuresOf(north, area, areas), ...figuresOf(north, civil, civils), ...figuresOf(north, steel, steels)],
    lastYear: figuresOf(north, steel, { 12: 0 }, { year: 2020 }),
  });

const strip = (snapshot: ForecastSnapshot, month: number) => cityStanding(snapshot, cityRow(north), month).strip;
const levels = (snapshot: ForecastSnapshot, month: number) => strip(snapshot, month).map(({ level }) => level);
const recoveries = (snapshot: ForecastSnapshot, month: number) =>
  strip(snapshot, month).map(({ recoveredIn }) => recoveredIn);

const recoveriesOf = (areas: Amounts) =>
  cityOf(office(areas, {}), north, 3, everybody)?.indicators[0]?.strip.map(({ recoveredIn }) => recoveredIn);

const steady = { 1: 100, 2: 200, 3: 300, 4: 400, 5: 500, 6: 600 };
const none = [null, null, null, null, null, null];

describe("a city's strip", () => {
  it('has the worst level of the core indicators in each month, and nothing after the month asked for', () => {
    // Area: 0, −20, −150, 0, 0 against 100 a month; civil: 0, 0, −10, −130, 0.
    const snapshot = office({ 1: 100, 2: 180, 3: 150, 4: 400, 5: 500 }, { 1: 100, 2: 200, 3: 290, 4: 270, 5: 500 });
    expect(levels(snapshot, 5)).toEqual(['on-pace', 'watch', 'behind', 'behind', 'on-pace', null, ...none]);
    expect(levels(snapshot, 4)).toEqual(['on-pace', 'watch', 'behind', 'behind', null, null, ...none]);
    expect(strip(snapshot, 4).map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('does not look at indicators that are not core', () => {
    const snapshot = office(steady, steady, { 1: 0, 2: 0, 3: 0 });
    expect(levels(snapshot, 3).slice(0, 3)).toEqual(['on-pace', 'on-pace', 'on-pace']);
  });

  it('says of a bad month when it was made good: the first later month in which both core indicators are on pace', () => {
    // January is on watch by the area, which is on pace again in February; the civil part is on watch until March.
    const snapshot = office({ ...steady, 1: 90 }, { ...steady, 1: 100, 2: 190, 3: 290 });
    expect(levels(snapshot, 6).slice(0, 6)).toEqual(['watch', 'watch', 'watch', 'on-pace', 'on-pace', 'on-pace']);
    expect(recoveries(snapshot, 6)).toEqual([4, 4, 4, null, null, null, ...none]);
  });

  it('counts being on pace as made good, of a month that was behind as of one on watch', () => {
    const snapshot = office({ 1: 100, 2: 80, 3: 300 }, { 1: 100, 2: 200, 3: 300 });
    expect(levels(snapshot, 3).slice(0, 3)).toEqual(['on-pace', 'behind', 'on-pace']);
    expect(recoveries(snapshot, 3)).toEqual([null, 3, null, null, null, null, ...none]);
  });

  it('counts a target that is reached as made good', () => {
    const snapshot = office({ 1: 100, 2: 190, 3: 1200 }, { 1: 100, 2: 200, 3: 1300 });
    expect(levels(snapshot, 3).slice(1, 3)).toEqual(['watch', 'achieved']);
    expect(recoveries(snapshot, 3)).toEqual([null, 3, null, null, null, null, ...none]);
  });

  it('does not call a month made good by an earlier one, by a better one that is still bad, or by one after the month asked for', () => {
    const snapshot = office({ 1: 100, 2: 80, 3: 290, 4: 400 }, steady);
    expect(levels(snapshot, 3).slice(0, 3)).toEqual(['on-pace', 'behind', 'watch']);
    expect(recoveries(snapshot, 3)).toEqual([null, null, null, null, null, null, ...none]);
    expect(recoveries(snapshot, 4)).toEqual([null, 4, 4, null, null, null, ...none]);
  });

  it('is reported in a month only where every core indicator has a figure of that very month', () => {
    const snapshot = office({ 1: 100, 3: 300 }, { 1: 100, 2: 200 });
    const reported = strip(snapshot, 4).map((mark) => mark.reported);
    expect(reported.slice(0, 4)).toEqual([true, false, false, false]);
    // The months that nobody asked for yet are not reported either.
    expect(reported.slice(4)).toEqual(Array(8).fill(false));
  });

  it('judges a month without a figure by the last one, and has no data before the first', () => {
    // March is judged by February's 200 at the end of February: on pace.
    const snapshot = office({ 2: 200 }, { 2: 190 });
    expect(levels(snapshot, 3).slice(0, 3)).toEqual(['no-data', 'watch', 'watch']);
    // No data is nothing to make good.
    expect(recoveries(snapshot, 3)).toEqual([null, null, null, null, null, null, ...none]);
  });

  it('keeps each month under the target of its own time', () => {
    const snapshot = smallOffice({
      targets: [target(north, area, year), target(north, area, 2400, { sequence: 2, effectiveMonth: 3 })],
      figures: figuresOf(north, area, steady),
    });
    // From March on 200 a month are expected: 300 of 600 and 400 of 800 are far behind; February stays on pace.
    expect(levels(snapshot, 4).slice(0, 4)).toEqual(['on-pace', 'on-pace', 'behind', 'behind']);
  });

  it('keeps each month under the rule of its own time', () => {
    const strict = { measure: 'gapPoints', operator: 'at-or-below', number: 0 } as const;
    const conditions = { ...ruleRow().conditions, flow: { behind: strict, watch: strict } };
    const snapshot = smallOffice({
      rules: [ruleRow({ id: 'strict', conditions, effectiveYear: 2021, effectiveMonth: 3 }), ruleRow()],
      targets: [target(north, area, year)],
      figures: figuresOf(north, area, steady),
    });
    expect(levels(snapshot, 4).slice(0, 4)).toEqual(['on-pace', 'on-pace', 'behind', 'behind']);
  });
});

const said = (months: readonly { readonly level: string | null }[] | undefined) =>
  months?.slice(0, 2).map(({ level }) => level);

describe("an indicator's strip", () => {
  it('is in the overview beside the city’s, which is the worst of all', () => {
    const snapshot = office({ 1: 100, 2: 180 }, { 1: 90, 2: 200 });
    const [city] = overviewOf(snapshot, 2, everybody).regions;
    expect([said(city?.indicators[0]?.strip), said(city?.indicators[1]?.strip), said(city?.strip)]).toEqual([
      ['on-pace', 'watch'],
      ['watch', 'on-pace'],
      ['watch', 'watch'],
    ]);
  });

  it('is its own, whatever the city as a whole is', () => {
    const snapshot = office({ 1: 100, 2: 190, 3: 300 }, { 1: 100, 2: 80 });
    const [first, second, third] = cityOf(snapshot, north, 3, everybody)?.indicators ?? [];
    const brief = (detail: typeof first) =>
      detail?.strip.slice(0, 4).map(({ month, level, reported, recoveredIn }) => [month, level, reported, recoveredIn]);
    expect(brief(first)).toEqual([
      [1, 'on-pace', true, null],
      [2, 'watch', true, 3],
      [3, 'on-pace', true, null],
      [4, null, false, null],
    ]);
    expect(brief(second)).toEqual([
      [1, 'on-pace', true, null],
      [2, 'behind', true, null],
      [3, 'behind', false, null],
      [4, null, false, null],
    ]);
    expect(brief(third)?.map(([, level]) => level)).toEqual(['no-data', 'no-data', 'no-data', null]);
  });

  it('calls a month made good by being on pace or by having reached the target', () => {
    expect(recoveriesOf({ 1: 90, 2: 200, 3: 1200 })?.slice(0, 3)).toEqual([2, null, null]);
    expect(recoveriesOf({ 1: 90, 2: 190, 3: 1200 })?.slice(0, 3)).toEqual([3, 3, null]);
    expect(recoveriesOf({ 1: -20, 2: 190, 3: 290 })?.slice(0, 3)).toEqual([null, null, null]);
  });
});
