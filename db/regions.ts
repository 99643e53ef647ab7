import { and, asc, eq } from 'drizzle-orm';
import type { Reader } from '#db/dialect';
import { regions } from './schema.ts';

export type RegionRow = typeof regions.$inferSelect;

/** Every region in its official order, the province first. */
export async function listRegions(reader: Reader): Promise<RegionRow[]> {
  return reader.select().from(regions).orderBy(asc(regions.position), asc(regions.code));
}

/** The city of this code, where `only` is null or names it: of any other city a bureau learns as much as of a missing one. */
export async function findCity(reader: Reader, code: string, only: string | null): Promise<RegionRow | undefined> {
  const visible = only === null ? undefined : eq(regions.code, only);
  const [row] = await reader
    .select()
    .from(regions)
    .where(and(eq(regions.code, code), eq(regions.kind, 'city'), visible));
  return row;
}
