import { and, asc, desc, eq, gte, inArray, lt, lte, ne, sql, type SQL } from 'drizzle-orm';
import type { Reader } from '#db/dialect';
import { checklistItems, interviews, requirementItems } from './schema.ts';

/** What a city has still to do of the latest interview that it was called to. */
export interface ChecklistProgress {
  readonly region: string;
  readonly interview: string;
  readonly open: number;
  readonly total: number;
  readonly overdue: number;
}

/** An item that is not verified yet, with what it demands. */
export interface DueItem extends Pick<typeof checklistItems.$inferSelect, 'region' | 'item' | 'dueOn'> {
  readonly state: 'open' | 'reported' | 'returned';
  readonly title: { readonly zh: string; readonly en: string };
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

/** Of each of these checklists the items that are not verified and due first, so many at most; what is late is due first of all. */
export async function listDueFirst(
  reader: Reader,
  lists: readonly Pick<ChecklistProgress, 'region' | 'interview'>[],
  most: number,
): Promise<DueItem[]> {
  const ids = [...new Set(lists.map(({ interview }) => interview))];
  if (ids.length === 0) return [];
  const { interview, region, item, state, dueOn } = checklistItems;
  const ranked = reader
    .select({
      interview,
      region,
      item,
      state,
      dueOn,
      place: sql<number>`row_number() over (partition by ${interview}, ${region} order by ${dueOn}, ${item})`.as(
        'place',
      ),
    })
    .from(checklistItems)
    .where(and(inArray(interview, ids), ne(state, 'verified')))
    .as('ranked');
  const rows = await reader
    .select()
    .from(ranked)
    .where(lte(ranked.place, most))
    .orderBy(asc(ranked.interview), asc(ranked.region), asc(ranked.place));
  const titles = await titlesOf(reader, ids);
  const asked = new Set(lists.map((list) => `${list.interview}/${list.region}`));
  return rows.flatMap((row) =>
    // The query has no verified ones, which its type does not tell.
    row.state === 'verified' || !asked.has(`${row.interview}/${row.region}`)
      ? []
      : [{ region: row.region, item: row.item, state: row.state, dueOn: row.dueOn, title: titles(row) }],
  );
}

/** What an item of these interviews demands: as its interview has it, else as the program does, else its key. */
async function titlesOf(reader: Reader, ids: readonly string[]) {
  const documents = await reader
    .select({ id: interviews.id, details: interviews.details })
    .from(interviews)
    .where(inArray(interviews.id, [...ids]));
  const program = await reader.select().from(requirementItems);
  const known = new Map([
    ...program.map(({ key, titleZh, titleEn }) => [key, { zh: titleZh, en: titleEn }] as const),
    ...documents.flatMap(({ id, details }) =>
      (details?.requirements ?? []).flatMap(({ items }) =>
        items.map(({ key, title }) => [`${id}/${key}`, title] as const),
      ),
    ),
  ]);
  return ({ interview, item }: { readonly interview: string; readonly item: string }): DueItem['title'] =>
    known.get(`${interview}/${item}`) ?? known.get(item) ?? { zh: item, en: item };
}
