import { and, asc, eq, gt, isNull, or, sum } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { attachments } from './schema.ts';
import { seal } from './seals.ts';

export type AttachmentRow = typeof attachments.$inferSelect;

/** An interview's own files, those of one item of it, or those of a project. */
export type AttachedTo =
  | { readonly interview: string; readonly region: string | null; readonly item: string | null }
  | { readonly project: string; readonly region: string };

function isOf(to: AttachedTo) {
  if ('project' in to) return eq(attachments.project, to.project);
  const { interview, region, item } = to;
  return and(
    eq(attachments.interview, interview),
    region === null ? isNull(attachments.region) : eq(attachments.region, region),
    item === null ? isNull(attachments.item) : eq(attachments.item, item),
  );
}

/** What was ever attached to an item or an interview, oldest first, with what was taken back. */
export function listAttachments(reader: Reader, to: AttachedTo): Promise<AttachmentRow[]> {
  return reader.select().from(attachments).where(isOf(to)).orderBy(asc(attachments.attachedAt), asc(attachments.id));
}

/** Whether anything is attached that was not taken back. */
export async function hasKeptFile(reader: Reader, to: AttachedTo): Promise<boolean> {
  const rows = await reader
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(isOf(to), isNull(attachments.removedAt)))
    .limit(1);
  return rows.length > 0;
}

/** The attachment of this id, also one that was taken back; undefined where there is none. */
export async function findAttachment(reader: Reader, id: string): Promise<AttachmentRow | undefined> {
  const [row] = await reader.select().from(attachments).where(eq(attachments.id, id));
  return row;
}

/** Adds an attachment; its file is on the disk already. */
export async function insertAttachment(tx: Writer, row: AttachmentRow): Promise<void> {
  await tx.insert(attachments).values(row);
  seal(tx, 'attachment', row.id);
}

/** Takes an attachment back; false where somebody else did so before, and then nothing was written. */
export async function removeAttachment(
  tx: Writer,
  id: string,
  removal: Pick<AttachmentRow, 'removedAt' | 'removedBy' | 'removedAs' | 'removalReason'>,
): Promise<boolean> {
  const rows = await tx
    .update(attachments)
    .set(removal)
    .where(and(eq(attachments.id, id), isNull(attachments.removedAt)))
    .returning({ id: attachments.id });
  if (rows.length > 0) seal(tx, 'attachment', id);
  return rows.length > 0;
}

/** Whose content must be there: every file that was not taken back. */
export function listKeptFiles(reader: Reader): Promise<Pick<AttachmentRow, 'id' | 'bytes' | 'sha256' | 'name'>[]> {
  return reader
    .select({ id: attachments.id, bytes: attachments.bytes, sha256: attachments.sha256, name: attachments.name })
    .from(attachments)
    .where(isNull(attachments.removedAt))
    .orderBy(asc(attachments.id));
}

/** The ids of files that may lie on the disk: all but those that were taken back before an instant. */
export async function listHeldFiles(reader: Reader, removedAfter: string): Promise<string[]> {
  const rows = await reader
    .select({ id: attachments.id })
    .from(attachments)
    .where(isHeld(removedAfter))
    .orderBy(asc(attachments.id));
  return rows.map(({ id }) => id);
}

/** How many bytes lie on the disk for a city, or for the whole office where none is named. */
export async function sumHeldBytes(reader: Reader, removedAfter: string, region: string | null): Promise<number> {
  const [row] = await reader
    .select({ bytes: sum(attachments.bytes).mapWith(Number) })
    .from(attachments)
    .where(and(isHeld(removedAfter), region === null ? undefined : eq(attachments.region, region)));
  return row?.bytes ?? 0;
}

const isHeld = (removedAfter: string) => or(isNull(attachments.removedAt), gt(attachments.removedAt, removedAfter));
