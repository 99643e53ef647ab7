/** Copies of the office's database: made while people work, proved by opening them, the oldest cleared away. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { openDatabase } from '#db/database.ts';
import { newestAuditInstant } from '#db/audit.ts';
import type { Database } from '#db/dialect';
import { DatabaseRefusal } from '#db/dialect/refusal.ts';
import { isHeld, pathOf } from '#db/dialect/sqlite-file.ts';
import { listKeptFiles } from '#db/attachments.ts';
import { rowsOf, tableNames } from '#db/every-row.ts';
import { filesFolder, takeAlong, type KeptFile } from '../http/file-store.ts';

/** What a copy holds, as a person can compare it. */
export interface Backup {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  /** When the newest change in it was made, by the office's clock; null in an office where nothing has happened. */
  readonly newest: string | null;
  /** The attached files that its rows refer to, and how many of them are not there as they came in. */
  readonly files: number;
  readonly missing: number;
  readonly milliseconds: number;
}

/** What a copy of the database alone shows. */
type Proof = Omit<Backup, 'files' | 'missing'> & { readonly kept: readonly KeptFile[] };

const dated = /^xushi-\d{8}-\d{6}\.db$/;

/** The folder of an office's own backups: beside its database. */
export const backupFolder = (address: string): string => join(dirname(pathOf(address)), 'backups');

/**
 * Makes a verified copy in the office's folder of backups and clears away the oldest over `keep`.
 * @throws DatabaseRefusal where the copy is not sound, or the engine has its own tool
 */
export async function makeBackup(database: Database, now: Date, keep: number): Promise<Backup> {
  const folder = backupFolder(database.address);
  mkdirSync(folder, { recursive: true });
  const stamp = now.toISOString().replaceAll(/[-:]/g, '').replace('T', '-').slice(0, 15);
  // Links: files never change, and thirty backups of one disk need not hold each of them thirty times.
  const made = await copyTo(database, join(folder, `xushi-${stamp}.db`), { mayLink: true });
  const old = readdirSync(folder)
    .filter((name) => dated.test(name))
    .toSorted()
    .slice(0, -keep);
  for (const name of old) {
    rmSync(join(folder, name));
    rmSync(join(folder, `${name}-files`), { recursive: true, force: true });
  }
  return made;
}

/**
 * Makes a verified copy under this name, with the attached files in a folder beside it.
 * @throws DatabaseRefusal where the name is taken or the copy is not sound
 */
export async function copyTo(database: Database, file: string, { mayLink = false } = {}): Promise<Backup> {
  const started = performance.now();
  await database.backup(file);
  const proof = await proveBackup(file);
  const [from, to] = [await filesFolder(database.address), await filesFolder(`file:${file}`)];
  return withFiles(proof, { from, to, mayLink, started });
}

interface Taking {
  readonly from: string;
  readonly to: string;
  readonly mayLink: boolean;
  readonly started: number;
}

/** Takes the files along that a copy's rows refer to. One that is missing does not spoil the rest: it is counted. */
async function withFiles({ kept, ...proof }: Proof, { from, to, mayLink, started }: Taking): Promise<Backup> {
  const missing = (await takeAlong(kept, from, to, { mayLink })).length;
  return { ...proof, files: kept.length, missing, milliseconds: performance.now() - started };
}

/** Opens a copy as a start would and reads every row of it. @throws DatabaseRefusal where it cannot be relied on */
export async function proveBackup(file: string): Promise<Proof> {
  const started = performance.now();
  if (!existsSync(file)) throw new DatabaseRefusal(`There is no file ${file}.`);
  const bytes = statSync(file).size;
  const database = await openDatabase({ address: `file:${file}` });
  try {
    await database.check();
    let rows = 0;
    for (const name of tableNames()) rows += (await rowsOf(database.reader, name)).length;
    const newest = (await newestAuditInstant(database.reader)) ?? null;
    const kept = await listKeptFiles(database.reader);
    return { file, bytes, rows, newest, kept, milliseconds: performance.now() - started };
  } finally {
    await database.close();
    for (const end of ['-wal', '-shm', '-acknowledged']) rmSync(file + end, { force: true });
  }
}

/** What restoring did: what is there now, and where what was there before was put. */
export interface Restored extends Backup {
  readonly aside: string | null;
}

/**
 * Puts a backup in the office's place; what was there is moved aside, nothing is deleted. The program must be stopped.
 * @throws DatabaseRefusal where the backup is not sound or another program has the database open
 */
export async function restoreBackup(address: string, from: string, now: Date): Promise<Restored> {
  const started = performance.now();
  const path = pathOf(address);
  // Proved before anything is touched, on a copy, so that the backup itself stays as it is.
  const trial = `${path}.restoring-${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    if (!existsSync(from)) throw new DatabaseRefusal(`There is no file ${from}.`);
    await copyFile(from, trial);
    const proof = await proveBackup(trial);
    const to = `${trial}-files`;
    const restored = await withFiles(proof, { from: await filesFolder(`file:${from}`), to, mayLink: true, started });
    const isThere = existsSync(path) || existsSync(`${path}-files`);
    const aside = isThere ? await moveAside(path, now) : null;
    if (existsSync(to)) renameSync(to, `${path}-files`);
    renameSync(trial, path);
    return { ...restored, file: path, aside, milliseconds: performance.now() - started };
  } finally {
    rmSync(trial, { force: true });
    rmSync(`${trial}-files`, { recursive: true, force: true });
  }
}

/** A drill: restores into a place of its own, proves it and takes it away again. */
export async function drillRestore(from: string, into: string, now: Date): Promise<Restored> {
  const path = join(into, basename(from));
  const restored = await restoreBackup(`file:${path}`, from, now);
  rmSync(path);
  rmSync(`${path}-files`, { recursive: true, force: true });
  return restored;
}

async function moveAside(path: string, now: Date): Promise<string> {
  const aside = `${path}.replaced-${now.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}`;
  if (isHeld(path)) throw new DatabaseRefusal(`A program has ${path} open. Stop it first; nothing was changed.`);
  for (const end of ['', '-wal', '-shm', '-acknowledged', '-files']) {
    if (existsSync(path + end)) renameSync(path + end, aside + end);
  }
  return aside;
}
