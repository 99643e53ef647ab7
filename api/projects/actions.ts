/** Reads the project ledger and writes it; every command leaves a version for good. */
import { randomUUID } from 'node:crypto';
import type { Reader, Writer } from '#db/dialect';
import {
  addProjectVersion,
  findProject,
  findProjectByKey,
  insertProject,
  listProjectVersions,
  listProjects as listStanding,
  type ProjectRow,
  type ProjectVersionRow,
} from '#db/projects.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { ownCity } from '../http/data-scope.ts';
import { Problem } from '../http/problem.ts';
import { isReason } from '../http/reason.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import type { Project, ProjectFilter, ProjectIn, ProjectReply } from './contract.ts';
import { isAskedFor, mayWrite, projectKey } from './lifecycle.ts';
import { presentProject, presentReply, sightOf } from './present.ts';
import { readProject, type ProjectContent } from './read-project.ts';

/** The projects that a caller may see and asked for, by region and id. */
export async function askedProjects(context: Context, filter: ProjectFilter): Promise<readonly Project[]> {
  const rows = await listStanding(context.database.reader, { region: ownCity(context) });
  const byRegion = Map.groupBy(rows, ({ project }) => project.region);
  const today = dayInShanghai(context.clock.now());
  return [...byRegion.values()]
    .flatMap((own) => own.map((row) => presentProject(row, context, sightOf(own, today))))
    .filter((project) => isAskedFor(project, filter));
}

/** The ledger as a page shows it. */
export async function listProjects(context: Context, filter: ProjectFilter) {
  const { actor, clock } = context;
  return {
    today: dayInShanghai(clock.now()),
    projects: [...(await askedProjects(context, filter))],
    can: { add: actor.region !== null && mayWrite(actor.region, actor) },
  };
}

/** One project with its history. @throws Problem `not-found`, for another city's and one that does not exist alike */
export async function getProject(context: Context, id: string): Promise<ProjectReply> {
  const { project, versions } = await openProject(context.database.reader, context, id);
  return presentReply(project, versions, context, await sightIn(context.database.reader, context, project));
}

/** What a project is seen beside: the ledger of its city. */
async function sightIn(reader: Reader | Writer, { clock }: Context, { region }: Pick<ProjectRow, 'region'>) {
  return sightOf(await listStanding(reader, { region }), dayInShanghai(clock.now()));
}

/** A project with its versions, where the caller may see it. @throws Problem `not-found` */
export async function openProject(reader: Reader | Writer, context: Context, id: string) {
  const found = await findProject(reader, id);
  const own = ownCity(context);
  if (found === undefined || (own !== null && own !== found.project.region)) throw new Problem('not-found');
  const [newest, ...older] = await listProjectVersions(reader, id);
  if (newest === undefined) throw new Error(`project ${id} has no version`);
  const versions: readonly [ProjectVersionRow, ...ProjectVersionRow[]] = [newest, ...older];
  return { project: found.project, versions };
}

/** Adds a project to the caller's city. @throws Problem `project-exists`, and whatever `readProject` finds */
export function addProject(context: Context, input: ProjectIn): Promise<ProjectReply> {
  const { actor, clock } = context;
  const id = randomUUID();
  const region = actor.region ?? '';
  const command = { action: 'project.add', object: region, request: input, changesStandings: false } as const;
  return runCommand(context, { ...command, seenOnlyBy: region }, async (tx) => {
    const content = readProject(input, dayInShanghai(clock.now()));
    const key = await freeKey(tx, content, null);
    const project: ProjectRow = { id, region, version: 1, key, origin: 'reported' };
    const version = newVersion(context, { project: id, number: 1, action: 'add', reason: '' }, content);
    await insertProject(tx, project, version);
    const detail = { version: 1, name: content.name };
    return {
      reply: presentReply(project, [version], context, await sightIn(tx, context, project)),
      detail,
      each: [{ object: `${region}/${id}`, detail }],
    };
  });
}

/**
 * Changes a project.
 * @throws Problem `not-found`, `stale-version`, `illegal-transition` where it was withdrawn, `reason-required`,
 *   `project-exists`, and whatever `readProject` finds
 */
export function editProject(context: Context, id: string, input: ProjectIn, reason: string): Promise<ProjectReply> {
  return change(context, id, { action: 'edit', request: { ...input, reason }, reason }, () =>
    readProject(input, dayInShanghai(context.clock.now())),
  );
}

/** Takes a project out of the ledger. @throws Problem `not-found`, `stale-version`, `illegal-transition`, `reason-required` */
export function withdrawProject(context: Context, id: string, reason: string): Promise<ProjectReply> {
  return change(context, id, { action: 'withdraw', request: { reason }, reason }, (content) => content);
}

interface Change {
  readonly action: 'edit' | 'withdraw';
  readonly request: unknown;
  readonly reason: string;
}

/** One command on a project: authorise, change, keep the version. */
async function change(
  context: Context,
  id: string,
  { action, request, reason }: Change,
  contentAfter: (content: ProjectContent) => ProjectContent,
): Promise<ProjectReply> {
  const { region } = (await openProject(context.database.reader, context, id)).project;
  const named = { action: `project.${action}`, object: `${region}/${id}`, request, changesStandings: false } as const;
  return runCommand(context, { ...named, seenOnlyBy: region }, async (tx) => {
    const { project, versions } = await openProject(tx, context, id);
    const [newest] = versions;
    if (context.basedOn !== null && context.basedOn !== newest.number) throw await staleVersion(tx, context, id);
    checkChange(context, project, newest, reason);
    const content = contentAfter(contentOf(newest));
    const key = action === 'withdraw' ? null : await freeKey(tx, content, id);
    const number = newest.number + 1;
    const added = newVersion(context, { project: id, number, action, reason: reason.trim() }, content);
    if (!(await addProjectVersion(tx, { ...project, key }, added))) throw await staleVersion(tx, context, id);
    const sight = await sightIn(tx, context, project);
    return {
      reply: presentReply({ ...project, version: number, key }, [added, ...versions], context, sight),
      detail: { version: number, name: content.name, reason: added.reason },
    };
  });
}

function checkChange(context: Context, project: ProjectRow, newest: ProjectVersionRow, reason: string): void {
  if (!mayWrite(project.region, context.actor)) throw new Problem('not-allowed');
  if (newest.action === 'withdraw') {
    throw new Problem('illegal-transition', { state: { zh: '已撤销', en: 'withdrawn' } });
  }
  if (context.basedOn === null) throw new Problem('version-required');
  if (isReason(reason)) return;
  throw new Problem('reason-required', {}, { pointers: [{ pointer: '/reason', code: 'reason-required', values: {} }] });
}

async function staleVersion(tx: Writer, context: Context, id: string): Promise<Problem> {
  const { project, versions } = await openProject(tx, context, id);
  const [newest] = versions;
  const current = presentReply(project, versions, context, await sightIn(tx, context, project));
  return new Problem('stale-version', { person: newest.actedAs.name, version: newest.number }, { current });
}

/** The key of a project that no other holds. @throws Problem `project-exists`, which tells nothing of another city's project */
export async function freeKey(tx: Writer, content: ProjectContent, id: string | null): Promise<string | null> {
  const key = projectKey({ permit: content.permit ?? '', unit: content.unit });
  if (key === null) return null;
  const holder = await findProjectByKey(tx, key);
  if (holder === undefined || holder.id === id) return key;
  const values = { permit: content.permit ?? '', unit: content.unit };
  throw new Problem('project-exists', values, { pointers: [{ pointer: '/permit', code: 'project-exists', values }] });
}

/** What a version says of its project. */
export function contentOf(version: ProjectVersionRow): ProjectContent {
  const { project: _p, number: _n, action: _a, reason: _r, at: _t, actor: _w, actedAs: _s, ...content } = version;
  return content;
}

/** A version by the caller, now. */
export const newVersion = (
  { actor, clock }: Pick<Context, 'actor' | 'clock'>,
  version: Pick<ProjectVersionRow, 'project' | 'number' | 'action' | 'reason'>,
  content: ProjectContent,
): ProjectVersionRow => ({
  ...content,
  ...version,
  at: clock.now().toISOString(),
  actor: actor.id,
  actedAs: actor.author,
});
