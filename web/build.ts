/** Builds the web into web/dist; with `--if-needed` only where the sources differ from those of the last build. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

/**
 * Builds, or says in a sentence what the person who installs has to do and gives false.
 * @throws Error where the sources cannot be built
 */
async function built(sources: string): Promise<boolean> {
  try {
    // Loaded only where it is needed: it takes longer than the look whether it is.
    const { build } = await import('vite');
    // The pages are served as they are built, whatever the program runs as.
    process.env['NODE_ENV'] = 'production';
    await build({ configFile: join(import.meta.dirname, 'vite.config.ts'), logLevel: 'warn' });
    writeFileSync(stamp, sources);
    return true;
  } catch (error) {
    const way = ways[codeOf(error)];
    if (way === undefined) throw error;
    console.error(way);
    return false;
  }
}

const notInstalled =
  '页面尚未构建，且构建所需的软件包未安装：请运行 npm ci && npm run build，然后重新启动。\n' +
  'The pages are not built, and the packages that build them are not installed: run npm ci && npm run build, then start again.';
const notWritable =
  '页面尚未构建，而本程序无权写入 web/dist：请以该文件夹所有者的身份运行 npm run build，然后重新启动。\n' +
  'The pages are not built, and web/dist cannot be written: run npm run build as the owner of the folder, then start again.';

const ways: Readonly<Record<string, string>> = {
  ERR_MODULE_NOT_FOUND: notInstalled,
  EACCES: notWritable,
  EPERM: notWritable,
  EROFS: notWritable,
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const sources = sourcesHash();
const isBuilt = process.argv.includes('--if-needed') && builtFrom() === sources;
if (!isBuilt && !(await built(sources))) process.exitCode = 1;
