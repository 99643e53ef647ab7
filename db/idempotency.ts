import { and, asc, eq, lt, lte } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { idempotencyKeys } from './schema.ts';

/** The reply once given to this account's key, with the hash of what was asked; undefined where the key is new. */
export async function findIdempotentReply(reader: Reader, account: string, key: string) {
  const [row] = await reader
    .select({ requestHash: idempotencyKeys.requestHash, reply: idempotencyKeys.reply })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.account, account), eq(idempotencyKeys.key, key)));
  return row;
}

/** How long a key is kept, in milliseconds by the clock that wrote the rows: whoever repeats a request does so much sooner. */
const keptFor = 48 * 60 * 60 * 1000;

/** How many old keys one command clears away at most; more than it adds, so that the table stays small. */
const mostAtOnce = 100;

/** Keeps a reply for its key, in the transaction of the command, and clears away keys that are older than 48 hours by then. */
export async function insertIdempotentReply(tx: Writer, row: typeof idempotencyKeys.$inferInsert): Promise<void> {
  await deleteRepliesBefore(tx, new Date(Date.parse(row.createdAt) - keptFor).toISOString());
  await tx.insert(idempotencyKeys).values(row);
}

async function deleteRepliesBefore(tx: Writer, instant: string): Promise<void> {
  const { createdAt } = idempotencyKeys;
  const oldest = await tx
    .select({ createdAt })
    .from(idempotencyKeys)
    .where(lt(createdAt, instant))
    .orderBy(asc(createdAt))
    .limit(mostAtOnce);
  const last = oldest.at(-1);
  if (last !== undefined) await tx.delete(idempotencyKeys).where(lte(createdAt, last.createdAt));
}
