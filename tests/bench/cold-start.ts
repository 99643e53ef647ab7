/** From the command to the first reply with an existing database, and the memory at rest. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { median, type Finding } from './measure.ts';
import manifest from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..', '..');

/** What `npm start` starts, once the web is built: `node … api/main.ts`. */
const startArguments = (manifest.scripts.start.split('&& node ').at(-1) ?? '').split(' ');

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

interface Start {
  readonly milliseconds: number;
  readonly megabytes: number;
}

async function start(folder: string): Promise<Start> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, startArguments, {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, PORT: String(port), DATABASE_URL: `file:${join(folder, 'cold.db')}`, LOG_LEVEL: 'silent' },
  });
  try {
    while (!(await answers(port))) {
      if (performance.now() - begun > 30_000) throw new Error('the program did not answer in 30 s');
      await wait(5);
    }
    const milliseconds = performance.now() - begun;
    await wait(1500);
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return { milliseconds, megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024 };
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/health`)).ok;
  } catch {
    return false;
  }
}

export async function measureColdStart(): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xushi-cold-'));
  await start(folder);
  const starts = [await start(folder), await start(folder), await start(folder)];
  rmSync(folder, { recursive: true, force: true });
  const milliseconds = median(starts.map((one) => one.milliseconds));
  const megabytes = median(starts.map((one) => one.megabytes));
  return [
    {
      budget: 'cold start to the first reply, existing database < 1.5 s',
      figure: `${milliseconds.toFixed(0)} ms`,
      met: milliseconds < 1500,
    },
    { budget: 'memory at rest < 150 MB', figure: `${megabytes.toFixed(0)} MB`, met: megabytes < 150 },
  ];
}
