import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#db/database.ts';
import { migrate } from '#db/migrate.ts';
import { loadDemonstration, loadReference } from '#seeds/load.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated SQLite file with the demonstration in it, to be copied. */
    templateDatabase: string;
  }
}

/** When the template was loaded: a morning of the demonstration's October, four days after the meeting. */
export const templateNow = new Date('2020-10-19T01:00:00Z');

/** Makes the template once for all test files of a project; removes it when they are done. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'xushi-template-'));
  const file = join(folder, 'template.db');
  const database = await openDatabase({ address: `file:${file}` });
  await migrate(database);
  await loadReference(database, templateNow);
  await loadDemonstration(database, { now: templateNow });
  await database.close();
  project.provide('templateDatabase', file);
  return () => rmSync(folder, { recursive: true, force: true });
}
