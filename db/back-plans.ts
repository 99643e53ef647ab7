import { and, asc, count, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { backPlanVersions, projectVersions } from './schema.ts';
import { seal } from './seals.ts';

export type BackPlanVersionRow = typeof backPlanVersions.$inferSelect;

/** The versions of a year's back-scheduled plans, by region, indicator and number; of one city and indicator or all. */
export async function listBackPlanVersions(
  reader: Reader,
  {
    year,
    region,
    indicator = null,
  }: { readonly year: number; readonly region: string | null; readonly indicator?: string | null },
): Promise<BackPlanVersionRow[]> {
  const ofRegion = region === null ? undefined : eq(backPlanVersions.region, region);
  const ofIndicator = indicator === null ? undefined : eq(backPlanVersions.indicator, indicator);
  return reader
    .select()
    .from(backPlanVersions)
    .where(and(eq(backPlanVersions.year, year), ofRegion, ofIndicator))
    .orderBy(asc(backPlanVersions.region), asc(backPlanVersions.indicator), asc(backPlanVersions.number));
}

/** Adds a version; false where its number is taken, and then nothing was written: the second of two people is told. */
export async function insertBackPlanVersion(tx: Writer, row: BackPlanVersionRow): Promise<boolean> {
  const { region, year, indicator, number } = row;
  const rows = await tx
    .insert(backPlanVersions)
    .values(row)
    .onConflictDoNothing({
      target: [backPlanVersions.region, backPlanVersions.year, backPlanVersions.indicator, backPlanVersions.number],
    })
    .returning({ number: backPlanVersions.number });
  if (rows.length === 1) seal(tx, 'back_plan_version', `${region}@${year}@${indicator}@${number}`);
  return rows.length === 1;
}

/** A mark of all plans and projects: versions are only ever added, so another number is another state. */
export async function planningMark(reader: Reader): Promise<string> {
  const [plans] = await reader.select({ n: count() }).from(backPlanVersions);
  const [projects] = await reader.select({ n: count() }).from(projectVersions);
  return `${plans?.n ?? 0} ${projects?.n ?? 0}`;
}
