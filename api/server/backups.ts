/** Copies of the office's database: made while people work, proved with their seals, the oldest cleared away. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Database } from '#db/dialect';
import { DatabaseRefusal } from '#db/dialect/refusal.ts';
import { isHeld, pathOf } from '#db/dialect/sqlite-file.ts';
import { fileHash, proveBackup, type Proof } from './backup-proof.ts';
import { clearOldBackups, readNote, writeNote, type Keep } from './backup-rotation.ts';
import { filesFolder, takeAlong } from '../http/file-store.ts';

/** A copy that was proved. */
export interface Backup extends Proof {
  readonly file: string;
  /** The attached files that its rows refer to, and how many of them are not there as they came in. */
  readonly files: number;
  readonly missing: number;
  readonly milliseconds: number;
}

/** Where backups go, how many stay, and the key that their seals were made with, where it is at hand. */
export interface BackupPlan {
  /** Null for the folder `backups` beside the database, which is made. */
  readonly folder: string | null;
  readonly keep: Keep;
  readonly sealKey: string | null;
}

/**
 * Makes a proved copy in the folder of backups and clears away those that need not stay.
 * @throws DatabaseRefusal where the copy is not sound, the folder is missing, or the engine has its own tool
 */
export async function makeBackup(
  database: Database,
  now: Date,
  plan: BackupPlan,
): Promise<Backup & { readonly removed: readonly string[] }> {
  const path = pathOf(database.address);
  const folder = provideFolder(plan.folder, path);
  const stamp = now.toISOString().replaceAll(/[-:]/g, '').replace('T', '-').slice(0, 15);
  // Links: files never change, and thirty backups of one disk need not hold each of them thirty times.
  const made = await copyTo(database, freeName(join(folder, `xushi-${stamp}`)), {
    sealKey: plan.sealKey,
    mayLink: true,
  });
  const { file, bytes, rows, seals } = made;
  const note = { of: path, madeAt: now.toISOString(), bytes, rows, seals: seals.seals, differing: seals.differing };
  writeNote(file, { ...note, sha256: fileHash(file) });
  return { ...made, removed: clearOldBackups(folder, path, plan.keep) };
}

/** Two may be made within a second: one by the job, one by a person. */
function freeName(start: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${start}.db` : `${start}-${number}.db`;
    if (!existsSync(name)) return name;
  }
}

/** A folder that somebody named is never made: a disk that is not mounted would be filled up where it should be. */
function provideFolder(named: string | null, path: string): string {
  const folder = named ?? join(dirname(path), 'backups');
  if (named === null) mkdirSync(folder, { recursive: true });
  if (existsSync(folder)) return folder;
  throw new DatabaseRefusal(
    `BACKUP_FOLDER 不存在：${folder}。请挂载磁盘或建立该文件夹。\n` +
      `The folder of BACKUP_FOLDER is not there: ${folder}. Mount its disk, or make the folder.`,
  );
}

/**
 * Makes a proved copy under this name, with the attached files in a folder beside it.
 * @throws DatabaseRefusal where the name is taken or the copy is not sound
 */
export async function copyTo(
  database: Database,
  file: string,
  { sealKey, mayLink = false }: { readonly sealKey: string | null; readonly mayLink?: boolean },
): Promise<Backup> {
  const started = performance.now();
  await database.backup(file);
  const proof = await proveBackup(file, sealKey);
  const [from, to] = [await filesFolder(database.address), await filesFolder(`file:${file}`)];
  return { ...(await withFiles(proof, { from, to, mayLink })), file, milliseconds: performance.now() - started };
}

interface Taking {
  readonly from: string;
  readonly to: string;
  readonly mayLink: boolean;
}

/** Takes the files along that a copy's rows refer to. One that is missing does not spoil the rest: it is counted. */
async function withFiles(proof: Proof, { from, to, mayLink }: Taking): Promise<Omit<Backup, 'file' | 'milliseconds'>> {
  const missing = (await takeAlong(proof.kept, from, to, { mayLink })).length;
  return { ...proof, files: proof.kept.length, missing };
}

/** What restoring did: what is there now, and where what was there before was put. */
export interface Restored extends Backup {
  readonly aside: string | null;
}

/** How a restore goes about it. */
export interface RestorePlan {
  readonly now: Date;
  readonly sealKey: string | null;
  /** Whether a backup is taken whose content is not as it was sealed. */
  readonly evenAltered: boolean;
}

/**
 * Puts a backup in the office's place; what was there is moved aside, nothing is deleted. The program must be stopped.
 * @throws DatabaseRefusal where the backup is not sound, not as it was sealed or noted, or another program has the database open
 */
export async function restoreBackup(address: string, from: string, plan: RestorePlan): Promise<Restored> {
  const started = performance.now();
  const path = pathOf(address);
  // Proved before anything is touched, on a copy, so that the backup itself stays as it is.
  const trial = `${path}.restoring-${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    if (!existsSync(from)) throw new DatabaseRefusal(`There is no file ${from} 没有该文件.`);
    await copyFile(from, trial);
    refuseUnlikeNote(from, trial);
    const proof = await proveBackup(trial, plan.sealKey);
    if (proof.seals.differing > 0 && !plan.evenAltered) throw altered(from, proof);
    const to = `${trial}-files`;
    const restored = await withFiles(proof, { from: await filesFolder(`file:${from}`), to, mayLink: true });
    const isThere = existsSync(path) || existsSync(`${path}-files`);
    const aside = isThere ? await moveAside(path, plan.now) : null;
    if (existsSync(to)) renameSync(to, `${path}-files`);
    renameSync(trial, path);
    return { ...restored, file: path, aside, milliseconds: performance.now() - started };
  } finally {
    for (const end of ['', '-wal', '-shm', '-acknowledged']) rmSync(trial + end, { force: true });
    rmSync(`${trial}-files`, { recursive: true, force: true });
  }
}

/** What no seal covers (accounts, drafts) is covered by the hash that was noted when the backup was made. */
function refuseUnlikeNote(from: string, trial: string): void {
  const note = readNote(from);
  if (note === null || note.sha256 === fileHash(trial)) return;
  throw new DatabaseRefusal(
    `备份 ${from} 与制作时记录的不同（损坏或被改动），未作任何改动。请使用另一份备份。\n` +
      `The backup ${from} is not what was noted when it was made: damaged or altered. Nothing was changed; take another one.`,
  );
}

function altered(from: string, { seals }: Proof): DatabaseRefusal {
  return new DatabaseRefusal(
    [
      `备份 ${from} 与封印不符（${seals.differing} 处），未作任何改动。仍要恢复：npm run restore -- --even-altered FILE`,
      `The backup ${from} is not as it was sealed (${seals.differing}); nothing was changed. ` +
        'To restore it all the same: npm run restore -- --even-altered FILE',
      ...seals.words.flatMap(({ zh, en }) => [`- ${zh}`, `  ${en}`]),
    ].join('\n'),
  );
}

/** A drill: restores into a place of its own, proves it and takes it away again. */
export async function drillRestore(from: string, into: string, plan: RestorePlan): Promise<Restored> {
  const path = join(into, basename(from));
  const restored = await restoreBackup(`file:${path}`, from, plan);
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
