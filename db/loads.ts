import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { keptQuery } from './dialect/kept-query.ts';
import { loads, submissionVersions } from './schema.ts';
import { seal } from './seals.ts';
import { withFigures, type FiguredVersion, type VersionRow } from './submissions.ts';

export type LoadRow = typeof loads.$inferSelect;

/** How many versions of a load are in each state. */
export type LoadCounts = Readonly<Partial<Record<VersionRow['state'], number>>>;

/** Adds a load, before the versions that belong to it. */
export async function insertLoad(tx: Writer, load: LoadRow): Promise<void> {
  await tx.insert(loads).values(load);
  seal(tx, 'load', load.id);
}

/** The load of this id. */
export async function findLoad(reader: Reader, id: string): Promise<LoadRow | undefined> {
  const [row] = await reader.select().from(loads).where(eq(loads.id, id));
  return row;
}

/** The loads of these ids, ordered by them. */
export async function listLoadsOf(reader: Reader, ids: readonly string[]): Promise<LoadRow[]> {
  if (ids.length === 0) return [];
  return loadsOf(reader, { ids });
}

const loadsOf = keptQuery((reader: Reader, { ids }: { readonly ids: readonly string[] }) =>
  reader
    .select()
    .from(loads)
    .where(inArray(loads.id, [...ids]))
    .orderBy(asc(loads.id)),
);

/** The newest loads first. */
export async function listLoads(reader: Reader, limit: number): Promise<LoadRow[]> {
  return reader.select().from(loads).orderBy(desc(loads.loadedAt), desc(loads.id)).limit(limit);
}

/** Of each of these loads how many of its versions are in each state. */
export async function countLoaded(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, LoadCounts>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select({ load: submissionVersions.load, state: submissionVersions.state, count: count() })
    .from(submissionVersions)
    .where(inArray(submissionVersions.load, [...ids]))
    .groupBy(submissionVersions.load, submissionVersions.state)
    .orderBy(asc(submissionVersions.load), asc(submissionVersions.state));
  return new Map(
    [...Map.groupBy(rows, ({ load }) => load ?? '')].map(([id, own]) => [
      id,
      Object.fromEntries(own.map((row) => [row.state, row.count])),
    ]),
  );
}

/** The versions of a load with their figures, by year, month and region; all, or those in one state. */
export async function listLoadedVersions(
  reader: Reader,
  load: string,
  state?: VersionRow['state'],
): Promise<FiguredVersion[]> {
  const rows = await reader
    .select()
    .from(submissionVersions)
    .where(
      and(eq(submissionVersions.load, load), state === undefined ? undefined : eq(submissionVersions.state, state)),
    )
    .orderBy(asc(submissionVersions.year), asc(submissionVersions.month), asc(submissionVersions.region));
  return withFigures(reader, rows);
}
