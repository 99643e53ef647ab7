import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableName, is, sql, Table } from 'drizzle-orm';
import { PgDatabase } from 'drizzle-orm/pg-core';
import { inject } from 'vitest';
import { engine, type Database } from '#db/dialect';
import { openDatabase } from '#db/database.ts';
import { migrate } from '#db/migrate.ts';
import * as schema from '#db/schema.ts';
import { atFileEnd } from './file-end.ts';
import { copyOf } from './postgres-places.ts';

/** A folder of this test file, removed at its end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xushi-'));
  atFileEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The key of databases that must be the same each time they are made. */
export const testSealKey = '5ea1'.repeat(16);

/** Opens a database that is closed at the end of the test file. Its `close` may be called before and more than once. */
export async function opened(address: string, sealKey: string | null = null): Promise<Database> {
  const database = await openDatabase({ address, sealKey });
  let closing: Promise<void> | null = null;
  const close = () => (closing ??= database.close());
  atFileEnd(close);
  return { ...database, close };
}

/** Both live as long as the worker, whose test files all use them. */
let template: Promise<string> | null = null;
let shared: Promise<Database> | null = null;

/**
 * A migrated database without rows, on the engine under test, gone when the test file ends.
 * SQLite: a file of its own. PostgreSQL: one database for the worker, emptied each time, because starting one is slow;
 * so a test there must not use two at once.
 */
export async function emptyDatabase(): Promise<Database> {
  if (engine === 'sqlite') {
    const file = join(temporaryFolder(), 'test.db');
    copyFileSync(await (template ??= makeTemplate()), file);
    return opened(`file:${file}`, testSealKey);
  }
  const database = await (shared ??= makeShared());
  await truncate(database);
  return { ...database, close: async () => undefined };
}

/** A database before its first migration, on the engine under test, gone when the test file ends. */
export async function unmigratedDatabase(): Promise<Database> {
  return opened(engine === 'sqlite' ? `file:${join(temporaryFolder(), 'old.db')}` : await freshAddress());
}

async function truncate(database: Database): Promise<void> {
  const tables = Object.values(schema).filter((value) => is(value, Table));
  const names = tables.map((table) => sql.identifier(getTableName(table)));
  await database.write(async (tx: unknown) => {
    if (is(tx, PgDatabase)) await tx.execute(sql`truncate ${sql.join(names, sql`, `)}`);
  });
}

async function makeTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'xushi-template-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'template.db');
  await migrate(`file:${file}`);
  return file;
}

async function makeShared(): Promise<Database> {
  const { address } = await copyOf(inject('emptyDatabase'));
  const database = await openDatabase({ address, sealKey: testSealKey });
  await migrate(database);
  return database;
}

/** The address of a new database without anything in it. */
async function freshAddress(): Promise<string> {
  const place = await copyOf(inject('emptyDatabase'));
  atFileEnd(() => place.remove());
  return place.address;
}
