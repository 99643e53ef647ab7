/** Every row of every table: for moving an office between the engines, and for comparing two of them. */
import { createHash } from 'node:crypto';
import { getTableName, is, Table } from 'drizzle-orm';
import { referredTables, type Reader, type Writer } from '#db/dialect';
import * as schema from './schema.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Rows of one insert: SQLite takes 32,766 values in a statement, and no table has over 40 columns. */
const rowsAtOnce = 500;

const tables: ReadonlyMap<string, Table> = new Map(
  Object.values(schema)
    .filter((value) => is(value, Table))
    .map((table): [string, Table] => [getTableName(table), table]),
);

/** The names of all tables, each after those that its rows refer to. */
export function tableNames(): readonly string[] {
  const ordered: string[] = [];
  const visit = (name: string): void => {
    const table = tables.get(name);
    if (table === undefined || ordered.includes(name)) return;
    for (const other of referredTables(table)) if (other !== name) visit(other);
    ordered.push(name);
  };
  for (const name of [...tables.keys()].toSorted()) visit(name);
  return ordered;
}

/** All rows of a table as the program sees them, alike on both engines. */
export async function rowsOf(reader: Reader, name: string): Promise<readonly Row[]> {
  return reader.select().from(tableOf(name));
}

/** Adds rows to a table. @throws the driver's error where one breaks a rule of the schema */
export async function insertRows(tx: Writer, name: string, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    // Rows that `rowsOf` gave have the shape of their own table, which the compiler cannot see by its name.
    const some = rows.slice(from, from + rowsAtOnce) as unknown as (typeof schema.settings.$inferInsert)[];
    await tx.insert(tableOf(name)).values(some);
  }
}

/** Takes all rows away, those that refer to others first. */
export async function emptyTables(tx: Writer): Promise<void> {
  for (const name of tableNames().toReversed()) await tx.delete(tableOf(name));
}

/** A number for the content of a table, the same on both engines and in any order of its rows. */
export function checksumOf(rows: readonly Row[]): string {
  const lines = rows.map((row) =>
    JSON.stringify(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  );
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
}

function tableOf(name: string) {
  const table = tables.get(name);
  if (table === undefined) throw new Error(`there is no table ${name}`);
  // Every table of the schema is one of the dialect's own; which one makes no difference to the statements above.
  return table as typeof schema.settings;
}
