/** SQLite: the column builders that `schema.ts` is written in, and the way in. Light: the driver is loaded by `open`. */
import { getTableName, is, type Table } from 'drizzle-orm';
import {
  customType,
  getTableConfig,
  integer as sqliteInteger,
  SQLiteTable,
  text as sqliteText,
} from 'drizzle-orm/sqlite-core';
import type { Engine } from './address.ts';
import type { OpenOptions } from './contract.ts';
import type { Database } from './sqlite-database.ts';
import { largestInteger, wholeNumber } from './whole-number.ts';

export { foreignKey, index, primaryKey, sqliteTable as table, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
export type { Database, Reader, Writer } from './sqlite-database.ts';
export { classify } from './sqlite-trouble.ts';

/** The engine of this dialect. */
export const engine: Engine = 'sqlite';

const whole = (largest: number) =>
  customType<{ data: number; driverData: number }>({
    dataType: () => 'integer',
    toDriver: (value) => wholeNumber(value, largest),
    fromDriver: (value) => wholeNumber(value, largest),
  });

/** A small whole number: a year, a month, a position, a counter (32 bits). */
export const integer = whole(largestInteger);

/** An exact amount in base units, up to ±(2^53 − 1). */
export const quantity = whole(Number.MAX_SAFE_INTEGER);

/** Yes or no. */
export const flag = (name: string) => sqliteInteger(name, { mode: 'boolean' });

/** A value kept as JSON text, keys in the order they were given; never searched in SQL. */
export const json = <T>(name: string) => sqliteText(name, { mode: 'json' }).$type<T>();

/** The names of the tables that the rows of this one refer to. */
export const referredTables = (table: Table): readonly string[] =>
  is(table, SQLiteTable)
    ? getTableConfig(table).foreignKeys.map((key) => getTableName(key.reference().foreignTable))
    : [];

/** Opens the file that the address names. @throws DatabaseRefusal with what to do */
export async function open(options: OpenOptions): Promise<Database> {
  const { openSqlite } = await import('./sqlite-database.ts');
  return openSqlite(options);
}
