/** Reads back-scheduled plans and moves them; every command leaves a version for good. */
import { insertBackPlanVersion, listBackPlanVersions, type BackPlanVersionRow } from '#db/back-plans.ts';
import type { Reader } from '#db/dialect';
import { listProjects } from '#db/projects.ts';
import { currentRevision } from '#db/revisions.ts';
import {
  forecastSnapshotOf,
  readSnapshot,
  reportingAt,
  rowsOf,
  snapshotOf,
  type ForecastSnapshot,
} from '../assessments/snapshot.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { ownCity, regionsSeen } from '../http/data-scope.ts';
import { Problem } from '../http/problem.ts';
import { isReason } from '../http/reason.ts';
import { credibilityOf } from '../measures/back-plan.ts';
import { followPlan } from '../measures/followed-plan.ts';
import { gapOf, planBase, speedOf } from './base.ts';
import type { BackPlan, BackPlanCommand, BackPlanIn, BackPlanLine, BackPlanReply } from './contract.ts';
import { backPlanRefusal, inForceOf, isCurrent, stateAfter, unexplainedMonths } from './lifecycle.ts';
import { factsOf, presentCourse, presentFollowed, presentGap, presentReply, seenBy } from './present.ts';
import { readPlan } from './read-plan.ts';
import { citiesCalledIn, isRequired, type PlanKey, type PlanRecord } from './record.ts';
import { tellOfPlan } from './tell-of-plan.ts';

/** The plans of a year: those there are, and those that are owed; a bureau's own alone. By region, then indicator. */
export async function listBackPlans(context: Context, year: number): Promise<{ year: number; plans: BackPlanLine[] }> {
  const { reader } = context.database;
  const own = ownCity(context);
  const seen = await regionsSeen(context);
  const snapshot = await snapshotOf(context, year);
  const called = await citiesCalledIn(reader, year);
  const versions = seenBy(context, await listBackPlanVersions(reader, { year, region: own }));
  const byPlan = Map.groupBy(versions, ({ region, indicator }) => `${region} ${indicator}`);
  const regions = reportingAt(snapshot, 12).filter(({ code }) =>
    own === null ? (seen?.has(code) ?? true) : code === own,
  );
  const plans = regions.flatMap(({ code: region }) =>
    snapshot.indicators.flatMap((indicator): BackPlanLine[] => {
      const found = byPlan.get(`${region} ${indicator.code}`) ?? [];
      const gap = gapOf(snapshot, region, indicator);
      const required = isRequired(called.has(region), indicator, gap);
      if (found.length === 0 && !required) return [];
      const plan = inForceOf(found)?.plan;
      const figures = rowsOf(snapshot.figures, region, indicator.code);
      const followed = plan === undefined ? [] : followPlan(plan.parts, plan.reached, figures);
      const latest = followed.findLast(({ slippage }) => slippage !== null);
      const month = latest === undefined ? null : presentFollowed(latest, indicator);
      return [
        {
          region,
          indicator: indicator.code,
          state: found.at(-1)?.state ?? 'missing',
          required,
          ...presentGap(gap, indicator),
          slippage: month?.slippage ?? null,
          followed: month,
          inForce: plan === undefined ? null : presentCourse(plan, indicator),
        },
      ];
    }),
  );
  return { year, plans };
}

/** One plan. @throws Problem `not-found`, for another city's and one that does not exist alike */
export async function getBackPlan(context: Context, key: PlanKey): Promise<BackPlanReply> {
  const snapshot = await forecastSnapshotOf(context, key.year);
  return presentReply(await openPlan(context.database.reader, context, { key, snapshot }), context);
}

interface Seen {
  readonly key: PlanKey;
  /** The year as whoever opens the plan has read it. */
  readonly snapshot: ForecastSnapshot;
}

async function openPlan(reader: Reader, context: Context, { key, snapshot }: Seen): Promise<PlanRecord> {
  const { year, region } = key;
  const own = ownCity(context);
  if (own !== null && own !== region) throw new Problem('not-found');
  const indicator = snapshot.indicators.find(({ code }) => code === key.indicator);
  if (indicator === undefined || !reportingAt(snapshot, 12).some(({ code }) => code === region)) {
    throw new Problem('not-found');
  }
  return {
    key,
    indicator,
    versions: await listBackPlanVersions(reader, key),
    base: planBase(snapshot, region, indicator),
    speed: speedOf(snapshot, region, indicator),
    projects: await listProjects(reader, { region }),
    figures: rowsOf(snapshot.figures, region, indicator.code),
    calledIn: (await citiesCalledIn(reader, year)).has(region),
  };
}

/**
 * Writes a plan; after an approval the next version, with a reason.
 * @throws Problem `not-found`, `stale-version`, `illegal-transition`, `back-plan-impossible`, `reason-required`, and whatever
 *   `readPlan` finds
 */
export function saveBackPlan(context: Context, key: PlanKey, input: BackPlanIn): Promise<BackPlanReply> {
  const reason = input.reason.trim();
  return move(context, key, { command: 'save', request: input, reason }, ({ indicator, base, versions, projects }) => {
    if (typeof base === 'string') throw new Problem('back-plan-impossible');
    if (inForceOf(versions) !== undefined) requireReason(reason);
    const ledger = new Set(projects.map(({ project }) => project.id));
    return readPlan(input, { year: key.year, gap: base, indicator, ledger });
  });
}

/** Sends a plan. @throws Problem `not-found`, `stale-version`, `illegal-transition`, `back-plan-periods`, `back-plan-unexplained` */
export function submitBackPlan(context: Context, key: PlanKey): Promise<BackPlanReply> {
  return move(context, key, { command: 'submit', request: {}, reason: '' }, ({ base, speed, versions }) => {
    const plan = written(versions);
    if (typeof base === 'string') throw new Problem('back-plan-impossible');
    if (!isCurrent(plan, base)) throw new Problem('back-plan-periods', { day: base.asOf });
    const [month] = unexplainedMonths(credibilityOf(plan.parts, speed), plan.measures);
    if (month !== undefined) throw new Problem('back-plan-unexplained', { month });
    return plan;
  });
}

/**
 * Approves a plan or returns it.
 * @throws Problem `not-found`, `stale-version`, `illegal-transition`, `own-submission`, `reason-required` (to return)
 */
export function decideBackPlan(
  context: Context,
  key: PlanKey,
  request: { readonly approve: boolean; readonly reason: string },
): Promise<BackPlanReply> {
  const command = request.approve ? 'approve' : 'return';
  return move(context, key, { command, request, reason: request.reason.trim() }, ({ versions }) => {
    if (command === 'return') requireReason(request.reason);
    return written(versions);
  });
}

/** The plan as it was written last. A command that needs one is refused before where there is none. */
function written(versions: readonly BackPlanVersionRow[]): BackPlan {
  const newest = versions.at(-1);
  if (newest === undefined) throw new Problem('not-found');
  return newest.plan;
}

function requireReason(reason: string): void {
  if (isReason(reason)) return;
  throw new Problem('reason-required', {}, { pointers: [{ pointer: '/reason', code: 'reason-required', values: {} }] });
}

interface Move {
  readonly command: BackPlanCommand;
  readonly request: unknown;
  readonly reason: string;
}

/** One command on a plan: authorise, change, keep the version. */
async function move(
  context: Context,
  key: PlanKey,
  { command, request, reason }: Move,
  change: (record: PlanRecord) => BackPlan,
): Promise<BackPlanReply> {
  const object = `${key.year}/${key.region}/${key.indicator}`;
  const named = { action: `back-plan.${command}`, object, request, changesStandings: false } as const;
  // A draft is its bureau's alone; everybody's page shows what is sent and decided.
  const reach = command === 'save' ? { seenOnlyBy: key.region } : {};
  const kept = await forecastSnapshotOf(context, key.year);
  return runCommand(context, { ...named, ...reach }, async (tx) => {
    const snapshot = await heldIn(tx, kept);
    const record = await openPlan(tx, context, { key, snapshot });
    const { versions } = record;
    const refusal = backPlanRefusal(command, factsOf(key.region, seenBy(context, versions)), context.actor);
    if (refusal !== null) throw new Problem(refusal.code, refusal.values);
    requireVersion(context, record);
    const added = newVersion(context, key, {
      number: versions.length + 1,
      action: command,
      reason,
      plan: change(record),
    });
    if (!(await insertBackPlanVersion(tx, added)))
      requireVersion(context, await openPlan(tx, context, { key, snapshot }));
    await tellOfPlan(tx, context.clock.now(), { ...key, command, reason, version: added.number });
    const { parts, projects } = added.plan;
    return {
      reply: presentReply({ ...record, versions: [...versions, added] }, context),
      detail: { version: added.number, reason, parts: parts.length, projects: projects.length },
    };
  });
}

/** What was kept, read again in a unit of work as far as somebody changed a standing just before it began. */
async function heldIn(tx: Reader, kept: ForecastSnapshot): Promise<ForecastSnapshot> {
  if ((await currentRevision(tx)) === kept.revision) return kept;
  const { year, history } = kept;
  return { ...(await readSnapshot(tx, year, { before: kept, history: async () => history })), history };
}

/** @throws Problem `version-required`, `stale-version` with the plan as the caller may see it now */
function requireVersion(context: Context, record: PlanRecord): void {
  const { versions } = record;
  if (context.basedOn === null) throw new Problem('version-required');
  if (context.basedOn === versions.length) return;
  const newest = seenBy(context, versions).at(-1);
  const current = presentReply(record, context);
  throw new Problem('stale-version', { person: newest?.actedAs.name ?? '', version: current.version }, { current });
}

const newVersion = (
  { actor, clock }: Context,
  key: PlanKey,
  version: Pick<BackPlanVersionRow, 'number' | 'action' | 'reason' | 'plan'>,
): BackPlanVersionRow => ({
  ...key,
  ...version,
  state: stateAfter[version.action],
  at: clock.now().toISOString(),
  actor: actor.id,
  actedAs: actor.author,
});
