/** The completed years of every region and indicator, by which seasons are known and forecasts are tried. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { listAcceptedFigures, type AcceptedFigure } from '#db/figures.ts';
import type { IndicatorRow } from '#db/indicators.ts';
import { listSomeRegions } from '#db/regions.ts';
import { currentRevision, listStandingChanges } from '#db/revisions.ts';
import { countAcceptedVersions, type AcceptedCount } from '#db/submission-counts.ts';
import type { Reader } from '#db/dialect';
import type { Context } from '../http/context.ts';
import { pausing } from '../http/event-loop.ts';
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
  const kept = await replyCache.renewed('history', renewed);
  const pause = pausing();
  const history = kept.before(year);
  // A nation's years are sorted in some 15 ms, and whoever asked goes on to compute.
  await pause();
  return history;
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
  readonly revision: number;
  readonly byYear: ReadonlyMap<number, Before>;
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
 * The history as it stands now. Only the regions are counted in which something was touched since, only the region-years are
 * read again in which something was accepted, and only those with twelve accepted versions or more, because fewer cannot be
 * twelve months: what is accepted in the running year costs one count.
 */
export async function renewHistory(
  reader: Reader,
  kept: KeptHistory | undefined,
  knownAt?: string,
): Promise<KeptHistory> {
  const revision = await currentRevision(reader);
  const changes = kept === undefined ? null : await listStandingChanges(reader, kept.revision, revision);
  // Where it is not known what was touched everything is counted; an equal revision may be of a database that was changed behind it.
  const touched = changes === null || changes.length === 0 ? undefined : new Set(changes.map(({ region }) => region));
  const marked = markedYears(await countsOf(reader, touched, knownAt));
  const changed = marked.filter((row) => kept?.regionYears.get(keyOf(row))?.mark !== row.mark);
  const others = [...(kept?.regionYears ?? [])].filter(([key]) => touched?.has(regionOf(key)) === true);
  const stays = (touched === undefined ? kept?.regionYears.size : others.length) === marked.length;
  if (kept !== undefined && changed.length === 0 && stays) {
    return kept.revision === revision ? kept : { ...kept, revision };
  }
  const read = await readCompleted(reader, changed, knownAt);
  const renewed = marked.map(({ mark, ...row }): [string, RegionYear] => {
    const known = kept?.regionYears.get(keyOf(row));
    return [keyOf(row), known?.mark === mark ? known : { mark, completed: read.get(keyOf(row)) ?? [] }];
  });
  const left =
    touched === undefined ? [] : [...(kept?.regionYears ?? [])].filter(([key]) => !touched.has(regionOf(key)));
  // By year and region, so that sums do not depend on what was renewed when.
  const all = [...left, ...renewed].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return keptHistory(revision, new Map(all), kept);
}

const regionOf = (key: string): string => key.slice(5);

/** Regions that are counted in one statement: all versions of a nation are counted in 70 ms, in which nobody else is served. */
const countedAtOnce = 500;

/** How many versions are accepted of these regions, or of all of them. */
async function countsOf(
  reader: Reader,
  touched: ReadonlySet<string> | undefined,
  knownAt: string | undefined,
): Promise<readonly AcceptedCount[]> {
  if (touched !== undefined) return countAcceptedVersions(reader, { knownAt, regions: [...touched] });
  const counts: AcceptedCount[] = [];
  for (let from = 0, isMore = true; isMore; from += countedAtOnce) {
    const regions = (await listSomeRegions(reader, from, countedAtOnce)).map(({ code }) => code);
    counts.push(...(await countAcceptedVersions(reader, { knownAt, regions })));
    isMore = regions.length === countedAtOnce;
    await nextTurn();
  }
  return counts;
}

/** The region-years that may be completed, each with what says whether it changed. */
function markedYears(counts: readonly AcceptedCount[]): readonly (Address & { readonly mark: string })[] {
  const countOf = new Map(counts.map((row) => [keyOf(row), `${row.count}-${row.revoked}-${row.newest}`]));
  return counts
    .filter(({ count }) => count >= 12)
    .map(({ year, region }) => {
      // A stock's year stands on the end of the one before.
      const before = countOf.get(keyOf({ region, year: year - 1 })) ?? 0;
      return { year, region, mark: `${countOf.get(keyOf({ year, region }))} ${before}` };
    });
}

/** The years before one, with what they were made of: as long as that is the same, so are they. */
interface Before {
  readonly parts: readonly RegionYear[];
  readonly history: History;
}

function keptHistory(
  revision: number,
  regionYears: KeptHistory['regionYears'],
  former: KeptHistory | undefined,
): KeptHistory {
  const known = new Map(former?.byYear);
  const byYear = new Map<number, Before>();
  const before = (year: number): History => {
    const made = byYear.get(year);
    if (made !== undefined) return made.history;
    const parts = [...regionYears].filter(([key]) => Number(key.slice(0, 4)) < year).map(([, part]) => part);
    const then = known.get(year);
    const isSame = then?.parts.length === parts.length && then.parts.every((part, at) => part === parts[at]);
    const history = then !== undefined && isSame ? then.history : historyOf(parts);
    byYear.set(year, { parts, history });
    known.delete(year);
    return history;
  };
  return { revision, regionYears, byYear, before };
}

function historyOf(regionYears: readonly RegionYear[]): History {
  const completed = regionYears.flatMap((one) => one.completed);
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
  for (const [year, regions] of slicesOf(addresses)) {
    const figures = await listAcceptedFigures(reader, { years: [year], regions, knownAt });
    const before = await listAcceptedFigures(reader, { years: [year - 1], months: [12], regions, knownAt });
    const beforeOf = Map.groupBy(before, (figure) => figure.region);
    for (const [region, own] of Map.groupBy(figures, (figure) => figure.region)) {
      completed.push(...completedOf({ year, region }, indicators, own, beforeOf.get(region) ?? []));
    }
    await nextTurn();
  }
  return Map.groupBy(completed, keyOf);
}

/** Regions of one year that are read in one statement, so that one takes some 15 ms and others are served in between. */
const regionsAtOnce = 20;

function slicesOf(addresses: readonly Address[]): readonly [year: number, regions: readonly string[]][] {
  return [...Map.groupBy(addresses, ({ year }) => year)].flatMap(([year, of]) =>
    Array.from({ length: Math.ceil(of.length / regionsAtOnce) }, (_, at): [number, readonly string[]] => [
      year,
      of.slice(at * regionsAtOnce, (at + 1) * regionsAtOnce).map(({ region }) => region),
    ]),
  );
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
