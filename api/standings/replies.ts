import { targetAt } from '../targets/lifecycle.ts';
import { presentStep } from '../targets/present.ts';
import { isWithin } from '../regions/tree.ts';
import { rankCities } from '../measures/ranking.ts';
import { cityLevel } from '../measures/roll-up.ts';
import { paceAt } from '../measures/curve.ts';
import { baselineOf } from '../measures/progress.ts';
import { inUnit } from '../figures/figure-text.ts';
import { newestExplained, standingAbsences } from '../submissions/explained.ts';
import { isMonthDone, standingVersion, statusFor, wholeVersion } from '../submissions/lifecycle.ts';
import type { SubmissionStatus } from '../submissions/contract.ts';
import { cityStanding, type CityStanding, type IndicatorStanding } from '../assessments/city-standing.ts';
import { ruleAt } from '../rules/lifecycle.ts';
import type { City, IndicatorDetail, Overview, RegionStanding, SeriesPoint } from './contract.ts';
import { isInvented, isProvinceInvented } from './invented.ts';
import { presentForecast, projectionOf } from './forecasts.ts';
import { presentBounds, presentProvince, presentShortfalls, presentStanding } from './present.ts';
import { presentRule } from '../rules/present.ts';
import { rollUpOf } from '../assessments/roll-up.ts';
import { indicatorsAt, reportingAt, rowsOf, type ForecastSnapshot, type Snapshot } from '../assessments/snapshot.ts';

/** Which cities a person may see: all of them, or a bureau's own region and what is below it. Pending figures are for the department and the city itself. */
export interface DataScope {
  readonly city: string | null;
  readonly pending: boolean;
}

/** Every city at a month end, worst first; the order does not depend on the order of input. */
export function standCities(snapshot: Snapshot, month: number): readonly CityStanding[] {
  const cities = reportingAt(snapshot, month).map((region) => {
    const stands = cityStanding(snapshot, region, month);
    const gaps = stands.indicators.flatMap(({ indicator, standing }) =>
      indicator.core && standing.gapPoints !== null ? [standing.gapPoints] : [],
    );
    return { ...stands, key: region.code, gapPoints: gaps.length === 0 ? null : Math.min(...gaps) };
  });
  return rankCities(cities);
}

/** The reply of the overview, as far as a person may see it. */
export function overviewOf(snapshot: ForecastSnapshot, month: number, scope: DataScope): Overview {
  const cities = standCities(snapshot, month);
  const seen = cities.filter(({ region }) => isSeen(snapshot, region.code, scope));
  const rule = ruleAt(snapshot, month);
  return {
    year: snapshot.year,
    month,
    revision: snapshot.revision,
    rule: { id: rule.id, version: rule.version, name: { zh: rule.nameZh, en: rule.nameEn } },
    coverage: coverageOf(snapshot, month),
    regions: seen.map((city) => presentCity(snapshot, city, month)),
    province: ofScope(provinceOf(snapshot, cities, month), scope),
    months: [...snapshot.months],
    invented: isProvinceInvented(snapshot, month),
  };
}

const isSeen = ({ regions }: Snapshot, region: string, { city }: DataScope): boolean =>
  city === null || isWithin(regions, region, city);

/** Whose gaps the province's come from is for who may see every city. */
function ofScope(province: Overview['province'], { city }: DataScope): Overview['province'] {
  if (city === null) return province;
  return { ...province, indicators: province.indicators.map((line) => ({ ...line, shortfalls: undefined })) };
}

function presentCity(snapshot: Snapshot, city: CityStanding, month: number): RegionStanding {
  return {
    region: city.region.code,
    level: city.level,
    counts: { ...city.counts },
    indicators: city.indicators.map((one) => ({ ...presentStanding(one), strip: [...one.strip] })),
    strip: [...city.strip],
    status: statusAt(snapshot, city.region.code, month),
  };
}

/** How far a month has come, as far as it was sent: replies are kept for whoever asks next, so no draft may show in them. */
function statusAt(snapshot: Snapshot, region: string, month: number): SubmissionStatus {
  return statusFor(rowsOf(snapshot.versions, region, month), 'leader');
}

/**
 * How many of the regions that report have an accepted submission of the very month, and of how many that ends the month. Of a
 * month that nobody owes only those are expected that reported it all the same.
 */
export function coverageOf(snapshot: Snapshot, month: number): Overview['coverage'] {
  const reporting = reportingAt(snapshot, month);
  const accepted = reporting.flatMap(({ code }) => standingVersion(rowsOf(snapshot.versions, code, month))?.asOf ?? []);
  const whole = reporting.flatMap(({ code }) => wholeVersion(rowsOf(snapshot.versions, code, month))?.asOf ?? []);
  const done = whole.filter((asOf) => isMonthDone(asOf, { year: snapshot.year, month }));
  const counts = { accepted: accepted.length, done: done.length };
  const notOwed = snapshot.notOwed.get(month);
  return notOwed === undefined
    ? { ...counts, expected: reporting.length }
    : { ...counts, expected: accepted.length, notOwed };
}

/** The province on every indicator; its level is the worst over the core ones, judged on the sums. */
export function provinceOf(
  snapshot: ForecastSnapshot,
  cities: readonly CityStanding[],
  month: number,
): Overview['province'] {
  const { code } = snapshot.regions.root;
  const parts = indicatorsAt(snapshot, month).map((indicator) => {
    const own = targetAt(rowsOf(snapshot.targets, code, indicator.code), month);
    const sums = rollUpOf(snapshot, code, indicator, month);
    const more = {
      projection: sumOfProjections(snapshot, cities, indicator.code),
      ...(sums.bounds !== null && { bounds: presentBounds(indicator, sums.bounds) }),
      ownTargetProvenance: own === null ? null : { origin: own.origin, source: own.source },
      shortfalls: presentShortfalls(cities, indicator),
    };
    return { core: indicator.core, level: sums.level, reply: presentProvince(indicator, sums, more) };
  });
  return {
    region: code,
    level: cityLevel(parts),
    indicators: parts.map(({ reply }) => reply),
  };
}

/** The sum of the cities' projections; null unless every city has one, because a part would pass for the whole. */
function sumOfProjections(
  snapshot: ForecastSnapshot,
  cities: readonly CityStanding[],
  indicator: string,
): number | null {
  const each = cities
    .flatMap((city) => city.indicators.filter((one) => one.indicator.code === indicator))
    .map((one) => projectionOf(one, snapshot));
  return each.reduce((sum, one) => (sum === null || one === null ? null : sum + one), each.length === 0 ? null : 0);
}

/** The reply of one city's page. */
export function cityOf(snapshot: ForecastSnapshot, region: string, month: number, scope: DataScope): City | null {
  const row = reportingAt(snapshot, month, region).find(({ code }) => code === region);
  if (row === undefined || !isSeen(snapshot, region, scope)) return null;
  const city = cityStanding(snapshot, row, month);
  return {
    region,
    year: snapshot.year,
    month,
    revision: snapshot.revision,
    level: city.level,
    counts: { ...city.counts },
    status: statusAt(snapshot, region, month),
    strip: [...city.strip],
    rule: presentRule(ruleAt(snapshot, month)),
    indicators: city.indicators.map((one) => indicatorDetail(snapshot, region, one, scope)),
    explained: explainedAt(snapshot, region, month),
    absences: absencesAt(snapshot, region, month),
    months: [...snapshot.months],
    invented: isInvented(snapshot, { regions: [row], month: 12, pending: scope.pending }),
  };
}

function absencesAt(snapshot: Snapshot, region: string, month: number): City['absences'] {
  const standing = snapshot.indicators.flatMap(({ code }) => rowsOf(snapshot.figures, region, code));
  return standingAbsences(
    rowsOf(snapshot.versions, region, month),
    standing.filter((figure) => figure.month === month),
  );
}

function explainedAt({ versions }: Snapshot, region: string, month: number): City['explained'] {
  const row = newestExplained([...(versions.get(region)?.values() ?? [])].flat(), month);
  return row === null ? null : { month: row.month, asOf: row.asOf, cause: row.cause, remedies: row.remedies };
}

function indicatorDetail(
  snapshot: ForecastSnapshot,
  region: string,
  one: IndicatorStanding,
  scope: DataScope,
): IndicatorDetail {
  const { indicator } = one;
  return {
    standing: presentStanding(one),
    series: seriesOf(snapshot, region, one, scope),
    lastYear: rowsOf(snapshot.lastYear, region, indicator.code).map((row) => ({
      month: row.month,
      cumulative: inUnit(row.cumulative, indicator.scale),
      denominator: inUnit(row.denominator, indicator.scale),
    })),
    targets: rowsOf(snapshot.targets, region, indicator.code).map((change) => presentStep(change, indicator)),
    strip: [...one.strip],
    projection: projectionOf(one, snapshot),
    forecast: presentForecast(one, snapshot),
  };
}

/** The year's accepted figures and, for those who may see them, the pending ones, oldest first. */
export function seriesOf(snapshot: Snapshot, region: string, one: IndicatorStanding, scope: DataScope): SeriesPoint[] {
  const { indicator } = one;
  const pending = scope.pending ? rowsOf(snapshot.pending, region, indicator.code) : [];
  const rows = [
    ...rowsOf(snapshot.figures, region, indicator.code).map((row) => ({ row, accepted: true })),
    ...pending.map((row) => ({ row, accepted: false })),
  ];
  return rows
    .toSorted((a, b) => a.row.month - b.row.month || Number(b.accepted) - Number(a.accepted))
    .map(({ row, accepted }) => ({
      month: row.month,
      asOf: row.asOf,
      cumulative: inUnit(row.cumulative, indicator.scale),
      denominator: inUnit(row.denominator, indicator.scale),
      expected: expectedAt(snapshot, region, one, row),
      accepted,
      origin: row.origin,
      source: row.source,
    }));
}

/**
 * What the curve and the target in force expected at a figure's day; null for a ratio, whose pace is 1 all year, and for a
 * stock of which the start of the year is unknown.
 */
function expectedAt(
  snapshot: Snapshot,
  region: string,
  { indicator, input }: IndicatorStanding,
  at: { readonly month: number; readonly asOf: string },
): number | null {
  const target = targetAt(rowsOf(snapshot.targets, region, indicator.code), at.month);
  const baseline = baselineOf(input);
  if (target === null || baseline === null || indicator.kind === 'ratio') return null;
  const pace = paceAt(input.points, snapshot.year, at.asOf);
  return inUnit(baseline + pace * (target.amount - baseline), indicator.scale);
}
