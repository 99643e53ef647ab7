import { asc, count, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { keptQuery } from './dialect/kept-query.ts';
import { regions } from './schema.ts';

export type RegionRow = typeof regions.$inferSelect;

/** How many regions there are. */
export async function countRegions(reader: Reader): Promise<number> {
  const [row] = await regionCount(reader, {});
  return row?.regions ?? 0;
}

const regionCount = keptQuery((reader: Reader) => reader.select({ regions: count() }).from(regions));

/** Every region in its official order, the province first. */
export async function listRegions(reader: Reader): Promise<RegionRow[]> {
  return reader.select().from(regions).orderBy(asc(regions.position), asc(regions.code));
}

/** The same, so many after the first ones. */
export async function listSomeRegions(reader: Reader, after: number, most: number): Promise<RegionRow[]> {
  return reader.select().from(regions).orderBy(asc(regions.position), asc(regions.code)).limit(most).offset(after);
}

/** Rows of one statement, below what either engine takes as values. */
const rowsAtOnce = 100;

/** Writes regions; one whose code is there has its place, names and days changed. */
export async function putRegions(tx: Writer, rows: readonly RegionRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx
      .insert(regions)
      .values(rows.slice(from, from + rowsAtOnce))
      .onConflictDoUpdate({
        target: regions.code,
        set: {
          parent: sql`excluded.parent`,
          nameZh: sql`excluded.name_zh`,
          nameEn: sql`excluded.name_en`,
          validFrom: sql`excluded.valid_from`,
          validTo: sql`excluded.valid_to`,
        },
      });
  }
}
