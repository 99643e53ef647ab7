/** SQLite files and connections: what may be opened, and the settings that every connection must have. */
import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { DatabaseRefusal } from './refusal.ts';
import { classify } from './sqlite-trouble.ts';
import type { Trouble } from './trouble.ts';

/** `XUSH` in ASCII: marks a file as ours in its header. */
const applicationId = 0x58555348;

/** Milliseconds that a statement waits for another process. */
export const busyTimeout = 1000;

/** The library's default after the first start is synchronous=NORMAL, which loses acknowledged rows on power loss. */
const settings = [
  ['busy_timeout', busyTimeout],
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
] as const;

/** The absolute path of `file:PATH` (relative to the working directory) or `file:///PATH`. @throws DatabaseRefusal */
export function pathOf(address: string): string {
  const [, path] = /^file:(.+)$/.exec(address) ?? [];
  if (path === undefined || path.includes(':memory:')) {
    throw new DatabaseRefusal(
      `"${address}" is not an address of a database. Use file:data/xushi.db for a file or postgres://… for a server.`,
    );
  }
  return path.startsWith('//') ? fileURLToPath(address) : resolve(path);
}

/**
 * Makes sure that there is a database file of ours, creating it only where there is nothing at all.
 * @throws DatabaseRefusal when something else is there
 */
export function provideFile(path: string): void {
  if (existsSync(path)) return refuseForeignContent(path);
  if (existsSync(`${path}-wal`)) {
    throw new DatabaseRefusal(
      `${path} is missing but its log ${path}-wal is there: the database was moved or deleted without it. ` +
        'Put the file back or restore a backup; to start anew, move the log away first.',
    );
  }
  createFile(path);
}

function refuseForeignContent(path: string): void {
  const restore = 'It is left as it is. Restore a backup to this place, or move the file away to start anew.';
  if (!statSync(path).isFile()) throw new DatabaseRefusal(`${path} is not a file. Correct DATABASE_URL.`);
  const header = readStart(path, 72);
  if (header.length === 0) throw new DatabaseRefusal(`${path} is empty (0 bytes): its content was lost. ${restore}`);
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    throw new DatabaseRefusal(`${path} is not an SQLite database, or its beginning is damaged. ${restore}`);
  }
  // Looked at before it is opened: opening would already make a log beside another program's file and mark the file for it.
  if (header.length === 72 && header.readUInt32BE(68) !== applicationId) throw foreign(path);
}

const foreign = (path: string): DatabaseRefusal =>
  new DatabaseRefusal(
    `${path} is a database of another program, or its beginning is damaged, and is left as it is. ` +
      'Correct DATABASE_URL, or restore a backup to this place.',
  );

function readStart(path: string, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  const file = openSync(path, 'r');
  try {
    return buffer.subarray(0, readSync(file, buffer, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

/** Built aside and renamed, so that a crash in between leaves no empty file to be refused at the next start. */
function createFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.new-${process.pid}`;
  rmSync(unfinished, { force: true });
  const connection = new Sqlite(unfinished);
  try {
    connection.pragma('journal_mode = WAL');
    connection.pragma(`application_id = ${applicationId}`);
  } finally {
    connection.close();
  }
  renameSync(unfinished, path);
}

/**
 * Opens one connection with every setting set and read back.
 * @throws DatabaseRefusal when the file cannot be relied on or a setting did not take
 */
export function connect(path: string, mode: 'write' | 'read'): Sqlite.Database {
  let connection: Sqlite.Database | null = null;
  try {
    connection = new Sqlite(path, { readonly: mode === 'read', fileMustExist: true, timeout: busyTimeout });
    for (const [name, value] of settings) set(connection, name, value);
    if (mode === 'write') inspect(connection, path);
    return connection;
  } catch (error) {
    if (connection !== null) closeUntouched(connection, path);
    throw error instanceof DatabaseRefusal ? error : refusalToOpen(path, error);
  }
}

/**
 * Closes a connection and leaves the files as they are. The last one that can write would bring the log into the database
 * and delete it, and with it what a person may still get out of a damaged one; the last that only reads cannot.
 */
export function closeUntouched(connection: Sqlite.Database, path: string): void {
  let last: Sqlite.Database | null = null;
  try {
    last = new Sqlite(path, { readonly: true, fileMustExist: true });
    last.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch {
    // What cannot even be read is closed as it is.
  }
  connection.close();
  last?.close();
}

/** Whether a program has the file open just now. One that cannot even be read is held by nobody who could use it. */
export function isHeld(path: string): boolean {
  let connection: Sqlite.Database | null = null;
  try {
    connection = new Sqlite(path, { fileMustExist: true, timeout: 0 });
    // In this mode the first read asks for the whole file alone, which everybody who has it open refuses.
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    return classify(error) === 'busy';
  } finally {
    connection?.close();
  }
}

/** Sets a setting and reads it back: SQLite ignores what it cannot do without a word. @throws DatabaseRefusal */
export function set(connection: Sqlite.Database, name: string, value: string | number): void {
  connection.pragma(`${name} = ${value}`);
  const actual = connection.pragma(name, { simple: true });
  if (actual === value) return;
  throw new DatabaseRefusal(
    `${connection.name}: the setting ${name} is ${String(actual)} and could not be made ${value}. ` +
      'Use a local disk (network folders cannot keep a write-ahead log) and close other programs that use the file.',
  );
}

function inspect(connection: Sqlite.Database, path: string): void {
  const owner = connection.pragma('application_id', { simple: true });
  if (owner !== applicationId) {
    throw foreign(path);
  }
  const verdict = connection.pragma('quick_check(1)', { simple: true });
  if (verdict !== 'ok') {
    throw new DatabaseRefusal(`${path} is damaged (${String(verdict)}). Keep it for analysis and restore a backup.`);
  }
}

function refusalToOpen(path: string, error: unknown): DatabaseRefusal {
  const advice: Partial<Record<Trouble, string>> = {
    damaged:
      'The file is damaged or the disk is full or failing: free space, else restore a backup. 文件损坏，或磁盘已满、故障：请释放空间，否则恢复备份。',
    full: 'The disk is full: free space and start again. 磁盘已满：请释放空间后重新启动。',
    'read-only':
      'The file or its folder is read-only: the program must be able to write there. 文件或其文件夹只读：本程序必须可以写入。',
    unreachable:
      'The folder must exist, be writable and have space: a log is kept beside the file. 文件夹必须存在、可写且有空间：日志保存在数据库文件旁。',
    busy: 'Another program holds the file: stop it and start again. 文件被另一程序占用：请停止该程序后重新启动。',
  };
  const cause = error instanceof Error ? error.message : String(error);
  return new DatabaseRefusal(`${path} cannot be opened (${cause}). ${advice[classify(error)] ?? ''}`, { cause: error });
}
