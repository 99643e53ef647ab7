/** A database of PostgreSQL that remembers what it held, and can be put back to it faster than made anew. */
import { getTableName, is, sql, type SQL } from 'drizzle-orm';
import { getTableConfig, PgDatabase, PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '#db/dialect';
import { openDatabase } from '#db/database.ts';
import * as schema from '#db/schema.ts';
import { copyOf } from './postgres-places.ts';

/** The names of all tables, each with those that its rows refer to. */
const references: ReadonlyMap<string, readonly string[]> = new Map(
  Object.values<unknown>(schema)
    .filter((value) => is(value, PgTable))
    .map((table) => [
      getTableName(table),
      getTableConfig(table).foreignKeys.map((key) => getTableName(key.reference().foreignTable)),
    ]),
);

/** The names of all tables, each after those that its rows refer to. */
const referredFirst: readonly string[] = orderOf(references);

function orderOf(references: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const order: string[] = [];
  const add = (name: string): void => {
    if (order.includes(name)) return;
    for (const other of references.get(name) ?? []) if (other !== name) add(other);
    order.push(name);
  };
  for (const name of references.keys()) add(name);
  return order;
}

export interface RestorableDatabase {
  readonly address: string;
  /** Puts every row back. Nobody else may be writing. */
  restore(): Promise<void>;
}

/** Keeps all rows of now beside the tables, in a schema that the product does not know. */
export async function remember(database: Database): Promise<void> {
  await run(database, [
    sql`create schema kept`,
    ...referredFirst.map((name) => sql`create table ${kept(name)} as table ${sql.identifier(name)}`),
  ]);
}

/** A copy of a database that remembers. It stays open, so that restoring it costs no start. */
export async function restorableCopy(template: string): Promise<RestorableDatabase> {
  const { address } = await copyOf(template);
  const database = await openDatabase({ address });
  let untouched = await traces(database);
  return {
    address,
    restore: async () => {
      const now = await traces(database);
      const touched = withReferring(new Set([...now.keys()].filter((name) => now.get(name) !== untouched.get(name))));
      if (touched.length === 0) return;
      const tables = touched.map((name) => sql.identifier(name));
      await run(database, [
        sql`truncate ${sql.join(tables, sql`, `)}`,
        ...touched.map((name) => sql`insert into ${sql.identifier(name)} table ${kept(name)}`),
      ]);
      untouched = await traces(database);
    },
  };
}

/**
 * What differs for a table after any change: PostgreSQL writes the number of the transaction into each row that it makes
 * or changes, and a deletion shows in the count.
 */
async function traces(database: Database): Promise<ReadonlyMap<string, string>> {
  const queries = referredFirst.map(
    (name) =>
      sql`select ${name}::text as name, count(*) || ' ' || max(xmin::text::bigint) as trace from ${sql.identifier(name)}`,
  );
  const rows = await database.reader
    .select({ name: sql<string>`name`, trace: sql<string>`trace` })
    .from(sql`(${sql.join(queries, sql` union all `)}) as traces`);
  return new Map(rows.map(({ name, trace }) => [name, trace]));
}

/** These tables and all that refer to them, in the order in which rows can be put back. */
function withReferring(touched: Set<string>): readonly string[] {
  return referredFirst.filter((name) => {
    if (references.get(name)?.some((other) => touched.has(other)) === true) touched.add(name);
    return touched.has(name);
  });
}

const kept = (name: string): SQL => sql`kept.${sql.identifier(name)}`;

/** In one transaction. */
async function run(database: Database, statements: readonly SQL[]): Promise<void> {
  await database.write(async (tx: unknown) => {
    if (!is(tx, PgDatabase)) throw new Error('only a database of PostgreSQL is restored');
    for (const statement of statements) await tx.execute(statement);
  });
}
