import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { temporaryFolder } from '#tests/support/database.ts';

/** A file of SQLite that holds the demonstration, in this folder or in one that is removed with the test file. */
export function demonstrationFile(folder: string = temporaryFolder()): string {
  const file = join(folder, 'office.db');
  copyFileSync(inject('templateDatabase'), file);
  return file;
}
