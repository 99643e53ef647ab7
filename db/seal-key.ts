/** The key of an office's seals: given to the start, or a file of its own beside the database, made when it is first needed. */
import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { engineOf } from './dialect/address.ts';
import { DatabaseRefusal } from './dialect/refusal.ts';

/** Gives the key, 32 bytes; makes its file where there is none. @throws DatabaseRefusal where the file holds no key */
export type SealKey = () => KeyObject;

const form = /^[0-9a-f]{64}$/i;

/** The file that keeps the key of a database; null where the database itself is only in memory. */
export async function sealKeyFile(address: string): Promise<string | null> {
  if (address === 'pglite:memory') return null;
  if (address.startsWith('pglite:')) return `${address.slice('pglite:'.length)}-key`;
  if (engineOf(address) === 'postgres') return join('data', 'seal.key');
  // Loads the driver of SQLite, which a server of PostgreSQL need not have.
  const { pathOf } = await import('./dialect/sqlite-file.ts');
  return `${pathOf(address)}-key`;
}

/** The key for a database: the given one, else that of its file. Nothing is read or made before it is asked for. */
export async function sealKeyOf(address: string, given: string | null): Promise<SealKey> {
  const file = given === null ? await sealKeyFile(address) : null;
  // A prepared key: with its bytes alone each code takes five times as long.
  let key: KeyObject | null = null;
  return () => (key ??= createSecretKey(given !== null ? Buffer.from(given, 'hex') : keyBytes(file)));
}

/** The key that seals of a database were made with, 64 hex digits; null where its file is not there. None is made. */
export async function knownSealKey(address: string, given: string | null): Promise<string | null> {
  if (given !== null) return given;
  const file = await sealKeyFile(address);
  return file !== null && existsSync(file) ? keyBytes(file).toString('hex') : null;
}

function keyBytes(file: string | null): Buffer {
  if (file === null) return randomBytes(32);
  if (!existsSync(file)) makeFile(file);
  const text = readFileSync(file, 'utf8').trim();
  if (!form.test(text)) {
    throw new DatabaseRefusal(`${file} does not hold the key of the seals (64 hex digits). Put the right file back.`);
  }
  return Buffer.from(text, 'hex');
}

/** Whole or not at all, and on the disk before anything is sealed; where another process was first, its key stands. */
function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  const handle = openSync(own, 'w', 0o600);
  try {
    writeSync(handle, `${randomBytes(32).toString('hex')}\n`);
    fsyncSync(handle);
    linkSync(own, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    closeSync(handle);
    rmSync(own, { force: true });
  }
}
