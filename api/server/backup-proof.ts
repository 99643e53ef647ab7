/** What shows that a copy can be relied on: it opens as a start would open it, every row reads, and its seals fit. */
import { hash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openDatabase, type Database } from '#db/database.ts';
import { newestAuditInstant } from '#db/audit.ts';
import { listKeptFiles } from '#db/attachments.ts';
import { DatabaseRefusal } from '#db/dialect/refusal.ts';
import { rowsOf, tableNames } from '#db/every-row.ts';
import { migrate, migrationsFolder, readMigrations } from '#db/migrate.ts';
import { verifySeals } from '#db/verification.ts';
import { wordsOf } from '../health/finding-words.ts';
import type { KeptFile } from '../http/file-store.ts';
import type { Bilingual } from '../http/shapes.ts';

/** How a copy fits its seals. */
export interface SealProof {
  readonly seals: number;
  /** How many things are not as they were sealed; 0 in a good copy. */
  readonly differing: number;
  /** The first of them. */
  readonly words: readonly Bilingual[];
  /** False where the key was not at hand: contents were compared, but a forger's own seals would not show. */
  readonly isKeyKnown: boolean;
}

/** What a copy holds, as a person can compare it. */
export interface Proof {
  readonly bytes: number;
  readonly rows: number;
  /** When the newest change in it was made, by the office's clock; null in an office where nothing has happened. */
  readonly newest: string | null;
  readonly seals: SealProof;
  /** The attached files that its rows refer to. */
  readonly kept: readonly KeptFile[];
}

/**
 * Opens a copy as a start would, reads every row and compares everything with its seals. One of an older version is proved
 * on a copy that is brought to this version, as its start would.
 * @param sealKey 64 hex digits, or null where the key is not at hand
 * @throws DatabaseRefusal where it cannot be relied on
 */
export function proveBackup(file: string, sealKey: string | null): Promise<Proof> {
  return prove(file, sealKey, true);
}

async function prove(file: string, sealKey: string | null, hasSeals: boolean): Promise<Proof> {
  if (!existsSync(file)) throw new DatabaseRefusal(`There is no file ${file} 没有该文件.`);
  const { size: bytes } = statSync(file);
  // A key that fits nothing stands in for the missing one, so that none is made beside the copy.
  const key = sealKey ?? randomBytes(32).toString('hex');
  const database = await openDatabase({ address: `file:${file}`, sealKey: key });
  try {
    await database.check();
    if (await isOlder(database)) return await proveMigrated(file, sealKey);
    let rows = 0;
    for (const name of tableNames()) rows += (await rowsOf(database.reader, name)).length;
    const newest = (await newestAuditInstant(database.reader)) ?? null;
    const seals = hasSeals ? await proveSeals(database, sealKey !== null) : noSeals;
    return { bytes, rows, newest, seals, kept: await listKeptFiles(database.reader) };
  } finally {
    await database.close();
    for (const end of ['-wal', '-shm', '-acknowledged']) rmSync(file + end, { force: true });
  }
}

async function isOlder(database: Database): Promise<boolean> {
  return (await database.migrations.applied()).length < readMigrations(migrationsFolder(database.engine)).length;
}

async function proveMigrated(file: string, sealKey: string | null): Promise<Proof> {
  const folder = mkdtempSync(join(dirname(file), 'older-'));
  try {
    const copy = join(folder, 'copy.db');
    await copyFile(file, copy);
    const { applied } = await migrate(`file:${copy}`);
    // What was there before there were seals is sealed by the start, as it stands.
    return await prove(copy, sealKey, !applied.some((name) => name.endsWith('_seals')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const noSeals: SealProof = { seals: 0, differing: 0, words: [], isKeyKnown: true };

async function proveSeals({ reader }: Database, isKeyKnown: boolean): Promise<SealProof> {
  const { seals, findings, total } = await verifySeals(reader);
  const told = findings.filter(({ kind }) => isKeyKnown || kind !== 'key');
  const differing = total - (findings.length - told.length);
  return { seals, differing, words: await wordsOf(reader, told.slice(0, 20)), isKeyKnown };
}

/** The SHA-256 of a file, in hex. */
export function fileHash(file: string): string {
  return hash('sha256', readFileSync(file), 'hex');
}
