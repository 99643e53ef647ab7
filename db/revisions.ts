import { eq, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { revisions } from './schema.ts';

const only = 'standings';

/** The number of the newest change that could change a standing; 0 before the first. */
export async function currentRevision(reader: Reader): Promise<number> {
  const rows = await reader.select({ number: revisions.number }).from(revisions).where(eq(revisions.id, only));
  return rows[0]?.number ?? 0;
}

/** Counts a change that could change a standing, in the transaction of that change, and returns the new number. */
export async function raiseRevision(tx: Writer): Promise<number> {
  const rows = await tx
    .insert(revisions)
    .values({ id: only, number: 1 })
    .onConflictDoUpdate({ target: revisions.id, set: { number: sql`${revisions.number} + 1` } })
    .returning({ number: revisions.number });
  const [row] = rows;
  if (row === undefined) throw new Error('the revision was not written');
  return row.number;
}
