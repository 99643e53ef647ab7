/** Reads cities' node plans and moves them; every command leaves a version for good. */
import { insertNodePlanVersion, listNodePlanVersions, type NodePlanRow } from '#db/curves.ts';
import { listAcceptedMonths } from '#db/submissions.ts';
import type { Reader } from '#db/dialect';
import { reportingAt, snapshotOf, type Snapshot } from '../assessments/snapshot.ts';
import { runCommand } from '../command.ts';
import { effectProblems, pointProblems, reasonProblems } from '../curves/checked-input.ts';
import { problemOf } from '../figures/read-figures.ts';
import type { Context } from '../http/context.ts';
import { ownCity, regionsSeen } from '../http/data-scope.ts';
import { Problem, type ProblemPointer } from '../http/problem.ts';
import type { CurvePoints } from '../measures/vocabulary.ts';
import type { NodePlan, NodePlanCommand } from './contract.ts';
import { nodePlanRefusal, stateAfter } from './lifecycle.ts';
import { earliestMonth, factsOf, isJudged, presentNodePlan, type NodePlanKey, type NodePlanRecord } from './present.ts';
import { tellOfNodePlan } from './tell-of-node-plan.ts';

/** The plans of a year that there are; for a bureau its own, with the indicators that it has none for. A ratio has no pace. */
export async function listNodePlans(
  context: Context,
  year: number,
): Promise<{ year: number; earliestMonth: number | null; plans: NodePlan[] }> {
  const { reader } = context.database;
  const own = ownCity(context);
  const seen = await regionsSeen(context);
  const snapshot = await snapshotOf(context, year);
  const accepted = await listAcceptedMonths(reader);
  const versions = await listNodePlanVersions(reader, { year, region: own });
  const byPlan = Map.groupBy(versions, ({ region, indicator }) => `${region} ${indicator}`);
  const regions = reportingAt(snapshot, 12).filter(({ code }) =>
    own === null ? (seen?.has(code) ?? true) : code === own,
  );
  const plans = regions.flatMap(({ code: region }) =>
    paced(snapshot).flatMap((indicator) => {
      const found = byPlan.get(`${region} ${indicator.code}`) ?? [];
      if (found.length === 0 && own === null) return [];
      const key = { year, region, indicator: indicator.code };
      return [presentNodePlan({ key, indicator, versions: found, snapshot, accepted }, context)];
    }),
  );
  return { year, earliestMonth: earliestMonth(year, accepted), plans };
}

const paced = ({ indicators, year }: Snapshot) =>
  indicators.filter(
    ({ kind, retiredFrom }) => kind !== 'ratio' && (retiredFrom === null || retiredFrom > `${year}-12`),
  );

/** @throws Problem `not-found`, for another city's and one that cannot be alike */
async function openPlan(
  reader: Reader,
  context: Context,
  snapshot: Snapshot,
  key: NodePlanKey,
): Promise<NodePlanRecord> {
  const { year, region } = key;
  const own = ownCity(context);
  const indicator = paced(snapshot).find(({ code }) => code === key.indicator);
  const isReporting = reportingAt(snapshot, 12).some(({ code }) => code === region);
  if ((own !== null && own !== region) || indicator === undefined || !isReporting) throw new Problem('not-found');
  const versions = (await listNodePlanVersions(reader, { year, region })).filter(
    (row) => row.indicator === key.indicator,
  );
  return { key, indicator, versions, snapshot, accepted: await listAcceptedMonths(reader) };
}

interface Move {
  readonly command: NodePlanCommand;
  readonly request: { readonly reason: string };
}

interface Moved {
  readonly points: CurvePoints;
  readonly effectiveMonth: number | null;
}

/** One command on a plan: authorise, change, keep the version, tell the other side. */
async function move(
  context: Context,
  key: NodePlanKey,
  { command, request }: Move,
  change: (record: NodePlanRecord) => Moved,
): Promise<NodePlan> {
  const object = `${key.year}/${key.region}/${key.indicator}`;
  const reason = request.reason.trim();
  const changesStandings = command === 'approve' || command === 'withdraw';
  const snapshot = await snapshotOf(context, key.year);
  return runCommand(context, { action: `node-plan.${command}`, object, request, changesStandings }, async (tx) => {
    const record = await openPlan(tx, context, snapshot, key);
    const { versions } = record;
    const refusal = nodePlanRefusal(command, factsOf(record), context.actor);
    if (refusal !== null) throw new Problem(refusal.code, refusal.values);
    requireVersion(context, record);
    const added: NodePlanRow = {
      ...key,
      ...change(record),
      number: versions.length + 1,
      state: stateAfter[command],
      action: command,
      reason,
      at: context.clock.now().toISOString(),
      actor: context.actor.id,
      actedAs: context.actor.author,
    };
    await insertNodePlanVersion(tx, added);
    await tellOfNodePlan(tx, context.clock.now(), added, context.actor.role);
    const reply = presentNodePlan({ ...record, versions: [...versions, added] }, context);
    const { number: version, effectiveMonth, points } = added;
    return { reply, detail: { version, reason, effectiveMonth, points } };
  });
}

/** @throws Problem `version-required`, `stale-version` with the plan as it is now */
function requireVersion(context: Context, record: NodePlanRecord): void {
  const { versions } = record;
  if (context.basedOn === null) throw new Problem('version-required');
  if (context.basedOn === versions.length) return;
  const current = presentNodePlan(record, context);
  const person = versions.at(-1)?.actedAs.name ?? '';
  throw new Problem('stale-version', { person, version: current.version }, { current });
}

function refuse(problems: readonly ProblemPointer[]): void {
  const problem = problemOf(problems);
  if (problem !== null) throw problem;
}

/**
 * Sends a city's own twelve shares. What was approved before goes on judging until the next one is approved.
 * @throws Problem `not-found`, `not-allowed`, `stale-version`, `illegal-transition`, `node-plan-year-over`, `curve-shape`, `reason-required`
 */
export function submitNodePlan(
  context: Context,
  key: NodePlanKey,
  request: { readonly points: readonly number[]; readonly reason: string },
): Promise<NodePlan> {
  return move(context, key, { command: 'submit', request }, ({ accepted }) => {
    if (earliestMonth(key.year, accepted) === null) throw new Problem('node-plan-year-over', { year: key.year });
    refuse([...pointProblems(request.points), ...reasonProblems(request.reason)]);
    return { points: request.points, effectiveMonth: null };
  });
}

/**
 * Approves a plan from a month on, or returns it.
 * @throws Problem `not-found`, `stale-version`, `illegal-transition`, `own-submission`, `field-missing` (approved without a month),
 *   `curve-month-judged`, `reason-required` (to return)
 */
export function decideNodePlan(
  context: Context,
  key: NodePlanKey,
  request: { readonly approve: boolean; readonly effectiveMonth: number | null; readonly reason: string },
): Promise<NodePlan> {
  const command = request.approve ? 'approve' : 'return';
  return move(context, key, { command, request }, ({ versions, accepted }) => {
    const points = versions.at(-1)?.points ?? [];
    const { effectiveMonth: month } = request;
    if (command === 'return') refuse(reasonProblems(request.reason));
    else if (month === null)
      refuse([{ pointer: '/effectiveMonth', code: 'field-missing', values: { field: 'effectiveMonth' } }]);
    else refuse(effectProblems({ year: key.year, month }, accepted));
    return { points, effectiveMonth: request.approve ? month : null };
  });
}

/**
 * Takes back what was sent, or an approval before anything was judged by it.
 * @throws Problem `not-found`, `stale-version`, `illegal-transition`, `curve-judged-already`, `reason-required`
 */
export function withdrawNodePlan(
  context: Context,
  key: NodePlanKey,
  request: { readonly reason: string },
): Promise<NodePlan> {
  return move(context, key, { command: 'withdraw', request }, (record) => {
    const newest = record.versions.at(-1);
    const month = newest?.effectiveMonth ?? null;
    if (isJudged(record)) throw new Problem('curve-judged-already', { year: key.year, month: month ?? 1 });
    refuse(reasonProblems(request.reason));
    return { points: newest?.points ?? [], effectiveMonth: month };
  });
}
