/** The overview over HTTP: unchanged against a bare route that sends the same bytes, and just after a change. */
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import { raiseRevision } from '#db/revisions.ts';
import { benchApp } from './app.ts';
import { underLoad, type LoadResult } from './load.ts';
import { median, quantile, type Finding } from './measure.ts';

const path = '/api/overview?year=2020&month=9';
/** Many short rounds in turn, so that both sides meet the same machine. */
const rounds = 15;
const milliseconds = 400;

async function bareRoute(bytes: Buffer) {
  const app = fastify();
  app.get('/api/overview', (_request, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send(bytes),
  );
  await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, port: (app.server.address() as AddressInfo).port }; // a server that listens on TCP has one
}

export async function measureOverview(): Promise<Finding[]> {
  const ours = await benchApp();
  const headers = { cookie: await ours.cookieOf('official') };
  const reply = await fetch(`${ours.origin}${path}`, { headers: { ...headers, 'accept-encoding': 'identity' } });
  const etag = reply.headers.get('etag') ?? '';
  const bytes = Buffer.from(await reply.arrayBuffer());
  const bare = await bareRoute(bytes);
  const load = { path, connections: 50, milliseconds };
  const pairs: { readonly ours: LoadResult; readonly bare: LoadResult }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    pairs.push({
      bare: await underLoad({ ...load, port: bare.port, headers: {} }),
      ours: await underLoad({ ...load, port: ours.port, headers }),
    });
  }
  const counted = pairs.slice(1);
  const ratio = median(counted.map((pair) => pair.ours.perSecond / pair.bare.perSecond));
  const fresh = await underLoad({ ...load, port: ours.port, headers: { ...headers, 'if-none-match': etag } });
  const recomputed = await afterChange(ours, headers);
  const failures = counted.reduce((sum, pair) => sum + pair.ours.failures, 0) + fresh.failures;
  await bare.app.close();
  await ours.close();
  return [
    {
      budget: `unchanged overview (${(bytes.length / 1024).toFixed(0)} KiB) ≥ 0.8 of a bare route's requests per second`,
      figure: `${ratio.toFixed(2)} (${median(counted.map((pair) => pair.ours.perSecond)).toFixed(0)}/s of ${median(counted.map((pair) => pair.bare.perSecond)).toFixed(0)}/s, ${failures} failures)`,
      met: ratio >= 0.8 && failures === 0,
    },
    {
      budget: 'the same with If-None-Match is answered 304',
      figure: `${fresh.perSecond.toFixed(0)}/s`,
      met: fresh.failures === 0,
    },
    {
      budget: 'overview just after a change: p99 < 25 ms',
      figure: `p99 ${recomputed.toFixed(1)} ms`,
      met: recomputed < 25,
    },
  ];
}

/** The 99th percentile of overviews that are asked for right after something changed that a standing may depend on. */
async function afterChange(
  ours: Awaited<ReturnType<typeof benchApp>>,
  headers: { readonly cookie: string },
): Promise<number> {
  const times: number[] = [];
  for (let change = 0; change < 220; change += 1) {
    await ours.database.write(raiseRevision);
    const start = performance.now();
    await (await fetch(`${ours.origin}${path}`, { headers })).arrayBuffer();
    times.push(performance.now() - start);
  }
  return quantile(times.slice(20), 0.99);
}
