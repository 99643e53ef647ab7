import { and, asc, eq, lt, lte } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { keptQuery } from './dialect/kept-query.ts';
import { idempotencyKeys } from './schema.ts';

/** The reply once given to this account's key, with the hash of what was asked; undefined where the key is new. */
export async function findIdempotentReply(reader: Reader, account: string, key: string) {
  const [row] = await replyOf(reader, { account, key });
  return row;
}

const replyOf = keptQuery((reader: Reader, { account, key }: { readonly account: string; readonly key: string }) =>
  reader
    .select({ requestHash: idempotencyKeys.requestHash, reply: idempotencyKeys.reply })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.account, account), eq(idempotencyKeys.key, key))),
);

/** Keeps a reply for its key, in the transaction of the command. */
export async function insertIdempotentReply(tx: Writer, row: typeof idempotencyKeys.$inferInsert): Promise<void> {
  await insertReply(tx, { rows: [row] });
}

const insertReply = keptQuery((tx: Writer, { rows }: { readonly rows: (typeof idempotencyKeys.$inferInsert)[] }) =>
  tx.insert(idempotencyKeys).values(rows),
);

/** Whether any reply was kept before an instant. */
export async function hasRepliesBefore(reader: Reader, instant: string): Promise<boolean> {
  const rows = await reader
    .select({ key: idempotencyKeys.key })
    .from(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, instant))
    .limit(1);
  return rows.length > 0;
}

/**
 * Clears away replies kept before an instant, the oldest first, and returns how many: about `atMost`, with those that were
 * kept at the same millisecond as the last of them.
 */
export async function deleteRepliesBefore(tx: Writer, instant: string, atMost: number): Promise<number> {
  const { createdAt } = idempotencyKeys;
  const oldest = await tx
    .select({ createdAt })
    .from(idempotencyKeys)
    .where(lt(createdAt, instant))
    .orderBy(asc(createdAt))
    .limit(atMost);
  const last = oldest.at(-1);
  if (last === undefined) return 0;
  const gone = await tx
    .delete(idempotencyKeys)
    .where(lte(createdAt, last.createdAt))
    .returning({ key: idempotencyKeys.key });
  return gone.length;
}
