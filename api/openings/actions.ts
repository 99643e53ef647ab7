/** Reads first-quarter plans and moves them; every command leaves a version for good. */
import type { Reader } from '#db/dialect';
import { listRecipients } from '#db/inbox.ts';
import { insertOpeningVersion, listOpeningVersions, type OpeningVersionRow } from '#db/openings.ts';
import { listRegions } from '#db/regions.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { ownCity, regionsSeen } from '../http/data-scope.ts';
import { Problem } from '../http/problem.ts';
import { isReason } from '../http/reason.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { regionTree, reportingIn, reports } from '../regions/tree.ts';
import type { OpeningCommand, OpeningIn, OpeningPlan, OpeningReply, Openings } from './contract.ts';
import { askRefusal, isWhole, openingRefusal, stateAfter } from './lifecycle.ts';
import { factsOf, presentOpening, presentReply, seenBy } from './present.ts';
import { readPlan } from './read-plan.ts';
import { tellOfAsking, tellOfPlan } from './tell-of-plan.ts';

/** Whose plan, and of which year. */
export interface OpeningKey {
  readonly year: number;
  readonly region: string;
}

/** The plans of a year in the order of the regions, also of cities that have none; a bureau's own alone. */
export async function listOpenings(context: Context, year: number): Promise<Openings> {
  const { reader } = context.database;
  const own = ownCity(context);
  const seen = await regionsSeen(context);
  const tree = regionTree(await listRegions(reader));
  const regions = reportingIn(tree, { year, month: 3 }).filter(({ code }) =>
    own === null ? (seen?.has(code) ?? true) : code === own,
  );
  const versions = Map.groupBy(await listOpeningVersions(reader, { year, region: own }), ({ region }) => region);
  const openings = regions.map(({ code }) => presentOpening({ year, region: code }, versions.get(code) ?? [], context));
  return { year, today: dayInShanghai(context.clock.now()), openings };
}

/** One city's plan. @throws Problem `not-found`, for another city's and one that does not exist alike */
export async function getOpening(context: Context, key: OpeningKey): Promise<OpeningReply> {
  return presentReply(key, await openVersions(context.database.reader, context, key), context);
}

async function openVersions(reader: Reader, context: Context, key: OpeningKey): Promise<OpeningVersionRow[]> {
  const own = ownCity(context);
  if (own !== null && own !== key.region) throw new Problem('not-found');
  const tree = regionTree(await listRegions(reader));
  if (!reports(tree, { year: key.year, month: 3 }, key.region)) throw new Problem('not-found');
  return listOpeningVersions(reader, key);
}

/** Writes a plan. @throws Problem `not-found`, `stale-version`, `illegal-transition`, and whatever `readPlan` finds */
export function saveOpening(context: Context, key: OpeningKey, plan: OpeningIn): Promise<OpeningReply> {
  return move(context, key, { command: 'save', request: plan, reason: '' }, () => readPlan(plan, key.year));
}

/** Sends a plan. @throws Problem `not-found`, `stale-version`, `illegal-transition`, `opening-incomplete` */
export function submitOpening(context: Context, key: OpeningKey): Promise<OpeningReply> {
  return move(context, key, { command: 'submit', request: {}, reason: '' }, (plan) => {
    if (!isWhole(plan)) throw new Problem('opening-incomplete');
    return plan;
  });
}

/**
 * Accepts a plan or returns it.
 * @throws Problem `not-found`, `stale-version`, `illegal-transition`, `own-submission`, `reason-required` (to return)
 */
export function decideOpening(
  context: Context,
  key: OpeningKey,
  request: { readonly accept: boolean; readonly reason: string },
): Promise<OpeningReply> {
  const command = request.accept ? 'accept' : 'return';
  return move(context, key, { command, request, reason: request.reason.trim() }, (plan) => {
    if (command === 'accept' || isReason(request.reason)) return plan;
    throw new Problem(
      'reason-required',
      {},
      { pointers: [{ pointer: '/reason', code: 'reason-required', values: {} }] },
    );
  });
}

/** Asks a city for its plan. @throws Problem `not-found`, `illegal-transition` where one waits or was accepted */
export function askOpening(context: Context, key: OpeningKey): Promise<{ told: number }> {
  const named = { action: 'opening.ask', object: `${key.year}/${key.region}`, request: {} } as const;
  return runCommand(context, { ...named, changesStandings: false, seenOnlyBy: key.region }, async (tx) => {
    const versions = await openVersions(tx, context, key);
    const refusal = askRefusal(factsOf(key, seenBy(context, versions)), context.actor);
    if (refusal !== null) throw new Problem(refusal.code, refusal.values);
    const now = context.clock.now();
    await tellOfAsking(tx, now, { ...key, today: dayInShanghai(now) });
    const told = (await listRecipients(tx, { role: 'bureau', regions: [key.region], about: key.region })).length;
    return { reply: { told }, detail: { told } };
  });
}

const nothing: OpeningPlan = { goals: [], nodes: [], projects: [] };

interface Move {
  readonly command: OpeningCommand;
  readonly request: unknown;
  readonly reason: string;
}

/** One command on a plan: authorise, change, keep the version. */
function move(
  context: Context,
  key: OpeningKey,
  { command, request, reason }: Move,
  change: (plan: OpeningPlan) => OpeningPlan,
): Promise<OpeningReply> {
  const object = `${key.year}/${key.region}`;
  const named = { action: `opening.${command}`, object, request, changesStandings: false } as const;
  // A draft is its bureau's alone; everybody's page shows what is sent and decided.
  const reach = command === 'save' ? { seenOnlyBy: key.region } : {};
  return runCommand(context, { ...named, ...reach }, async (tx) => {
    const versions = await openVersions(tx, context, key);
    const refusal = openingRefusal(command, factsOf(key, seenBy(context, versions)), context.actor);
    if (refusal !== null) throw new Problem(refusal.code, refusal.values);
    requireVersion(context, key, versions);
    const plan = change(versions.at(-1)?.plan ?? nothing);
    const added = newVersion(context, key, { number: versions.length + 1, action: command, reason, plan });
    if (!(await insertOpeningVersion(tx, added))) requireVersion(context, key, await openVersions(tx, context, key));
    await tellOfPlan(tx, context.clock.now(), { ...key, command, reason, version: added.number });
    const counts = { goals: plan.goals.length, nodes: plan.nodes.length, projects: plan.projects.length };
    return {
      reply: presentReply(key, [...versions, added], context),
      detail: { version: added.number, reason, ...counts },
    };
  });
}

/** @throws Problem `version-required`, `stale-version` with the plan as the caller may see it now */
function requireVersion(context: Context, key: OpeningKey, versions: readonly OpeningVersionRow[]): void {
  if (context.basedOn === null) throw new Problem('version-required');
  if (context.basedOn === versions.length) return;
  const newest = seenBy(context, versions).at(-1);
  const current = presentReply(key, versions, context);
  throw new Problem('stale-version', { person: newest?.actedAs.name ?? '', version: current.version }, { current });
}

const newVersion = (
  { actor, clock }: Context,
  { year, region }: OpeningKey,
  version: Pick<OpeningVersionRow, 'number' | 'action' | 'reason' | 'plan'>,
): OpeningVersionRow => ({
  region,
  year,
  ...version,
  state: stateAfter[version.action],
  at: clock.now().toISOString(),
  actor: actor.id,
  actedAs: actor.author,
});
