import { asc } from 'drizzle-orm';
import type { Reader } from '#db/dialect';
import { regions } from './schema.ts';

export type RegionRow = typeof regions.$inferSelect;

/** Every region in its official order, the province first. */
export async function listRegions(reader: Reader): Promise<RegionRow[]> {
  return reader.select().from(regions).orderBy(asc(regions.position), asc(regions.code));
}
