/**
 * `npm test`: format, lint, types for every side, the web build, then every test, the browser's too.
 * The last line is `N passed, N failed`, where each check counts as one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { findBrowser } from './support/find-browser.ts';
import { installBrowser } from './support/install-browser.ts';
import { memoryFolder } from './support/memory-folder.ts';

const root = new URL('..', import.meta.url).pathname;
const output = `${root}tests/.output`;
const results = `${output}/results.json`;

interface Check {
  readonly name: string;
  readonly command: readonly string[];
}

const checks: readonly Check[] = [
  { name: 'format', command: ['oxfmt', '--check', 'api', 'db', 'seeds', 'web', 'tests', 'drizzle.config.ts'] },
  { name: 'lint', command: ['oxlint', '--deny-warnings'] },
  { name: 'types: server on SQLite', command: ['tsc', '-p', '.'] },
  { name: 'types: server on PostgreSQL', command: ['tsc', '-p', '.', '--customConditions', 'postgres'] },
  { name: 'types: what runs in a browser', command: ['tsc', '-p', 'web/tsconfig.json'] },
  { name: 'types: tests', command: ['tsc', '-p', 'tests/tsconfig.json'] },
  { name: 'web build', command: ['node', 'web/build.ts'] },
];

function run(command: readonly string[], environment: NodeJS.ProcessEnv = process.env): boolean {
  const [program = '', ...rest] = command;
  return spawnSync(program, rest, { cwd: root, stdio: 'inherit', env: environment }).status === 0;
}

interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
}

/** The counts that vitest wrote; a suite that could not even load is a failure of its own. */
function readCounts(): Counts {
  try {
    return JSON.parse(readFileSync(results, 'utf8')) as Counts; // vitest's own report, whose shape is documented
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numFailedTestSuites: 0 };
  }
}

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });

/** Runs a check and prints what it said in one piece when it is done; two that run beside each other do not mix. */
async function check({ name, command }: Check): Promise<boolean> {
  const [program = '', ...rest] = command;
  const child = spawn(program, rest, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (more: string) => {
      said += more;
    });
  }
  const [code]: unknown[] = await once(child, 'close').catch((error: unknown) => [String(error)]);
  console.log(`\n— ${name}\n${said.trimEnd()}`);
  return code === 0;
}

/** Two at a time: each leaves one of two processors idle for much of its time. */
async function runChecks(): Promise<readonly Check[]> {
  const waiting = [...checks];
  const failed: Check[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (!(await check(next))) failed.push(next);
    }
  };
  await Promise.all([worker(), worker()]);
  return failed;
}

const failedChecks = await runChecks();

const browser = findBrowser() ?? installBrowser();
const withoutBrowser = browser === null;
if (withoutBrowser) {
  console.error(
    '\nNO BROWSER WAS FOUND OR COULD BE INSTALLED: THE BROWSER TESTS DID NOT RUN. Set CHROME_PATH to a Chromium.\n',
  );
}
const projects = withoutBrowser ? ['--project', '!browser'] : [];
const memory = memoryFolder();
const ran = run(
  [
    'vitest',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...projects,
  ],
  {
    ...process.env,
    ...(browser === null ? {} : { CHROME_PATH: browser }),
    ...(memory === null ? {} : { TMPDIR: memory.path, XUSHI_TEST_DISK: tmpdir() }),
  },
);
memory?.remove();

const counts = readCounts();
const browserMissing = withoutBrowser && process.env['CI'] === 'true' ? 1 : 0;
const failedTests =
  counts.numFailedTests === 0 && !ran ? Math.max(1, counts.numFailedTestSuites) : counts.numFailedTests;
const failed = failedTests + failedChecks.length + browserMissing;
const passed = counts.numPassedTests + checks.length - failedChecks.length;
if (failedChecks.length > 0) console.log(`\nChecks that failed: ${failedChecks.map(({ name }) => name).join(', ')}`);
const summary = `${passed} passed, ${failed} failed`;
writeFileSync(`${output}/summary.txt`, `${summary}\n`);
console.log(`\n${summary}`);
process.exitCode = failed === 0 ? 0 : 1;
