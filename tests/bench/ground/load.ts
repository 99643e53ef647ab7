/**
 * A bounded load on 127.0.0.1: by wrk where it is installed, else by the project's own client. A client in JavaScript is
 * slower than the servers here, so what it measures is itself; README.md says what follows.
 */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { BenchServer } from './processes.ts';

export interface Load {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections: number;
  /** At most 10. */
  readonly seconds: number;
}

export interface LoadResult {
  readonly perSecond: number;
  /** The 99th percentile in milliseconds. */
  readonly p99: number;
  /** Replies of an error status, and broken connections. */
  readonly failures: number;
  /** Milliseconds of the server's CPU for one request, whatever the client could do. */
  readonly cpuMs: number;
  /** The server's share of one core. */
  readonly busy: number;
}

/** The client's own report. */
const clientReport = z.object({
  requests: z.number(),
  seconds: z.number(),
  p99: z.number(),
  failures: z.number(),
});
type ClientReport = z.infer<typeof clientReport>;

export type Client = 'wrk' | 'own';

/** The client of this run. */
export const client: Client = spawnSync('wrk', ['--version']).error === undefined ? 'wrk' : 'own';

/** What a run says about its client before anything else. */
export const clientNotice =
  client === 'wrk'
    ? 'Load by wrk.'
    : 'wrk IS MISSING (Debian, Ubuntu: apt-get install wrk; macOS: brew install wrk). The project’s own client takes its ' +
      'place; where it is the limit, rates are not judged, and CPU a request only where it misses.';

const longest = 10;

/** Puts a load on a server and gives what came of it, the server's CPU included. */
export async function loadOn(server: BenchServer, load: Load): Promise<LoadResult> {
  if (load.seconds > longest) throw new RangeError(`a load lasts at most ${longest} s`);
  const drive = client === 'wrk' ? byWrk : byOwnClient;
  const before = await server.ask('usage');
  const { requests, seconds, p99, failures } = await drive(server.port, load);
  const cpuMs = (await server.ask('usage')).cpuMs - before.cpuMs;
  return { perSecond: requests / seconds, p99, failures, cpuMs: cpuMs / requests, busy: cpuMs / 1000 / seconds };
}

async function byWrk(port: number, { path, headers = {}, connections, seconds }: Load): Promise<ClientReport> {
  const wrk = spawn(
    'wrk',
    [
      '--threads=1',
      `--connections=${connections}`,
      `--duration=${seconds}s`,
      '--timeout=10s',
      `--script=${join(import.meta.dirname, 'wrk-report.lua')}`,
      ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
      `http://127.0.0.1:${port}${path}`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  wrk.stdout.setEncoding('utf8');
  const printed = (await wrk.stdout.toArray()).join('');
  return clientReport.parse(JSON.parse(printed.trim().split('\n').at(-1) ?? ''));
}

function byOwnClient(port: number, load: Load): Promise<ClientReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, 'own-client.ts'), { workerData: { port, ...load } });
    worker.once('message', (report) => resolve(clientReport.parse(report)));
    worker.once('error', reject);
  });
}
