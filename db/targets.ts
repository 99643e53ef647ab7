import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { keptQuery } from './dialect/kept-query.ts';
import { inOrder } from './in-order.ts';
import { targetChanges } from './schema.ts';
import { seal } from './seals.ts';

/** One line of the ledger of annual targets. */
export type TargetChange = typeof targetChanges.$inferSelect;

/** One region's year on one indicator. */
export type TargetKey = Pick<TargetChange, 'region' | 'year' | 'indicator'>;

/** Which lines: of some years, of every region and indicator or of some. */
export interface TargetScope {
  readonly years: readonly number[];
  readonly regions?: readonly string[] | undefined;
  readonly indicators?: readonly string[] | undefined;
  /** Only what was decided by this instant. */
  readonly knownAt?: string | undefined;
}

/** The lines that hold within a scope, ordered by region, indicator, year and sequence. */
export async function listTargetChanges(reader: Reader, scope: TargetScope): Promise<TargetChange[]> {
  return listLines(reader, scope, 'holding');
}

/** The same with the lines that were withdrawn. */
export async function listTargetLedger(reader: Reader, scope: TargetScope): Promise<TargetChange[]> {
  return listLines(reader, scope, 'all');
}

/** Lines that were not withdrawn, or only after an instant of which is asked what was known. */
const holdingAt = (knownAt: string | undefined) =>
  knownAt === undefined
    ? isNull(targetChanges.withdrawnAt)
    : or(isNull(targetChanges.withdrawnAt), gt(targetChanges.withdrawnAt, knownAt));

async function listLines(
  reader: Reader,
  { years, regions, indicators, knownAt }: TargetScope,
  which: 'holding' | 'all',
): Promise<TargetChange[]> {
  const lines = await linesOf[which](reader, { years, regions, indicators, knownAt });
  return inOrder(lines, 'region', 'indicator', 'year', 'sequence');
}

const queryOfLines = (which: 'holding' | 'all') =>
  keptQuery((reader: Reader, { years, regions, indicators, knownAt }: TargetScope) =>
    reader
      .select()
      .from(targetChanges)
      .where(
        and(
          inArray(targetChanges.year, [...years]),
          which === 'all' ? undefined : holdingAt(knownAt),
          regions === undefined ? undefined : inArray(targetChanges.region, [...regions]),
          indicators === undefined ? undefined : inArray(targetChanges.indicator, [...indicators]),
          knownAt === undefined ? undefined : lte(targetChanges.decidedAt, knownAt),
        ),
      ),
  );

const linesOf = { holding: queryOfLines('holding'), all: queryOfLines('all') };

/**
 * Adds a line to the ledger; false where its sequence is taken, and then nothing was written. The unique index decides, so
 * that of two writers who saw the same ledger the second is told.
 */
export async function insertTargetChange(tx: Writer, change: TargetChange): Promise<boolean> {
  const rows = await tx
    .insert(targetChanges)
    .values(change)
    .onConflictDoNothing({
      target: [targetChanges.region, targetChanges.indicator, targetChanges.year, targetChanges.sequence],
    })
    .returning({ id: targetChanges.id });
  if (rows.length !== 1) return false;
  seal(tx, 'target_change', change.id);
  return true;
}

/** Marks a line as withdrawn; false where it was already, and then nothing was written. */
export async function withdrawTargetChange(
  tx: Writer,
  id: string,
  withdrawn: Pick<TargetChange, 'withdrawnBy' | 'withdrawnAs' | 'withdrawnAt' | 'withdrawReason'>,
): Promise<boolean> {
  const rows = await tx
    .update(targetChanges)
    .set(withdrawn)
    .where(and(eq(targetChanges.id, id), isNull(targetChanges.withdrawnAt)))
    .returning({ id: targetChanges.id });
  if (rows.length !== 1) return false;
  seal(tx, 'target_change', id);
  return true;
}
