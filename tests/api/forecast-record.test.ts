/** The demonstration's forecasts, computed a second time from its published series by the letter of the method, and how often their interval holds. */
import { describe, expect, it } from 'vitest';
import { indicatorHistory } from '#api/measures/backtest.ts';
import { starts2019Points } from '#api/measures/curve.ts';
import { forecast } from '#api/measures/forecast.ts';
import type { City, IndicatorDetail, Overview } from '#api/standings/contract.ts';
import { monthly } from '#tests/measures/inputs.ts';
import { demoApp } from '#tests/support/app.ts';

interface RegionYear {
  readonly region: string;
  readonly year: number;
  /** What was done by each month end since the year's start, in the indicator's unit; the year's start before them. */
  readonly done: readonly number[];
  readonly detail: IndicatorDetail;
}

/** Every region's years by indicator, of those that are forecast. */
async function readYears(): Promise<ReadonlyMap<string, readonly RegionYear[]>> {
  const official = await (await demoApp()).signedInAs('official');
  const { regions } = (await official.get('/api/overview?year=2020&month=9')).json<Overview>();
  const years: RegionYear[] = [];
  for (const year of [2018, 2019, 2020]) {
    for (const { region } of regions) {
      const address = `/api/cities/${region}?year=${year}&month=${year === 2020 ? 9 : 12}`;
      for (const detail of (await official.get(address)).json<City>().indicators) {
        const start = detail.standing.baseline ?? 0;
        const ends = detail.series.filter(({ accepted, month }) => accepted && month <= 12);
        years.push({ region, year, done: [0, ...ends.map(({ cumulative }) => cumulative - start)], detail });
      }
    }
  }
  return Map.groupBy(
    years.filter(({ detail }) => detail.standing.share === null && detail.standing.target !== null),
    ({ detail }) => detail.standing.indicator,
  );
}

const at = (values: readonly number[], place: number): number => values[place] ?? Number.NaN;
const sumAt = (years: readonly RegionYear[], month: number): number =>
  years.reduce((sum, { done }) => sum + at(done, month), 0);

/** F by the letter: A + (A − A₋)/(p̄ − p̄₋)·(1 − p̄), with p̄ summed over the others. */
function foreseen({ done }: RegionYear, others: readonly RegionYear[], month: number): number {
  const from = Math.max(0, month - 6);
  const pace = (end: number) => sumAt(others, end) / sumAt(others, 12);
  return at(done, month) + ((at(done, month) - at(done, from)) / (pace(month) - pace(from))) * (1 - pace(month));
}

/** Y/F of every completed year, by the other years. */
const errorsOf = (completed: readonly RegionYear[], month: number): readonly number[] =>
  completed
    .map((one) => {
      const others = completed.filter(({ year }) => year !== one.year);
      return at(one.done, 12) / foreseen(one, others, month);
    })
    .toSorted((a, b) => a - b);

describe('the forecast of a city of the demonstration', () => {
  it('is what the method says to the letter: point, interval, probability and the printed record', async () => {
    const all = await readYears();
    let compared = 0;
    for (const years of all.values()) {
      const completed = years.filter(({ year }) => year < 2020);
      const errors = errorsOf(completed, 9);
      const [low, high] = [at(errors, 2 - 1), at(errors, 21 - 1)];
      for (const one of years.filter(({ year, done }) => year === 2020 && done.length >= 10)) {
        const { standing, forecast: printed, projection } = one.detail;
        const start = standing.baseline ?? 0;
        const point = foreseen(one, completed, 9);
        const done = at(one.done, 9);
        const target = (standing.target ?? 0) - start;
        expect(errors).toHaveLength(22);
        expect(projection).toBeCloseTo(start + point, 6);
        expect(printed.record).toMatchObject({ month: 9, count: 22 });
        expect(printed.record?.low).toBeCloseTo(low, 9);
        expect(printed.record?.high).toBeCloseTo(high, 9);
        expect(printed.interval?.low).toBeCloseTo(start + Math.max(done, point * low), 6);
        expect(printed.interval?.high).toBeCloseTo(start + Math.max(done, point * high), 6);
        const reaching = errors.filter((error) => Math.max(done, point * error) >= target - 1e-9).length;
        expect(printed.probability).toBeCloseTo((reaching + 0.5) / 23, 9);
        compared += 1;
      }
    }
    expect(compared).toBe(44);
  });

  it('stands on seasons that are not the judging curve’s, so that the record is worth something', async () => {
    const all = await readYears();
    for (const years of all.values()) {
      const errors = errorsOf(
        years.filter(({ year }) => year < 2020),
        9,
      );
      expect(at(errors, 20) / at(errors, 1)).toBeGreaterThan(1.1);
    }
  });
});

describe('the 80 % interval over the demonstration’s past', () => {
  it('holds for 76 to 86 in 100 years, each foreseen from all the others, from June to November', async () => {
    const all = await readYears();
    for (const month of [6, 7, 8, 9, 10, 11]) {
      const held = [...all.values()].flatMap((years) => heldIn(years, month));
      expect(held).toHaveLength(88);
      const share = held.filter(Boolean).length / held.length;
      expect(share).toBeGreaterThan(0.76);
      expect(share).toBeLessThan(0.86);
    }
  });
});

/** Whether each completed year ended in the interval that all the others gave it at a month end. */
function heldIn(years: readonly RegionYear[], month: number): readonly boolean[] {
  const completed = years
    .filter(({ year }) => year < 2020)
    .map(({ region, year, done }) => ({ region, year, monthEnds: done.slice(1) }));
  return completed.map((one) => {
    const { interval } = forecast({
      kind: 'flow',
      year: 2020,
      figures: monthly(one.monthEnds.slice(0, month)),
      baseline: null,
      target: null,
      points: starts2019Points,
      history: indicatorHistory(completed.filter((other) => other !== one)),
    });
    if (interval === null) throw new Error(`no interval for ${one.region} ${one.year}`);
    const end = at(one.monthEnds, 11);
    return interval.low <= end + 1e-6 && end <= interval.high + 1e-6;
  });
}
