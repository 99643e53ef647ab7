/** The completed years of every region and indicator, by which seasons are known and forecasts are tried. */
import { listAcceptedFigures, type AcceptedFigure } from '#db/figures.ts';
import type { IndicatorRow } from '#db/indicators.ts';
import { countAcceptedVersions } from '#db/submission-counts.ts';
import type { Reader } from '#db/dialect';
import type { Context } from '../http/context.ts';
import { readIndicators } from '../indicators/checked.ts';
import { indicatorHistory, type IndicatorHistory } from '../measures/backtest.ts';
import { monthEndsOf, type CompletedYear } from '../measures/season.ts';

/** The completed years of one indicator; `invented` where any of their figures is. */
export interface KnownYears extends IndicatorHistory {
  readonly invented: boolean;
}

/** By indicator; an indicator without a completed year is not in it. */
export type History = ReadonlyMap<string, KnownYears>;

const noYears: KnownYears = { ...indicatorHistory([]), invented: false };

/** The completed years of an indicator; none where there are none. */
export const yearsIn = (history: History, indicator: string): KnownYears => history.get(indicator) ?? noYears;

/** The completed years before a year, so that nothing is foreseen by what came after; kept until one of them changes. */
export async function historyBefore(
  { replyCache, database }: Pick<Context, 'replyCache' | 'database'>,
  year: number,
): Promise<History> {
  const renewed = (kept: KeptHistory | undefined) => renewHistory(database.reader, kept);
  return (await replyCache.renewed('history', renewed)).before(year);
}

/** The same, read anew: as it stands now, or as it was known at an instant. */
export async function readHistory(reader: Reader, year: number, knownAt?: string): Promise<History> {
  return (await renewHistory(reader, undefined, knownAt)).before(year);
}

interface Completed extends CompletedYear {
  readonly indicator: string;
  readonly invented: boolean;
}

/** One region's year as it was read: as long as its mark is the same, so are its figures. */
interface RegionYear {
  readonly mark: string;
  readonly completed: readonly Completed[];
}

export interface KeptHistory {
  /** By year and region. */
  readonly regionYears: ReadonlyMap<string, RegionYear>;
  before(year: number): History;
}

/** A year of a region. */
interface Address {
  readonly year: number;
  readonly region: string;
}

const keyOf = ({ year, region }: Address): string => `${year}/${region}`;

/**
 * The history as it stands now. Only the region-years in which something was accepted since are read again, and only
 * those with twelve accepted versions or more, because fewer cannot be twelve months: what is accepted in the running
 * year costs one count.
 */
export async function renewHistory(
  reader: Reader,
  kept: KeptHistory | undefined,
  knownAt?: string,
): Promise<KeptHistory> {
  const counts = await countAcceptedVersions(reader, knownAt);
  const countOf = new Map(counts.map((row) => [keyOf(row), `${row.count}-${row.revoked}-${row.newest}`]));
  const marked = counts
    .filter(({ count }) => count >= 12)
    // A stock's year stands on the end of the one before.
    .map((row) => ({
      ...row,
      mark: `${countOf.get(keyOf(row))} ${countOf.get(keyOf({ ...row, year: row.year - 1 })) ?? 0}`,
    }));
  const changed = marked.filter((row) => kept?.regionYears.get(keyOf(row))?.mark !== row.mark);
  if (kept !== undefined && changed.length === 0 && marked.length === kept.regionYears.size) return kept;
  const read = await readCompleted(reader, changed, knownAt);
  return keptHistory(
    new Map(
      marked.map((row) => {
        const key = keyOf(row);
        const known = kept?.regionYears.get(key);
        return [key, known?.mark === row.mark ? known : { mark: row.mark, completed: read.get(key) ?? [] }];
      }),
    ),
  );
}

function keptHistory(regionYears: KeptHistory['regionYears']): KeptHistory {
  const byYear = new Map<number, History>();
  return {
    regionYears,
    before: (year) => {
      const history = byYear.get(year) ?? historyOf([...regionYears.values()], year);
      byYear.set(year, history);
      return history;
    },
  };
}

function historyOf(regionYears: readonly RegionYear[], before: number): History {
  const completed = regionYears.flatMap((one) => one.completed).filter(({ year }) => year < before);
  return new Map(
    [...Map.groupBy(completed, ({ indicator }) => indicator)].map(([indicator, years]) => [
      indicator,
      { ...indicatorHistory(years), invented: years.some(({ invented }) => invented) },
    ]),
  );
}

/** The completed years of these regions, by year and region. */
async function readCompleted(
  reader: Reader,
  addresses: readonly Address[],
  knownAt: string | undefined,
): Promise<ReadonlyMap<string, readonly Completed[]>> {
  if (addresses.length === 0) return new Map();
  const indicators = await readIndicators(reader);
  const completed: Completed[] = [];
  for (const [year, of] of Map.groupBy(addresses, (address) => address.year)) {
    const regions = of.map(({ region }) => region);
    const figures = await listAcceptedFigures(reader, { years: [year], regions, knownAt });
    const before = await listAcceptedFigures(reader, { years: [year - 1], months: [12], regions, knownAt });
    const beforeOf = Map.groupBy(before, (figure) => figure.region);
    for (const [region, own] of Map.groupBy(figures, (figure) => figure.region)) {
      completed.push(...completedOf({ year, region }, indicators, own, beforeOf.get(region) ?? []));
    }
  }
  return Map.groupBy(completed, keyOf);
}

/** A region's year on each indicator on which it is completed. */
function completedOf(
  address: Address,
  indicators: readonly IndicatorRow[],
  figures: readonly AcceptedFigure[],
  decemberBefore: readonly AcceptedFigure[],
): readonly Completed[] {
  const byIndicator = Map.groupBy(figures, ({ indicator }) => indicator);
  return indicators.flatMap(({ code, kind }) => {
    const own = byIndicator.get(code) ?? [];
    const start = kind === 'stock' ? decemberBefore.filter(({ indicator }) => indicator === code) : [];
    const monthEnds = monthEndsOf({ kind, figures: own, baseline: start[0]?.cumulative ?? null });
    const invented = [...own, ...start].some(({ origin }) => origin === 'invented');
    return monthEnds === null ? [] : [{ ...address, indicator: code, monthEnds, invented }];
  });
}
