import { describe, expect, it } from 'vitest';
import { indicatorHistory } from '#api/measures/backtest.ts';
import { linearPoints, starts2019Points } from '#api/measures/curve.ts';
import { forecast, pointForecast, type ForecastInput } from '#api/measures/forecast.ts';
import type { CompletedYear } from '#api/measures/season.ts';
import { figure, monthly, september, wan } from './inputs.ts';

const noHistory = indicatorHistory([]);

const inputOf = (values: readonly number[], more: Partial<ForecastInput> = {}): ForecastInput => ({
  kind: 'flow',
  year: 2020,
  figures: monthly(values),
  baseline: null,
  target: null,
  points: linearPoints,
  history: noHistory,
  ...more,
});
const pointOf = (values: readonly number[], more?: Partial<ForecastInput>) => pointForecast(inputOf(values, more));

/** Half of the year's total is done by October, the rest in the last two months. */
const campaign = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 75, 100];
/** Of both years the same season; the results are the totals times these factors of what that season had foreseen. */
const totals = [80, 85, 90, 95, 100, 105, 110, 115, 120];

/** Nine regions of 2018 exactly on the campaign's season, and nine of 2019 that end at 0.8 to 1.2 of what October foresaw. */
const campaigns: readonly CompletedYear[] = totals.flatMap((total, index) => [
  { region: `r${index}`, year: 2018, monthEnds: campaign },
  { region: `r${index}`, year: 2019, monthEnds: [...campaign.slice(0, 10), 75, total] },
]);

describe('pointForecast', () => {
  it('goes on at the annual rate that the last six accepted months imply', () => {
    // September against March: r = 288·227 154/(165 707 − 38 728) = 515.21; 348 + 515.21·0.27051 = 487.37.
    const point = pointOf(september.map(wan), { points: starts2019Points });
    expect(((point ?? 0) / 10_000).toFixed(2)).toBe('487.37');
  });

  it('looks back to the start of the year with six months or fewer', () => {
    // 600 at 0.5 of the year is 1200 a year, whatever lies between.
    expect(pointOf([10, 20, 30, 40, 50, 600])).toBe(1200);
    // Seven months: (700 − 10)/(6/12) = 1380; 700 + 1380·5/12 = 1275.
    expect(pointOf([10, 20, 30, 40, 50, 600, 700])).toBeCloseTo(1275, 9);
    expect(pointOf([100, 200, 300])).toBe(1200);
  });

  it('takes out the pooled season of the completed years and not the judging curve', () => {
    // On p̄, October's 0.5 is half of the year: 60 + (60 − 24)/(0.5 − 0.2)·0.5 = 120; the linear curve says 72.
    const values = campaign.slice(0, 10).map((value) => value * 1.2);
    const history = indicatorHistory([{ region: 'a', year: 2019, monthEnds: campaign }]);
    expect(pointOf(values, { history })).toBeCloseTo(120, 9);
    expect(pointOf(values)).toBeCloseTo(72, 9);
  });

  it('is the final figure itself at the end of the year', () => {
    expect(pointOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 99])).toBe(99);
  });

  it('takes the figures in any order, each at its own date', () => {
    const figures = [figure(3, 300), figure(1, 100), figure(4, 350, { asOf: '2020-04-15' }), figure(2, 200)];
    // 350 at 3.5/12.
    expect(pointOf([], { figures })).toBeCloseTo(1200, 9);
  });

  it('starts a stock from its level at the end of last year', () => {
    // 300 of increase in a quarter: 5000 + 1200.
    expect(pointOf([5100, 5200, 5300], { kind: 'stock', baseline: 5000 })).toBe(6200);
  });
});

const pointlessBecause = (values: readonly number[], more?: Partial<ForecastInput>) => {
  const { absence, point, interval, probability, record } = forecast(inputOf(values, more));
  expect([point, interval, probability, record]).toEqual([null, null, null, null]);
  expect(pointOf(values, more)).toBeNull();
  return absence;
};

describe('forecast', () => {
  it('has the interval, the probability and the record that nine completed years or more allow', () => {
    // Each of 2018 by the season of 2019: p̄₁₀ = 450/900 = 0.5 of the mean total 100, p̄₄ = 0.2: 50 + 30/0.3·0.5 = 100; e = 1
    // nine times. Each of 2019 by 2018: 100 too, and e = 0.8 … 1.2. n = 18: ⌊1.9⌋ = 1st is 0.8, ⌈17.1⌉ = 18th is 1.2.
    const history = indicatorHistory(campaigns);
    const values = campaign.slice(0, 10).map((value) => value * 2);
    const found = forecast(inputOf(values, { history, target: 225 }));
    expect(found.point).toBeCloseTo(200, 9);
    expect(found.interval?.low).toBeCloseTo(160, 9);
    expect(found.interval?.high).toBeCloseTo(240, 9);
    // 230 and 240 reach 225: 2.5/19.
    expect(found.probability).toBeCloseTo(2.5 / 19, 12);
    expect(found.record).toMatchObject({ month: 10, count: 18 });
    expect(found.record?.low).toBeCloseTo(0.8, 12);
    expect(found.season.years).toEqual([2018, 2019]);
    expect(found.season.points[9]).toBe(0.5);
    expect(found.absence).toBeNull();
    expect(forecast(inputOf(values, { history })).probability).toBeNull();
  });

  it('counts a stock from its start: its errors are those of increases', () => {
    const history = indicatorHistory(campaigns);
    const levels = campaign.slice(0, 10).map((value) => 5000 + value * 2);
    const found = forecast(inputOf(levels, { kind: 'stock', baseline: 5000, history, target: 5225 }));
    expect([found.point, found.interval?.low, found.interval?.high].map((one) => one?.toFixed(6))).toEqual([
      '5200.000000',
      '5160.000000',
      '5240.000000',
    ]);
    expect(found.probability).toBeCloseTo(2.5 / 19, 12);
  });

  it('trusts a figure of the middle of a month as the month end before it', () => {
    const history = indicatorHistory(campaigns);
    const middle = [...monthly(campaign.slice(0, 9)), figure(10, 47, { asOf: '2020-10-16' })];
    expect(forecast(inputOf([], { history, figures: middle })).record?.month).toBe(9);
  });

  it('says why there is no point', () => {
    const flat = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    expect(pointlessBecause([1, 2, 3], { kind: 'ratio' })).toBe('ratio');
    expect(pointlessBecause([5100, 5200, 5300], { kind: 'stock' })).toBe('start-unknown');
    expect(pointlessBecause([])).toBe('too-few-months');
    expect(pointlessBecause([100, 200])).toBe('too-few-months');
    expect(pointlessBecause([1, 2, 3], { points: flat })).toBe('nothing-expected');
  });

  it('says why a point has neither interval nor probability', () => {
    const history = indicatorHistory(campaigns);
    const absenceOf = (values: readonly number[], more?: Partial<ForecastInput>) => {
      const { absence, point, interval, probability, record } = forecast(
        inputOf(values, { history, target: 9, ...more }),
      );
      expect(point).not.toBeNull();
      expect([interval, probability, record]).toEqual([null, null, null]);
      return absence;
    };
    expect(absenceOf(campaign.slice(0, 5))).toBe('before-end-of-june');
    const june = [...monthly(campaign.slice(0, 5)), figure(6, 30, { asOf: '2020-06-29' })];
    expect(absenceOf([], { figures: june })).toBe('before-end-of-june');
    expect(absenceOf(campaign)).toBe('year-over');
    expect(absenceOf(campaign.slice(0, 6), { history: noHistory })).toBe('too-few-years');
    expect(absenceOf(campaign.slice(0, 6), { history: indicatorHistory(campaigns.slice(0, 8)) })).toBe('too-few-years');
    expect(absenceOf([0, 0, 0, 0, 0, 0])).toBe('nothing-foreseen');
    const late = [...Array.from({ length: 11 }, () => 0), 50];
    const blind = campaigns.map((one, index) => (index < 4 ? { ...one, monthEnds: late } : one));
    expect(absenceOf(campaign.slice(0, 6), { history: indicatorHistory(blind) })).toBe('nothing-foreseen');
    // The end of June itself is late enough.
    expect(forecast(inputOf(campaign.slice(0, 6), { history })).absence).toBeNull();
  });
});
