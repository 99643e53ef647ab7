import { and, asc, desc, eq, gte, type SQL } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import {
  checklistEvents,
  checklistItems,
  escalations,
  interviews,
  interviewTemplates,
  interviewVersions,
  requirementItems,
  requirements,
} from './schema.ts';
import { seal } from './seals.ts';

export type InterviewRow = typeof interviews.$inferSelect;
export type ItemRow = typeof checklistItems.$inferSelect;
export type EventRow = typeof checklistEvents.$inferSelect;
export type InterviewVersionRow = typeof interviewVersions.$inferSelect;
export type TemplateRow = typeof interviewTemplates.$inferSelect;
export type EscalationRow = typeof escalations.$inferSelect;

/** What of an item a command can change. */
export type ItemChange = Partial<Pick<ItemRow, 'state' | 'owner' | 'dueOn'>>;

/** Who made a version of an interview, by which command, when and why. */
export type VersionAuthor = Pick<InterviewVersionRow, 'at' | 'actor' | 'actedAs' | 'action' | 'reason'>;

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

/** Checklist items by interview, region and key; of one interview or all, of one city or all. */
export async function listItems(
  reader: Reader,
  { interview, region }: { readonly interview: string | null; readonly region: string | null },
): Promise<ItemRow[]> {
  return reader
    .select()
    .from(checklistItems)
    .where(
      and(
        interview === null ? undefined : eq(checklistItems.interview, interview),
        region === null ? undefined : eq(checklistItems.region, region),
      ),
    )
    .orderBy(asc(checklistItems.interview), asc(checklistItems.region), asc(checklistItems.item));
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

/** What happened to items, oldest first for each; of one interview or all, of one city or all. */
export async function listEvents(
  reader: Reader,
  { interview, region }: { readonly interview: string | null; readonly region: string | null },
): Promise<EventRow[]> {
  return reader
    .select()
    .from(checklistEvents)
    .where(
      and(
        interview === null ? undefined : eq(checklistEvents.interview, interview),
        region === null ? undefined : eq(checklistEvents.region, region),
      ),
    )
    .orderBy(
      asc(checklistEvents.interview),
      asc(checklistEvents.region),
      asc(checklistEvents.item),
      asc(checklistEvents.sequence),
    );
}

/**
 * Changes an item and raises its version from the one that the change was based on; false where it was another, and then
 * nothing was written.
 */
export async function updateItem(tx: Writer, key: ItemKey, basedOn: number, change: ItemChange): Promise<boolean> {
  const rows = await tx
    .update(checklistItems)
    .set({ ...change, version: basedOn + 1 })
    .where(and(isItem(key), eq(checklistItems.version, basedOn)))
    .returning({ version: checklistItems.version });
  return rows.length === 1;
}

/** Opens items. */
export async function insertItems(tx: Writer, rows: readonly ItemRow[]): Promise<void> {
  if (rows.length > 0) await tx.insert(checklistItems).values([...rows]);
}

/** Takes an item away that nothing was ever said about; its history would keep it. */
export async function deleteItem(tx: Writer, key: ItemKey): Promise<void> {
  await tx.delete(checklistItems).where(isItem(key));
}

/** Adds an interview with its first version. */
export async function insertInterview(tx: Writer, row: InterviewRow, by: VersionAuthor): Promise<void> {
  await tx.insert(interviews).values(row);
  await insertVersion(tx, row, by);
}

/**
 * Changes an interview from the version that the change was based on to the next one, which is kept for good; false where
 * it was another, and then nothing was written.
 */
export async function updateInterview(tx: Writer, row: InterviewRow, by: VersionAuthor): Promise<boolean> {
  const { id, version, ...change } = row;
  const rows = await tx
    .update(interviews)
    .set({ ...change, version })
    .where(and(eq(interviews.id, id), eq(interviews.version, version - 1)))
    .returning({ id: interviews.id });
  if (rows.length !== 1) return false;
  await insertVersion(tx, row, by);
  return true;
}

async function insertVersion(tx: Writer, row: InterviewRow, by: VersionAuthor): Promise<void> {
  const { id, version, heldOn, titleZh, titleEn, noticeZh, noticeEn, details, origin } = row;
  if (details === null) throw new Error(`interview ${id} has nothing to keep a version of`);
  const words = { titleZh, titleEn, noticeZh, noticeEn };
  await tx
    .insert(interviewVersions)
    .values({ interview: id, number: version, heldOn, ...words, details, origin, ...by });
  seal(tx, 'interview_version', `${id}@${version}`);
}

/** The versions of an interview, oldest first. */
export async function listInterviewVersions(reader: Reader, interview: string): Promise<InterviewVersionRow[]> {
  return reader
    .select()
    .from(interviewVersions)
    .where(eq(interviewVersions.interview, interview))
    .orderBy(asc(interviewVersions.number));
}

/** The versions that interviews were left in since an instant, oldest first. */
export async function listVersionsSince(reader: Reader, since: string): Promise<InterviewVersionRow[]> {
  return reader
    .select()
    .from(interviewVersions)
    .where(gte(interviewVersions.at, since))
    .orderBy(asc(interviewVersions.at), asc(interviewVersions.interview), asc(interviewVersions.number));
}

/** The saved versions of requirements or of the ladder, the newest first. */
export async function listTemplates(reader: Reader, kind: TemplateRow['kind']): Promise<TemplateRow[]> {
  return reader
    .select()
    .from(interviewTemplates)
    .where(eq(interviewTemplates.kind, kind))
    .orderBy(desc(interviewTemplates.version));
}

/** Adds a version. */
export async function insertTemplate(tx: Writer, row: TemplateRow): Promise<void> {
  await tx.insert(interviewTemplates).values(row);
  seal(tx, 'interview_template', `${row.kind}@${row.version}`);
}

/** The steps that were taken towards cities, the latest first. */
export async function listEscalations(reader: Reader): Promise<EscalationRow[]> {
  return reader
    .select()
    .from(escalations)
    .orderBy(desc(escalations.takenOn), desc(escalations.at), desc(escalations.id));
}

/** Adds a step that was taken. */
export async function insertEscalation(tx: Writer, row: EscalationRow): Promise<void> {
  await tx.insert(escalations).values(row);
  seal(tx, 'escalation', row.id);
}

/** Adds to an item's history. */
export async function insertEvent(tx: Writer, event: EventRow): Promise<void> {
  await tx.insert(checklistEvents).values(event);
  seal(tx, 'checklist_event', event.id);
}

const isItem = ({ interview, region, item }: ItemKey): SQL | undefined =>
  and(eq(checklistItems.interview, interview), eq(checklistItems.region, region), eq(checklistItems.item, item));
