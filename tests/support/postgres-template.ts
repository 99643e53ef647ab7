import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { copyOf, newPlace } from './postgres-places.ts';

/** Makes the template of PostgreSQL once for all test files of a project; removes it when they are done. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const empty = await newPlace(project.config.env['DATABASE_URL'] ?? '');
  const template = await copyOf(empty.address);
  // The tables are of the engine that the address names when the process starts, and this process is of SQLite.
  const program = fileURLToPath(new URL('./make-postgres-template.ts', import.meta.url));
  // Compiled once only, as in the test files: nothing here runs long enough to be worth a second time.
  execFileSync(process.execPath, ['--liftoff-only', program], {
    env: { PATH: process.env['PATH'], DATABASE_URL: template.address },
    stdio: 'inherit',
  });
  project.provide('emptyDatabase', empty.address);
  project.provide('templateDatabase', template.address);
  return async () => {
    await template.remove();
    await empty.remove();
  };
}
