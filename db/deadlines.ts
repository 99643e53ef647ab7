import { inArray } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { keptQuery } from './dialect/kept-query.ts';
import { inOrder } from './in-order.ts';
import { reportingDeadlines } from './schema.ts';
import { seal } from './seals.ts';

/** One decision on the deadline of a reported month. */
export type DeadlineRow = typeof reportingDeadlines.$inferSelect;

/** The decisions on the months of some years, by month and sequence. */
export async function listDeadlines(reader: Reader, years: readonly number[]): Promise<DeadlineRow[]> {
  return inOrder(await deadlinesIn(reader, { years }), 'year', 'month', 'sequence');
}

const deadlinesIn = keptQuery((reader: Reader, { years }: { readonly years: readonly number[] }) =>
  reader
    .select()
    .from(reportingDeadlines)
    .where(inArray(reportingDeadlines.year, [...years])),
);

/**
 * Adds a decision; false where its sequence is taken, and then nothing was written. The unique index decides, so that of two
 * officials who saw the same decisions the second is told.
 */
export async function insertDeadline(tx: Writer, row: DeadlineRow): Promise<boolean> {
  const rows = await tx
    .insert(reportingDeadlines)
    .values(row)
    .onConflictDoNothing({
      target: [reportingDeadlines.year, reportingDeadlines.month, reportingDeadlines.sequence],
    })
    .returning({ id: reportingDeadlines.id });
  if (rows.length === 1) seal(tx, 'reporting_deadline', row.id);
  return rows.length === 1;
}
