/** Builds the web into web/dist; with `--if-needed` only where the sources differ from those of the last build. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const stamp = join(import.meta.dirname, 'dist', '.sources');

function sourcesHash(): string {
  const files = globSync(['web/**/*', 'api/**/*.ts', 'package-lock.json'], { cwd: root, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => !path.startsWith(join(import.meta.dirname, 'dist')))
    .toSorted();
  const hash = createHash('sha256');
  for (const path of files) hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function builtFrom(): string | null {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return null;
  }
}

const sources = sourcesHash();
if (!process.argv.includes('--if-needed') || builtFrom() !== sources) {
  await build({ configFile: join(import.meta.dirname, 'vite.config.ts'), logLevel: 'warn' });
  writeFileSync(stamp, sources);
}
