/** Which test files run on both engines: a rule that left one out too many would hide what PostgreSQL does otherwise. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canOpenDatabase, withoutDatabase } from './support/database-reach.ts';

const root = join(import.meta.dirname, '..');

/** Whether the first of these files can open a database, where each has this text. */
const canOpen = (files: Readonly<Record<string, string>>): boolean =>
  canOpenDatabase(Object.keys(files)[0] ?? '', (path) => files[path] ?? null);

describe('canOpenDatabase', () => {
  it.each([
    ["import { openDatabase } from '#db/database.ts';"],
    ["import { run } from './support/program.ts';"],
    ["const { openDatabase } = await import('#db/database.ts');"],
    ["export { openDatabase } from '#db/database.ts';"],
  ])('sees %s', (text) => {
    expect(canOpen({ 'tests/a.test.ts': `${text}\n` })).toBe(true);
  });

  it('sees what an imported file imports, through a circle too', () => {
    const files = {
      'tests/a.test.ts': "import { b } from './b.ts';\n",
      'tests/b.ts': "import { c } from './c.ts';\n",
      'tests/c.ts': "import { b } from './b.ts';\nimport { openDatabase } from '#db/database.ts';\n",
    };
    expect(canOpen(files)).toBe(true);
    expect(canOpen({ ...files, 'tests/c.ts': "import { b } from './b.ts';\n" })).toBe(false);
  });

  it('takes no notice of types', () => {
    expect(canOpen({ 'tests/a.test.ts': "import type { Database } from '#db/database.ts';\n" })).toBe(false);
  });
});

describe('the test files of the API', () => {
  const files = globSync('tests/api/**/*.test.ts', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  const without = withoutDatabase('tests/api/**/*.test.ts');

  it('are left out on PostgreSQL only where none of the words is in them by which a test gets a database', () => {
    const words = /\b(demoApp|listeningApp|demonstrationCopy|newAddress|emptyDatabase|openDatabase)\b/;
    expect(without.filter((path) => words.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });

  it('are most of them kept, and those of pure functions not', () => {
    expect(without).toContain('tests/api/figure-text.test.ts');
    expect(without).not.toContain('tests/api/standings.test.ts');
    expect(without.length).toBeLessThan(files.length / 2);
  });
});
