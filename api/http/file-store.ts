/** Files that rows refer to: on the disk beside the database, each under a random name, never changed once they are there. */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { engineOf } from '#db/dialect/address.ts';

/** A file's name in the store: 128 random bits. Nobody who is not told it can guess it. */
export const fileName = /^[0-9a-f]{32}$/;

/** What a stop in the middle of keeping one leaves behind. */
const unfinishedName = /^[0-9a-f]{32}\.part$/;

/** What a row says of its file. */
export interface KeptFile {
  readonly id: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file as it lies there, and how long ago it was put there by the clock of the disk. */
export interface StoredFile {
  readonly id: string;
  readonly ageMs: number;
}

export interface FileStore {
  readonly folder: string;
  /** Copies a file in and pushes it and its name to the disk, so that a row may refer to it from then on. */
  keep(from: string): Promise<string>;
  read(id: string): Readable;
  /** Takes a file away; nothing happens where there is none. */
  remove(id: string): Promise<void>;
  /** Every file, unfinished ones too, whose names are of no row. */
  list(): Promise<readonly StoredFile[]>;
  /** What is wrong with a file: it is gone, or its content is another; null where it is as its row says. */
  fault(file: KeptFile): Promise<'missing' | 'altered' | null>;
}

/** The folder of the files of a database: beside a file of SQLite, in `data` for a server of PostgreSQL. */
export async function filesFolder(address: string): Promise<string> {
  if (address === 'pglite:memory') return join(tmpdir(), `xushi-files-${randomBytes(8).toString('hex')}`);
  if (address.startsWith('pglite:')) return `${address.slice('pglite:'.length)}-files`;
  // Two databases of one server have two folders, so that neither takes the other's files for nobody's.
  if (engineOf(address) === 'postgres') {
    const { hostname, pathname } = new URL(address);
    return join('data', `${`${hostname}${pathname}`.replaceAll(/[^0-9A-Za-z.-]/g, '-')}-files`);
  }
  // Loads the driver of SQLite, which a server of PostgreSQL need not have.
  const { pathOf } = await import('#db/dialect/sqlite-file.ts');
  return `${pathOf(address)}-files`;
}

/** The store in a folder, which is made with the first file. */
export function fileStore(folder: string): FileStore {
  const pathOf = (id: string): string => join(folder, fileIn(id));
  return {
    folder,
    keep: async (from) => {
      const id = randomBytes(16).toString('hex');
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await putDurably(from, pathOf(id));
      return id;
    },
    read: (id) => createReadStream(pathOf(id)),
    remove: (id) => rm(join(folder, unfinishedName.test(id) ? id : fileIn(id)), { force: true }),
    list: () => listFiles(folder),
    fault: (file) => faultOf(pathOf(file.id), file),
  };
}

/** A name of the store as it is. @throws Error for any other text, so that none is ever taken for a path */
function fileIn(id: string): string {
  if (!fileName.test(id)) throw new Error(`${id} is no name of a file here`);
  return id;
}

/** Under another name first, so that a name of the store never stands for half a file. */
async function putDurably(from: string, to: string): Promise<void> {
  const unfinished = `${to}.part`;
  try {
    await copyFile(from, unfinished);
    await sync(unfinished);
    await rename(unfinished, to);
    await sync(dirname(to));
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function listFiles(folder: string): Promise<readonly StoredFile[]> {
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) return [];
  const now = await diskTime(folder);
  const found: StoredFile[] = [];
  for (const name of names.filter((name) => fileName.test(name) || unfinishedName.test(name))) {
    const about = await stat(join(folder, name)).catch(() => null);
    // One that went meanwhile is none.
    if (about?.isFile() === true) found.push({ id: name, ageMs: now - about.mtimeMs });
  }
  return found;
}

/** The disk's own time: neither the office's clock nor the machine's need be the one that files are dated by. */
async function diskTime(folder: string): Promise<number> {
  const marker = join(folder, `.now-${randomBytes(4).toString('hex')}`);
  const handle = await open(marker, 'w', 0o600);
  try {
    return (await handle.stat()).mtimeMs;
  } finally {
    await handle.close();
    await rm(marker, { force: true });
  }
}

async function faultOf(path: string, { bytes, sha256 }: KeptFile): Promise<'missing' | 'altered' | null> {
  const about = await stat(path).catch(() => null);
  if (about === null) return 'missing';
  return about.size === bytes && (await sha256Of(path)) === sha256 ? null : 'altered';
}

async function sha256Of(path: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(path), digest);
  return digest.digest('hex');
}

/**
 * Brings files from one folder to another, as links where both are on one disk and `mayLink` says so: a file of the store
 * never changes. Returns those that did not arrive as their rows say, which are then not there.
 */
export async function takeAlong(
  files: readonly KeptFile[],
  from: string,
  to: string,
  { mayLink }: { readonly mayLink: boolean },
): Promise<readonly KeptFile[]> {
  if (files.length === 0) return [];
  await mkdir(to, { recursive: true, mode: 0o700 });
  const failed: KeptFile[] = [];
  for (const file of files) {
    if (!fileName.test(file.id) || !(await arrives(file, from, to, mayLink))) failed.push(file);
  }
  await sync(to);
  return failed;
}

async function arrives(file: KeptFile, from: string, to: string, mayLink: boolean): Promise<boolean> {
  const [source, target] = [join(from, file.id), join(to, file.id)];
  if ((await faultOf(target, file)) === null) return true;
  await rm(target, { force: true });
  const isLinked = mayLink && (await worked(link(source, target)));
  if (!isLinked) await worked(putDurably(source, target));
  if ((await faultOf(target, file)) === null) return true;
  await rm(target, { force: true });
  return false;
}

const worked = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );
