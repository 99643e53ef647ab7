/** The client where wrk is missing: a worker thread whose connections each send their next request when a reply is whole. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { connectTo } from './connection.ts';
import { quantile } from './measure.ts';

const { port, path, headers, connections, seconds } = z
  .object({
    port: z.number(),
    path: z.string(),
    headers: z.record(z.string(), z.string()).default({}),
    connections: z.number(),
    seconds: z.number(),
  })
  .parse(workerData);

const latencies: number[] = [];
let failures = 0;

async function drive(until: number): Promise<void> {
  const connection = connectTo(port, headers);
  while (performance.now() < until) {
    const { status, milliseconds } = await connection.send({ path });
    latencies.push(milliseconds);
    if (status >= 400) failures += 1;
  }
  connection.close();
}

const start = performance.now();
await Promise.all(Array.from({ length: connections }, () => drive(start + seconds * 1000)));
parentPort?.postMessage({
  requests: latencies.length,
  seconds: (performance.now() - start) / 1000,
  p99: quantile(latencies, 0.99),
  failures,
});
