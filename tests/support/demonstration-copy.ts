import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { engine } from '#db/dialect';
import { atFileEnd } from './file-end.ts';
import { copyOffice } from './office-file.ts';
import type { RestorableDatabase } from './restorable-database.ts';

/** A test's own database with the demonstration in it. */
export interface DemonstrationCopy {
  /** Where it lies; may be opened more than once. */
  readonly address: string;
  /** Gives it back when everybody who opened it has closed it. */
  release(): void;
}

/** They live as long as the worker, whose test files all use them. */
const free: RestorableDatabase[] = [];

/**
 * The demonstration, for one test. SQLite: a copied file. PostgreSQL: a database of the worker, put back to what it
 * was before each test, because making one is slow; a test that asks for two at once gets two.
 */
export async function demonstrationCopy(): Promise<DemonstrationCopy> {
  const template = inject('templateDatabase');
  if (engine === 'sqlite') return copiedFile(template);
  const database = free.pop() ?? (await makeRestorable(template));
  await database.restore();
  return { address: database.address, release: () => free.push(database) };
}

/** The address of a new database without anything in it, on the engine under test; gone when the test file ends. */
export async function newAddress(): Promise<string> {
  if (engine === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'xushi-new-'));
    atFileEnd(() => rmSync(folder, { recursive: true, force: true }));
    return `file:${join(folder, 'xushi.db')}`;
  }
  const { copyOf } = await import('./postgres-places.ts');
  const place = await copyOf(inject('emptyDatabase'));
  atFileEnd(place.remove);
  return place.address;
}

function copiedFile(template: string): DemonstrationCopy {
  const folder = mkdtempSync(join(tmpdir(), 'xushi-app-'));
  const file = join(folder, 'test.db');
  copyOffice(template, file);
  return { address: `file:${file}`, release: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Loaded when needed: the drivers of PostgreSQL would cost every test file of SQLite their loading. */
async function makeRestorable(template: string): Promise<RestorableDatabase> {
  const { restorableCopy } = await import('./restorable-database.ts');
  return restorableCopy(template);
}
