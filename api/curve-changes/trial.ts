/** What another curve would have made of a month at hand. */
import { ownInput, peersAverage } from '../assessments/city-standing.ts';
import { historyBefore } from '../assessments/history.ts';
import { ownCurvesOf } from '../assessments/own-curves.ts';
import { reportingAt, snapshotOf, type Snapshot } from '../assessments/snapshot.ts';
import type { AssignedCurve } from '../curves/in-force.ts';
import { curveFinder } from '../curves/in-force.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { assess } from '../measures/assessment.ts';
import { compareMonths } from '../measures/calendar.ts';
import { looksAt } from '../measures/rule.ts';
import type { CurveTrial, CurveTrialIn } from './contract.ts';
import { readCurveRows } from './present.ts';

/**
 * Each city's level in a month with an accepted figure, the newest where none is named, by the curve that judged it and by another one. Cities
 * with a node plan stay with it.
 * @throws Problem `not-found` for an indicator or a curve that there is not, and for a month without an accepted figure
 */
export async function tryCurve(
  context: Context,
  { indicator: code, curve, version, at }: CurveTrialIn,
): Promise<CurveTrial> {
  const { reader } = context.database;
  const rows = await readCurveRows(reader);
  const found = curveFinder(rows.program, rows.versions)(curve, version);
  if (found === undefined) throw new Problem('not-found');
  const tried = at === undefined ? rows.accepted[0] : rows.accepted.find((one) => compareMonths(one, at) === 0);
  if (tried === undefined && at !== undefined) throw new Problem('not-found');
  if (tried === undefined) return { month: null, cities: [] };
  const { year, month } = tried;
  const snapshot = await snapshotOf(context, year);
  const indicator = snapshot.indicators.find((one) => one.code === code);
  if (indicator === undefined) throw new Problem('not-found');
  const otherwise = await judgedBy(context, snapshot, code, {
    curve: found,
    version,
    effectiveYear: year,
    effectiveMonth: month,
  });
  const standingIn = (of: Snapshot, region: string) => {
    const input = ownInput(of, region, indicator, month);
    const asksPeers = looksAt(input.conditions, 'pointsAgainstPeers');
    return assess({ ...input, peersCompletion: asksPeers ? peersAverage(of, region, indicator, month) : null });
  };
  const cities = reportingAt(snapshot, month).map(({ code: region }) => {
    const [before, after] = [standingIn(snapshot, region), standingIn(otherwise, region)];
    const paces = { paceBefore: before.basis.curvePace, paceAfter: after.basis.curvePace };
    return { region, before: before.level, after: after.level, ...paces };
  });
  return { month: { year, month }, cities };
}

/** The same year with one indicator judged by this curve, and nothing kept of it. */
async function judgedBy(context: Context, snapshot: Snapshot, code: string, by: AssignedCurve): Promise<Snapshot> {
  const assigned = new Map([...snapshot.curves.assigned, [code, [by]]]);
  const ownCurves = await ownCurvesOf(snapshot.indicators, { assigned }, () => historyBefore(context, snapshot.year));
  return { ...snapshot, curves: { ...snapshot.curves, assigned }, ownCurves, lineage: {} };
}
