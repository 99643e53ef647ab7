/** The dataset, read a few regions at a time as it is taken, so that a nation's years need no memory. */
import type { RegionRow } from '#db/regions.ts';
import { currentRevision } from '#db/revisions.ts';
import { listAcceptedMonths } from '#db/submissions.ts';
import { historyBefore, readHistory } from '../assessments/history.ts';
import {
  readSnapshotAsKnown,
  readRegionRows,
  reportingAt,
  snapshotOf,
  type Snapshot,
} from '../assessments/snapshot.ts';
import { readSurroundings, type Surroundings } from '../assessments/surroundings.ts';
import type { Context, PublicContext, TokenContext } from '../http/context.ts';
import { topSeen } from '../http/data-scope.ts';
import { isWithin } from '../regions/tree.ts';
import { pausing } from '../http/event-loop.ts';
import { dayInShanghai, endOfDayInShanghai } from '../measures/office-day.ts';
import { looksAt } from '../measures/rule.ts';
import { kinds } from '../measures/vocabulary.ts';
import type { DatasetQuery, DatasetRow } from './contract.ts';
import { rowsOfRegion } from './rows.ts';

/** Which rows somebody may see: of one city or all, with what waits for review or without. */
export interface DatasetScope {
  readonly city: string | null;
  readonly pending: boolean;
}

/** What waits for review is for the department and the city itself, as on every page. */
export function scopeOfPerson(context: Context): DatasetScope {
  const { role } = context.actor;
  return { city: topSeen(context), pending: role === 'bureau' || role === 'official' };
}

/** A program reads accepted figures alone: nobody knows who reads what it shows. */
export const scopeOfToken = ({ token }: TokenContext): DatasetScope => ({ city: token.region, pending: false });

/** So many regions' rows are read in one statement: that takes a few milliseconds. */
const regionsAtOnce = 5;

/** So many rows are given on at once: written in a millisecond or two, into texts that V8 still takes for small ones. */
const rowsAtOnce = 25;

/** The rows that were asked for, by year, region, month and indicator, in pieces. */
export async function* datasetRows(
  context: PublicContext,
  scope: DatasetScope,
  query: DatasetQuery,
): AsyncGenerator<readonly DatasetRow[]> {
  const today = dayInShanghai(context.clock.now());
  const known = query.known === undefined || query.known >= today ? null : query.known;
  const reading: Reading = {
    context,
    scope,
    query,
    today: known ?? today,
    knownAt: known && endOfDayInShanghai(known),
  };
  for (const year of await yearsOf(reading)) yield* rowsOfYear(reading, year);
}

interface Reading {
  readonly context: PublicContext;
  readonly scope: DatasetScope;
  readonly query: DatasetQuery;
  readonly today: string;
  readonly knownAt: string | null;
}

/** The years that have anything accepted, rising; the one that was asked for. */
async function yearsOf({ context, query, knownAt }: Reading): Promise<readonly number[]> {
  if (query.year !== undefined) return [query.year];
  const months = await listAcceptedMonths(context.database.reader, undefined, knownAt ?? undefined);
  return [...new Set(months.map(({ year }) => year))].toSorted((a, b) => a - b);
}

async function* rowsOfYear(reading: Reading, year: number): AsyncGenerator<readonly DatasetRow[]> {
  const { context, scope, query, today } = reading;
  const { reader } = context.database;
  const knownAt = reading.knownAt ?? undefined;
  const history = () => (knownAt === undefined ? historyBefore(context, year) : readHistory(reader, year, knownAt));
  const around = { ...(await readSurroundings(reader, year, { history, knownAt })), year };
  const peers = await peersOf(reading, around);
  const reporting = reportingMonths(around, [scope.city, query.region ?? null]);
  const pause = pausing();
  for (let from = 0; from < reporting.length; from += regionsAtOnce) {
    const some = reporting.slice(from, from + regionsAtOnce);
    const codes = some.map(({ region }) => region.code);
    const rows = await readRegionRows(reader, year, { regions: codes, knownAt });
    const snapshot = { ...around, ...rows, revision: await currentRevision(reader) };
    for (const { region, months } of some) {
      const asked = { snapshot, whole: peers ?? snapshot, pending: scope.pending, today, months };
      for (const piece of piecesOf(rowsOfRegion(region, { ...asked, indicator: query.indicator }), query)) {
        // Whoever writes them takes a few milliseconds for each piece.
        await pause();
        yield piece;
      }
    }
  }
}

/** The rows of months that were asked for, in small pieces. */
function* piecesOf(months: Iterable<readonly DatasetRow[]>, query: DatasetQuery): Generator<readonly DatasetRow[]> {
  for (const rows of months) {
    const wanted = rows.filter((row) => isAsked(row, query));
    for (let at = 0; at < wanted.length; at += rowsAtOnce) yield wanted.slice(at, at + rowsAtOnce);
  }
}

const isAsked = (row: DatasetRow, { measure, status }: DatasetQuery): boolean =>
  (measure === undefined || row.measure === measure) && (status === undefined || row.status === status);

interface YearFrame extends Surroundings {
  readonly year: number;
}

/** The whole year where a rule looks at a region's peers; null where none does, and then it is never read at once. */
async function peersOf({ context, knownAt }: Reading, { year, rules }: YearFrame): Promise<Snapshot | null> {
  const asks = rules.some(({ conditions }) => kinds.some((kind) => looksAt(conditions[kind], 'pointsAgainstPeers')));
  if (!asks) return null;
  return knownAt === null ? snapshotOf(context, year) : readSnapshotAsKnown(context.database.reader, year, knownAt);
}

interface Reporting {
  readonly region: RegionRow;
  readonly months: readonly number[];
}

/** The regions that report any month of the year with those months, all of them or those within every one of some codes. */
function reportingMonths(around: YearFrame, codes: readonly (string | null)[]): readonly Reporting[] {
  const found = new Map<string, { region: RegionRow; months: number[] }>();
  for (let month = 1; month <= 12; month += 1) {
    for (const region of reportingAt(around, month)) {
      if (codes.some((code) => code !== null && !isWithin(around.regions, region.code, code))) continue;
      const own = found.get(region.code) ?? { region, months: [] };
      own.months.push(month);
      found.set(region.code, own);
    }
  }
  return [...found.values()];
}
