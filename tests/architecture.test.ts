/** Holds the house to its plan: who may import whom, no cycles, no barrels, no dumping grounds, files of a readable size. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const code = globSync(['api/**/*.ts', 'db/**/*.ts', 'seeds/**/*.ts', 'web/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}'], {
  cwd: root,
})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.startsWith('web/dist/') && !path.startsWith('tests/.output/'))
  .toSorted();

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\s+from\s+)?'([^']+)'|import\('([^']+)'\)/gm;

/** Imports as paths from the root; packages keep their names. */
const imports: readonly Import[] = code.flatMap((from) =>
  [...readFileSync(join(root, from), 'utf8').matchAll(statement)].map((match) => ({
    from,
    to: resolve(from, match[2] ?? match[3] ?? ''),
    typeOnly: match[1] !== undefined,
  })),
);

function resolve(from: string, name: string): string {
  if (name === '#db/dialect') return 'db/dialect/chosen.ts';
  if (name.startsWith('#')) return name.slice(1);
  return name.startsWith('.') ? normalize(join(dirname(from), name)).replaceAll('\\', '/') : name;
}

const browserSafe =
  /^api\/(measures\/[^/]+|[^/]+\/(contract|lifecycle)|http\/(endpoint|problem|shapes)|submissions\/(figure-text|hints|preview))\.ts$/;

interface Law {
  readonly files: RegExp;
  readonly may: readonly RegExp[];
  readonly typesToo?: readonly RegExp[];
}

/** The table: the first law whose `files` fits a file says what it may import; `typesToo` may be imported as types alone. */
const laws: readonly Law[] = [
  { files: /^api\/measures\//, may: [/^api\/measures\//] },
  { files: browserSafe, may: [browserSafe, /^zod$/] },
  {
    files: /^db\//,
    may: [/^db\//, /^drizzle-(orm|kit)/, /^better-sqlite3$/, /^pg$/, /^@electric-sql\/pglite/, /^node:/, /^zod$/],
    typesToo: [/^api\/measures\/vocabulary\.ts$/, /^api\/http\/shapes\.ts$/, /^api\/[^/]+\/contract\.ts$/],
  },
  {
    files: /^seeds\//,
    may: [
      /^seeds\//,
      /^db\//,
      /^api\/measures\//,
      browserSafe,
      /^api\/people\/password\.ts$/,
      /^api\/[a-z-]+\.ts$/,
      /^node:/,
      /^drizzle-orm/,
    ],
  },
  { files: /^api\/[^/]+\/routes\.ts$/, may: [/^api\//, /^fastify$/, /^@fastify\//, /^node:/], typesToo: [/^db\//] },
  { files: /^api\/(main|run|app|open-office)\.ts$/, may: [/./] },
  { files: /^api\/http\//, may: [/^api\//, /^db\//, /^fastify/, /^@fastify\//, /^node:/, /^zod$/, /^openapi-types$/] },
  { files: /^api\//, may: [/^api\//, /^db\//, /^node:/, /^zod$/], typesToo: [/^fastify$/] },
  { files: /^web\/(build|vite\.config)\.ts$/, may: [/./] },
  { files: /^web\//, may: [/^web\//, browserSafe, /^@?[a-z]/], typesToo: [] },
  { files: /^tests\//, may: [/./] },
];

const forbiddenToWeb = /^(fastify|drizzle-orm|better-sqlite3|pg|node:|zod$)/;

const pageOf = (path: string) => /^web\/pages\/([^/]+)\//.exec(path)?.[1];

describe('the import table', () => {
  it('lets every file import only what its layer may', () => {
    const broken = imports.filter(({ from, to, typeOnly }) => {
      const law = laws.find(({ files }) => files.test(from));
      if (law === undefined) return true;
      return ![...law.may, ...(typeOnly ? (law.typesToo ?? []) : [])].some((allowed) => allowed.test(to));
    });
    expect(broken.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('keeps the server out of the web', () => {
    const broken = imports.filter(
      ({ from, to }) =>
        from.startsWith('web/') &&
        !/^web\/(build|vite\.config)\.ts$/.test(from) &&
        (forbiddenToWeb.test(to) || (/^(api|db|seeds|tests)\//.test(to) && !browserSafe.test(to))),
    );
    expect(broken.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('lets no page import another page', () => {
    const broken = imports.filter(
      ({ from, to }) => pageOf(from) !== undefined && pageOf(to) !== undefined && pageOf(from) !== pageOf(to),
    );
    expect(broken.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('has no cycles', () => {
    const edges = Map.groupBy(
      imports.filter(({ typeOnly }) => !typeOnly),
      ({ from }) => from,
    );
    const done = new Set<string>();
    const walk = (file: string, path: readonly string[]): readonly string[] | null => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return null;
      for (const { to } of edges.get(file) ?? []) {
        const cycle = walk(to, [...path, file]);
        if (cycle !== null) return cycle;
      }
      done.add(file);
      return null;
    };
    expect(code.map((file) => walk(file, [])).find((cycle) => cycle !== null) ?? []).toEqual([]);
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
    // All tables stand in one file on purpose: two engines' migrations are generated from it.
    const long = code
      .filter((path) => path !== 'db/schema.ts')

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
    expect(readers).toEqual(['api/main.ts', 'api/people/create-administrator.ts', 'db/dialect/chosen.ts']);
  });

  it('takes the time from the clock alone', () => {
    const readers = code.filter(
      (path) =>
        /^(api|db|seeds)\//.test(path) && /Date\.now\(\)|new Date\(\)/.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(
      readers.filter((path) => !['api/main.ts', 'api/clock.ts', 'api/people/create-administrator.ts'].includes(path)),
    ).toEqual([]);
  });
});
