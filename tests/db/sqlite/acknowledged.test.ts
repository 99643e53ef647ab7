/** What was acknowledged is in the file that the next start opens, or that start says what is missing. */
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#db/dialect';
import { settings } from '#db/schema.ts';
import { emptyDatabase, opened, temporaryFolder } from '#tests/support/database.ts';

let database: Database;
let file: string;
beforeEach(async () => {
  database = await emptyDatabase();
  file = database.address.slice('file:'.length);
});

const put = (key: string, into: Database = database) =>
  into.write((tx) => tx.insert(settings).values({ key, value: key }), `put ${key}`);

const keysIn = async (address: string): Promise<readonly string[]> => {
  const again = await opened(address);
  const rows = await again.reader.select({ key: settings.key }).from(settings).orderBy(settings.key);
  await again.close();
  return rows.map(({ key }) => key);
};

/** The files as a killed process leaves them: copied while the database is open. */
function asAfterKill(): string {
  const copy = join(temporaryFolder(), 'killed.db');
  for (const end of ['', '-wal', '-acknowledged']) copyFileSync(file + end, copy + end);
  return copy;
}

const refusalOf = async (path: string): Promise<string> => {
  const error = await opened(`file:${path}`).then(
    () => null,
    (refusal: unknown) => refusal,
  );
  if (!(error instanceof Error)) throw new Error(`${path} was opened`);
  return error.message;
};

describe('after an unclean end', () => {
  it('what was acknowledged is there', async () => {
    for (const key of ['a', 'b', 'c']) await put(key);
    expect(await keysIn(`file:${asAfterKill()}`)).toEqual(['a', 'b', 'c']);
  });

  it('a log that is gone is noticed, and what is missing is named', async () => {
    for (const key of ['a', 'b', 'c']) await put(key);
    const killed = asAfterKill();
    rmSync(`${killed}-wal`);
    const said = await refusalOf(killed);
    expect(said).toContain('lacks 3 acknowledged change(s)');
    expect(said.match(/put [abc]$/gm)).toEqual(['put a', 'put b', 'put c']);
    // Nothing was changed by looking, so that the log can still be put back.
    copyFileSync(`${file}-wal`, `${killed}-wal`);
    expect(await keysIn(`file:${killed}`)).toEqual(['a', 'b', 'c']);
  });

  it('one flipped bit of the log is noticed', async () => {
    for (const key of ['a', 'b']) await put(key);
    const whole = readFileSync(`${file}-wal`).length;
    await put('c');
    const killed = asAfterKill();
    const log = readFileSync(`${killed}-wal`);
    const place = whole + 24 + 100;
    log[place] = (log[place] ?? 0) ^ 1;
    writeFileSync(`${killed}-wal`, log);
    const said = await refusalOf(killed);
    expect(said).toContain('lacks 1 acknowledged change(s)');
    expect(said.match(/put [abc]$/gm)).toEqual(['put c']);
  });

  it('an older copy in the file’s place is noticed, however many changes it lacks', async () => {
    const copy = join(temporaryFolder(), 'older.db');
    await put('first');
    await database.backup(copy);
    for (let round = 1; round <= 70; round += 1) await put(`later ${round}`);
    copyFileSync(`${file}-acknowledged`, `${copy}-acknowledged`);
    const said = await refusalOf(copy);
    expect(said).toContain('lacks 70 acknowledged change(s)');
    expect(said).toContain('6 older ones, no longer named');
    expect(said.match(/put later \d+$/gm)).toHaveLength(64);
    expect(said).toMatch(/put later 70$/m);
    // Whoever means to go on with the older one says so by moving the list away.
    renameSync(`${copy}-acknowledged`, `${copy}-acknowledged.away`);
    expect(await keysIn(`file:${copy}`)).toEqual(['first']);
  });

  it('a line that was torn by a power cut is passed over', async () => {
    for (const key of ['a', 'b']) await put(key);
    const killed = asAfterKill();
    const ring = readFileSync(`${killed}-acknowledged`);
    const torn = ring.indexOf('put b');
    ring.fill(0, torn - 20, torn + 40);
    writeFileSync(`${killed}-acknowledged`, ring);
    expect(await keysIn(`file:${killed}`)).toEqual(['a', 'b']);
  });
});

describe('a file that goes away while it is written', () => {
  it('nothing is acknowledged into a deleted log, and what it held is saved', async () => {
    for (const key of ['a', 'b']) await put(key);
    rmSync(`${file}-wal`);
    await expect(database.check()).rejects.toThrow(/-wal was moved, deleted or replaced.*saved into the database/);
    await expect(put('c')).rejects.toThrow('Nothing more is written');
    // The process is killed here: only the named files are left.
    const left = join(temporaryFolder(), 'left.db');
    for (const end of ['', '-acknowledged']) copyFileSync(file + end, left + end);
    expect(await keysIn(`file:${left}`)).toEqual(['a', 'b']);
  });

  it('the very change that went into it is refused', async () => {
    await put('a');
    rmSync(`${file}-wal`);
    await expect(put('b')).rejects.toThrow(/-wal was moved, deleted or replaced/);
    await expect(put('c')).rejects.toThrow('Nothing more is written');
  });

  it('a log with other content in its place is not written over', async () => {
    await put('a');
    renameSync(`${file}-wal`, `${file}-wal.away`);
    writeFileSync(`${file}-wal`, 'something else');
    await expect(put('b')).rejects.toThrow(/Another log lies there now/);
    expect(readFileSync(`${file}-wal`, 'utf8')).toBe('something else');
  });

  it('nothing is acknowledged into a deleted database, and a copy of it is kept', async () => {
    await put('a');
    rmSync(file);
    await expect(put('b')).rejects.toThrow(/was moved, deleted or replaced while in use.*saved to .*\.rescued/);
    expect(existsSync(`${file}.rescued`)).toBe(true);
    expect(await keysIn(`file:${file}.rescued`)).toContain('a');
    await expect(put('c')).rejects.toThrow('Nothing more is written');
  });

  it('a unit of work that changes nothing raises no number and asks nothing of the disk', async () => {
    await put('a');
    const before = readFileSync(`${file}-acknowledged`, 'utf8');
    const version = database.dataVersion();
    await database.write(async (tx) => tx.select().from(settings), 'only reading');
    expect(readFileSync(`${file}-acknowledged`, 'utf8')).toBe(before);
    expect(database.dataVersion()).toBe(version);
  });
});
