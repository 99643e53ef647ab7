/** `npm run verify` as it is run, and the start of the program, on files that somebody else has written into. */
import { migrate } from '#db/migrate.ts';
import { copiedMigrations, editJournal } from '#tests/db/migrations-folder.ts';
import { presets } from '#api/measures/rule.ts';
import { copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { pino } from 'pino';
import { beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { buildApp } from '#api/server/app.ts';
import { readConfig } from '#api/server/config.ts';
import { openOffice } from '#api/server/open-office.ts';
import { runBackup, runRestore } from '#api/server/run-backups.ts';
import { runVerify } from '#api/server/run-verify.ts';
import { checkNewestSeals } from '#api/server/seal-checks.ts';
import { temporaryFolder } from '#tests/support/database.ts';
import { copyOffice } from '#tests/support/office-file.ts';
import { run } from '#tests/support/program.ts';

let file: string;
beforeEach(() => {
  file = join(temporaryFolder(), 'office.db');
  copyOffice(inject('templateDatabase'), file);
});

const environment = (more: Readonly<Record<string, string>> = {}) => ({ DATABASE_URL: `file:${file}`, ...more });

/** As a process of its own, as a person runs it. */
async function verifyByProcess() {
  const program = run('api/server/verify.ts', environment());
  return { code: await program.ended(), text: program.printed() };
}

/** What a command does, without the start of a process: what it printed, and the code that it would end with. */
async function inProcess(
  command: (environment: NodeJS.ProcessEnv, words: readonly string[]) => Promise<void>,
  words: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
) {
  const before = process.exitCode;
  const lines: string[] = [];
  const print = (...what: readonly unknown[]): void => void lines.push(what.join(' '));
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(print),
    vi.spyOn(console, 'error').mockImplementation(print),
  ];
  try {
    process.exitCode = 0;
    await command(environment(more), words);
    return { code: process.exitCode, text: `${lines.join('\n')}\n` };
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
  }
}

const verify = (...words: readonly string[]) => inProcess(runVerify, words);

/** As a person with the file and a tool of SQLite would. */
function behind(statements: string): void {
  const database = new Sqlite(file);
  database.pragma('foreign_keys = OFF');
  database.exec(statements);
  database.close();
}

const accepted = "SELECT id FROM submission_version WHERE region = '330100' AND year = 2020 AND month = 9";

describe('npm run verify', () => {
  it('says how much there is where nothing was changed, and ends with 0', async () => {
    const { code, text } = await verifyByProcess();
    expect([code, text]).toEqual([
      0,
      expect.stringMatching(/^Nothing altered.*: \d+ rows 行, \d+ seals 封印, \d+\.\d\d s\n$/),
    ]);
  });

  it('names every change in both languages, and ends with 1', async () => {
    behind(`UPDATE figure SET cumulative = cumulative + 1 WHERE indicator = 'prefab-area' AND submission_version IN (${accepted});
      DELETE FROM figure WHERE submission_version IN (SELECT id FROM submission_version WHERE region = '331100' AND year = 2020 AND month = 8);
      UPDATE target_change SET amount = amount - 1 WHERE region = '330300' AND year = 2020 AND indicator = 'green-demo';`);
    const { code, text } = await verifyByProcess();
    expect(code).toBe(1);
    expect(text).toContain('Not as it was sealed 与封印不符: 3');
    expect(text).toMatch(/- 报送 2020-09 杭州市 .*被改动\n {2}The submission 2020-09 Hangzhou .* was altered/);
    expect(text).toMatch(/- 报送 2020-08 丽水市 .*被改动/);
    expect(text).toMatch(/- 年度目标 2020 温州市 .*示范.* 被改动/);
  });

  it('finds one byte that was changed on the disk, where SQLite itself sees nothing', async () => {
    const database = new Sqlite(file);
    database.pragma('wal_checkpoint(truncate)');
    const name = database.prepare('SELECT name_zh FROM rule').pluck().get();
    database.close();
    const bytes = readFileSync(file);
    const at = bytes.indexOf(String(name));
    expect(at).toBeGreaterThan(0);
    bytes[at + 2] = (bytes[at + 2] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const again = new Sqlite(file, { readonly: true });
    expect(again.pragma('integrity_check', { simple: true })).toBe('ok');
    again.close();
    expect((await verify()).code).toBe(1);
  });

  it('counts a row that cannot be read anymore as altered', async () => {
    behind("UPDATE rule SET conditions = '{' || conditions; UPDATE figure SET cumulative = 1.5 WHERE rowid = 1;");
    const { code, text } = await verify();
    expect([code, text]).toEqual([1, expect.stringContaining('与封印不符: 2')]);
  });

  it('passes on a restored backup with the key kept, and says so where the key is missing', async () => {
    const copy = join(temporaryFolder(), 'copy.db');
    expect((await inProcess(runBackup, [copy])).code).toBe(0);
    expect(existsSync(`${copy}-key`)).toBe(false);
    behind('DELETE FROM checklist_event');
    expect((await verify()).code).toBe(1);
    expect((await inProcess(runRestore, [copy])).code).toBe(0);
    expect((await verify()).code).toBe(0);
    const key = readFileSync(`${file}-key`, 'utf8').trim();
    rmSync(`${file}-key`);
    const without = await verify();
    expect([without.code, without.text]).toEqual([1, expect.stringContaining('put the right key back')]);
    expect((await inProcess(runVerify, [], { XUSHI_SEAL_KEY: key })).code).toBe(0);
  });

  it('keeps its key where only its owner reads it', () => {
    expect(statSync(`${file}-key`).mode & 0o777).toBe(0o600);
    expect(readFileSync(`${file}-key`, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  });

  it('seals anew when told why, which the audit trail keeps', async () => {
    behind("UPDATE rule SET name_en = 'Other'");
    expect((await verify('--seal-anew')).text).toContain('Usage');
    expect((await verify('--seal-anew', 'looked at with the city')).code).toBe(0);
    expect((await verify()).code).toBe(0);
    const database = new Sqlite(file, { readonly: true });
    const detail = database
      .prepare("SELECT detail FROM audit_event WHERE action = 'system.begin-seals-anew'")
      .pluck()
      .get();
    database.close();
    expect(JSON.parse(String(detail))).toMatchObject({
      reason: 'looked at with the city',
      total: 1,
      found: [expect.stringContaining('规则')],
    });
  });

  it('makes no new database, and takes no key that is none', async () => {
    const missing = join(temporaryFolder(), 'none.db');
    const none = await inProcess(runVerify, [], { DATABASE_URL: `file:${missing}` });
    expect(none).toEqual({ code: 1, text: expect.stringContaining('There is no file') });
    expect(existsSync(missing)).toBe(false);
    writeFileSync(`${file}-key`, 'x');
    expect(await verify()).toMatchObject({ code: 1, text: expect.stringContaining('does not hold the key') });
    const wrong = await inProcess(runVerify, [], { XUSHI_SEAL_KEY: 'x' });
    expect(wrong).toEqual({ code: 1, text: expect.stringContaining('XUSHI_SEAL_KEY: must be 64') });
  });
});

/** Whether an office is ready after a start, without the start of a process. */
async function readyAfterStart(): Promise<number> {
  const config = readConfig(environment());
  const log = pino({ level: 'silent' });
  const office = await openOffice(config, log);
  const app = await buildApp({ config, log, ...office });
  await checkNewestSeals(app.services);
  const { statusCode } = await app.inject('/api/ready');
  await app.close();
  await office.database.close();
  return statusCode;
}

async function started() {
  const program = run('api/server/main.ts', environment({ PORT: '0', LOG_LEVEL: 'silent' }));
  const [, origin = ''] = await program.prints(/(http:\/\/127\.0\.0\.1:\d+)[\s\S]*\n/);
  return { program, ready: (await fetch(`${origin}/api/ready`)).status };
}

/** How often the office's trail has an action, while it is open elsewhere. */
function countOf(action: string): number {
  const database = new Sqlite(file, { readonly: true });
  const count = database.prepare('select count(*) from audit_event where action = ?').pluck().get(action);
  database.close();
  return Number(count);
}

describe('a start', () => {
  it('says that the key is another one, serves, is not ready, and names what was written meanwhile when the key is back', async () => {
    copyFileSync(`${file}-key`, `${file}-kept`);
    writeFileSync(`${file}-key`, `${'ab'.repeat(32)}\n`);
    const first = await started();
    expect(first.ready).toBe(503);
    await first.program.prints(/WARNING 警告[\s\S]*put the right key back/);
    await expect.poll(() => countOf('system.verify-seals'), { timeout: 20_000 }).toBeGreaterThan(0);
    first.program.process.kill('SIGTERM');
    await first.program.ended();
    copyFileSync(`${file}-kept`, `${file}-key`);
    const { code, text } = await verify();
    expect([code, text]).toEqual([1, expect.stringMatching(/Seal no. \d+ \(seals \(system\..*made with another key/)]);
    expect((await verify('--seal-anew', 'the key was lost for a day')).code).toBe(0);
    expect(await readyAfterStart()).toBe(200);
  });

  it('seals once what an office held before there were seals, and never again', async () => {
    // An office of the version before the seals, with a rule and a line of the trail.
    const older = copiedMigrations();
    editJournal(older, (entries) =>
      entries.slice(
        0,
        entries.findIndex(({ tag }) => tag.endsWith('_seals')),
      ),
    );
    for (const end of ['', '-wal', '-shm', '-acknowledged', '-key']) rmSync(file + end, { force: true });
    await migrate(`file:${file}`, { folder: older });
    const author = `'{"name":"xushi","title":{"zh":"序时","en":"Xushi"}}'`;
    const at = "'2020-10-19T01:00:00.000Z'";
    behind(`INSERT INTO setting (key, value) VALUES ('demonstration', 'off');
      INSERT INTO rule (id, version, name_zh, name_en, conditions, source, authored_as, effective_year, effective_month, created_at)
        VALUES ('own', 1, '本办规则', 'Our rule', '${JSON.stringify(presets['three-measures'])}', '', ${author}, 2020, 1, ${at});
      INSERT INTO audit_event (id, at, acted_as, address, action, object, outcome, detail, request_id)
        VALUES ('a1', ${at}, ${author}, '::1', 'session.sign-in', 'official', 'done', '{}', 'r1');`);
    expect(await readyAfterStart()).toBe(200);
    expect((await verify()).code).toBe(0);
    behind("DELETE FROM seal; DELETE FROM setting WHERE key LIKE 'seal.%'");
    await readyAfterStart();
    expect((await verify()).code).toBe(1);
  });
});
