import { and, inArray, lte } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { keptQuery } from './dialect/kept-query.ts';
import { inOrder } from './in-order.ts';
import { officeDecisions } from './schema.ts';
import { seal } from './seals.ts';

/** One decision of the office on a subject. */
export type OfficeDecisionRow = typeof officeDecisions.$inferSelect;

/** What is decided on, and how it is named. */
export const subjects = {
  /** How a year is reported. */
  rule: (year: number): string => `reporting-year/${year}`,
  holidays: (year: number): string => `holidays/${year}`,
  /** The month that the office reports from. */
  start: 'start-month',
  /** When no mail goes out. */
  quietTime: 'quiet-time',
} as const;

/** The newest decision on each of these subjects that was decided on, by subject; at an instant (ISO 8601), where one is named. */
export async function newestDecisions(
  reader: Reader,
  subjects: readonly string[],
  knownAt?: string,
): Promise<ReadonlyMap<string, OfficeDecisionRow>> {
  const rows = inOrder(await decisionsOn(reader, { subjects, knownAt }), 'subject', 'sequence');
  return new Map(rows.map((row) => [row.subject, row]));
}

interface Asked {
  readonly subjects: readonly string[];
  readonly knownAt: string | undefined;
}

const decisionsOn = keptQuery((reader: Reader, { subjects, knownAt }: Asked) =>
  reader
    .select()
    .from(officeDecisions)
    .where(
      and(
        inArray(officeDecisions.subject, [...subjects]),
        knownAt === undefined ? undefined : lte(officeDecisions.decidedAt, knownAt),
      ),
    ),
);

/**
 * Adds a decision; false where its sequence is taken, and then nothing was written. The unique index decides, so that of two
 * officials who saw the same decision the second is told.
 */
export async function insertOfficeDecision(tx: Writer, row: OfficeDecisionRow): Promise<boolean> {
  const rows = await tx
    .insert(officeDecisions)
    .values(row)
    .onConflictDoNothing({ target: [officeDecisions.subject, officeDecisions.sequence] })
    .returning({ id: officeDecisions.id });
  if (rows.length === 1) seal(tx, 'office_decision', row.id);
  return rows.length === 1;
}
