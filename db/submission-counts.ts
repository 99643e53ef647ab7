/** How many versions of months there are: waiting, accepted, taken back. */
import { and, asc, count, countDistinct, eq, inArray, isNotNull, isNull, max } from 'drizzle-orm';
import type { Reader } from '#db/dialect';
import { countedAt } from './figures.ts';
import { submissionVersions } from './schema.ts';

/**
 * How much waits for the department: what was sent with an earlier month's correction as one with it, a load as one. Of some
 * regions where they are named, and then without loads, which are of all.
 */
export async function countWaitingVersions(reader: Reader, regions: readonly string[] | null = null): Promise<number> {
  const { state, packageMonth, load, region } = submissionVersions;
  const isWaiting = and(eq(state, 'submitted'), isNull(packageMonth));
  const [alone] = await reader
    .select({ count: count() })
    .from(submissionVersions)
    .where(and(isWaiting, isNull(load), regions === null ? undefined : inArray(region, [...regions])));
  if (regions !== null) return alone?.count ?? 0;
  const [loaded] = await reader
    .select({ count: countDistinct(load) })
    .from(submissionVersions)
    .where(isWaiting);
  return (alone?.count ?? 0) + (loaded?.count ?? 0);
}

/** How many of a region's year are accepted, and how many acceptances were taken back. */
export interface AcceptedCount {
  readonly year: number;
  readonly region: string;
  readonly count: number;
  readonly revoked: number;
  /** When the newest of the accepted was decided (ISO 8601); empty where that was not kept. */
  readonly newest: string;
}

/**
 * How many accepted versions each year of these regions has, ordered by both. What is accepted stays as it is until it is taken back, and
 * what is taken back stays so. Within seconds a decision may be undone; what is accepted then is newer. So equal numbers of
 * both and an equal newest one mean the same figures.
 */
export async function countAcceptedVersions(
  reader: Reader,
  { knownAt, regions }: { readonly knownAt?: string | undefined; readonly regions: readonly string[] },
): Promise<AcceptedCount[]> {
  const { year, region, state, decidedAt } = submissionVersions;
  const counted = knownAt === undefined ? inArray(state, ['accepted', 'revoked']) : countedAt(knownAt);
  const rows = await reader
    .select({ year, region, state, count: count(), newest: max(decidedAt) })
    .from(submissionVersions)
    .where(and(counted, inArray(region, [...regions])))
    .groupBy(year, region, state)
    .orderBy(asc(year), asc(region), asc(state));
  const accepted = rows.filter((row) => knownAt !== undefined || row.state === 'accepted');
  const revoked = new Map(
    rows.filter((row) => row.state === 'revoked').map((row) => [`${row.year}/${row.region}`, row.count]),
  );
  const sums = new Map<string, AcceptedCount>();
  for (const row of accepted) {
    const key = `${row.year}/${row.region}`;
    const before = sums.get(key) ?? { count: 0, newest: '' };
    const newest = row.newest !== null && row.newest > before.newest ? row.newest : before.newest;
    const summed = { count: before.count + row.count, revoked: revoked.get(key) ?? 0, newest };
    sums.set(key, { year: row.year, region: row.region, ...summed });
  }
  return [...sums.values()];
}

/** The months of a year in which these regions have an accepted submission. */
export async function listAcceptedRegionMonths(
  reader: Reader,
  of: number,
  regions: readonly string[],
): Promise<readonly { readonly region: string; readonly month: number }[]> {
  const { year, region, month } = submissionVersions;
  return reader
    .selectDistinct({ region, month })
    .from(submissionVersions)
    .where(and(countedAt(undefined), eq(year, of), inArray(region, [...regions])));
}

/** The months of which these regions sent anything, by year and month. */
export async function listSentMonths(
  reader: Reader,
  regions: readonly string[],
): Promise<readonly { readonly region: string; readonly year: number; readonly month: number }[]> {
  const { region, year, month, submittedAt } = submissionVersions;
  return reader
    .selectDistinct({ region, year, month })
    .from(submissionVersions)
    .where(and(inArray(region, [...regions]), isNotNull(submittedAt)))
    .orderBy(asc(year), asc(month), asc(region));
}
