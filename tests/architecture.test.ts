/** Holds the house to its plan: who may import whom, no cycles, no barrels, no dumping grounds, files of a readable size. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  againstTheLayers,
  againstTheRooms,
  againstTheTable,
  firstCycle,
  importsOf,
  serverInTheWeb,
} from '#tests/support/import-laws.ts';

const root = join(import.meta.dirname, '..');
const code = globSync(['api/**/*.ts', 'db/**/*.ts', 'seeds/**/*.ts', 'web/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}'], {
  cwd: root,
})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.startsWith('web/dist/') && !path.startsWith('tests/.output/'))
  .toSorted();

const imports = code.flatMap((path) => importsOf(path, readFileSync(join(root, path), 'utf8')));

describe('the import table', () => {
  it('has found the imports', () => {
    expect(imports).toContainEqual({ from: 'api/server/run.ts', to: 'api/server/app.ts', typeOnly: false });
    expect(new Set(imports.map(({ from }) => from.split('/')[0]))).toEqual(
      new Set(['api', 'db', 'seeds', 'web', 'tests']),
    );
  });

  it('lets every file import only what its layer may', () => {
    expect(againstTheTable(imports)).toEqual([]);
  });

  it('lets every room of the api know only those below it', () => {
    expect(againstTheRooms(imports)).toEqual([]);
  });

  it('keeps the server out of the web', () => {
    expect(serverInTheWeb(imports)).toEqual([]);
  });

  it('lets every layer of the web know only those below it, and no feature another', () => {
    expect(againstTheLayers(imports)).toEqual([]);
  });

  it('has no cycles', () => {
    expect(firstCycle(imports)).toEqual([]);
  });
});

describe('accounts and sessions', () => {
  it('are changed in one place each, which tells every process to forget what it keeps of them', () => {
    const changes = /\.(update|delete)\((accounts|sessions)\)(?:(?!\n\}\n)[\s\S])*?\n\}\n/g;
    const product = code.filter((path) => /^(api|db)\//.test(path));
    const found = product.flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(changes)].map(([text]) => ({ path, text })),
    );
    // The use of a session changes nothing that a process could be wrong about for longer than a minute.
    const silent = found.filter(({ text }) => !text.includes('raiseAccess(tx)') && !text.includes('{ lastSeenAt }'));
    expect(new Set(found.map(({ path }) => path))).toEqual(new Set(['db/accounts.ts', 'db/sessions.ts']));
    expect(silent).toEqual([]);
  });
});

describe('a merge', () => {
  it('is finished: no file has both sides of it left', () => {
    const texts = [...code, ...globSync('{,*/}*.md', { cwd: root }).filter((path) => !path.startsWith('node_modules'))];
    const unfinished = texts.filter((path) => /^(<{7}|>{7}) /m.test(readFileSync(join(root, path), 'utf8')));
    expect(unfinished).toEqual([]);
    expect(globSync('{api,db,seeds,tests,web}/**/*.{orig,rej}', { cwd: root })).toEqual([]);
  });
});

describe('the layout', () => {
  it('has no barrels and no dumping grounds', () => {
    const bad = code.filter((path) => /(^|\/)(index\.tsx?|utils?|helpers?|common|misc)(\/|\.tsx?$|$)/.test(path));
    expect(bad).toEqual([]);
  });

  it('names files and folders in kebab-case', () => {
    expect(code.filter((path) => !/^[a-z0-9.-]+(\/[a-z0-9.-]+)*$/.test(path))).toEqual([]);
  });

  it('keeps every file under 300 lines', () => {
    const long = code
      .map((path) => `${readFileSync(join(root, path), 'utf8').split('\n').length} ${path}`)
      .filter((line) => Number.parseInt(line, 10) > 300);
    expect(long).toEqual([]);
  });

  it('has nothing at the top but the agreed entries', () => {
    const agreed = new Set([
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'drizzle.config.ts',
      'api',
      'web',
      'db',
      'seeds',
      'tests',
      'README.md',
      'LICENSE',
      'node_modules',
      'data',
    ]);
    const entries = globSync('*', { cwd: root }).filter((name) => !name.startsWith('.'));
    expect(entries.filter((name) => !agreed.has(name))).toEqual([]);
  });

  it('reads the environment in the commands and in the choice of the engine alone', () => {
    const readers = code.filter(
      (path) => /^(api|db|seeds)\//.test(path) && readFileSync(join(root, path), 'utf8').includes('process.env'),
    );
    const commands = ['backup', 'create-administrator', 'main', 'move-end', 'move', 'restore', 'verify', 'with-build'];
    expect(readers).toEqual([...commands.map((name) => `api/server/${name}.ts`), 'db/dialect/chosen.ts']);
  });

  it('writes in commands alone, but for what is named here', () => {
    const writers = code.filter(
      (path) => path.startsWith('api/') && /\bdatabase\s*\.write\b/.test(readFileSync(join(root, path), 'utf8')),
    );
    // The reasons stand in api/README.md.
    expect(writers).toEqual([
      'api/command.ts',
      'api/http/data-version.ts',
      'api/http/problems.ts',
      'api/http/session-use.ts',
      'api/http/token-reader.ts',
      'api/server/jobs.ts',
      'api/server/metrics.ts',
      'api/server/moving.ts',
      'api/server/open-office.ts',
    ]);
  });

  it('takes the time from the clock alone', () => {
    const readers = code.filter(
      (path) =>
        /^(api|db|seeds)\//.test(path) && /Date\.now\(\)|new Date\(\)/.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(
      readers.filter(
        // The list of what was acknowledged is read beside the machine's own clock, by whoever looks for what is missing.
        (path) =>
          ![
            'api/server/main.ts',
            'api/server/clock.ts',
            'api/server/create-administrator.ts',
            'db/dialect/sqlite-acknowledged.ts',
          ].includes(path),
      ),
    ).toEqual([]);
  });
});
