/** Brings a database to the program's schema, or says why not. Guards what drizzle's migrator lets pass in silence. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { z } from 'zod';
import type { Database } from '#db/dialect';
import { openDatabase } from './database.ts';
import type { AppliedMigration, DatabaseLog, Migration } from './dialect/contract.ts';
import { DatabaseRefusal } from './dialect/refusal.ts';

const journalShape = z.object({ entries: z.array(z.object({ when: z.number().int(), tag: z.string() })) });

export interface MigrateOptions {
  /** Where the SQL files are; those of the engine by default. */
  readonly folder?: string;
  readonly log?: DatabaseLog;
}

export interface Migrated {
  /** Names of the migrations that were applied now. */
  readonly applied: readonly string[];
  /** The copy made before, if there was anything to copy. */
  readonly backup: string | null;
}

/** Where the migrations of an engine are. */
export function migrationsFolder(engine: Database['engine']): string {
  return fileURLToPath(new URL(`./migrations/${engine}`, import.meta.url));
}

/**
 * Applies the pending migrations in one transaction, after a backup where the database is a file with content.
 * @throws DatabaseRefusal, with nothing changed: an applied migration was edited, is missing here (the database is
 * newer than the program), a pending one is older than an applied one, or one fails
 */
export async function migrate(database: Database | string, options: MigrateOptions = {}): Promise<Migrated> {
  if (typeof database !== 'string') return migrateOpen(database, options);
  const opened = await openDatabase({ address: database, ...(options.log && { log: options.log }) });
  try {
    return await migrateOpen(opened, options);
  } finally {
    await opened.close();
  }
}

async function migrateOpen(database: Database, { folder, log }: MigrateOptions): Promise<Migrated> {
  const from = folder ?? migrationsFolder(database.engine);
  const known = readMigrations(from);
  const pending = pendingAfter(known, await database.migrations.applied(), database.address);
  const [first] = pending;
  if (first === undefined) return { applied: [], backup: null };
  const backup = await database.migrations.backUp(first.name);
  try {
    await database.migrations.apply(pending, from);
  } catch (error) {
    throw failure(pending, database.address, error);
  }
  pendingAfter(known, await database.migrations.applied(), database.address);
  const applied = pending.map(({ name }) => name);
  log?.info({ applied, backup }, 'database migrated');
  return { applied, backup };
}

/** The migrations of a folder in their order. @throws DatabaseRefusal when the order of the journal does not rise */
export function readMigrations(folder: string): readonly Migration[] {
  const { entries } = journalShape.parse(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')));
  const files = readMigrationFiles({ migrationsFolder: folder });
  const migrations = files.map((file, at) => ({
    name: entries[at]?.tag ?? '',
    when: file.folderMillis,
    hash: file.hash,
    statements: file.sql,
  }));
  const late = migrations.find(({ when }, at) => when <= (migrations[at - 1]?.when ?? Number.NEGATIVE_INFINITY));
  if (late !== undefined) {
    throw new DatabaseRefusal(
      `Migration ${late.name} is not later than the one before it in ${folder}. Generate it anew: drizzle would skip it.`,
    );
  }
  return migrations;
}

function pendingAfter(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
  address: string,
): readonly Migration[] {
  const byWhen = new Map(known.map((migration) => [migration.when, migration]));
  for (const { when, hash } of applied) {
    const migration = byWhen.get(when);
    if (migration === undefined) throw newerThanProgram(address, when);
    if (migration.hash !== hash) {
      throw new DatabaseRefusal(
        `Migration ${migration.name} was applied to ${address} with another content. ` +
          'Put the file back as it was released and write a new migration for the change.',
      );
    }
  }
  const newest = Math.max(Number.NEGATIVE_INFINITY, ...applied.map(({ when }) => when));
  const done = new Set(applied.map(({ when }) => when));
  const pending = known.filter(({ when }) => !done.has(when));
  const overtaken = pending.find(({ when }) => when < newest);
  if (overtaken === undefined) return pending;
  throw new DatabaseRefusal(
    `Migration ${overtaken.name} is older than one that ${address} already has, so it would never have been applied. ` +
      'Delete it and generate it anew, on top of the others.',
  );
}

function newerThanProgram(address: string, when: number): DatabaseRefusal {
  return new DatabaseRefusal(
    `${address} has a migration of ${new Date(when).toISOString()} that this program does not know: ` +
      'a newer version has used it. Start that version or a later one; ' +
      'to go back, restore the backup made before that migration (its name contains ".before-").',
  );
}

function failure(pending: readonly Migration[], address: string, error: unknown): DatabaseRefusal {
  const names = pending.map(({ name }) => name).join(', ');
  const cause = error instanceof Error ? (error.cause instanceof Error ? error.cause : error).message : String(error);
  return new DatabaseRefusal(
    `Migrating ${address} failed, and nothing was changed (${names}): ${cause}. ` +
      'Start the version that was used before, and report this.',
    { cause: error },
  );
}
