/** Curves of regions of their own: where an indicator is judged by each region's completed years. */
import type { IndicatorRow } from '#db/indicators.ts';
import { ownHistory, ownHistoryCurve, type JudgingCurve } from '../measures/curve.ts';
import { yearsIn, type History } from './history.ts';

/** By indicator, only those that are judged so, and region, only those with completed years. */
export type OwnCurves = ReadonlyMap<string, ReadonlyMap<string, JudgingCurve>>;

/** An indicator as one region is judged on it: `pace` has the region's points; `ownYears` only where they could be its own. */
export interface JudgedIndicator extends IndicatorRow {
  readonly ownYears?: readonly number[];
}

/** The own curves of a year. Its history is only asked for where an indicator is judged by it. */
export async function ownCurvesOf(
  indicators: readonly IndicatorRow[],
  historyBefore: () => Promise<History>,
): Promise<OwnCurves> {
  const own = indicators.filter(({ curve }) => curve === ownHistory);
  if (own.length === 0) return new Map();
  const history = await historyBefore();
  return new Map(own.map((indicator) => [indicator.code, curvesOf(indicator, history)]));
}

function curvesOf({ code, pace }: IndicatorRow, history: History): ReadonlyMap<string, JudgingCurve> {
  const byRegion = Map.groupBy(yearsIn(history, code).years, ({ region }) => region);
  return new Map([...byRegion].map(([region, years]) => [region, ownHistoryCurve(years, pace.points)]));
}

/** An indicator as a region is judged on it. A region without a completed year is judged by the curve's own points. */
export function judgedOn(indicator: IndicatorRow, region: string, ownCurves: OwnCurves): JudgedIndicator {
  const curves = ownCurves.get(indicator.code);
  if (curves === undefined) return indicator;
  const { points, ownYears } = curves.get(region) ?? { points: indicator.pace.points, ownYears: [] };
  return { ...indicator, pace: { ...indicator.pace, points }, ownYears };
}
