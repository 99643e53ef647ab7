/** The overview of an ordinary province (11 × 8, 24 months) over HTTP: unchanged, known by its ETag, and just after a change. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { budgets, type Finding } from './budgets.ts';
import { connectTo } from './ground/connection.ts';
import { client, loadOn, type LoadResult } from './ground/load.ts';
import { median, quantile } from './ground/measure.ts';
import { benchFolder } from './ground/folders.ts';
import { buildOffice } from './ground/office.ts';
import { startBare, startProduct, type BenchServer } from './ground/processes.ts';
import { verdictOf } from './ground/verdict.ts';

const path = '/api/overview?year=2020&month=12';
const rounds = 3;
/** The share of a core that both servers must have used: with less, the client or the machine's other work was the limit. */
const busyEnough = 0.85;
/** Older months that wait for review: accepting one is a change that the overview is computed anew for. */
const waiting = { years: [2015, 2016, 2017, 2018], changesARound: 132 };

export async function measureOverview(): Promise<Finding[]> {
  const office = await buildOffice({
    areas: 11,
    years: [...waiting.years, 2019, 2020],
    stateOf: (_area, year) => (waiting.years.includes(year) ? 'submitted' : 'accepted'),
  });
  const headers = { cookie: office.official };
  const ours = await startProduct(office.file);
  const connection = connectTo(ours.port, headers);
  const reply = await connection.send({ path });
  if (reply.status !== 200) throw new Error(`the overview was answered ${reply.status}`);
  const file = join(benchFolder(), 'overview.json');
  writeFileSync(file, reply.body);
  const bare = await startBare('fastify', '/api/overview', file);
  const raw = await startBare('http', '/', file);
  const etag = reply.headers.get('etag') ?? '';
  const measured = await measureUnchanged({ ours, bare, raw }, headers, etag);
  const known = await countUnknown(ours, { ...headers, 'if-none-match': etag });
  await bare.stop();
  await raw.stop();
  const pending = waiting.years.flatMap((year) =>
    Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) =>
      office.areas.map((area) => `/api/submissions/${year}/${month}/${area}/accept`),
    ),
  );
  const changed = await measureChanged(ours, headers, pending);
  connection.close();
  await ours.stop();
  return [
    ...findingsOf(measured, reply.body.length),
    { kind: 'measured', budget: 'overview.known', rounds: [known] },
    changed,
  ];
}

type Sides = Readonly<Record<'ours' | 'bare' | 'raw', BenchServer>>;
type Results = Readonly<Record<'ours' | 'bare' | 'raw' | 'known', LoadResult>>;

/** Every side in turn, three times, after one turn that is not counted. */
async function measureUnchanged(
  { ours, bare, raw }: Sides,
  headers: Readonly<Record<string, string>>,
  etag: string,
): Promise<readonly Results[]> {
  const turn = async (seconds: number): Promise<Results> => {
    const load = { path, connections: 50, seconds };
    return {
      raw: await loadOn(raw, load),
      bare: await loadOn(bare, load),
      ours: await loadOn(ours, { ...load, headers }),
      known: await loadOn(ours, { ...load, headers: { ...headers, 'if-none-match': etag } }),
    };
  };
  await turn(1);
  const results: Results[] = [];
  for (let round = 0; round < rounds; round += 1) results.push(await turn(2));
  return results;
}

/** How many of 100 requests by someone who has the answer already are not answered 304 and nothing. */
async function countUnknown(server: BenchServer, headers: Readonly<Record<string, string>>): Promise<number> {
  const connection = connectTo(server.port, headers);
  let unknown = 0;
  for (let request = 0; request < 100; request += 1) {
    const { status, body } = await connection.send({ path });
    if (status !== 304 || body.length > 0) unknown += 1;
  }
  connection.close();
  return unknown;
}

/** The 99th percentile of an overview that is asked for as soon as the acceptance before it is answered. */
async function measureChanged(
  server: BenchServer,
  headers: Readonly<Record<string, string>>,
  pending: readonly string[],
): Promise<Finding> {
  const connection = connectTo(server.port, { ...headers, origin: server.origin });
  const change = async (address: string): Promise<number> => {
    const { status } = await connection.send({
      method: 'POST',
      path: address,
      headers: { 'if-match': '"1"' },
    });
    if (status !== 200) throw new Error(`${address} was answered ${status}`);
    return (await connection.send({ path })).milliseconds;
  };
  const size = waiting.changesARound;
  const times: number[][] = [];
  const cpuMs: number[] = [];
  for (let at = 0; at < pending.length; at += size) {
    const round: number[] = [];
    const cpu = await server.cpuOf(async () => {
      for (const address of pending.slice(at, at + size)) round.push(await change(address));
    });
    times.push(round);
    cpuMs.push(cpu / size);
  }
  connection.close();
  // The first round warms the server up.
  const counted = times.slice(1);
  return {
    kind: 'measured',
    budget: 'overview.changed',
    rounds: counted.map((values) => quantile(values, 0.99)),
    note: `median ${median(counted.flat()).toFixed(1)} ms, CPU with the acceptance ${median(cpuMs.slice(1)).toFixed(1)} ms; ${size} changes a round, one client`,
  };
}

function findingsOf(results: readonly Results[], bytes: number): Finding[] {
  const of = (side: keyof Results, what: keyof LoadResult) => median(results.map((round) => round[side][what]));
  const rate = (side: keyof Results) => `${of(side, 'perSecond').toFixed(0)}/s`;
  const micros = (side: keyof Results) => `${(of(side, 'cpuMs') * 1000).toFixed(0)} µs`;
  const busy = (side: keyof Results) => `${(of(side, 'busy') * 100).toFixed(0)} %`;
  const failures = results.reduce((sum, round) => sum + round.ours.failures + round.known.failures, 0);
  if (failures > 0) throw new Error(`${failures} requests failed under load`);
  const rates = results.map((round) => round.ours.perSecond / round.bare.perSecond);
  // A server that waits spends more on each waking, on both sides alike: that makes this ratio better, never worse.
  const cpu = results.map((round) => round.bare.cpuMs / round.ours.cpuMs);
  const cpuNote = `${micros('ours')}, bare ${micros('bare')}`;
  const isServerTheLimit = Math.min(of('ours', 'busy'), of('bare', 'busy')) >= busyEnough;
  const note = `${rate('ours')} of ${rate('bare')}, ${(bytes / 1024).toFixed(0)} KiB, p99 ${of('ours', 'p99').toFixed(1)} ms, servers busy ${busy('ours')} and ${busy('bare')}`;
  return [
    {
      kind: 'told',
      what: `the client alone (${client}) against raw node:http with the same bytes`,
      figure: `${rate('raw')} at ${micros('raw')} of CPU, server busy ${busy('raw')}`,
    },
    isServerTheLimit
      ? { kind: 'measured', budget: 'overview.rate', rounds: rates, note }
      : { kind: 'not judged', budget: 'overview.rate', rounds: rates, why: `${note}: something else was the limit` },
    isServerTheLimit || verdictOf(budgets['overview.cpu'], median(cpu)) === 'MISSED'
      ? { kind: 'measured', budget: 'overview.cpu', rounds: cpu, note: cpuNote }
      : { kind: 'not judged', budget: 'overview.cpu', rounds: cpu, why: `${cpuNote}: the servers waited` },
    { kind: 'told', what: 'the same with If-None-Match', figure: `${rate('known')} at ${micros('known')} of CPU` },
  ];
}
