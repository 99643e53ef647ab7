/** What only SQLite's migrations can do wrong: a rebuilt table is dropped, and a file is there to be copied first. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate as drizzleMigrate } from 'drizzle-orm/better-sqlite3/migrator';
import { beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { submissions } from '#db/schema.ts';
import { opened, temporaryFolder } from '#tests/support/database.ts';
import { addMigration } from '../migrations-folder.ts';

const first = [
  "create table parent (id text primary key, kind text default 'a');",
  'create table child (id text primary key, parent text references parent (id) on delete cascade);',
  "insert into parent (id) values ('p');",
  "insert into child values ('c', 'p');",
];

/** What drizzle-kit writes when a column's default changes. */
const rebuild = [
  'PRAGMA foreign_keys=OFF;',
  "create table __new_parent (id text primary key, kind text default 'b');",
  'insert into __new_parent select id, kind from parent;',
  'drop table parent;',
  'alter table __new_parent rename to parent;',
  'PRAGMA foreign_keys=ON;',
];

let folder: string;
let file: string;
beforeEach(async () => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'meta'));
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ entries: [] }));
  addMigration(folder, '0000_first', first);
  file = join(temporaryFolder(), 'test.db');
});

const look = (sql: string) => {
  const connection = new Sqlite(file, { readonly: true });
  try {
    return connection.prepare(sql).pluck().all();
  } finally {
    connection.close();
  }
};

describe('a migration that rebuilds a table', () => {
  it('keeps the rows that refer to it', async () => {
    await migrate(`file:${file}`, { folder });
    addMigration(folder, '0001_rebuild', rebuild);
    await migrate(`file:${file}`, { folder });
    expect(look('select id from child')).toEqual(['c']);
  });

  it('loses them with drizzle’s own migrator (the control)', () => {
    const connection = new Sqlite(file);
    connection.pragma('foreign_keys = ON');
    drizzleMigrate(drizzle({ client: connection }), { migrationsFolder: folder });
    addMigration(folder, '0001_rebuild', rebuild);
    drizzleMigrate(drizzle({ client: connection }), { migrationsFolder: folder });
    connection.close();
    expect(look('select id from child')).toEqual([]);
  });

  it('is undone when it leaves rows that refer to nothing', async () => {
    await migrate(`file:${file}`, { folder });
    addMigration(folder, '0001_orphans', ['delete from parent;']);
    await expect(migrate(`file:${file}`, { folder })).rejects.toThrow('1 row(s) that refer to nothing, first in child');
    expect(look('select id from parent')).toEqual(['p']);
  });

  it('leaves foreign keys on for an open database', async () => {
    const database = await opened(`file:${file}`);
    await migrate(database);
    const orphan = { region: 'none', year: 2020, month: 1, version: 1 };
    await expect(database.write(async (tx) => tx.insert(submissions).values(orphan))).rejects.toThrow('FOREIGN KEY');
  });
});

describe('the backup before a migration', () => {
  it('is not made of a new database', async () => {
    expect(await migrate(`file:${file}`, { folder })).toEqual({ applied: ['0000_first'], backup: null });
  });

  it('lies beside the file and holds what was there before', async () => {
    await migrate(`file:${file}`, { folder });
    addMigration(folder, '0001_empty', ['delete from child;']);
    const { backup } = await migrate(`file:${file}`, { folder });
    expect(backup).toBe(`${file}.before-0001_empty`);
    const copy = new Sqlite(backup ?? '', { readonly: true });
    expect(copy.prepare('select id from child').pluck().all()).toEqual(['c']);
    copy.close();
  });

  it('never overwrites an earlier one', async () => {
    await migrate(`file:${file}`, { folder });
    addMigration(folder, '0001_bad', ['create nonsense;']);
    await expect(migrate(`file:${file}`, { folder })).rejects.toThrow('nothing was changed');
    await expect(migrate(`file:${file}`, { folder })).rejects.toThrow('nothing was changed');
    expect(existsSync(`${file}.before-0001_bad-2`)).toBe(true);
    expect(readdirSync(join(file, '..')).filter((name) => name.includes('.part-'))).toEqual([]);
  });

  it('can be opened in place of the file', async () => {
    await migrate(`file:${file}`, { folder });
    addMigration(folder, '0001_empty', ['delete from child;']);
    const { backup } = await migrate(`file:${file}`, { folder });
    const restored = await opened(`file:${backup}`);
    await expect(restored.check()).resolves.toBeUndefined();
  });
});
