import { isDeepStrictEqual } from 'node:util';
import { listAcceptedFigures, listPendingFigures, type AcceptedFigure, type PendingFigure } from '#db/figures.ts';
import type { IndicatorRow } from '#db/indicators.ts';
import type { RegionRow } from '#db/regions.ts';
import { currentRevision, listStandingChanges, type StandingChange } from '#db/revisions.ts';
import type { RuleRow } from '#db/rules.ts';
import { listAcceptedMonths, listVersionRows, type VersionRow } from '#db/submissions.ts';
import { listTargetChanges, type TargetChange } from '#db/targets.ts';
import type { Reader } from '#db/dialect';
import type { Context } from '../http/context.ts';
import { isReportedIn } from '../indicators/lifecycle.ts';
import { versionsKnownAt } from './as-known.ts';
import { historyBefore, readHistory, type History } from './history.ts';
import { ownCurvesOf, type JudgingCurves } from './own-curves.ts';
import type { TargetOfMonth } from './region-columns.ts';
import { readSurroundings } from './surroundings.ts';
import { compareMonths, type YearMonth } from '../measures/calendar.ts';
import type { Figure } from '../measures/vocabulary.ts';
import type { NotOwed } from '../deadlines/lifecycle.ts';
import { reportingIn, type RegionTree } from '../regions/tree.ts';

/** Everything that the standings of one year are computed from, as it stood at one revision. */
export interface Snapshot extends RegionRows, JudgingCurves {
  readonly revision: number;
  readonly regions: RegionTree<RegionRow>;
  readonly indicators: readonly IndicatorRow[];
  readonly rules: readonly RuleRow[];
  /** The months of the year that nobody owes, with the reason. */
  readonly notOwed: ReadonlyMap<number, NotOwed>;
  /** The months of any year that have an accepted submission, newest first. */
  readonly months: readonly YearMonth[];
  /** The same object for all snapshots that were read one from the other: what is kept of their standings is kept by it. */
  readonly lineage: object;
}

/** The rows of a year that belong to one region each. */
interface RegionRows {
  /** By region and indicator. */
  readonly targets: Grouped<TargetChange>;
  readonly figures: Grouped<AcceptedFigure>;
  readonly lastYear: Grouped<AcceptedFigure>;
  readonly pending: Grouped<PendingFigure>;
  /** By region and month. */
  readonly versions: Grouped<VersionRow>;
}

/** A year's snapshot with the completed years before it, by which its end is forecast. */
export interface ForecastSnapshot extends Snapshot {
  readonly history: History;
}

/** Rows by region and a second key, such as the indicator. */
export type Grouped<Row> = ReadonlyMap<string, ReadonlyMap<string | number, readonly Row[]>>;

/** The same, as far as they can be asked for. */
export interface RowsBy<Row> {
  get(region: string): { get(other: string | number): readonly Row[] | undefined } | undefined;
}

/** What a region's own standing is computed from, however it is kept. */
export interface InputRows extends Pick<Snapshot, 'year' | 'rules' | 'ownCurves' | 'curves'> {
  readonly targets: RowsBy<TargetOfMonth>;
  readonly figures: RowsBy<Figure>;
  readonly lastYear: RowsBy<Figure>;
}

const none: readonly never[] = [];

/** The rows of both keys; none where there are none, and the same array each time. */
export function rowsOf<Row>(grouped: RowsBy<Row>, region: string, other: string | number): readonly Row[] {
  return grouped.get(region)?.get(other) ?? none;
}

/** Groups rows, each with its region, by that and a second key; their order stays. */
export function groupRows<Row extends { readonly region: string }>(
  rows: readonly Row[],
  other: (row: Row) => string | number,
): Grouped<Row> {
  const byRegion = [...Map.groupBy(rows, ({ region }) => region)];
  return new Map(byRegion.map(([region, own]) => [region, Map.groupBy(own, other)]));
}

/** The regions that report a month of the snapshot's year, all of them or those under one region. */
export function reportingAt(
  { regions, year }: Pick<Snapshot, 'regions' | 'year'>,
  month: number,
  under?: string,
): readonly RegionRow[] {
  return reportingIn(regions, { year, month }, under);
}

/** The indicators that are reported and judged in a month of the snapshot's year. */
export function indicatorsAt(
  { indicators, year }: Pick<Snapshot, 'indicators' | 'year'>,
  month: number,
): readonly IndicatorRow[] {
  return indicators.filter((indicator) => isReportedIn(indicator, { year, month }));
}

/** The year's snapshot as it stands now, kept until something changes, and then read again as far as that reaches. */
export function snapshotOf(context: Pick<Context, 'replyCache' | 'database'>, year: number): Promise<Snapshot> {
  return context.replyCache.renewed<Snapshot>(`snapshot ${year}`, (before) =>
    readSnapshot(context.database.reader, year, { before, history: () => historyBefore(context, year) }),
  );
}

/** The same with the history, which only forecasts ask for. */
export function forecastSnapshotOf(
  context: Pick<Context, 'replyCache' | 'database'>,
  year: number,
): Promise<ForecastSnapshot> {
  return context.replyCache.of(`forecast snapshot ${year}`, async () => ({
    ...(await snapshotOf(context, year)),
    history: await historyBefore(context, year),
  }));
}

const attempts = 20;
/** Where more regions were touched, everything is read: one statement for all costs less than a long list of them. */
const maxTouched = 32;

/** The year as it was known at an instant: what was decided by then, and the rules that were there by then. */
export async function readSnapshotAsKnown(reader: Reader, year: number, knownAt: string): Promise<ForecastSnapshot> {
  const history = await readHistory(reader, year, knownAt);
  return { ...(await readSnapshot(reader, year, { history: async () => history, knownAt })), history };
}

/** What is known already: an earlier snapshot of the year, and where its completed years come from. */
interface Known {
  readonly before?: Snapshot | undefined;
  readonly history?: () => Promise<History>;
  /** The instant as of which everything is read; the present where it is left out. */
  readonly knownAt?: string | undefined;
}

/**
 * Reads a year's snapshot; after an earlier one of the same year only what was touched since. The reads are separate
 * statements, so the revision is read before and after them: where a change came in between, they are made again.
 */
export async function readSnapshot(
  reader: Reader,
  year: number,
  { before, history = () => readHistory(reader, year), knownAt }: Known = {},
): Promise<Snapshot> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const revision = await currentRevision(reader);
    const changes = before === undefined ? null : await listStandingChanges(reader, before.revision, revision);
    const read =
      before === undefined || changes === null || touchedBy(changes).length > maxTouched
        ? await readAll(reader, year, { history, knownAt })
        : await readAgain(reader, { before, history }, changes);
    if ((await currentRevision(reader)) === revision) return { ...read, revision, year };
  }
  throw new Error(`the standings of ${year} changed during each of ${attempts} reads`);
}

const touchedBy = (changes: readonly StandingChange[]): string[] => [...new Set(changes.map(({ region }) => region))];

type Read = Omit<Snapshot, 'revision' | 'year'>;

async function readAll(
  reader: Reader,
  year: number,
  known: Pick<Required<Known>, 'history'> & Pick<Known, 'knownAt'>,
): Promise<Read> {
  const around = await readSurroundings(reader, year, known);
  return { ...around, ...(await readRegionRows(reader, year, { knownAt: known.knownAt })) };
}

const byIndicator = ({ indicator }: { readonly indicator: string }): string => indicator;

/** The rows of a year of all regions, or of some. */
export async function readRegionRows(
  reader: Reader,
  year: number,
  scope: { readonly regions?: readonly string[]; readonly knownAt?: string | undefined },
): Promise<RegionRows> {
  const { knownAt } = scope;
  const accepted = await listAcceptedFigures(reader, { years: [year - 1, year], ...scope });
  return {
    figures: groupRows(
      accepted.filter((row) => row.year === year),
      byIndicator,
    ),
    lastYear: groupRows(
      accepted.filter((row) => row.year === year - 1),
      byIndicator,
    ),
    targets: groupRows(await listTargetChanges(reader, { years: [year], ...scope }), byIndicator),
    pending: groupRows(await listPendingFigures(reader, { years: [year], ...scope }), byIndicator),
    versions: groupRows(
      versionsKnownAt(await listVersionRows(reader, { years: [year], ...scope }), knownAt),
      ({ month }) => month,
    ),
  };
}

/** The snapshot with what these changes touched read again; what belongs to no region they leave alone. */
async function readAgain(
  reader: Reader,
  { before, history }: { readonly before: Snapshot; readonly history: () => Promise<History> },
  changes: readonly StandingChange[],
): Promise<Read> {
  const { year } = before;
  const bearing = changes.filter((change) => change.year === year || change.year === year - 1);
  const touched = touchedBy(bearing);
  const isOfYear = bearing.every((change) => change.year === year);
  const rows =
    touched.length === 0
      ? before
      : isOfYear
        ? await readMonthsAgain(reader, before, touched)
        : await readRegionRows(reader, year, { regions: touched });
  const scope = { years: [...new Set(changes.map((change) => change.year))], regions: touchedBy(changes) };
  const renewed = <Row>(was: Grouped<Row>, is: Grouped<Row>) => (was === is ? was : withRegions(was, is, touched));
  return {
    ...before,
    ownCurves: await ownCurvesOf(before.indicators, before.curves, history),
    figures: renewed(before.figures, rows.figures),
    lastYear: renewed(before.lastYear, rows.lastYear),
    targets: renewed(before.targets, rows.targets),
    pending: renewed(before.pending, rows.pending),
    versions: renewed(before.versions, rows.versions),
    // An acceptance that is taken back does not say what it touched, so that a month that is left out is read again.
    months: changes.length === 0 ? before.months : withMonths(before.months, await listAcceptedMonths(reader, scope)),
  };
}

/**
 * The rows of some regions, of which nothing changed but in the year itself: figures are those of versions, and one that was
 * sent keeps its own, so that only months whose versions are others than before are read.
 */
async function readMonthsAgain(reader: Reader, before: Snapshot, regions: readonly string[]): Promise<RegionRows> {
  const scope = { years: [before.year], regions };
  const versions = groupRows(await listVersionRows(reader, scope), ({ month }) => month);
  const months = Array.from({ length: 12 }, (_, index) => index + 1).filter((month) =>
    regions.some(
      (region) => !isDeepStrictEqual(rowsOf(before.versions, region, month), rowsOf(versions, region, month)),
    ),
  );
  const renewed = <Row extends MonthRow>(was: Grouped<Row>, is: readonly Row[]): Grouped<Row> => {
    const kept = regions.flatMap((region) => [...(was.get(region)?.values() ?? [])].flat());
    const all = [...kept.filter(({ month }) => !months.includes(month)), ...is];
    return groupRows(
      all.toSorted((a, b) => a.month - b.month),
      byIndicator,
    );
  };
  const within = { ...scope, months };
  return {
    versions,
    lastYear: before.lastYear,
    targets: groupRows(await listTargetChanges(reader, scope), byIndicator),
    figures: renewed(before.figures, await listAcceptedFigures(reader, within)),
    pending: renewed(before.pending, await listPendingFigures(reader, within)),
  };
}

type MonthRow = Pick<AcceptedFigure, 'region' | 'month' | 'indicator'>;

/** Rows with those of some regions in the place of the former; what is equal stays the same array, by which standings are kept. */
function withRegions<Row>(before: Grouped<Row>, read: Grouped<Row>, regions: readonly string[]): Grouped<Row> {
  const all = new Map(before);
  for (const region of regions) {
    const former = before.get(region);
    const rows = [...(read.get(region) ?? [])].map(([key, own]): [string | number, readonly Row[]] => {
      const known = former?.get(key);
      return [key, known !== undefined && isDeepStrictEqual(known, own) ? known : own];
    });
    all.set(region, new Map(rows));
  }
  return all;
}

function withMonths(before: readonly YearMonth[], found: readonly YearMonth[]): readonly YearMonth[] {
  const added = found.filter((month) => !before.some((known) => compareMonths(known, month) === 0));
  return added.length === 0 ? before : [...before, ...added].toSorted((a, b) => compareMonths(b, a));
}
