import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getTableName, is, Table } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { engine, type Database } from '#db/dialect';
import { migrate, migrationsFolder, readMigrations } from '#db/migrate.ts';
import * as schema from '#db/schema.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { addMigration, copiedMigrations, editJournal, journalOf } from './migrations-folder.ts';

let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
});

const names = (of: Database['engine']) => journalOf(migrationsFolder(of)).entries.map(({ tag }) => tag);

describe('the migrations', () => {
  it('have the same names for both engines', () => {
    expect(names('sqlite')).toEqual(names('postgres'));
  });

  it.each(['sqlite', 'postgres'] as const)('rise in time for %s', (of) => {
    const times = journalOf(migrationsFolder(of)).entries.map(({ when }) => when);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
  });

  it('lack nothing that the schema has: generating again yields no statement', async () => {
    const kit = await import('drizzle-kit/api');
    const folder = join(migrationsFolder(engine), 'meta');
    const newest = `${String(names(engine).length - 1).padStart(4, '0')}_snapshot.json`;
    const last = JSON.parse(readFileSync(join(folder, newest), 'utf8'));
    const statements =
      engine === 'sqlite'
        ? await kit.generateSQLiteMigration(last, await kit.generateSQLiteDrizzleJson({ ...schema }))
        : await kit.generateMigration(last, kit.generateDrizzleJson({ ...schema }));
    expect(statements).toEqual([]);
  });

  const tables = Object.values(schema).filter((value) => is(value, Table));
  it.each(tables.map((table) => [getTableName(table), table] as const))(
    'make the table %s with every column',
    async (_name, table) => {
      expect(await database.reader.select().from(table)).toEqual([]);
    },
  );
});

describe('migrate', () => {
  it('does nothing on a database that has everything', async () => {
    expect(await migrate(database)).toEqual({ applied: [], backup: null });
  });

  it('refuses a database that a newer program has migrated', async () => {
    const older = copiedMigrations();
    editJournal(older, (entries) => entries.slice(0, -1));
    await expect(migrate(database, { folder: older })).rejects.toThrow('a newer version has used it');
  });

  it('refuses a migration that is older than an applied one, which drizzle would skip', async () => {
    const folder = copiedMigrations();
    addMigration(folder, 'late', ['create table late (a integer);'], { at: 0, when: 1 });
    await expect(migrate(database, { folder })).rejects.toThrow('Migration late is older');
  });

  it('refuses a journal whose times do not rise', () => {
    const folder = copiedMigrations();
    addMigration(folder, 'late', ['create table late (a integer);'], { when: 1 });
    expect(() => readMigrations(folder)).toThrow('Migration late is not later');
  });

  it('refuses when an applied migration was edited', async () => {
    const folder = copiedMigrations();
    const [first] = journalOf(folder).entries;
    appendFileSync(join(folder, `${first?.tag}.sql`), '-- harmless?');
    await expect(migrate(database, { folder })).rejects.toThrow('with another content');
  });

  it('keeps nothing of a migration that fails halfway, and runs the repaired one', async () => {
    const folder = copiedMigrations();
    addMigration(folder, 'half', ['create table half (a integer);', 'create nonsense;']);
    await expect(migrate(database, { folder })).rejects.toThrow(/nothing was changed.*half/);
    expect(await migrate(database)).toEqual({ applied: [], backup: null });
  });
});
