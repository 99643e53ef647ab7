import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { knownSources, signInFailures } from './schema.ts';

export type FailureRow = typeof signInFailures.$inferSelect;

/** Failures of one person, or of everybody, by person and source. */
export async function listFailures(reader: Reader, person?: string): Promise<FailureRow[]> {
  return reader
    .select()
    .from(signInFailures)
    .where(person === undefined ? undefined : eq(signInFailures.person, person))
    .orderBy(asc(signInFailures.person), asc(signInFailures.source));
}

/** Writes down what failed from one source. */
export async function putFailures(tx: Writer, row: FailureRow): Promise<void> {
  const { person: _person, source: _source, ...change } = row;
  await tx
    .insert(signInFailures)
    .values(row)
    .onConflictDoUpdate({ target: [signInFailures.person, signInFailures.source], set: change });
}

/** Forgets the failures of one source. */
export async function deleteFailures(tx: Writer, person: string, source: string): Promise<void> {
  await tx.delete(signInFailures).where(and(eq(signInFailures.person, person), eq(signInFailures.source, source)));
}

/** Forgets all failures of a person. */
export async function deleteFailuresOf(tx: Writer, person: string): Promise<void> {
  await tx.delete(signInFailures).where(eq(signInFailures.person, person));
}

/** Clears away failures that nobody added to since an instant. */
export async function deleteFailuresBefore(tx: Writer, instant: string): Promise<void> {
  await tx.delete(signInFailures).where(lt(signInFailures.lastFailedAt, instant));
}

/** Which of these sources a person has signed in from, and when last. */
export async function findKnownSources(reader: Reader, person: string, sources: readonly string[]) {
  return reader
    .select()
    .from(knownSources)
    .where(and(eq(knownSources.person, person), inArray(knownSources.source, [...sources])))
    .orderBy(asc(knownSources.source));
}

/** Notes that a person signed in from a source. */
export async function putKnownSource(tx: Writer, row: typeof knownSources.$inferInsert): Promise<void> {
  const { lastSignedInAt } = row;
  await tx
    .insert(knownSources)
    .values(row)
    .onConflictDoUpdate({ target: [knownSources.person, knownSources.source], set: { lastSignedInAt } });
}

/** Makes every source of a person unknown again. */
export async function deleteKnownSourcesOf(tx: Writer, person: string): Promise<void> {
  await tx.delete(knownSources).where(eq(knownSources.person, person));
}

/** Clears away sources that nobody signed in from since an instant. */
export async function deleteKnownSourcesBefore(tx: Writer, instant: string): Promise<void> {
  await tx.delete(knownSources).where(lt(knownSources.lastSignedInAt, instant));
}
