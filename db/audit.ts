import type { Writer } from '#db/dialect';
import { auditEntries } from './schema.ts';

export type AuditEntry = typeof auditEntries.$inferInsert;

/** Adds a row to the audit trail, in the transaction of the act it tells of. */
export async function insertAuditEntry(tx: Writer, entry: AuditEntry): Promise<void> {
  await tx.insert(auditEntries).values(entry);
}
