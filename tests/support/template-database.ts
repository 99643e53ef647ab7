import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase, type Database } from '#db/database.ts';
import { migrate } from '#db/migrate.ts';
import { loadDemonstration, loadReference } from '#seeds/load.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database with the demonstration in it, to be copied: an SQLite file, or an address of PostgreSQL. */
    templateDatabase: string;
    /** The address of a database of PostgreSQL without anything in it, to be copied. */
    emptyDatabase: string;
  }
}

/** When the template was loaded: a morning of the demonstration's October, four days after the interview. */
export const templateNow = new Date('2020-10-19T01:00:00Z');

/** Makes the template once for all test files of a project; removes it when they are done. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'xushi-template-'));
  const file = join(folder, 'template.db');
  const database = await openDatabase({ address: `file:${file}` });
  await fillTemplate(database);
  await database.close();
  project.provide('templateDatabase', file);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Brings a new database to what every test begins with. */
export async function fillTemplate(database: Database): Promise<void> {
  await migrate(database);
  await loadReference(database, templateNow);
  await loadDemonstration(database, { now: templateNow });
}
