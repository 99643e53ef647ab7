/** What only a file can have: settings of its connections, foreign content, copies, and a reader beside an open write. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { classify } from '#db/dialect';
import { connect, set } from '#db/dialect/sqlite-file.ts';
import { settings, submissions } from '#db/schema.ts';
import { emptyDatabase, opened, temporaryFolder } from '#tests/support/database.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'deep', 'er', 'xushi.db');
});

const wanted = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 1000,
  trusted_schema: 0,
  cell_size_check: 1,
};

describe('a connection', () => {
  // Left alone, the library answers synchronous=1 from the second opening of a file on.
  it.each([
    ['write', 'first'],
    ['read', 'first'],
    ['write', 'second'],
    ['read', 'second'],
  ] as const)('to %s has every setting at the %s opening', async (mode, time) => {
    await (await opened(`file:${file}`)).close();
    if (time === 'second') await (await opened(`file:${file}`)).close();
    const writer = connect(file, 'write');
    const connection = connect(file, mode);
    const actual = Object.keys(wanted).map((name) => [name, connection.pragma(name, { simple: true })]);
    expect(Object.fromEntries(actual)).toEqual(wanted);
    connection.close();
    writer.close();
  });

  it('refuses to go on where a setting does not take', () => {
    // Only a file can keep a write-ahead log.
    const connection = new Sqlite(':memory:');
    expect(() => set(connection, 'journal_mode', 'wal')).toThrow(
      /the setting journal_mode is memory and could not be made wal/,
    );
    expect(() => set(connection, 'foreign_keys', 1)).not.toThrow();
    connection.close();
  });

  it('keeps its settings after a unit of work', async () => {
    const database = await emptyDatabase();
    await database.write((tx) => tx.insert(settings).values({ key: 'a', value: '1' }));
    const orphan = database.write(async (tx) => {
      await tx.insert(submissions).values({ region: 'none', year: 2020, month: 1, version: 1 });
    });
    await expect(orphan).rejects.toThrow('FOREIGN KEY');
  });
});

const refused = async (content: Buffer | string, words: string) => {
  const path = join(folder, 'there.db');
  writeFileSync(path, content);
  await expect(opened(`file:${path}`)).rejects.toThrow(words);
  expect(readFileSync(path).equals(Buffer.from(content))).toBe(true);
  expect(existsSync(`${path}-wal`)).toBe(false);
};

describe('opening', () => {
  it('makes a missing file and its folder', async () => {
    const database = await opened(`file:${file}`);
    expect(statSync(file).size).toBeGreaterThan(0);
    await database.check();
  });

  it('keeps what was written before', async () => {
    const before = await emptyDatabase();
    await before.write((tx) => tx.insert(settings).values({ key: 'a', value: '1' }));
    await before.close();
    const after = await opened(before.address);
    expect(await after.reader.select().from(settings)).toEqual([{ key: 'a', value: '1' }]);
  });

  it('refuses an empty file and leaves it', () => refused('', 'is empty (0 bytes)'));
  it('refuses a text file and leaves it', () => refused('region,month\n340100,9\n', 'not an SQLite database'));
  it('refuses garbage and leaves it', () => refused(Buffer.alloc(9000, 0xa5), 'not an SQLite database'));
  it('refuses garbage behind a right beginning', () =>
    refused(
      Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(9000, 0xa5)]),
      'of another program, or its beginning is damaged',
    ));

  it('refuses a database of another program and leaves it', async () => {
    const path = join(folder, 'other.db');
    const other = new Sqlite(path);
    other.exec('create table theirs (a)');
    other.close();
    const before = readFileSync(path);
    await expect(opened(`file:${path}`)).rejects.toThrow('of another program');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  it('refuses a damaged page', async () => {
    const sound = await emptyDatabase();
    await sound.close();
    const path = join(folder, 'damaged.db');
    copyFileSync(sound.address.slice('file:'.length), path);
    const bytes = readFileSync(path);
    bytes.fill(0xff, 4096, 8192);
    writeFileSync(path, bytes);
    await expect(opened(`file:${path}`)).rejects.toThrow(/damaged|cannot be opened/);
  });

  it('refuses to make a new database beside the log of a missing one', async () => {
    writeFileSync(join(folder, 'gone.db-wal'), 'committed figures');
    await expect(opened(`file:${join(folder, 'gone.db')}`)).rejects.toThrow('is missing but its log');
    expect(existsSync(join(folder, 'gone.db'))).toBe(false);
  });

  it('refuses a folder', async () => {
    mkdirSync(join(folder, 'xushi.db'));
    await expect(opened(`file:${join(folder, 'xushi.db')}`)).rejects.toThrow('is not a file');
  });

  it.each(['file::memory:', 'data/xushi.db', 'mysql://host/xushi', ''])('refuses the address "%s"', async (address) => {
    await expect(opened(address)).rejects.toThrow('is not an address of a database');
  });

  it('refuses an address of the other engine without showing the password', async () => {
    const refusal = opened('postgres://xushi:s3cret@host/xushi');
    await expect(refusal).rejects.toThrow('postgres://xushi:…@host/xushi is not one of sqlite');
  });
});

describe('a reader', () => {
  it('sees nothing of an open unit of work and is not held up by it', async () => {
    const database = await emptyDatabase();
    const seen = await database.write(async (tx) => {
      await tx.insert(settings).values({ key: 'a', value: '1' });
      return database.reader.select().from(settings);
    });
    expect(seen).toEqual([]);
    expect(await database.reader.select().from(settings)).toHaveLength(1);
  });

  it('cannot write, whatever the types say', async () => {
    const { reader } = await emptyDatabase();
    const insert: unknown = Reflect.get(reader, 'insert');
    expect(insert).toBeTypeOf('function');
    if (typeof insert !== 'function') return;
    const attempt = async () => insert.call(reader, settings).values({ key: 'a', value: '1' });
    expect(await attempt().catch(classify)).toBe('read-only');
  });
});

describe('two programs on one file', () => {
  it('wait for each other without holding up the event loop, and lose nothing', async () => {
    const one = await emptyDatabase();
    const two = await opened(one.address);
    const write = (database: typeof one, key: string) =>
      database.write(async (tx) => {
        await tx.insert(settings).values({ key, value: '' });
        await new Promise(setImmediate);
      });
    const keys = Array.from({ length: 20 }, (_, at) => String(at));
    await Promise.all(keys.map((key, at) => write(at % 2 === 0 ? one : two, key)));
    expect(await one.reader.$count(settings)).toBe(20);
  });

  it('see each other’s commits in the dataVersion', async () => {
    const one = await emptyDatabase();
    const two = await opened(one.address);
    const before = await two.dataVersion();
    await one.write((tx) => tx.insert(settings).values({ key: 'a', value: '' }));
    expect(await two.dataVersion()).not.toBe(before);
  });
});

describe('check', () => {
  it('notices that the file was moved away', async () => {
    const database = await emptyDatabase();
    const path = database.address.slice('file:'.length);
    renameSync(path, `${path}.moved`);
    await expect(database.check()).rejects.toThrow('was moved, deleted or replaced');
  });

  it('refuses, and so does every write, after the storage failed once; reading goes on', async () => {
    const database = await emptyDatabase();
    const failed = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
    await expect(database.write(() => Promise.reject(failed))).rejects.toBe(failed);
    const write = database.write((tx) => tx.insert(settings).values({ key: 'a', value: '' }));
    await expect(write).rejects.toThrow('Nothing more is written until the disk is checked');
    await expect(database.check()).rejects.toThrow('disk I/O error');
    expect(await database.reader.$count(settings)).toBe(0);
  });
});

describe('a fault that a reader meets', () => {
  it('stops writing too, and the check says so', async () => {
    const database = await emptyDatabase();
    const path = database.address.slice('file:'.length);
    await database.write(async (tx) => {
      for (let at = 0; at < 400; at += 1)
        await tx.insert(settings).values({ key: `key-${at}`, value: 'x'.repeat(400) });
    });
    // Into the file itself, so that its pages are read from there by a connection that has none of them yet.
    const folding = new Sqlite(path);
    folding.pragma('wal_checkpoint(TRUNCATE)');
    const size = Number(folding.pragma('page_size', { simple: true }));
    const root = folding.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'setting'`).pluck().get();
    folding.close();
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(size, 0xff), 0, size, (Number(root) - 1) * size);
    closeSync(file);
    await expect(database.reader.select().from(settings)).rejects.toThrow();
    const write = database.write((tx) => tx.insert(settings).values({ key: 'a', value: '' }));
    await expect(write).rejects.toThrow('Nothing more is written until the disk is checked');
    await expect(database.check()).rejects.toThrow('Nothing more is written');
  });
});

describe('backup', () => {
  it('holds everything committed, and opens as a database', async () => {
    const database = await emptyDatabase();
    await database.write((tx) => tx.insert(settings).values({ key: 'a', value: '合肥' }));
    await database.backup(join(folder, 'copy.db'));
    const copy = await opened(`file:${join(folder, 'copy.db')}`);
    expect(await copy.reader.select().from(settings)).toEqual([{ key: 'a', value: '合肥' }]);
  });

  it('is possible while a unit of work is open, and has nothing of it', async () => {
    const database = await emptyDatabase();
    await database.write(async (tx) => {
      await tx.insert(settings).values({ key: 'a', value: '' });
      await database.backup(join(folder, 'copy.db'));
    });
    const copy = await opened(`file:${join(folder, 'copy.db')}`);
    expect(await copy.reader.$count(settings)).toBe(0);
  });

  it('never overwrites a file', async () => {
    const database = await emptyDatabase();
    writeFileSync(join(folder, 'copy.db'), 'precious');
    await expect(database.backup(join(folder, 'copy.db'))).rejects.toThrow('never overwrites');
    expect(readFileSync(join(folder, 'copy.db'), 'utf8')).toBe('precious');
  });
});
