/** The commands that copy, restore and move an office, as they are run, on files of SQLite and the embedded PostgreSQL. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { makeBackup } from '#api/server/backups.ts';
import { migrate } from '#db/migrate.ts';
import { copiedMigrations, editJournal } from '#tests/db/migrations-folder.ts';
import { opened, temporaryFolder } from '#tests/support/database.ts';
import { attach, contentIn, pdf, saidBy } from '#tests/support/office-commands.ts';
import { copyOffice } from '#tests/support/office-file.ts';
import { run } from '#tests/support/program.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'office.db');
  copyOffice(inject('templateDatabase'), file);
});

describe('attached files', () => {
  it('go with a backup, which says how many, and come back with it', async () => {
    const id = await attach(file, 'minutes.pdf');
    const copy = await backup();
    expect(contentIn(copy, id)).toBe(String(pdf));
    rmSync(`${file}-files`, { recursive: true });
    const { code, text } = await said('restore', copy);
    expect([code, text]).toEqual([0, expect.stringMatching(/files 附件 +1\n/)]);
    expect(contentIn(file, id)).toBe(String(pdf));
  });

  it('that are damaged are told of and not taken for whole, and spoil nothing else', async () => {
    const [whole, damaged] = [await attach(file, 'whole.pdf'), await attach(file, 'damaged.pdf')];
    writeFileSync(join(`${file}-files`, damaged), 'other');
    const target = join(folder, 'copy.db');
    const { code, text } = await said('backup', target);
    expect([code, text]).toEqual([1, expect.stringContaining('MISSING 缺失附件  1')]);
    expect(readdirSync(`${target}-files`)).toEqual([whole]);
    expect(countsIn(target)).toEqual(countsIn(file));
  });

  it('of backups that are cleared away go with them', async () => {
    const id = await attach(file, 'minutes.pdf');
    const office = await opened(`file:${file}`);
    const plan = { folder: null, keep: { days: 1, weeks: 0 }, sealKey: null };
    for (let day = 1; day <= 3; day += 1) await makeBackup(office, new Date(`2020-10-0${day}T18:00:00Z`), plan);
    expect(readdirSync(join(folder, 'backups'))).toEqual([
      'xushi-20201003-180000.db',
      'xushi-20201003-180000.db-files',
      'xushi-20201003-180000.db.json',
    ]);
    expect(contentIn(join(folder, 'backups', 'xushi-20201003-180000.db'), id)).toBe(String(pdf));
  });
});

const environment = () => ({ DATABASE_URL: `file:${file}` });
const said = (command: string, ...words: readonly string[]) => saidBy(file, command, ...words);

/** Counted by SQLite itself, so that nothing of the commands is trusted. */
function countIn(path: string, table: string): number {
  const database = new Sqlite(path, { readonly: true });
  const count = database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  database.close();
  return Number(count);
}

const tables = ['figure', 'submission_version', 'target_change', 'checklist_item', 'rule', 'region'];
const countsIn = (path: string) => Object.fromEntries(tables.map((table) => [table, countIn(path, table)]));

describe('npm run backup', () => {
  it('copies an office that is in use into its folder, reads the copy through and says what it holds', async () => {
    const office = await opened(`file:${file}`);
    const { code, text } = await said('backup');
    expect([code, text]).toEqual([0, expect.stringMatching(/Backup made[\s\S]*\d+ rows[\s\S]*s$/m)]);
    expect(text).toMatch(/seals 封印 +[1-9]\d*, differing 不符 0\n/);
    const [name = '', ...others] = readdirSync(join(folder, 'backups'));
    expect([name, others]).toEqual([expect.stringMatching(/^xushi-\d{8}-\d{6}\.db$/), [`${name}.json`]]);
    expect(countsIn(join(folder, 'backups', name))).toEqual(countsIn(file));
    await office.check();
  });

  it('is not in the way of another one that is made within the same second', async () => {
    const office = await opened(`file:${file}`);
    const plan = { folder: null, keep: { days: 2, weeks: 0 }, sealKey: null };
    for (let times = 0; times < 2; times += 1) await makeBackup(office, new Date('2020-10-01T18:00:00Z'), plan);
    const databases = readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.db'));
    expect(databases).toEqual(['xushi-20201001-180000-2.db', 'xushi-20201001-180000.db']);
  });

  it('keeps as many as it is told, the newest', async () => {
    const office = await opened(`file:${file}`);
    const plan = { folder: null, keep: { days: 2, weeks: 0 }, sealKey: null };
    for (let day = 1; day <= 4; day += 1) await makeBackup(office, new Date(`2020-10-0${day}T18:00:00Z`), plan);
    const databases = readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.db'));
    expect(databases).toEqual(['xushi-20201003-180000.db', 'xushi-20201004-180000.db']);
  });

  it('copies data that are not as they were sealed, says what differs and ends with 1', async () => {
    behind(file, "UPDATE target_change SET amount = amount - 1 WHERE region = '330300' AND year = 2020");
    const { code, text } = await said('backup');
    expect([code, text]).toEqual([1, expect.stringMatching(/differing 不符 [1-9][\s\S]*温州市 .*被改动/)]);
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(2);
  });

  it('refuses a folder that somebody named and that is not there', async () => {
    const named = join(folder, 'not-mounted');
    const program = run('api/server/backup.ts', { ...environment(), BACKUP_FOLDER: named });
    expect([await program.ended(), program.printed()]).toEqual([1, expect.stringMatching(/不存在.*\n.*not there/)]);
    expect(existsSync(named)).toBe(false);
  });

  it('names the tools of PostgreSQL where the office is there, and so does the restore', async () => {
    const server = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere' };
    for (const words of [['backup'], ['restore', file]]) {
      const program = run(`api/server/${words[0]}.ts`, server, ...words.slice(1));
      expect(await program.ended()).toBe(1);
      expect(program.printed()).toMatch(/自带工具.*\n.*own tools:\n +pg_dump --format=custom .*\n +pg_restore /);
    }
  });

  it('never writes over a file', async () => {
    const target = join(folder, 'mine.db');
    writeFileSync(target, 'mine');
    const { code, text } = await said('backup', target);
    expect([code, text]).toEqual([1, expect.stringContaining('a backup never overwrites')]);
    expect(readFileSync(target, 'utf8')).toBe('mine');
  });
});

/** As a person with the file and a tool of SQLite would. */
function behind(path: string, statements: string): void {
  const database = new Sqlite(path);
  database.pragma('foreign_keys = OFF');
  database.exec(statements);
  database.close();
}

async function backup(): Promise<string> {
  const target = join(folder, 'copy.db');
  expect((await said('backup', target)).code).toBe(0);
  return target;
}

/** What an earlier version came with: all but the newest migration. */
function olderMigrations(): string {
  const older = copiedMigrations();
  editJournal(older, (entries) => entries.slice(0, -1));
  return older;
}

describe('npm run restore', () => {
  it('puts a backup in the office’s place, and what was there aside', async () => {
    const copy = await backup();
    const before = countsIn(file);
    const office = new Sqlite(file);
    office.exec('DELETE FROM checklist_event; DELETE FROM checklist_item');
    office.close();
    const { code, text } = await said('restore', copy);
    expect([code, text]).toEqual([0, expect.stringContaining('Restored 已恢复')]);
    expect(countsIn(file)).toEqual(before);
    const aside = readdirSync(folder).find((name) => /^office\.db\.replaced-\d{8}T\d{6}$/.test(name));
    expect(countIn(join(folder, aside ?? ''), 'checklist_item')).toBe(0);
    // The program starts on it, and knows of no change that would be missing.
    const again = await opened(`file:${file}`);
    await again.check();
  });

  it('refuses while a program has the office open', async () => {
    const copy = await backup();
    const office = await opened(`file:${file}`);
    const inode = statSync(file).ino;
    const { code, text } = await said('restore', copy);
    expect([code, text]).toEqual([1, expect.stringContaining('Stop it first')]);
    expect(statSync(file).ino).toBe(inode);
    await office.check();
  });

  it('refuses a backup that is damaged, and leaves the office alone', async () => {
    const copy = await backup();
    const bytes = readFileSync(copy);
    bytes.fill(0xff, 4096, 8192);
    writeFileSync(copy, bytes);
    const before = readFileSync(file);
    const { code, text } = await said('restore', copy);
    expect([code, text]).toEqual([1, expect.stringMatching(/damaged|cannot be opened/)]);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  it('refuses a backup whose seals do not fit, names what differs, and takes it when it is told to', async () => {
    const copy = await backup();
    behind(
      copy,
      "UPDATE target_change SET amount = amount - 1 WHERE region = '330300' AND year = 2020 AND indicator = 'green-demo'",
    );
    const before = readFileSync(file);
    const refused = await said('restore', '--drill', copy);
    expect([refused.code, refused.text]).toEqual([
      1,
      expect.stringMatching(/与封印不符（1 处）[\s\S]*not as it was sealed \(1\)[\s\S]*温州市/),
    ]);
    expect(readFileSync(file).equals(before)).toBe(true);
    const { code, text } = await said('restore', '--even-altered', copy);
    expect([code, text]).toEqual([1, expect.stringContaining('Restored 已恢复')]);
    expect(readFileSync(file).equals(before)).toBe(false);
  });

  it('refuses a scheduled backup that was altered where no seal looks', async () => {
    expect((await said('backup')).code).toBe(0);
    const [name = ''] = readdirSync(join(folder, 'backups'));
    const copy = join(folder, 'backups', name);
    behind(copy, "UPDATE account SET role = 'administrator' WHERE name = 'lishui'");
    const { code, text } = await said('restore', copy);
    expect([code, text]).toEqual([1, expect.stringMatching(/记录的不同[\s\S]*not what was noted/)]);
  });

  it('says on a machine without the key of the seals that it must be put back', async () => {
    const copy = await backup();
    rmSync(file);
    rmSync(`${file}-key`);
    const { code, text } = await said('restore', copy);
    expect([code, text]).toEqual([
      0,
      expect.stringMatching(/differing 不符 0[\s\S]*封印密钥不在[\s\S]*put the key back/),
    ]);
    expect(existsSync(`${file}-key`)).toBe(false);
  });

  it('takes a backup of an older version as it is, for the next start to bring it up to date', async () => {
    const copy = join(folder, 'older.db');
    await migrate(`file:${copy}`, { folder: olderMigrations() });
    const { code, text } = await said('restore', copy);
    expect([code, text]).toEqual([0, expect.stringContaining('Restored 已恢复')]);
    expect(countIn(file, '__drizzle_migrations')).toBe(countIn(copy, '__drizzle_migrations'));
  });

  it('as a drill says how long it takes, and changes nothing', async () => {
    const copy = await backup();
    const before = readdirSync(folder);
    const { code, text } = await said('restore', '--drill', copy);
    expect([code, text]).toEqual([0, expect.stringMatching(/nothing was changed[\s\S]*time 用时 +\d+\.\d\d s/)]);
    expect(readdirSync(folder)).toEqual(before);
    expect(existsSync(copy)).toBe(true);
  });
});
