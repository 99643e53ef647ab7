/** Runs the tests of a sabotaged copy: once with nothing switched on, then for one sabotage after the other. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Drawn } from './draw.ts';

export interface Verdict {
  readonly noticed: boolean;
  /** The test file that noticed, or why none did. */
  readonly by: string;
}

/** Scans of whole pages for accessibility: slow, and hardly ever the only ones to notice. */
const leftOut = 'tests/browser/accessibility.test.ts';

const isOfPostgres = (file: string): boolean => /postgres|pglite/.test(file);

const isOfBrowser = (name: string): boolean => name.startsWith('tests/browser/');

/** One test file of a run, as vitest reports it. */
interface Result {
  readonly name: string;
  readonly status: string;
  readonly startTime: number;
  readonly endTime: number;
}

/** What the dry run showed: which test files reach a sabotage, by its number, and how long each file takes. */
export interface Reach {
  readonly files: ReadonlyMap<number, ReadonlySet<string>>;
  readonly milliseconds: ReadonlyMap<string, number>;
}

interface Run {
  readonly ended: 'passed' | 'failed' | 'timeout';
  readonly results: readonly Result[];
}

/**
 * Runs everything, or the test files whose path contains `tests`, once with all switches off. A file that fails even then
 * can say nothing about sabotages: it is named and left out.
 */
export async function dryRun(folder: string, drawn: readonly Drawn[], tests: string): Promise<Reach> {
  rmSync(join(folder, 'tests/mutate/on.txt'), { force: true });
  writeFileSync(join(folder, 'tests/mutate/asked.txt'), '');
  const only = tests === '' ? [] : [tests];
  const without = ['--project=!structure', `--exclude=${leftOut}`, '--retry=1'];
  // What the database does on PostgreSQL has its own tests; the API's on top of it are slow and add little.
  without.push(drawn.some(({ file }) => isOfPostgres(file)) ? '--project=!api-postgres' : '--project=!*postgres*');
  const { results: all } = await vitest(folder, [...without, ...only], 1_800_000);
  const results = all.filter(({ status }) => status === 'passed');
  for (const { name, status } of all) {
    if (status !== 'passed') console.log(`Left out, as it fails with every switch off: ${relative(folder, name)}`);
  }
  if (results.length === 0) throw new Error('no test file passes before anything is sabotaged');
  const milliseconds = new Map<string, number>();
  for (const { name, startTime, endTime } of results) {
    const file = relative(folder, name);
    milliseconds.set(file, (milliseconds.get(file) ?? 0) + endTime - startTime);
  }
  return { files: reachedBy(folder, drawn, results), milliseconds };
}

function reachedBy(folder: string, drawn: readonly Drawn[], results: readonly Result[]) {
  const files = results.map(({ name }) => relative(folder, name));
  const reached = new Map<number, Set<string>>(drawn.map(({ id }) => [id, new Set()]));
  for (const line of readFileSync(join(folder, 'tests/mutate/asked.txt'), 'utf8').split('\n')) {
    const [, id, where = ''] = /^(\d+) (.*)$/.exec(line) ?? [];
    const known = reached.get(Number(id));
    if (known === undefined) continue;
    if (where.startsWith('process ')) {
      // A program that some test started, or a project's setup: those that start programs or stand on the setup.
      for (const file of files.filter((name) => /^tests\/(api|browser|db)\//.test(name))) known.add(file);
    } else if (files.includes(relative(folder, where))) known.add(relative(folder, where));
  }
  return reached;
}

/**
 * Switches one sabotage on and runs the test files that reach it, quick ones first, until one fails.
 */
export async function tryOne(folder: string, { id, file }: Drawn, { files, milliseconds }: Reach): Promise<Verdict> {
  writeFileSync(join(folder, 'tests/mutate/on.txt'), String(id));
  const reached = [...(files.get(id) ?? [])];
  const engines = isOfPostgres(file) ? ['--project=db-postgres'] : ['--project=!structure', '--project=!*postgres*'];
  for (const wave of wavesOf(reached, file)) {
    // A sabotage that makes a test run for ever is noticed, too.
    const usual = wave.reduce((sum, name) => sum + (milliseconds.get(name) ?? 0), 0);
    const limit = 60_000 + 4 * usual;
    const { ended, results } = await vitest(folder, [...engines, '--bail=1', ...wave], limit);
    if (ended === 'timeout') return { noticed: true, by: 'the run did not end' };
    if (ended === 'passed') continue;
    const failed = results.find(({ status }) => status === 'failed');
    if (failed === undefined) return { noticed: true, by: 'the run failed' };
    return { noticed: true, by: relative(folder, failed.name) };
  }
  return { noticed: false, by: reached.length === 0 ? 'no test reaches it' : `${reached.length} test files passed` };
}

/** Test files in the order in which they are run: near ones before far ones, quick ones before those of a browser. */
function wavesOf(reached: readonly string[], file: string): readonly (readonly string[])[] {
  const groups = Map.groupBy(reached, (name) => (isOfBrowser(name) ? 2 : 0) + (isNearTo(name, file) ? 0 : 1));
  return [0, 1, 2, 3].flatMap((group) => (groups.has(group) ? [groups.get(group) ?? []] : []));
}

/** Whether a test file's name speaks of the place that is sabotaged. */
function isNearTo(test: string, file: string): boolean {
  const words = file.replace(/\.tsx?$/, '').split(/[/-]/);
  return words.slice(1).some((word) => word.length > 3 && test.includes(word.replace(/s$/, '')));
}

async function vitest(folder: string, more: readonly string[], limit: number): Promise<Run> {
  const output = join(folder, 'tests/mutate/results.json');
  rmSync(output, { force: true });
  const child = spawn(
    process.execPath,
    [
      join(folder, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config=mutate.config.ts',
      '--reporter=json',
      `--outputFile.json=${output}`,
      ...more,
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'], detached: true },
  );
  const ended = once(child, 'exit');
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    // The group and not the process alone: workers that run for ever hear nothing.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, limit);
  const [code] = (await ended) as [number | null]; // the event's own shape
  clearTimeout(timer);
  return { ended: isLate ? 'timeout' : code === 0 ? 'passed' : 'failed', results: readResults(output) };
}

function readResults(path: string): readonly Result[] {
  try {
    // vitest's own report, whose shape is documented
    return (JSON.parse(readFileSync(path, 'utf8')) as { testResults: Result[] }).testResults;
  } catch {
    return [];
  }
}
