/** Projects as a caller sees them. Pure. */
import type { ProjectRow, ProjectVersionRow, StandingProject } from '#db/projects.ts';
import type { Context } from '../http/context.ts';
import type { Project, ProjectReply } from './contract.ts';
import { projectHints, type LedgerSight } from './hints.ts';
import { mayWrite, stageOf } from './lifecycle.ts';
import { presentContent } from './read-project.ts';

/** A project as it stands. */
export function presentProject(
  { project, newest }: StandingProject,
  { actor }: Pick<Context, 'actor'>,
  sight: LedgerSight,
): Project {
  const {
    project: id,
    number,
    action,
    reason: _reason,
    at: _at,
    actor: _actor,
    actedAs: _actedAs,
    ...content
  } = newest;
  return {
    ...presentContent(content),
    id,
    region: project.region,
    version: number,
    origin: project.origin,
    stage: stageOf(content),
    hints: projectHints(content, sight),
    can: { edit: action !== 'withdraw' && mayWrite(project.region, actor) },
  };
}

/** A project by all its versions, the newest first. */
export function presentReply(
  project: ProjectRow,
  versions: readonly [ProjectVersionRow, ...ProjectVersionRow[]],
  context: Pick<Context, 'actor'>,
  sight: LedgerSight,
): ProjectReply {
  const [newest] = versions;
  const { action, at, actedAs, reason } = newest;
  return {
    ...presentProject({ project, newest }, context, sight),
    withdrawn: action === 'withdraw' ? { at, person: actedAs.name, reason } : null,
    history: versions.map(({ number, at, actedAs, action, reason }) => ({
      version: number,
      at,
      person: actedAs.name,
      action,
      reason,
    })),
  };
}

/** What each project of a ledger is seen beside. */
export function sightOf(projects: readonly StandingProject[], today: string): LedgerSight {
  const starts = Map.groupBy(projects, ({ newest }) => newest.startActual);
  return { today, startsOn: (day) => starts.get(day)?.length ?? 0 };
}
