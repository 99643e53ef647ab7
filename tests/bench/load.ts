/**
 * A bounded load on 127.0.0.1: a worker thread with keep-alive connections, each sending its next request when the
 * reply is whole. It reads as little of a reply as it can, so that the server's share of the machine is the larger one.
 */
import { connect } from 'node:net';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

export interface Load {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly milliseconds: number;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly p99: number;
  readonly failures: number;
}

/** Runs a load and gives requests per second, the 99th percentile in milliseconds, and replies that were not 2xx or 304. */
export function underLoad(load: Load): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: load });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

interface Tally {
  readonly latencies: number[];
  failures: number;
}

/** How long a reply is, from its head; null while the head is not whole. */
function lengthOf(received: Buffer): { readonly status: number; readonly whole: number } | null {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const head = received.toString('latin1', 0, end);
  const length = /content-length: (\d+)/i.exec(head)?.[1];
  return { status: Number(head.slice(9, 12)), whole: end + 4 + Number(length ?? 0) };
}

function drive(load: Load, until: number, tally: Tally): Promise<void> {
  const lines = Object.entries({ host: `127.0.0.1:${load.port}`, ...load.headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const request = Buffer.from(`GET ${load.path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  return new Promise((resolve, reject) => {
    const socket = connect(load.port, '127.0.0.1');
    let received = Buffer.alloc(0);
    let expected: ReturnType<typeof lengthOf> = null;
    let started = performance.now();
    socket.setNoDelay(true);
    socket.on('connect', () => socket.write(request));
    socket.on('error', reject);
    socket.on('close', resolve);
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      expected ??= lengthOf(received);
      if (expected === null || received.length < expected.whole) return;
      const now = performance.now();
      tally.latencies.push(now - started);
      if (expected.status !== 304 && (expected.status < 200 || expected.status > 299)) tally.failures += 1;
      received = Buffer.alloc(0);
      expected = null;
      started = now;
      if (now > until) socket.destroy();
      else socket.write(request);
    });
  });
}

async function runLoad(load: Load): Promise<LoadResult> {
  const tally: Tally = { latencies: [], failures: 0 };
  const start = performance.now();
  await Promise.all(Array.from({ length: load.connections }, () => drive(load, start + load.milliseconds, tally)));
  const seconds = (performance.now() - start) / 1000;
  const sorted = tally.latencies.toSorted((a, b) => a - b);
  return {
    perSecond: sorted.length / seconds,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN,
    failures: tally.failures,
  };
}

if (!isMainThread) parentPort?.postMessage(await runLoad(workerData as Load)); // workerData is what underLoad gave
