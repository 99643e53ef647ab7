import { and, asc, desc, eq, type SQL } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { checklistEvents, checklistItems, interviews, requirementItems, requirements } from './schema.ts';
import { seal } from './seals.ts';

export type InterviewRow = typeof interviews.$inferSelect;
export type ItemRow = typeof checklistItems.$inferSelect;
export type EventRow = typeof checklistEvents.$inferSelect;

/** One item of one city after one interview. */
export interface ItemKey {
  readonly interview: string;
  readonly region: string;
  readonly item: string;
}

/** A requirement with the items that make it checkable. */
export interface RequirementRow {
  readonly requirement: typeof requirements.$inferSelect;
  readonly items: readonly (typeof requirementItems.$inferSelect)[];
}

/** Every interview, the latest first. */
export async function listInterviews(reader: Reader): Promise<InterviewRow[]> {
  return reader.select().from(interviews).orderBy(desc(interviews.heldOn), desc(interviews.id));
}

/** The interview of this id; undefined where there is none. */
export async function findInterview(reader: Reader, id: string): Promise<InterviewRow | undefined> {
  const [row] = await reader.select().from(interviews).where(eq(interviews.id, id));
  return row;
}

/** The requirements in their order, each with its items. */
export async function listRequirements(reader: Reader): Promise<RequirementRow[]> {
  const demands = await reader.select().from(requirements).orderBy(asc(requirements.position), asc(requirements.key));
  const items = await reader
    .select()
    .from(requirementItems)
    .orderBy(asc(requirementItems.position), asc(requirementItems.key));
  return demands.map((requirement) => ({
    requirement,
    items: items.filter((item) => item.requirement === requirement.key),
  }));
}

/** Checklist items by interview, region and the requirements' order; of one interview or all, of one city or all. */
export async function listItems(
  reader: Reader,
  { interview, region }: { readonly interview: string | null; readonly region: string | null },
): Promise<ItemRow[]> {
  const rows = await reader
    .select({ item: checklistItems })
    .from(checklistItems)
    .innerJoin(requirementItems, eq(requirementItems.key, checklistItems.item))
    .where(
      and(
        interview === null ? undefined : eq(checklistItems.interview, interview),
        region === null ? undefined : eq(checklistItems.region, region),
      ),
    )
    .orderBy(
      asc(checklistItems.interview),
      asc(checklistItems.region),
      asc(requirementItems.position),
      asc(checklistItems.item),
    );
  return rows.map((row) => row.item);
}

/** The item, where `only` is null or names its city. */
export async function findItem(reader: Reader, key: ItemKey, only: string | null): Promise<ItemRow | undefined> {
  const visible = only === null ? undefined : eq(checklistItems.region, only);
  const [row] = await reader
    .select()
    .from(checklistItems)
    .where(and(isItem(key), visible));
  return row;
}

/** What happened to an interview's items, oldest first for each; of one city or all. */
export async function listEvents(
  reader: Reader,
  { interview, region }: { readonly interview: string; readonly region: string | null },
): Promise<EventRow[]> {
  const ofRegion = region === null ? undefined : eq(checklistEvents.region, region);
  return reader
    .select()
    .from(checklistEvents)
    .where(and(eq(checklistEvents.interview, interview), ofRegion))
    .orderBy(asc(checklistEvents.region), asc(checklistEvents.item), asc(checklistEvents.sequence));
}

/**
 * Moves an item to a state and raises its version from the one that the change was based on; false where it was another,
 * and then nothing was written.
 */
export async function moveItem(tx: Writer, key: ItemKey, basedOn: number, state: ItemRow['state']): Promise<boolean> {
  const rows = await tx
    .update(checklistItems)
    .set({ state, version: basedOn + 1 })
    .where(and(isItem(key), eq(checklistItems.version, basedOn)))
    .returning({ version: checklistItems.version });
  return rows.length === 1;
}

/** Adds to an item's history. */
export async function insertEvent(tx: Writer, event: EventRow): Promise<void> {
  await tx.insert(checklistEvents).values(event);
  seal(tx, 'checklist_event', event.id);
}

const isItem = ({ interview, region, item }: ItemKey): SQL | undefined =>
  and(eq(checklistItems.interview, interview), eq(checklistItems.region, region), eq(checklistItems.item, item));
