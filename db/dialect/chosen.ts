/**
 * The dialect of this process. The tables must exist before anything can be opened, so the choice is made here,
 * by the address alone, in the one line besides the two commands (`api/server/main.ts`, `api/server/create-administrator.ts`)
 * that reads the environment.
 */
import { engineOf } from './address.ts';
import * as postgres from './postgres.ts';
import * as sqlite from './sqlite.ts';

export type { Database, Reader, Writer } from './sqlite.ts';

// Audited cast: the two files export the same names, and what is written against them is compiled a second time
// with the condition `postgres`, which puts the other file in this one's place.
const dialect = (engineOf(process.env['DATABASE_URL'] ?? '') === 'postgres'
  ? postgres
  : sqlite) as unknown as typeof sqlite;

export const {
  engine,
  table,
  text,
  integer,
  quantity,
  flag,
  json,
  primaryKey,
  index,
  uniqueIndex,
  foreignKey,
  referredTables,
  open,
  classify,
} = dialect;
