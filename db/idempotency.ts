import { and, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { idempotencyKeys } from './schema.ts';

/** The reply once given to this person's key, with the hash of what was asked; undefined where the key is new. */
export async function findIdempotentReply(reader: Reader, person: string, key: string) {
  const [row] = await reader
    .select({ requestHash: idempotencyKeys.requestHash, reply: idempotencyKeys.reply })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.person, person), eq(idempotencyKeys.key, key)));
  return row;
}

/** Keeps a reply for its key, in the transaction of the act. */
export async function insertIdempotentReply(tx: Writer, row: typeof idempotencyKeys.$inferInsert): Promise<void> {
  await tx.insert(idempotencyKeys).values(row);
}
