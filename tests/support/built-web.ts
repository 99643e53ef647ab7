import { spawnSync } from 'node:child_process';

/** Builds the web once before the browser's tests, where its sources changed since the last build. */
export function setup(): void {
  const built = spawnSync('node', ['web/build.ts', '--if-needed'], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the web could not be built');
}
