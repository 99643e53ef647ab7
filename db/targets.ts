import { and, asc, inArray } from 'drizzle-orm';
import type { Reader } from '#db/dialect';
import { targetChanges } from './schema.ts';

/** One line of the ledger of annual targets. */
export type TargetChange = typeof targetChanges.$inferSelect;

/** The ledger of the given years, of every region or of some, ordered by region, indicator, year and sequence. */
export async function listTargetChanges(
  reader: Reader,
  { years, regions }: { readonly years: readonly number[]; readonly regions?: readonly string[] },
): Promise<TargetChange[]> {
  return reader
    .select()
    .from(targetChanges)
    .where(
      and(
        inArray(targetChanges.year, [...years]),
        regions === undefined ? undefined : inArray(targetChanges.region, [...regions]),
      ),
    )
    .orderBy(
      asc(targetChanges.region),
      asc(targetChanges.indicator),
      asc(targetChanges.year),
      asc(targetChanges.sequence),
    );
}
