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

/** A sabotage that makes a test run for ever is noticed, too. */
const timeoutMs = 300_000;

/** Pictures of the structure, and whole-page scans that are slow and notice little. They run last or not at all. */
const last = /^tests\/browser\/accessibility/;

interface Result {
  readonly name: string;
  readonly status: string;
}

interface Run {
  readonly ended: 'passed' | 'failed' | 'timeout';
  readonly results: readonly Result[];
}

/**
 * Runs everything, or the test files whose path contains `tests`, once with all switches off.
 * @returns by the number of a sabotage, the test files in which it was reached
 * @throws Error where a test fails: then nothing can be said about sabotages
 */
export async function dryRun(
  folder: string,
  drawn: readonly Drawn[],
  tests: string,
): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  rmSync(join(folder, 'tests/mutate/on.txt'), { force: true });
  writeFileSync(join(folder, 'tests/mutate/asked.txt'), '');
  const { ended, results } = await vitest(
    folder,
    ['--project=!structure', ...(tests === '' ? [] : [tests])],
    1_800_000,
  );
  if (ended !== 'passed') {
    const failed = results.filter(({ status }) => status !== 'passed').map(({ name }) => name);
    throw new Error(`The tests do not pass before anything is sabotaged: ${failed.join(', ')}`);
  }
  return reachedBy(folder, drawn, results);
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
      for (const file of files.filter((name) => /^tests\/(api|browser|db)\//.test(name) && !last.test(name)))
        known.add(file);
    } else known.add(relative(folder, where));
  }
  return reached;
}

/** Switches one sabotage on and runs the test files that reach it, quick ones first, until one fails. */
export async function tryOne(folder: string, { id, file }: Drawn, reached: ReadonlySet<string>): Promise<Verdict> {
  writeFileSync(join(folder, 'tests/mutate/on.txt'), String(id));
  const files = [...reached].filter((name) => !last.test(name));
  const isOfPostgres = file.includes('postgres');
  const near = files.filter((name) => !name.startsWith('tests/browser/'));
  const waves: readonly (readonly string[])[] = [
    near.filter((name) => isNearTo(name, file)),
    near.filter((name) => !isNearTo(name, file)),
    files.filter((name) => name.startsWith('tests/browser/') && isNearTo(name, file)),
    files.filter((name) => name.startsWith('tests/browser/') && !isNearTo(name, file)),
    [...reached].filter((name) => last.test(name)),
  ];
  for (const wave of waves) {
    if (wave.length === 0) continue;
    const projects = isOfPostgres ? ['--project=*postgres*'] : ['--project=!structure', '--project=!*postgres*'];
    const { ended, results } = await vitest(folder, [...projects, '--bail=1', ...wave], timeoutMs);
    if (ended === 'timeout') return { noticed: true, by: 'the run did not end' };
    if (ended === 'failed') {
      const failed = results.find(({ status }) => status === 'failed');
      return { noticed: true, by: failed === undefined ? 'the run failed' : relative(folder, failed.name) };
    }
  }
  return { noticed: false, by: reached.size === 0 ? 'no test reaches it' : `${reached.size} test files passed` };
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
