import type { ChecklistProgress, DueItem } from '#db/checklist-progress.ts';
import type { IndicatorRow } from '#db/indicators.ts';
import { inUnit } from '../figures/figure-text.ts';
import { daysBetween } from '../measures/calendar.ts';
import { provinceSeries } from '../measures/province-series.ts';
import type { Overview, ProvincePoint, Sprint } from './contract.ts';
import { projectionOf } from './forecasts.ts';
import { presentStanding } from './present.ts';
import { ruleAt } from '../rules/lifecycle.ts';
import { isProvinceInvented } from './invented.ts';
import { coverageOf, provinceOf, seriesOf, standCities, type DataScope } from './replies.ts';
import { inputOf } from '../assessments/city-standing.ts';
import { reportingAt, type ForecastSnapshot, type Snapshot } from '../assessments/snapshot.ts';

/** Leadership sees what is accepted and nothing that waits for review. */
const acceptedOnly: DataScope = { city: null, pending: false };

/** What is known of the cities' checklists. */
export interface Checklists {
  readonly progress: readonly ChecklistProgress[];
  /** The items of each city in the order in which they are due. */
  readonly due: readonly DueItem[];
}

/** The year-end sprint as of a month, with the days that are left from today: 0 once the year is over. */
export function sprintOf(snapshot: ForecastSnapshot, month: number, today: string, checklists: Checklists): Sprint {
  const cities = standCities(snapshot, month);
  const rule = ruleAt(snapshot, month);
  return {
    year: snapshot.year,
    month,
    revision: snapshot.revision,
    today,
    daysLeft: Math.max(0, daysBetween(today, `${snapshot.year}-12-31`)),
    rule: { id: rule.id, version: rule.version, name: { zh: rule.nameZh, en: rule.nameEn } },
    coverage: coverageOf(snapshot, month),
    province: withSeries(snapshot, provinceOf(snapshot, cities, month), month),
    cities: cities.map((city) => ({
      region: city.region.code,
      level: city.level,
      indicators: city.indicators.map((one) => ({
        standing: presentStanding(one),
        series: seriesOf(snapshot, city.region.code, one, acceptedOnly).filter((point) => point.month <= month),
        projection: projectionOf(one, snapshot),
      })),
      checklistProgress: checklistProgressOf(checklists.progress, city.region.code),
      dueItems: dueItemsOf(checklists.due, city.region.code, today),
    })),
    months: [...snapshot.months],
    invented: isProvinceInvented(snapshot, month),
  };
}

/** The province with its months on every indicator. */
function withSeries(snapshot: Snapshot, province: Overview['province'], month: number): Sprint['province'] {
  const indicators = province.indicators.map((line) => {
    const indicator = snapshot.indicators.find(({ code }) => code === line.indicator);
    const series = indicator === undefined ? [] : provinceSeriesOf(snapshot, indicator, month);
    return { ...line, series };
  });
  return { ...province, indicators };
}

/** The province's sums of an indicator at the end of each month that any city has a figure of its own of. */
export function provinceSeriesOf(snapshot: Snapshot, indicator: IndicatorRow, month: number): ProvincePoint[] {
  const citiesAt = (at: number) => reportingAt(snapshot, at).map(({ code }) => inputOf(snapshot, code, indicator, at));
  return provinceSeries(month, citiesAt).map((point) => ({
    ...point,
    cumulative: inUnit(point.cumulative, indicator.scale),
    denominator: inUnit(point.denominator, indicator.scale),
  }));
}

function checklistProgressOf(
  checklistProgress: readonly ChecklistProgress[],
  region: string,
): Sprint['cities'][number]['checklistProgress'] {
  const found = checklistProgress.find((one) => one.region === region);
  return found === undefined
    ? null
    : { open: found.open, total: found.total, overdue: found.overdue, interview: found.interview };
}

function dueItemsOf(due: readonly DueItem[], of: string, today: string): Sprint['cities'][number]['dueItems'] {
  return due
    .filter(({ region }) => region === of)
    .map(({ item, title, state, dueOn }) => ({ item, title, state, dueOn, overdue: dueOn < today }));
}
