import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { figureComments } from './schema.ts';
import { seal } from './seals.ts';
import type { SubmissionKey, SubmissionScope } from './submissions.ts';

/** One entry about a figure: a remark, an answer, or that nothing is left to ask. */
export type CommentRow = typeof figureComments.$inferSelect;

const inOrder = [
  asc(figureComments.region),
  asc(figureComments.year),
  asc(figureComments.month),
  asc(figureComments.indicator),
  asc(figureComments.sequence),
];

/** The entries of a month, by indicator, in their order. */
export async function listComments(reader: Reader, { region, year, month }: SubmissionKey): Promise<CommentRow[]> {
  return reader
    .select()
    .from(figureComments)
    .where(and(eq(figureComments.region, region), eq(figureComments.year, year), eq(figureComments.month, month)))
    .orderBy(...inOrder);
}

/** The same of many months. */
export async function listCommentsOf(reader: Reader, { years, regions }: SubmissionScope): Promise<CommentRow[]> {
  return reader
    .select()
    .from(figureComments)
    .where(
      and(
        inArray(figureComments.year, [...years]),
        regions === undefined ? undefined : inArray(figureComments.region, [...regions]),
      ),
    )
    .orderBy(...inOrder);
}

/** Adds an entry. */
export async function insertComment(tx: Writer, row: CommentRow): Promise<void> {
  await tx.insert(figureComments).values(row);
  seal(tx, 'figure_comment', row.id);
}
