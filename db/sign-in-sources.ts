import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { knownSources, signInFailures } from './schema.ts';

export type FailureRow = typeof signInFailures.$inferSelect;

/** Failures of one account, or of everybody, by account and source. */
export async function listFailures(reader: Reader, account?: string): Promise<FailureRow[]> {
  return reader
    .select()
    .from(signInFailures)
    .where(account === undefined ? undefined : eq(signInFailures.account, account))
    .orderBy(asc(signInFailures.account), asc(signInFailures.source));
}

/** Writes down what failed from one source. */
export async function putFailures(tx: Writer, row: FailureRow): Promise<void> {
  const { account: _account, source: _source, ...change } = row;
  await tx
    .insert(signInFailures)
    .values(row)
    .onConflictDoUpdate({ target: [signInFailures.account, signInFailures.source], set: change });
}

/** Forgets the failures of one source. */
export async function deleteFailures(tx: Writer, account: string, source: string): Promise<void> {
  await tx.delete(signInFailures).where(and(eq(signInFailures.account, account), eq(signInFailures.source, source)));
}

/** Forgets all failures of a account. */
export async function deleteFailuresOf(tx: Writer, account: string): Promise<void> {
  await tx.delete(signInFailures).where(eq(signInFailures.account, account));
}

/** Clears away failures that nobody added to since an instant. */
export async function deleteFailuresBefore(tx: Writer, instant: string): Promise<void> {
  await tx.delete(signInFailures).where(lt(signInFailures.lastFailedAt, instant));
}

/** Which of these sources a account has signed in from, and when last. */
export async function findKnownSources(reader: Reader, account: string, sources: readonly string[]) {
  return reader
    .select()
    .from(knownSources)
    .where(and(eq(knownSources.account, account), inArray(knownSources.source, [...sources])))
    .orderBy(asc(knownSources.source));
}

/** Notes that a account signed in from a source. */
export async function putKnownSource(tx: Writer, row: typeof knownSources.$inferInsert): Promise<void> {
  const { lastSignedInAt } = row;
  await tx
    .insert(knownSources)
    .values(row)
    .onConflictDoUpdate({ target: [knownSources.account, knownSources.source], set: { lastSignedInAt } });
}

/** Makes every source of a account unknown again. */
export async function deleteKnownSourcesOf(tx: Writer, account: string): Promise<void> {
  await tx.delete(knownSources).where(eq(knownSources.account, account));
}

/** Clears away sources that nobody signed in from since an instant. */
export async function deleteKnownSourcesBefore(tx: Writer, instant: string): Promise<void> {
  await tx.delete(knownSources).where(lt(knownSources.lastSignedInAt, instant));
}
