/** What a bulletin says in numbers: made of the same replies as the pages, as known at an instant. */
import type { Reader } from '#db/dialect';
import type { IndicatorRow } from '#db/indicators.ts';
import { readSnapshotAsKnown, reportingAt, rowsOf } from '../assessments/snapshot.ts';
import type { ForecastSnapshot, Grouped } from '../assessments/snapshot.ts';
import { deadlineIn, notOwedWhy, type OfficeCalendar } from '../deadlines/lifecycle.ts';
import { readOfficeCalendar } from '../deadlines/office-calendar.ts';
import { inUnit } from '../figures/figure-text.ts';
import { lastDayOfMonth, type YearMonth } from '../measures/calendar.ts';
import { overviewOf } from '../standings/replies.ts';
import type { Overview } from '../standings/contract.ts';
import { newestExplained } from '../submissions/explained.ts';
import { standingVersion } from '../submissions/lifecycle.ts';
import { monthTiming } from '../submissions/month-timing.ts';
import type { AcceptedFigure } from '#db/figures.ts';
import type { BulletinFacts, FactsArea, FactsCity, FactsStanding } from './contract.ts';
import { courseOf } from './course.ts';

/** A month, and the instant (ISO 8601) as of which it is told. */
export interface Frozen extends YearMonth {
  readonly frozenAt: string;
}

/** The facts of a month as known at an instant, whenever they are asked for. */
export async function factsAsKnown(reader: Reader, frozen: Frozen): Promise<BulletinFacts> {
  const snapshot = await readSnapshotAsKnown(reader, frozen.year, frozen.frozenAt);
  return factsOf(snapshot, await readOfficeCalendar(reader, [frozen.year], frozen.frozenAt), frozen);
}

/** The facts of a month as a snapshot has them. */
export function factsOf(
  snapshot: ForecastSnapshot,
  calendar: OfficeCalendar,
  { year, month, frozenAt }: Frozen,
): BulletinFacts {
  const scope = { city: null, pending: false };
  const overview = overviewOf(snapshot, month, scope);
  const before = month === 1 ? null : overviewOf(snapshot, month - 1, scope);
  const { rule, coverage, province, invented } = overview;
  const { root } = snapshot.regions;
  return {
    year,
    month,
    asOf: lastDayOfMonth(year, month),
    frozenAt,
    rule,
    coverage: { accepted: coverage.accepted, expected: coverage.expected },
    indicators: snapshot.indicators.map(presentIndicator),
    province: {
      ...areaOf(snapshot, month, { now: province, before: before?.province }),
      name: { zh: root.nameZh, en: root.nameEn },
    },
    cities: reportingAt(snapshot, month).map((region): FactsCity => {
      const own = ({ regions }: Overview) => regions.find((one) => one.region === region.code);
      const now = own(overview);
      if (now === undefined) throw new Error(`the overview lacks ${region.code}`);
      return {
        ...areaOf(snapshot, month, { now, before: before === null ? undefined : own(before) }),
        name: { zh: region.nameZh, en: region.nameEn },
        report: reportOf(snapshot, calendar, { region: region.code, year, month }),
        explained: explainedIn(snapshot, { region: region.code, level: now.level, month }),
      };
    }),
    invented,
    course: courseOf(snapshot, month),
  };
}

const presentIndicator = (row: IndicatorRow): BulletinFacts['indicators'][number] => ({
  code: row.code,
  kind: row.kind,
  name: { zh: row.nameZh, en: row.nameEn },
  short: { zh: row.shortZh, en: row.shortEn },
  unit: { zh: row.unitZh, en: row.unitEn },
  decimals: row.decimals,
  core: row.core,
});

interface Stands {
  readonly region: string;
  readonly level: FactsArea['level'];
  readonly indicators: readonly (Omit<FactsStanding, 'completionBefore' | 'lastYear'> & object)[];
}

function areaOf(
  snapshot: ForecastSnapshot,
  month: number,
  { now, before }: { readonly now: Stands; readonly before: Stands | undefined },
): Omit<FactsArea, 'name'> {
  const regions =
    now.region === snapshot.regions.root.code ? reportingAt(snapshot, month).map(({ code }) => code) : [now.region];
  return {
    region: now.region,
    level: now.level,
    standings: now.indicators.map(({ indicator, level, target, actual, completion, pace, gapPoints }) => ({
      indicator,
      level,
      target,
      actual,
      completion,
      pace,
      gapPoints,
      completionBefore: before?.indicators.find((one) => one.indicator === indicator)?.completion ?? null,
      lastYear: lastYearOf(snapshot, { regions, indicator, month }),
    })),
  };
}

/**
 * The sum of the same month a year before, in the unit, a ratio's as a share; null unless every region has a figure of that very month in both
 * years, because sums of different cities are not comparable.
 */
function lastYearOf(
  snapshot: ForecastSnapshot,
  {
    regions,
    indicator,
    month,
  }: { readonly regions: readonly string[]; readonly indicator: string; readonly month: number },
): number | null {
  const row = snapshot.indicators.find(({ code }) => code === indicator);
  const inMonth = (grouped: Grouped<AcceptedFigure>, region: string) =>
    rowsOf(grouped, region, indicator).find((figure) => figure.month === month);
  const pairs = regions.map((region) => ({
    now: inMonth(snapshot.figures, region),
    before: inMonth(snapshot.lastYear, region),
  }));
  // A city without this indicator in either year is no part of the sum.
  const counted = pairs.filter(({ now, before }) => now !== undefined || before !== undefined);
  let [cumulative, denominator] = [0, 0];
  for (const { now, before } of counted) {
    if (now === undefined || before === undefined) return null;
    cumulative += before.cumulative;
    denominator += before.denominator ?? 0;
  }
  if (row === undefined || counted.length === 0) return null;
  if (row.kind !== 'ratio') return inUnit(cumulative, row.scale);
  return denominator === 0 ? null : cumulative / denominator;
}

function reportOf(
  snapshot: ForecastSnapshot,
  calendar: OfficeCalendar,
  { region, year, month }: YearMonth & { readonly region: string },
): FactsCity['report'] {
  const versions = rowsOf(snapshot.versions, region, month);
  if (standingVersion(versions) === null) return null;
  const key = { region, year, month, notOwed: notOwedWhy({ year, month }, calendar) };
  return { daysLate: monthTiming(versions, deadlineIn(calendar, key), key).daysLate };
}

/** Of the month itself; of a city that lags the newest that it gave. */
function explainedIn(
  { versions }: ForecastSnapshot,
  { region, level, month }: Pick<FactsArea, 'region' | 'level'> & Pick<YearMonth, 'month'>,
): FactsCity['explained'] {
  const row = newestExplained([...(versions.get(region)?.values() ?? [])].flat(), month);
  const isLagging = level === 'behind' || level === 'watch';
  if (row === null || (row.month !== month && !isLagging)) return null;
  return { month: row.month, cause: row.cause, remedies: row.remedies };
}
