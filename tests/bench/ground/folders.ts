import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyOffice } from '#tests/support/office-file.ts';

// On the project's own disk: where a temporary folder is kept in memory, writing durably costs nothing.
const ground = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'bench');
const folders: string[] = [];

/** A folder on the project's own disk that is removed when the run ends. */
export function benchFolder(): string {
  mkdirSync(ground, { recursive: true });
  const folder = mkdtempSync(join(ground, 'run-'));
  folders.push(folder);
  return folder;
}

/** Removes every folder of this run. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A copy of a database that nobody has open. */
export function copyOf(file: string): string {
  const copy = join(benchFolder(), 'copy.db');
  copyOffice(file, copy);
  return copy;
}
