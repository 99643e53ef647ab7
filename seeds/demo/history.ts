/** The reports of closed months: December 2017 to September 2020, every one accepted, one of them at the second try. */
import { lastDayOfMonth } from '#api/measures/calendar.ts';
import { publishedActual } from '../published/figures.ts';
import { inBaseUnits, indicatorCodes, type IndicatorCode } from '../reference/indicators.ts';
import { cityCodes } from '../reference/regions.ts';
import { cities, type City, type CityYear } from './cities.ts';
import { randomFrom } from './random.ts';
import type { Fate, Report } from './reports.ts';
import { yearSeries, type MonthValue, type YearSeries } from './series.ts';
import { daysAfter, instantOf } from './time.ts';
import { wordsOf } from './words.ts';

/** Every report of every closed month. */
export function closedMonths(): readonly Report[] {
  return cities.flatMap((city) => [opening(city), ...reportsOf(city)]);
}

/** The level of steel housing at the end of 2017, so that 2018's increase has something to stand on. */
function opening(city: City): Report {
  const level = inBaseUnits('steel-housing', city.steelBefore);
  return {
    ...addressOf(city, 2017, 12),
    number: 1,
    figures: { 'steel-housing': { cumulative: level, denominator: null } },
    fate: accepted(city, 2017, 12),
    words: { note: '期初存量，供2018年计算增量（演示虚构）' },
  };
}

function reportsOf(city: City): readonly Report[] {
  let steelBefore = inBaseUnits('steel-housing', city.steelBefore);
  return city.years.flatMap((plan) => {
    const series = yearSeries(city, plan, steelBefore);
    steelBefore = inBaseUnits('steel-housing', plan.steel[1]);
    return monthsOf(city, plan, series);
  });
}

function monthsOf(city: City, { year, months }: CityYear, series: YearSeries): readonly Report[] {
  return Array.from({ length: months }, (_, at) => at + 1).flatMap((month) => {
    const report: Report = {
      ...addressOf(city, year, month),
      number: 1,
      figures: figuresAt(series, month),
      fate: accepted(city, year, month),
      words: derivationOf(city.region, year, month) ?? wordsOf(city.region, year, month),
    };
    return isMistyped(city, year, month) ? secondTry(report, series) : [report];
  });
}

function addressOf({ region, name }: City, year: number, month: number) {
  return { region, account: name, year, month, asOf: lastDayOfMonth(year, month) };
}

function figuresAt(series: YearSeries, month: number): Report['figures'] {
  const figures: Partial<Record<IndicatorCode, MonthValue>> = {};
  for (const indicator of indicatorCodes) {
    const figure = series[indicator][month - 1];
    if (figure !== undefined) figures[indicator] = figure;
  }
  return figures;
}

/** Submitted on the 2nd to 5th of the next month, in office hours, and decided one or two days later. */
function accepted({ region }: City, year: number, month: number): Fate & { readonly state: 'accepted' } {
  const random = randomFrom(Number(region) * 10_000 + year * 13 + month);
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const submittedOn = daysAfter(lastDayOfMonth(year, month), between(2, 5));
  return {
    state: 'accepted',
    submittedAt: instantOf(submittedOn, between(9, 16), between(0, 59)),
    decidedAt: instantOf(daysAfter(submittedOn, between(1, 2)), between(9, 16), between(0, 59)),
  };
}

function derivationOf(region: string, year: number, month: number): Report['words'] {
  const derived = (['prefab-area', 'prefab-civil'] as const)
    .map((indicator) => publishedActual(region, indicator, lastDayOfMonth(year, month))?.derived)
    .filter((arithmetic) => arithmetic !== undefined);
  return derived.length === 0 ? undefined : { note: `由公布的2020年同期数和同比增幅推算：${derived.join(',')}` };
}

const isMistyped = (city: City, year: number, month: number): boolean =>
  city.region === cityCodes.quzhou && year === 2020 && month === 5;

/** May's increment typed where the cumulative belongs: returned the day after, sent again, accepted. */
function secondTry(report: Report, series: YearSeries): readonly Report[] {
  const [may, april] = [series['prefab-civil'][4], series['prefab-civil'][3]];
  if (may === undefined || april === undefined) throw new Error('Quzhou has no April or May of 2020');
  const increment = { cumulative: may.cumulative - april.cumulative, denominator: null };
  return [
    {
      ...report,
      figures: { ...report.figures, 'prefab-civil': increment },
      fate: {
        state: 'returned',
        submittedAt: instantOf('2020-06-02', 16, 12),
        decidedAt: instantOf('2020-06-03', 9, 40),
        reason: '装配式住宅和公建累计值低于4月，疑似误填当月数，请核实后重报。',
      },
      words: {},
    },
    {
      ...report,
      number: 2,
      fate: {
        state: 'accepted',
        submittedAt: instantOf('2020-06-04', 10, 5),
        decidedAt: instantOf('2020-06-05', 14, 20),
      },
      words: { note: '已改为1—5月累计数。' },
    },
  ];
}
