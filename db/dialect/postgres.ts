/** PostgreSQL: the same names as `sqlite.ts`. Light: the drivers are loaded by `open`. */
import { getTableName, is, type Table } from 'drizzle-orm';
import { boolean, customType, getTableConfig, json as postgresJson, PgTable } from 'drizzle-orm/pg-core';
import type { Engine } from './address.ts';
import type { OpenOptions } from './contract.ts';
import type { Database } from './postgres-database.ts';
import { largestInteger, wholeNumber } from './whole-number.ts';

export { foreignKey, index, pgTable as table, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
export type { Database, Reader, Writer } from './postgres-database.ts';
export { classify } from './postgres-trouble.ts';

/** The engine of this dialect. */
export const engine: Engine = 'postgres';

/** The driver hands a bigint over as text. */
const whole = (type: 'integer' | 'bigint', largest: number) =>
  customType<{ data: number; driverData: number | string }>({
    dataType: () => type,
    toDriver: (value) => wholeNumber(value, largest),
    fromDriver: (value) => wholeNumber(Number(value), largest),
  });

/** A small whole number: a year, a month, a position, a counter (32 bits). */
export const integer = whole('integer', largestInteger);

/** An exact amount in base units, up to ±(2^53 − 1). */
export const quantity = whole('bigint', Number.MAX_SAFE_INTEGER);

/** Yes or no. */
export const flag = (name: string) => boolean(name);

/** A value kept as JSON text, keys in the order they were given (jsonb would sort them); never searched in SQL. */
export const json = <T>(name: string) => postgresJson(name).$type<T>();

/** The names of the tables that the rows of this one refer to. */
export const referredTables = (table: Table): readonly string[] =>
  is(table, PgTable) ? getTableConfig(table).foreignKeys.map((key) => getTableName(key.reference().foreignTable)) : [];

/** Connects to the server that the address names. @throws DatabaseRefusal with what to do */
export async function open(options: OpenOptions): Promise<Database> {
  const { openPostgres } = await import('./postgres-database.ts');
  return openPostgres(options);
}
