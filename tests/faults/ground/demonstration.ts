import { join } from 'node:path';
import { inject } from 'vitest';
import { temporaryFolder } from '#tests/support/database.ts';
import { copyOffice } from '#tests/support/office-file.ts';

/** A file of SQLite that holds the demonstration, in this folder or in one that is removed with the test file. */
export function demonstrationFile(folder: string = temporaryFolder()): string {
  const file = join(folder, 'office.db');
  copyOffice(inject('templateDatabase'), file);
  return file;
}
