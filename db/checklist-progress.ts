import { and, asc, desc, eq, gte, lt, lte, ne, sql } from 'drizzle-orm';
import type { Reader } from '#db/dialect';
import { checklistItems, interviews } from './schema.ts';

/** What a city called to the latest interview has still to do. */
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

/** The checklist of the period's latest interview, counted by city: all items, those not verified yet, and those of them past due. */
export async function countChecklistProgress(
  reader: Reader,
  { from, to, today }: ChecklistPeriod,
): Promise<ChecklistProgress[]> {
  const [latest] = await reader
    .select({ id: interviews.id })
    .from(interviews)
    .where(and(gte(interviews.heldOn, from), lte(interviews.heldOn, to)))
    .orderBy(desc(interviews.heldOn), desc(interviews.id))
    .limit(1);
  if (latest === undefined) return [];
  const ofLatest = eq(checklistItems.interview, latest.id);
  const open = ne(checklistItems.state, 'verified');
  const total = await countByRegion(reader, ofLatest);
  const notVerified = await countByRegion(reader, and(ofLatest, open));
  const late = await countByRegion(reader, and(ofLatest, open, lt(checklistItems.dueOn, today)));
  return [...total].map(([region, count]) => ({
    region,
    interview: latest.id,
    total: count,
    open: notVerified.get(region) ?? 0,
    overdue: late.get(region) ?? 0,
  }));
}

async function countByRegion(reader: Reader, condition: ReturnType<typeof and>): Promise<Map<string, number>> {
  const rows = await reader
    .select({ region: checklistItems.region, count: sql<number>`count(*)`.mapWith(Number) })
    .from(checklistItems)
    .where(condition)
    .groupBy(checklistItems.region)
    .orderBy(asc(checklistItems.region));
  return new Map(rows.map(({ region, count }) => [region, count]));
}
