import { desc } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { auditEvents } from './schema.ts';
import { seal } from './seals.ts';

export type AuditEvent = typeof auditEvents.$inferInsert;

/** Adds a row to the audit trail, in the transaction of the command it tells of. */
export async function insertAuditEvent(tx: Writer, entry: AuditEvent): Promise<void> {
  await tx.insert(auditEvents).values(entry);
  seal(tx, 'audit_event', entry.id);
}

/** When the newest row was written; undefined before the first. */
export async function newestAuditInstant(reader: Reader): Promise<string | undefined> {
  const [row] = await reader.select({ at: auditEvents.at }).from(auditEvents).orderBy(desc(auditEvents.at)).limit(1);
  return row?.at;
}
