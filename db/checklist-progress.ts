import { and, asc, desc, eq, gte, inArray, lt, lte, ne, sql, type SQL } from 'drizzle-orm';
import type { Reader } from '#db/dialect';
import { checklistItems, interviews } from './schema.ts';

/** What a city has still to do of the latest interview that it was called to. */
export interface ChecklistProgress {
  readonly region: string;
  readonly interview: string;
  readonly open: number;
  readonly total: number;
  readonly overdue: number;
}

/** Which interviews to look at, by the day they were held on, both days included; and the day by which items are late. */
export interface ChecklistPeriod {
  readonly from: string;
  readonly to: string;
  readonly today: string;
}

/** The checklist of each city's latest interview of the period: all items, those not verified yet, and those of them past due. */
export async function countChecklistProgress(
  reader: Reader,
  { from, to, today }: ChecklistPeriod,
): Promise<ChecklistProgress[]> {
  const held = and(gte(interviews.heldOn, from), lte(interviews.heldOn, to));
  const open = ne(checklistItems.state, 'verified');
  const total = await countByCity(reader, held);
  const notVerified = numbersOf(await countByCity(reader, and(held, open)));
  const late = numbersOf(await countByCity(reader, and(held, open, lt(checklistItems.dueOn, today))));
  // The rows have the latest interview first, so that the first of a city is the one that counts.
  const latest = new Map(total.toReversed().map((row) => [row.region, row]));
  return [...latest.values()]
    .toSorted((a, b) => (a.region < b.region ? -1 : 1))
    .map(({ region, interview, count }) => ({
      region,
      interview,
      total: count,
      open: notVerified.get(`${interview}/${region}`) ?? 0,
      overdue: late.get(`${interview}/${region}`) ?? 0,
    }));
}

interface CityCount {
  readonly interview: string;
  readonly region: string;
  readonly count: number;
}

const numbersOf = (rows: readonly CityCount[]) =>
  new Map(rows.map(({ interview, region, count }) => [`${interview}/${region}`, count]));

async function countByCity(reader: Reader, condition: SQL | undefined): Promise<CityCount[]> {
  return reader
    .select({
      interview: checklistItems.interview,
      region: checklistItems.region,
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(checklistItems)
    .innerJoin(interviews, eq(interviews.id, checklistItems.interview))
    .where(and(inArray(interviews.state, ['held', 'closed']), condition))
    .groupBy(checklistItems.interview, checklistItems.region, interviews.heldOn)
    .orderBy(desc(interviews.heldOn), desc(checklistItems.interview), asc(checklistItems.region));
}
