import { asc } from 'drizzle-orm';
import type { Reader } from '#db/dialect';
import { regions } from './schema.ts';

export type RegionRow = typeof regions.$inferSelect;

/** How many regions there are. */
export function countRegions(reader: Reader): Promise<number> {
  return reader.$count(regions);
}

/** Every region in its official order, the province first. */
export async function listRegions(reader: Reader): Promise<RegionRow[]> {
  return reader.select().from(regions).orderBy(asc(regions.position), asc(regions.code));
}
