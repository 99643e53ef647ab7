/** What a year is judged by beside the rows of its regions. */
import { listRegions } from '#db/regions.ts';
import { listAcceptedMonths } from '#db/submissions.ts';
import type { Reader } from '#db/dialect';
import { readCurvesInForce } from '../curves/in-force.ts';
import { readNotOwed } from '../deadlines/not-owed.ts';
import { readIndicators } from '../indicators/checked.ts';
import { regionTree } from '../regions/tree.ts';
import { readRules } from '../rules/checked.ts';
import { rulesKnownAt } from './as-known.ts';
import type { History } from './history.ts';
import { ownCurvesOf } from './own-curves.ts';
import type { Snapshot } from './snapshot.ts';

/** All of a year's snapshot but the rows that belong to one region each, and the revision. */
export type Surroundings = Omit<
  Snapshot,
  'revision' | 'year' | 'targets' | 'figures' | 'lastYear' | 'pending' | 'versions'
>;

/** Reads what is around a year's rows: as it stands, or as it was known at an instant. */
export async function readSurroundings(
  reader: Reader,
  year: number,
  { history, knownAt }: { readonly history: () => Promise<History>; readonly knownAt?: string | undefined },
): Promise<Surroundings> {
  const indicators = await readIndicators(reader);
  const curves = await readCurvesInForce(reader, year, knownAt);
  return {
    regions: regionTree(await listRegions(reader)),
    indicators,
    curves,
    ownCurves: await ownCurvesOf(indicators, curves, history),
    rules: rulesKnownAt(await readRules(reader), knownAt),
    notOwed: await readNotOwed(reader, year, knownAt),
    months: await listAcceptedMonths(reader, undefined, knownAt),
    lineage: {},
  };
}
