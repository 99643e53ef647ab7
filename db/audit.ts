import { desc } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { auditEntries } from './schema.ts';

export type AuditEntry = typeof auditEntries.$inferInsert;

/** Adds a row to the audit trail, in the transaction of the act it tells of. */
export async function insertAuditEntry(tx: Writer, entry: AuditEntry): Promise<void> {
  await tx.insert(auditEntries).values(entry);
}

/** When the newest row was written; undefined before the first. */
export async function newestAuditInstant(reader: Reader): Promise<string | undefined> {
  const [row] = await reader.select({ at: auditEntries.at }).from(auditEntries).orderBy(desc(auditEntries.at)).limit(1);
  return row?.at;
}
