/** A backup that was not read through is none: it is checked before it appears under its name. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { DatabaseRefusal } from '#db/dialect/refusal.ts';
import { copyInto } from '#db/dialect/sqlite-copy.ts';
import { settings } from '#db/schema.ts';
import { emptyDatabase, opened, temporaryFolder } from '#tests/support/database.ts';

/** Leaves a row in a database that breaks the table's own rule: no page is damaged, and only a reading through finds it. */
function breakRule(path: string): void {
  const connection = new Sqlite(path);
  connection.exec('CREATE TABLE amount (value text)');
  connection.exec('INSERT INTO amount VALUES (NULL)');
  connection.unsafeMode(true);
  connection.pragma('writable_schema = ON');
  connection.exec(`UPDATE sqlite_schema SET sql = 'CREATE TABLE amount (value text NOT NULL)' WHERE name = 'amount'`);
  // So that the other connections read the schema again.
  connection.pragma('schema_version = 1000');
  connection.close();
}

describe('a backup that is not sound', () => {
  it('is refused, and no file of it is left behind', async () => {
    const database = await emptyDatabase();
    breakRule(database.address.slice('file:'.length));
    const folder = temporaryFolder();
    const to = join(folder, 'copy.db');
    const backup = database.backup(to);
    await expect(backup).rejects.toThrow(DatabaseRefusal);
    await expect(backup).rejects.toThrow(/The backup .*copy\.db was not kept: NULL value in amount\.value/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not a reason to migrate without one', async () => {
    const database = await emptyDatabase();
    const path = database.address.slice('file:'.length);
    breakRule(path);
    await expect(database.migrations.backUp('0009_later')).rejects.toThrow('was not kept');
    expect(existsSync(`${path}.before-0009_later`)).toBe(false);
  });
});

describe('a backup that is sound', () => {
  it('is one whole file under its name, with nothing unfinished beside it', async () => {
    const database = await emptyDatabase();
    await database.write((tx) => tx.insert(settings).values({ key: 'a', value: '1' }));
    const folder = temporaryFolder();
    await database.backup(join(folder, 'copy.db'));
    expect(readdirSync(folder)).toEqual(['copy.db']);
    const copy = await opened(`file:${join(folder, 'copy.db')}`);
    expect(await copy.reader.select().from(settings)).toEqual([{ key: 'a', value: '1' }]);
  });

  it('takes the place of an unfinished one that a crash of this process left', async () => {
    const database = await emptyDatabase();
    const folder = temporaryFolder();
    const to = join(folder, 'copy.db');
    writeFileSync(`${to}.part-${process.pid}`, 'half of a database');
    await database.backup(to);
    expect(readdirSync(folder)).toEqual(['copy.db']);
  });

  it('before a migration has a name of its own each time', async () => {
    const database = await emptyDatabase();
    const path = database.address.slice('file:'.length);
    const made = [
      await database.migrations.backUp('0001_next'),
      await database.migrations.backUp('0001_next'),
      await database.migrations.backUp('0001_next'),
    ].map((copy) => basename(copy ?? ''));
    const name = basename(path);
    expect(made).toEqual([`${name}.before-0001_next`, `${name}.before-0001_next-2`, `${name}.before-0001_next-3`]);
  });

  it('is not made of a database without tables', async () => {
    const database = await opened(`file:${join(temporaryFolder(), 'new.db')}`);
    expect(await database.migrations.backUp('0000_start')).toBeNull();
  });
});

describe('a copy', () => {
  it('to a name that is taken is refused before anything is written', () => {
    const folder = temporaryFolder();
    const to = join(folder, 'taken.db');
    writeFileSync(to, 'precious');
    const source = new Sqlite(':memory:');
    expect(() => copyInto(source, to)).toThrow(`${to} exists; a backup never overwrites`);
    expect(readdirSync(folder)).toEqual(['taken.db']);
    source.close();
  });
});
