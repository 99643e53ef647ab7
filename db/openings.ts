import { and, asc, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { openingVersions } from './schema.ts';
import { seal } from './seals.ts';

export type OpeningVersionRow = typeof openingVersions.$inferSelect;

/** The versions of first-quarter plans, by region, year and number; of one year and city or all. */
export async function listOpeningVersions(
  reader: Reader,
  { year, region }: { readonly year: number | null; readonly region: string | null },
): Promise<OpeningVersionRow[]> {
  const ofYear = year === null ? undefined : eq(openingVersions.year, year);
  const ofRegion = region === null ? undefined : eq(openingVersions.region, region);
  return reader
    .select()
    .from(openingVersions)
    .where(and(ofYear, ofRegion))
    .orderBy(asc(openingVersions.region), asc(openingVersions.year), asc(openingVersions.number));
}

/**
 * Adds a version; false where its number is taken, and then nothing was written: of two people who saw the same version
 * the second is told.
 */
export async function insertOpeningVersion(tx: Writer, row: OpeningVersionRow): Promise<boolean> {
  const { region, year, number } = row;
  const rows = await tx
    .insert(openingVersions)
    .values(row)
    .onConflictDoNothing({ target: [openingVersions.region, openingVersions.year, openingVersions.number] })
    .returning({ number: openingVersions.number });
  if (rows.length === 1) seal(tx, 'opening_version', `${region}@${year}@${number}`);
  return rows.length === 1;
}
