/** A copy of the project with sabotages built into it, where the tests are run; the project itself is never touched. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { withSwitches } from './mutants.ts';
import type { Drawn } from './draw.ts';

const root = join(import.meta.dirname, '../..');

/** Programs that tests start as processes of their own; there the switch must be the first thing that is loaded. */
const programs = ['api/server/main.ts', 'api/server/create-administrator.ts'];

const config = `import './tests/mutate/switch.ts';
import own from './tests/vitest.config.ts';
export default { ...own, test: { ...own.test, setupFiles: ['tests/mutate/setup.ts'] } };
`;

export interface Copy {
  readonly folder: string;
  remove(): void;
}

/** Copies what git knows, links the libraries, writes the switches and builds the web. */
export function copyWith(drawn: readonly Drawn[]): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'xushi-mutate-'));
  const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const path of listed.stdout.split('\n').filter((line) => line !== '')) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [file, mutants] of Map.groupBy(drawn, (one) => one.file)) {
    const source = readFileSync(join(root, file), 'utf8');
    writeFileSync(join(folder, file), withSwitches(source, new Map(mutants.map((one) => [one.id, one]))));
  }
  for (const program of programs) {
    const path = join(folder, program);
    writeFileSync(path, `import '#tests/mutate/switch.ts';\n${readFileSync(path, 'utf8')}`);
  }
  writeFileSync(join(folder, 'mutate.config.ts'), config);
  const built = spawnSync(process.execPath, ['web/build.ts'], { cwd: folder, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the web with its switches could not be built');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
