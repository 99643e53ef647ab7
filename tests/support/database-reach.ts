/** Which test files can open a database: those alone differ between the engines. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf } from './import-laws.ts';

const root = join(import.meta.dirname, '../..');

/** What opens a database: the one way the product has, and starting the product itself. */
const openers = new Set(['db/database.ts', 'tests/support/program.ts']);

/** The text of a file of this project, by its path from the root; null where it is a package. */
export type Read = (path: string) => string | null;

export const readFile: Read = (path) =>
  /^(api|db|seeds|web|tests)\/.*\.tsx?$/.test(path) ? readFileSync(join(root, path), 'utf8') : null;

/** Whether a file comes to an opener by its imports and theirs; types are gone before anything runs. */
export function canOpenDatabase(file: string, read: Read = readFile): boolean {
  const reached = new Set([file]);
  // A set hands out what is added while it is walked through.
  for (const path of reached) {
    if (openers.has(path)) return true;
    for (const { to, typeOnly } of importsOf(path, read(path) ?? '')) if (!typeOnly) reached.add(to);
  }
  return false;
}

/** The test files that a pattern names and that never open a database. */
export const withoutDatabase = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !canOpenDatabase(path))
    .toSorted();
