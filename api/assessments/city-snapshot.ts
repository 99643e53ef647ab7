import { countRegions } from '#db/regions.ts';
import { currentRevision } from '#db/revisions.ts';
import { listAcceptedMonths } from '#db/submissions.ts';
import type { Context } from '../http/context.ts';
import { looksAt } from '../measures/rule.ts';
import { kinds } from '../measures/vocabulary.ts';
import { historyBefore } from './history.ts';
import { forecastSnapshotOf, readRegionRows, type ForecastSnapshot } from './snapshot.ts';
import { yearColumnsOf, type YearColumns } from './year-columns.ts';

type Needed = Pick<Context, 'replyCache' | 'database'>;

/** Up to so many regions a year is read whole, and kept for all pages that are made of it. */
const fewRegions = 200;
const attempts = 20;

/**
 * A year's snapshot for one city's own page. Where an office has so many regions that a year of them is seconds of reading,
 * it holds the rows of that region alone, with what belongs to no region; sums and other regions are not to be asked of it.
 */
export async function citySnapshotOf(context: Needed, year: number, region: string): Promise<ForecastSnapshot> {
  if ((await countRegions(context.database.reader)) <= fewRegions) return forecastSnapshotOf(context, year);
  return context.replyCache.of(`snapshot ${year} ${region}`, async () => {
    const columns = await yearColumnsOf(context, year);
    return comparesPeers(columns) ? forecastSnapshotOf(context, year) : readOwn(context, columns, region);
  });
}

/** Whether a city is judged by what all others have come to. */
const comparesPeers = ({ rules }: YearColumns): boolean =>
  rules.some(({ conditions }) => kinds.some((kind) => looksAt(conditions[kind], 'pointsAgainstPeers')));

async function readOwn(context: Needed, known: YearColumns, region: string): Promise<ForecastSnapshot> {
  const { reader } = context.database;
  let columns = known;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { year, regions, indicators, ownCurves, rules, notOwed, revision } = columns;
    const frame = { year, regions, indicators, ownCurves, rules, notOwed, revision, lineage: {} };
    const history = await historyBefore(context, year);
    const rows = await readRegionRows(reader, year, { regions: [region] });
    const months = await listAcceptedMonths(reader, { years: columns.years, regions: [region] });
    if ((await currentRevision(reader)) === revision) return { ...frame, ...rows, months, history };
    columns = await yearColumnsOf(context, year);
  }
  throw new Error(`the figures of ${known.year} changed during each of ${attempts} reads`);
}
