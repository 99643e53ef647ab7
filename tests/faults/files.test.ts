/** F5: files of an office removed, cut short or with a bit turned over. Never silently an older or a new office. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFrom } from '#seeds/demo/random.ts';
import { temporaryFolder } from '#tests/support/database.ts';
import { examine } from './ground/checker.ts';
import { demonstrationFile, sessionsIn } from './ground/demonstration.ts';
import { isLong, report } from './ground/report.ts';
import { endServers, launch, startServer } from './ground/server.ts';
import { beginWriting, newOffice, untilAcknowledged, type Office } from './ground/writers.ts';

afterAll(endServers);

/** An office whose newest changes are in the log only, as a killed program leaves it, and what it acknowledged. */
let office: Office;
let left: string;
beforeAll(async () => {
  office = newOffice();
  const file = demonstrationFile();
  const writers = beginWriting(office, sessionsIn(file));
  const server = await startServer({ database: `file:${file}` });
  office.origin = server.origin;
  await untilAcknowledged(office, 8);
  office.isOver = true;
  await Promise.all(writers);
  await server.kill();
  // SQLite writes a log of 1,000 pages of 4 KiB into the database by itself, and what is then taken away tears that apart.
  expect(statSync(`${file}-wal`).size).toBeLessThan(1000 * 4096);
  left = dirname(file);
});

/** The files of that office in a folder of their own; the shared memory belongs to running programs only. */
function copyOfOffice(): string {
  const folder = temporaryFolder();
  cpSync(left, folder, { recursive: true });
  rmSync(join(folder, 'office.db-shm'), { force: true });
  return join(folder, 'office.db');
}

/** What lies in a folder; a log that is made anew and has nothing in it does not count. */
function bytesIn(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).filter((one) => !one.endsWith('-shm'))) {
    const bytes = readFileSync(join(folder, name));
    if (bytes.length > 0 || !name.endsWith('-wal')) hash.update(name).update(bytes);
  }
  return hash.digest('hex');
}

function turnBit(file: string, bit: number): void {
  const bytes = readFileSync(file);
  const at = Math.floor(bit / 8) % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
  writeFileSync(file, bytes);
}

const half = (file: string): void => truncateSync(file, Math.floor(readFileSync(file).length / 2));

describe('a start', () => {
  it.each<[string, (file: string) => void, RegExp]>([
    ['whose log was removed', (file) => unlinkSync(`${file}-wal`), /lacks \d+ acknowledged change/],
    ['whose log was cut short', (file) => half(`${file}-wal`), /lacks \d+ acknowledged change/],
    // In the first page that the log holds.
    ['whose log has a bit turned over', (file) => turnBit(`${file}-wal`, 8 * 1000), /lacks \d+ acknowledged change/],
    ['whose database was removed', (file) => unlinkSync(file), /is missing but its log .* is there/],
    ['whose database is empty', (file) => truncateSync(file, 0), /is empty \(0 bytes\)/],
    ['whose database was cut short', half, /damaged|malformed/],
    ['whose database has a bit of its head turned over', (file) => turnBit(file, 3), /is not an SQLite database/],
  ])('%s is refused in words, and nothing is touched', async (_what, damage, words) => {
    const file = copyOfOffice();
    damage(file);
    const before = bytesIn(dirname(file));
    const server = launch({ database: `file:${file}` });
    expect(await server.ended).toBe(1);
    expect(server.printed()).toMatch(words);
    expect(server.printed()).not.toMatch(/^\s+at /m);
    expect(bytesIn(dirname(file))).toBe(before);
  });

  it.skipIf(!isLong)('loses what its log held where nothing tells that anything is missing: a control', async () => {
    const file = copyOfOffice();
    unlinkSync(`${file}-wal`);
    unlinkSync(`${file}-acknowledged`);
    await (await startServer({ database: `file:${file}` })).kill();
    const { lost } = examine(file, office.acknowledged);
    report(`F5 control: log and list removed: ${office.acknowledged.length} acknowledged, ${lost.length} lost`);
    expect(lost.length).toBeGreaterThan(0);
  });

  it.skipIf(!isLong)(
    'without the list of what was acknowledged has all of it; without its key is not ready',
    async () => {
      const file = copyOfOffice();
      unlinkSync(`${file}-acknowledged`);
      unlinkSync(`${file}-key`);
      const server = await startServer({ database: `file:${file}` });
      const ready = await fetch(`${server.origin}/api/ready`);
      expect([ready.status, await ready.json()]).toMatchObject([503, { code: 'data-altered' }]);
      await server.kill();
      expect(examine(file, office.acknowledged)).toEqual({ lost: [], half: [], doubled: [], integrity: 'ok' });
    },
  );
});

// The quick set has the same without a process, in tests/db/sqlite.
describe.skipIf(!isLong)('a log that is removed under a running server', () => {
  it('costs nothing that was acknowledged', async () => {
    const running = newOffice('r');
    const file = demonstrationFile();
    const writers = beginWriting(running, sessionsIn(file));
    const first = await startServer({ database: `file:${file}` });
    running.origin = first.origin;
    await untilAcknowledged(running, 20);
    unlinkSync(`${file}-wal`);
    const until = performance.now() + 10_000;
    while (running.unavailable === 0 && performance.now() < until) await setTimeout(5);
    running.origin = null;
    expect(running.unavailable).toBeGreaterThan(0);
    await first.kill();
    const second = await startServer({ database: `file:${file}` });
    running.origin = second.origin;
    running.isOver = true;
    await Promise.all(writers);
    await second.kill();
    const found = examine(file, running.acknowledged);
    report(
      `F5 log removed under a running server: ${running.acknowledged.length} acknowledged, ${found.lost.length} lost`,
    );
    expect([found, running.strange]).toEqual([{ lost: [], half: [], doubled: [], integrity: 'ok' }, []]);
  });
});

const protectedRows = [
  'SELECT * FROM audit_event ORDER BY id',
  'SELECT * FROM rule ORDER BY id, version',
  'SELECT * FROM target_change ORDER BY id',
  'SELECT * FROM checklist_event ORDER BY id',
  "SELECT * FROM submission_version WHERE state <> 'draft' ORDER BY id",
  `SELECT figure.* FROM figure JOIN submission_version ON id = submission_version
   WHERE state <> 'draft' ORDER BY submission_version, indicator`,
];

/** All that must never change unseen, read raw; null where it cannot be read. And what SQLite itself thinks of the file. */
function lookInto(file: string): { readonly rows: string | null; readonly isSound: boolean } {
  const database = new Sqlite(file, { readonly: true });
  try {
    const rows = JSON.stringify(protectedRows.map((sql) => database.prepare(sql).all()));
    return { rows, isSound: database.pragma('integrity_check(1)', { simple: true }) === 'ok' };
  } catch {
    return { rows: null, isSound: false };
  } finally {
    database.close();
  }
}

function verify(file: string): number | null {
  const program = fileURLToPath(new URL('../../api/server/verify.ts', import.meta.url));
  return spawnSync(process.execPath, [program], { env: { ...process.env, DATABASE_URL: `file:${file}` } }).status;
}

describe('a bit of the database turned over anywhere', () => {
  it('is found wherever it changes what must never change unseen', () => {
    const random = randomFrom(5);
    const whole = copyOfOffice();
    const database = new Sqlite(whole);
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    const { rows } = lookInto(whole);
    expect(verify(whole)).toBe(0);
    const bits = readFileSync(whole).length * 8;
    const count = { turned: 0, changing: 0, unseenBySqlite: 0 };
    const missed: number[] = [];
    // The quick set goes on until three of them changed something, of which SQLite's own check misses one.
    const isOver = () => (isLong ? count.turned >= 400 : count.changing >= 3 && count.unseenBySqlite > 0);
    while (!isOver()) {
      count.turned += 1;
      const bit = Math.floor(random() * bits);
      turnBit(whole, bit);
      const seen = lookInto(whole);
      if (seen.rows !== rows) {
        count.changing += 1;
        if (seen.isSound) count.unseenBySqlite += 1;
        if (verify(whole) === 0) missed.push(bit);
      }
      for (const end of ['-wal', '-shm']) if (existsSync(whole + end)) rmSync(whole + end);
      turnBit(whole, bit);
    }
    report(
      `F5 bits turned over: ${count.turned}, of which ${count.changing} change protected rows, ${missed.length} missed; ` +
        `SQLite's own check, a control, misses ${count.unseenBySqlite}`,
    );
    expect(missed).toEqual([]);
    expect(count.unseenBySqlite).toBeGreaterThan(0);
  });
});
