import { listAcceptedFigures, listPendingFigures, type AcceptedFigure, type PendingFigure } from '#db/figures.ts';
import type { IndicatorRow } from '#db/indicators.ts';
import { listRegions, type RegionRow } from '#db/regions.ts';
import { currentRevision } from '#db/revisions.ts';
import type { RuleRow } from '#db/rules.ts';
import { listAcceptedMonths, listVersionRows, type VersionRow } from '#db/submissions.ts';
import { listTargetChanges, type TargetChange } from '#db/targets.ts';
import type { Reader } from '#db/dialect';
import { readRules } from '../rules/checked.ts';
import type { Context } from '../http/context.ts';
import { readIndicators } from '../indicators/checked.ts';
import { historyBefore, readHistory, type History } from './history.ts';
import { ownCurvesOf, type OwnCurves } from './own-curves.ts';
import { regionTree, reportingIn, type RegionTree } from '../regions/tree.ts';

/** Everything that the standings of one year are computed from, as it stood at one revision. */
export interface Snapshot {
  readonly revision: number;
  readonly year: number;
  readonly regions: RegionTree<RegionRow>;
  readonly indicators: readonly IndicatorRow[];
  /** Of the indicators that are judged by each region's own years. */
  readonly ownCurves: OwnCurves;
  readonly rules: readonly RuleRow[];
  /** By region and indicator. */
  readonly targets: Grouped<TargetChange>;
  readonly figures: Grouped<AcceptedFigure>;
  readonly lastYear: Grouped<AcceptedFigure>;
  readonly pending: Grouped<PendingFigure>;
  /** By region and month. */
  readonly versions: Grouped<VersionRow>;
  /** The months of any year that have an accepted submission, newest first. */
  readonly months: readonly { readonly year: number; readonly month: number }[];
}

/** A year's snapshot with the completed years before it, by which its end is forecast. */
export interface ForecastSnapshot extends Snapshot {
  readonly history: History;
}

/** Rows by a key of two parts, such as region and indicator. */
export type Grouped<Row> = ReadonlyMap<string, readonly Row[]>;

export const keyOf = (region: string, other: string | number): string => `${region}/${other}`;

/** The rows of a key; none where there are none. */
export function rowsOf<Row>(grouped: Grouped<Row>, region: string, other: string | number): readonly Row[] {
  return grouped.get(keyOf(region, other)) ?? [];
}

/** The regions that report a month of the snapshot's year, all of them or those under one region. */
export function reportingAt({ regions, year }: Snapshot, month: number, under?: string): readonly RegionRow[] {
  return reportingIn(regions, { year, month }, under);
}

/** The year's snapshot as it stands now, kept until something changes. */
export function snapshotOf(context: Pick<Context, 'replyCache' | 'database'>, year: number): Promise<Snapshot> {
  return context.replyCache.of(`snapshot ${year}`, () =>
    readSnapshot(context.database.reader, year, () => historyBefore(context, year)),
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

/**
 * Reads a year's snapshot. The reads are separate statements, so the revision is read before and after them: where a
 * change came in between, they are made again.
 */
export async function readSnapshot(
  reader: Reader,
  year: number,
  history = () => readHistory(reader, year),
): Promise<Snapshot> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const revision = await currentRevision(reader);
    const rows = await readRows(reader, year, history);
    if ((await currentRevision(reader)) === revision) return { revision, year, ...rows };
  }
  throw new Error(`the standings of ${year} changed during each of ${attempts} reads`);
}

async function readRows(
  reader: Reader,
  year: number,
  history: () => Promise<History>,
): Promise<Omit<Snapshot, 'revision' | 'year'>> {
  const regions = await listRegions(reader);
  const accepted = await listAcceptedFigures(reader, { years: [year - 1, year] });
  const indicators = await readIndicators(reader);
  return {
    regions: regionTree(regions),
    indicators,
    ownCurves: await ownCurvesOf(indicators, history),
    rules: await readRules(reader),
    targets: group(await listTargetChanges(reader, { years: [year] }), (row) => keyOf(row.region, row.indicator)),
    figures: group(
      accepted.filter((row) => row.year === year),
      (row) => keyOf(row.region, row.indicator),
    ),
    lastYear: group(
      accepted.filter((row) => row.year === year - 1),
      (row) => keyOf(row.region, row.indicator),
    ),
    pending: group(await listPendingFigures(reader, { years: [year] }), (row) => keyOf(row.region, row.indicator)),
    versions: group(await listVersionRows(reader, { years: [year] }), (row) => keyOf(row.region, row.month)),
    months: await listAcceptedMonths(reader),
  };
}

function group<Row>(rows: readonly Row[], key: (row: Row) => string): Grouped<Row> {
  return Map.groupBy(rows, key);
}
