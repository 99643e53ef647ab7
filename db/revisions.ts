import { eq, inArray, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { revisions } from './schema.ts';

/**
 * Counters that only ever rise. `standings` counts what could change a standing or what stands beside it, and is
 * what computed replies are kept by; `changes` counts what everybody may see, `changes:<city>` what that city's people
 * alone see, such as a draft: one counter for both would tell of somebody else's draft by a gap in what pages are told;
 * `access` counts what could end a session or change whose it is, and is what sessions are kept in memory by.
 */
type Counter = 'standings' | 'changes' | `changes:${string}` | 'access';

/** The number of the newest change that could change a standing; 0 before the first. */
export function currentRevision(reader: Reader): Promise<number> {
  return current(reader, 'standings');
}

/** Counts a change that could change a standing, in the transaction of that change, and returns the new number. */
export function raiseRevision(tx: Writer): Promise<number> {
  return raise(tx, 'standings');
}

/** Who sees a change: the people of the city of this code alone, or everybody where it is null. */
export type SeenBy = string | null;

/** The numbers of the newest changes that these see; one that was never raised is 0. */
export async function currentChanges(
  reader: Reader,
  seenBy: readonly SeenBy[],
): Promise<readonly { readonly seenBy: SeenBy; readonly number: number }[]> {
  const rows = await reader
    .select()
    .from(revisions)
    .where(inArray(revisions.id, seenBy.map(changesOf)));
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return seenBy.map((who) => ({ seenBy: who, number: numbers.get(changesOf(who)) ?? 0 }));
}

/** Counts a change that these see, in its transaction, and returns the new number. */
export function raiseChange(tx: Writer, seenBy: SeenBy): Promise<number> {
  return raise(tx, changesOf(seenBy));
}

const changesOf = (seenBy: SeenBy): Counter => (seenBy === null ? 'changes' : `changes:${seenBy}`);

/** The number of the newest change that could end a session or change what its person may do; 0 before the first. */
export function currentAccess(reader: Reader): Promise<number> {
  return current(reader, 'access');
}

/** Counts such a change, in its transaction. For the queries that make one. */
export async function raiseAccess(tx: Writer): Promise<void> {
  await raise(tx, 'access');
}

async function current(reader: Reader, counter: Counter): Promise<number> {
  const rows = await reader.select({ number: revisions.number }).from(revisions).where(eq(revisions.id, counter));
  return rows[0]?.number ?? 0;
}

async function raise(tx: Writer, counter: Counter): Promise<number> {
  const rows = await tx
    .insert(revisions)
    .values({ id: counter, number: 1 })
    .onConflictDoUpdate({ target: revisions.id, set: { number: sql`${revisions.number} + 1` } })
    .returning({ number: revisions.number });
  const [row] = rows;
  if (row === undefined) throw new Error('the revision was not written');
  return row.number;
}
