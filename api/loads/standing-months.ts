import type { Reader } from '#db/dialect';
import { listAcceptedFigures, listPendingFigures } from '#db/figures.ts';
import type { IndicatorRow } from '#db/indicators.ts';
import { listVersionRows, type SubmissionKey, type VersionRow } from '#db/submissions.ts';
import { pausing } from '../http/event-loop.ts';
import { keyOf, type StandingFigure, type StandingMonths } from './plan.ts';

/** Reads how the months of these rows stand. */
export async function readStandingMonths(
  reader: Reader,
  indicators: readonly IndicatorRow[],
  rows: readonly SubmissionKey[],
): Promise<StandingMonths> {
  const figures = new Map<string, Map<string, StandingFigure>>();
  const versions: VersionRow[] = [];
  const regions = [...new Set(rows.map(({ region }) => region))];
  const pause = pausing();
  // Year by year, so that five of them do not hold up everybody else.
  for (const year of new Set(rows.map((row) => row.year))) {
    const scope = { years: [year], regions };
    for (const figure of [
      ...(await listAcceptedFigures(reader, scope)),
      ...(await listPendingFigures(reader, scope)),
    ]) {
      const month = figures.get(keyOf(figure)) ?? new Map<string, StandingFigure>();
      figures.set(keyOf(figure), month);
      const { indicator, cumulative, denominator, number } = figure;
      month.set(indicator, { cumulative, denominator, number });
    }
    versions.push(...(await listVersionRows(reader, scope)));
    await pause();
  }
  return { indicators, figures, versions: Map.groupBy(versions, keyOf) };
}
