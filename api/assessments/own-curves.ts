/** By which curve a region is judged on an indicator: a node plan of its own, the one in force, or its own completed years. */
import type { IndicatorRow } from '#db/indicators.ts';
import type { CurvesInForce } from '../curves/in-force.ts';
import { assignmentAt, nodePlanAt } from '../curves/lifecycle.ts';
import type { NamedCurve, OwnCurve } from '../http/shapes.ts';
import { ownHistory, ownHistoryCurve, type JudgingCurve } from '../measures/curve.ts';
import { yearsIn, type History } from './history.ts';

/** By indicator, only those that are judged so, and region, only those with completed years. */
export type OwnCurves = ReadonlyMap<string, ReadonlyMap<string, JudgingCurve>>;

/** Everything that says by which curve a region is judged in a year. */
export interface JudgingCurves {
  readonly year: number;
  readonly ownCurves: OwnCurves;
  readonly curves: CurvesInForce;
}

/** An indicator as one region is judged on it in a month: `pace` has the region's points. */
export interface JudgedIndicator extends IndicatorRow {
  /** Only where the points could be those of the region's own years. */
  readonly ownYears?: readonly number[];
  /** Only where a curve was put in force or a node plan approved. */
  readonly named?: NamedCurve;
}

/** The own curves of a year. Its history is only asked for where an indicator is judged by it. */
export async function ownCurvesOf(
  indicators: readonly IndicatorRow[],
  { assigned }: Pick<CurvesInForce, 'assigned'>,
  historyBefore: () => Promise<History>,
): Promise<OwnCurves> {
  const own = indicators.filter(
    ({ code, curve }) =>
      curve === ownHistory || assigned.get(code)?.some((one) => one.curve.code === ownHistory) === true,
  );
  if (own.length === 0) return new Map();
  const history = await historyBefore();
  return new Map(own.map((indicator) => [indicator.code, curvesOf(indicator, history)]));
}

function curvesOf({ code, pace }: IndicatorRow, history: History): ReadonlyMap<string, JudgingCurve> {
  const byRegion = Map.groupBy(yearsIn(history, code).years, ({ region }) => region);
  return new Map([...byRegion].map(([region, years]) => [region, ownHistoryCurve(years, pace.points)]));
}

/**
 * An indicator as a region is judged on it in a month: by its approved node plan, else by the curve in force, else by the one
 * that the indicator came with. A region without a completed year is judged by the points of `own-history` themselves.
 */
export function judgedOn(
  indicator: IndicatorRow,
  region: string,
  month: number,
  { year, ownCurves, curves }: JudgingCurves,
): JudgedIndicator {
  const plan = nodePlanAt(curves.nodePlans.get(region)?.get(indicator.code) ?? [], month);
  if (plan !== undefined) {
    const from = { year, month: plan.effectiveMonth ?? month };
    const name = { zh: '节点计划', en: 'Node plan' };
    const named = { kind: 'node-plan', name, version: plan.number, ...from } as const;
    return { ...indicator, pace: { ...indicator.pace, points: plan.points }, named };
  }
  const assigned = assignmentAt(curves.assigned.get(indicator.code) ?? [], { year, month });
  if (assigned === undefined) return withOwnYears(indicator, region, ownCurves);
  const { curve, version, effectiveYear, effectiveMonth } = assigned;
  const name = { zh: curve.nameZh, en: curve.nameEn };
  const named = { kind: 'assigned', name, version, year: effectiveYear, month: effectiveMonth } as const;
  return { ...withOwnYears({ ...indicator, curve: curve.code, pace: curve }, region, ownCurves), named };
}

function withOwnYears(indicator: IndicatorRow, region: string, ownCurves: OwnCurves): JudgedIndicator {
  if (indicator.curve !== ownHistory) return indicator;
  const own = ownCurves.get(indicator.code)?.get(region);
  const { points } = own === undefined || own.ownYears.length === 0 ? indicator.pace : own;
  return { ...indicator, pace: { ...indicator.pace, points }, ownYears: own?.ownYears ?? [] };
}

/** What judges in the place of the indicator's own curve, as replies say it. */
export function presentOwnCurve({ pace, ownYears, named }: JudgedIndicator): OwnCurve {
  if (ownYears === undefined && named === undefined) return null;
  return { years: [...(ownYears ?? [])], points: [...pace.points], ...(named !== undefined && { named }) };
}
