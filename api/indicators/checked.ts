/** Indicators as the database holds them, refused where nobody could be judged by them. */
import type { Reader } from '#db/dialect';
import { listIndicators, type IndicatorRow } from '#db/indicators.ts';
import { curveProblem } from '../measures/curve.ts';

/**
 * Every indicator in the order of the yearbook, each with its pace curve.
 * @throws Error where a curve is not twelve rising shares that end at 1
 */
export async function readIndicators(reader: Reader): Promise<IndicatorRow[]> {
  const indicators = await listIndicators(reader);
  for (const { pace } of indicators) {
    const problem = curveProblem(pace.points);
    if (problem !== null) throw new Error(`curve ${pace.code}: ${problem}`);
  }
  return indicators;
}
