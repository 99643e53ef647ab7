import { and, asc, desc, eq, isNotNull, ne } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { projects, projectVersions } from './schema.ts';
import { seal } from './seals.ts';

export type ProjectRow = typeof projects.$inferSelect;
export type ProjectVersionRow = typeof projectVersions.$inferSelect;

/** A project as it stands: its newest version. */
export interface StandingProject {
  readonly project: ProjectRow;
  readonly newest: ProjectVersionRow;
}

const isNewest = and(eq(projectVersions.project, projects.id), eq(projectVersions.number, projects.version));

/** The projects that were not withdrawn, by region and id; of one city or all. Filter further in code: they are few. */
export function listProjects(
  reader: Reader,
  { region }: { readonly region: string | null },
): Promise<StandingProject[]> {
  return reader
    .select({ project: projects, newest: projectVersions })
    .from(projects)
    .innerJoin(projectVersions, isNewest)
    .where(and(ne(projectVersions.action, 'withdraw'), region === null ? undefined : eq(projects.region, region)))
    .orderBy(asc(projects.region), asc(projects.id));
}

/** A project of this id, also one that was withdrawn; undefined where there is none. */
export async function findProject(reader: Reader, id: string): Promise<StandingProject | undefined> {
  const [row] = await reader
    .select({ project: projects, newest: projectVersions })
    .from(projects)
    .innerJoin(projectVersions, isNewest)
    .where(eq(projects.id, id));
  return row;
}

/** All versions of a project, the newest first. */
export function listProjectVersions(reader: Reader, id: string): Promise<ProjectVersionRow[]> {
  return reader
    .select()
    .from(projectVersions)
    .where(eq(projectVersions.project, id))
    .orderBy(desc(projectVersions.number));
}

/** The project that holds a permit and unit; undefined where none does. */
export async function findProjectByKey(reader: Reader, key: string): Promise<ProjectRow | undefined> {
  const [row] = await reader.select().from(projects).where(eq(projects.key, key));
  return row;
}

/** The keys that are held, with whose they are. */
export async function listHeldKeys(reader: Reader): Promise<{ readonly id: string; readonly key: string }[]> {
  const rows = await reader
    .select({ id: projects.id, key: projects.key })
    .from(projects)
    .where(isNotNull(projects.key))
    .orderBy(asc(projects.id));
  return rows.flatMap(({ id, key }) => (key === null ? [] : [{ id, key }]));
}

/** Adds a project with its first version. */
export async function insertProject(tx: Writer, project: ProjectRow, version: ProjectVersionRow): Promise<void> {
  await tx.insert(projects).values(project);
  await insertVersion(tx, version);
}

/**
 * Adds a version to the one that it was based on; false where somebody else's came first, and then nothing was written.
 * The project is named by the key that it has now.
 */
export async function addProjectVersion(
  tx: Writer,
  { id, version, key }: Pick<ProjectRow, 'id' | 'version' | 'key'>,
  added: ProjectVersionRow,
): Promise<boolean> {
  const rows = await tx
    .update(projects)
    .set({ version: added.number, key })
    .where(and(eq(projects.id, id), eq(projects.version, version)))
    .returning({ id: projects.id });
  if (rows.length === 0) return false;
  await insertVersion(tx, added);
  return true;
}

async function insertVersion(tx: Writer, version: ProjectVersionRow): Promise<void> {
  await tx.insert(projectVersions).values(version);
  seal(tx, 'project_version', `${version.project}@${version.number}`);
}
