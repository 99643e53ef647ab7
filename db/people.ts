import { asc, count, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { people } from './schema.ts';

export type PersonRow = typeof people.$inferSelect;

/** The person of this id; undefined where there is none. */
export async function findPerson(reader: Reader, id: string): Promise<PersonRow | undefined> {
  const [row] = await reader.select().from(people).where(eq(people.id, id));
  return row;
}

/** The person who signs in by this name; undefined where there is none. */
export async function findPersonByName(reader: Reader, name: string): Promise<PersonRow | undefined> {
  const [row] = await reader.select().from(people).where(eq(people.name, name));
  return row;
}

/** Everybody with an account, by name as its code units sort. */
export async function listPeople(reader: Reader): Promise<PersonRow[]> {
  const rows = await reader.select().from(people).orderBy(asc(people.id));
  // Sorted here, because the engines sort names differently.
  return rows.toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

/** How many accounts of administrators there are, disabled ones included. */
export async function countAdministrators(reader: Reader): Promise<number> {
  const [row] = await reader.select({ number: count() }).from(people).where(eq(people.role, 'administrator'));
  return row?.number ?? 0;
}

/** Adds a person. The unique index on the name is the last word on whether it is free. */
export async function insertPerson(tx: Writer, person: typeof people.$inferInsert): Promise<void> {
  await tx.insert(people).values(person);
}

/** Changes some columns of a person. */
export async function updatePerson(tx: Writer, id: string, change: Partial<Omit<PersonRow, 'id'>>): Promise<void> {
  await tx.update(people).set(change).where(eq(people.id, id));
}
