/** From the command to the first reply with an existing database, the memory at rest, and how long first requests stall. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { demonstrationPassword } from '#seeds/demo/accounts.ts';
import type { Finding } from './budgets.ts';
import { connectTo } from './ground/connection.ts';
import { demonstrationOffice, sessionIn } from './ground/office.ts';
import { startArguments, startProduct } from './ground/processes.ts';

const root = join(import.meta.dirname, '..', '..');
const rounds = 3;

/** What the pages of an official ask for, each asked here for the first time. */
const firstRequests = [
  '/api/session',
  '/api/regions',
  '/api/indicators',
  '/api/overview?year=2020&month=9',
  '/api/cities/330300?year=2020&month=9',
  '/api/sprint?year=2020&month=9',
  '/api/submissions?year=2020',
  '/api/submissions/2020/10/330800',
  '/api/review',
  '/api/interviews',
  '/api/targets?year=2020',
  '/api/rules',
  '/api/openapi.json',
];

export async function measureStart(): Promise<Finding[]> {
  const file = await demonstrationOffice();
  await start(file);
  const starts: Start[] = [];
  const stalls: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    starts.push(await start(file));
    stalls.push(await longestStall(file));
  }
  return [
    { kind: 'measured', budget: 'start.reply', rounds: starts.map(({ milliseconds }) => milliseconds) },
    { kind: 'measured', budget: 'start.memory', rounds: starts.map(({ megabytes }) => megabytes) },
    {
      kind: 'measured',
      budget: 'start.stall',
      rounds: stalls,
      note: `${firstRequests.length} kinds of request, one after another`,
    },
  ];
}

interface Start {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** The program itself, without anything of the bench in it. */
async function start(file: string): Promise<Start> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, startArguments, {
    cwd: root,
    stdio: 'ignore',
    env: { PATH: process.env['PATH'], PORT: String(port), DATABASE_URL: `file:${file}`, LOG_LEVEL: 'silent' },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    while (!(await answers(port))) {
      if (performance.now() - begun > 30_000) throw new Error('the program did not answer in 30 s');
      await wait(5);
    }
    const milliseconds = performance.now() - begun;
    await wait(1500);
    return { milliseconds, megabytes: residentMegabytes(child.pid ?? 0) };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/health`)).ok;
  } catch {
    return false;
  }
}

/** Linux alone tells it of another process; NaN elsewhere, which misses the budget rather than pass unseen. */
function residentMegabytes(pid: number): number {
  const status = process.platform === 'linux' ? readFileSync(`/proc/${pid}/status`, 'utf8') : '';
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

async function longestStall(file: string): Promise<number> {
  const cookie = sessionIn(file, 'official');
  const server = await startProduct(file);
  const connection = connectTo(server.port, { cookie, origin: server.origin, 'accept-encoding': 'gzip' });
  await connection.send({ path: '/api/health' });
  await server.ask('watch');
  for (const path of firstRequests) {
    const { status } = await connection.send({ path });
    if (status !== 200) throw new Error(`${path} was answered ${status}`);
  }
  const signedIn = await connection.send({
    method: 'POST',
    path: '/api/session',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'leader', password: demonstrationPassword }),
  });
  if (signedIn.status !== 200) throw new Error(`signing in was answered ${signedIn.status}`);
  const stall = await server.ask('stall');
  connection.close();
  await server.stop();
  return stall;
}
