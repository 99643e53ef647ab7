/**
 * Migrating a SQLite file. Not drizzle's own loop, because foreign keys must be off before the transaction begins
 * (a rebuilt table is dropped, which would fire ON DELETE) and be checked before it commits.
 * File format and bookkeeping are drizzle's, so its tools still work.
 */
import { existsSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import type { AppliedMigration, Migration, MigrationGround } from './contract.ts';
import { DatabaseRefusal } from './refusal.ts';
import { copyInto } from './sqlite-copy.ts';
import { connect, set } from './sqlite-file.ts';
import type { oneAtATime } from './unit-of-work.ts';

/** The migrator's ground in a SQLite file. */
export function migrationGround(
  path: string,
  reader: Sqlite.Database,
  queue: ReturnType<typeof oneAtATime>,
): MigrationGround {
  return {
    applied: async () => appliedIn(reader),
    backUp: async (firstPending) => {
      if (tableCount(reader) === 0) return null;
      const to = freeName(`${path}.before-${firstPending}`);
      copyInto(reader, to);
      return to;
    },
    apply: (migrations) => queue(async () => applyTo(path, migrations)),
  };
}

function tableCount(connection: Sqlite.Database): number {
  return connection.prepare<[], number>("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").pluck().get() ?? 0;
}

function appliedIn(connection: Sqlite.Database): readonly AppliedMigration[] {
  const known = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'").get();
  if (known === undefined) return [];
  return connection
    .prepare<[], AppliedMigration>('SELECT created_at AS "when", hash FROM __drizzle_migrations ORDER BY created_at')
    .all();
}

function freeName(name: string): string {
  let free = name;
  for (let attempt = 2; existsSync(free); attempt += 1) free = `${name}-${attempt}`;
  return free;
}

function applyTo(path: string, migrations: readonly Migration[]): void {
  const connection = connect(path, 'write');
  try {
    set(connection, 'foreign_keys', 0);
    connection.transaction(() => run(connection, migrations)).immediate();
    set(connection, 'foreign_keys', 1);
  } finally {
    connection.close();
  }
}

function run(connection: Sqlite.Database, migrations: readonly Migration[]): void {
  connection.exec(
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  );
  // Another process may have migrated while this one waited for the lock.
  const done = new Set(appliedIn(connection).map(({ when }) => when));
  const note = connection.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)');
  for (const migration of migrations.filter(({ when }) => !done.has(when))) {
    for (const statement of migration.statements) connection.exec(statement);
    note.run(migration.hash, migration.when);
  }
  const orphans = connection.prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check').all();
  const [first] = orphans;
  if (first === undefined) return;
  throw new DatabaseRefusal(
    `it would leave ${orphans.length} row(s) that refer to nothing, first in ${first.table} to ${first.parent}`,
  );
}
