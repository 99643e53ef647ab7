/** Which curves judge a year in the place of those that the indicators came with, read from the database. */
import {
  listCurveAssignments,
  listCurveVersions,
  listNodePlanVersions,
  type CurveAssignmentRow,
  type CurveVersionRow,
  type NodePlanRow,
} from '#db/curves.ts';
import { listCurves, type CurveRow } from '#db/indicators.ts';
import type { Reader } from '#db/dialect';
import { curveProblem } from '../measures/curve.ts';
import type { Effective } from '../rules/lifecycle.ts';
import { approvedPlans, standingAssignments } from './lifecycle.ts';

/** A curve that judges an indicator from a month on. */
export interface AssignedCurve extends Effective {
  readonly curve: CurveRow;
  /** 0 for one that came with the program. */
  readonly version: number;
}

export interface CurvesInForce {
  /** By indicator; the one that takes effect last first. */
  readonly assigned: ReadonlyMap<string, readonly AssignedCurve[]>;
  /** The approved node plans of the year by region and indicator, the one that takes effect last first. */
  readonly nodePlans: ReadonlyMap<string, ReadonlyMap<string, readonly NodePlanRow[]>>;
}

/**
 * What judges a year as it stands, or as it was known at an instant.
 * @throws Error where a curve is not twelve rising shares that end at 1: a level by it would be a guess
 */
export async function readCurvesInForce(reader: Reader, year: number, knownAt?: string): Promise<CurvesInForce> {
  const known = <Row extends { readonly at: string }>(rows: readonly Row[]): readonly Row[] =>
    knownAt === undefined ? rows : rows.filter(({ at }) => at <= knownAt);
  const decisions = known(await listCurveAssignments(reader));
  const plans = known(await listNodePlanVersions(reader, { year }));
  const find =
    decisions.length === 0 ? () => undefined : curveFinder(await listCurves(reader), await listCurveVersions(reader));
  const inForce = { assigned: assignedOf(decisions, find), nodePlans: nodePlansOf(plans) };
  const points = [...inForce.assigned.values()].flat().map(({ curve }) => ({ name: curve.code, points: curve.points }));
  for (const one of [...points, ...plans.map(({ region, points: of }) => ({ name: region, points: of }))]) {
    const problem = curveProblem(one.points);
    if (problem !== null) throw new Error(`curve ${one.name}: ${problem}`);
  }
  return inForce;
}

type FindCurve = (code: string, version: number) => CurveRow | undefined;

/** Finds a curve by its code and version, be it the program's (0) or the office's own. */
export function curveFinder(program: readonly CurveRow[], own: readonly CurveVersionRow[]): FindCurve {
  return (code, version) =>
    version === 0
      ? program.find((curve) => curve.code === code)
      : own.find((curve) => curve.code === code && curve.number === version);
}

function assignedOf(decisions: readonly CurveAssignmentRow[], find: FindCurve): CurvesInForce['assigned'] {
  const byIndicator = Map.groupBy(decisions, ({ indicator }) => indicator);
  return new Map(
    [...byIndicator].map(([indicator, own]) => [
      indicator,
      standingAssignments(own).map(({ curve: code, curveVersion: version, effectiveYear, effectiveMonth }) => {
        const curve = find(code, version);
        if (curve === undefined) throw new Error(`curve ${code} ${version} is assigned and not there`);
        return { curve, version, effectiveYear, effectiveMonth };
      }),
    ]),
  );
}

function nodePlansOf(plans: readonly NodePlanRow[]): CurvesInForce['nodePlans'] {
  const byRegion = Map.groupBy(plans, ({ region }) => region);
  return new Map(
    [...byRegion].map(([region, own]) => {
      const byIndicator = Map.groupBy(own, ({ indicator }) => indicator);
      return [region, new Map([...byIndicator].map(([indicator, versions]) => [indicator, approvedPlans(versions)]))];
    }),
  );
}
