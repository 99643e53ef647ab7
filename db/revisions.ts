import { eq, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { revisions } from './schema.ts';

/**
 * Two counters that only ever rise. `standings` counts what could change a standing or what stands beside it, and is
 * what computed replies are kept by; `changes` counts everything, a draft too, and is what open pages are told.
 */
type Counter = 'standings' | 'changes';

/** The number of the newest change that could change a standing; 0 before the first. */
export function currentRevision(reader: Reader): Promise<number> {
  return current(reader, 'standings');
}

/** Counts a change that could change a standing, in the transaction of that change, and returns the new number. */
export function raiseRevision(tx: Writer): Promise<number> {
  return raise(tx, 'standings');
}

/** The number of the newest change of any kind; 0 before the first. */
export function currentChange(reader: Reader): Promise<number> {
  return current(reader, 'changes');
}

/** Counts a change of any kind, in its transaction, and returns the new number. */
export function raiseChange(tx: Writer): Promise<number> {
  return raise(tx, 'changes');
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
