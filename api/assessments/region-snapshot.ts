import { countRegions } from '#db/regions.ts';
import { currentRevision } from '#db/revisions.ts';
import { listAcceptedMonths } from '#db/submissions.ts';
import type { Context } from '../http/context.ts';
import { looksAt } from '../measures/rule.ts';
import { kinds } from '../measures/vocabulary.ts';
import { historyBefore } from './history.ts';
import { readRegionRows, snapshotOf, type ForecastSnapshot, type Snapshot } from './snapshot.ts';
import { yearColumnsOf, type YearColumns } from './year-columns.ts';

type Needed = Pick<Context, 'replyCache' | 'database'>;

/** Up to so many regions a year is read whole, and kept for all pages that are made of it. */
const fewRegions = 200;

/** Whether an office has so many regions that no page lists all of them, and that a year of them is seconds of reading. */
export async function isLarge({ database }: Pick<Context, 'database'>): Promise<boolean> {
  return (await countRegions(database.reader)) > fewRegions;
}
const attempts = 20;

/**
 * A year's snapshot for one region's own months and page. Where an office has so many regions that a year of them is seconds
 * of reading, it holds the rows of that region alone, with what belongs to no region; sums and others are not to be asked of it.
 */
export async function regionSnapshotOf(context: Needed, year: number, region: string): Promise<Snapshot> {
  if (!(await isLarge(context))) return snapshotOf(context, year);
  return context.replyCache.of(`snapshot ${year} ${region}`, async () => {
    const columns = await yearColumnsOf(context, year);
    return comparesPeers(columns) ? snapshotOf(context, year) : readOwn(context, columns, region);
  });
}

/** The same with the history, which only forecasts ask for. */
export async function regionForecastSnapshotOf(
  context: Needed,
  year: number,
  region: string,
): Promise<ForecastSnapshot> {
  return context.replyCache.of(`forecast snapshot ${year} ${region}`, async () => ({
    ...(await regionSnapshotOf(context, year, region)),
    history: await historyBefore(context, year),
  }));
}

/** Whether a city is judged by what all others have come to. */
const comparesPeers = ({ rules }: YearColumns): boolean =>
  rules.some(({ conditions }) => kinds.some((kind) => looksAt(conditions[kind], 'pointsAgainstPeers')));

async function readOwn(context: Needed, known: YearColumns, region: string): Promise<Snapshot> {
  const { reader } = context.database;
  let columns = known;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { year, regions, indicators, ownCurves, rules, notOwed, revision } = columns;
    const frame = { year, regions, indicators, ownCurves, rules, notOwed, revision, lineage: {} };
    const rows = await readRegionRows(reader, year, { regions: [region] });
    const months = await listAcceptedMonths(reader, { years: columns.years, regions: [region] });
    if ((await currentRevision(reader)) === revision) return { ...frame, ...rows, months };
    columns = await yearColumnsOf(context, year);
  }
  throw new Error(`the figures of ${known.year} changed during each of ${attempts} reads`);
}
