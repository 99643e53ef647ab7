/**
 * Many areas through the endpoint. The product has one province and no level above or below its areas yet, so what is
 * measured is the overview of offices of 11, 200 and 2,850 areas, each with 8 indicators and 24 months.
 */
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Finding } from './budgets.ts';
import { connectTo, type Connection } from './ground/connection.ts';
import { client, loadOn, type LoadResult } from './ground/load.ts';
import { median } from './ground/measure.ts';
import { buildOffice, type Office } from './ground/office.ts';
import { startProduct, type BenchServer } from './ground/processes.ts';

const path = '/api/overview?year=2020&month=12';
const sizes = [11, 200, 2850] as const;
type Size = (typeof sizes)[number];
const rounds = [0, 1, 2];
/** In each round, of which the first is not counted; December of so many areas waits for review. */
const acceptances = 2;

/** What one round of one size came to. */
interface Round {
  /** Milliseconds of the first overview after the start. */
  readonly cold: number;
  readonly accepted: readonly Accepted[];
  readonly stall: number;
  readonly mostRssMb: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Of the unchanged overview; null where nobody would ask 50 times at once for so much. */
  readonly load: LoadResult | null;
}

interface Accepted {
  /** From sending the acceptance to having an overview that counts it. */
  readonly milliseconds: number;
  /** Of the server, for both. */
  readonly cpuMs: number;
}

export async function measureCounties(): Promise<Finding[]> {
  const offices = new Map<Size, Office>();
  for (const size of sizes) offices.set(size, await officeOf(size));
  const results: Readonly<Record<Size, Round>>[] = [];
  for (const round of rounds) {
    const of = async (size: Size) => measureRound(offices.get(size), size, round);
    results.push({ 11: await of(11), 200: await of(200), 2850: await of(2850) });
  }
  return findingsOf(results);
}

const isWaiting = (area: number, year: number, month: number): boolean =>
  year === 2020 && month === 12 && area < rounds.length * acceptances;

function officeOf(areas: Size): Promise<Office> {
  return buildOffice({
    areas,
    years: [2019, 2020],
    stateOf: (area, year, month) => (isWaiting(area, year, month) ? 'submitted' : 'accepted'),
  });
}

async function measureRound(office: Office | undefined, size: Size, round: number): Promise<Round> {
  if (office === undefined) throw new Error(`there is no office of ${size} areas`);
  const server = await startProduct(office.file);
  await server.ask('watch');
  const connection = connectTo(server.port, {
    cookie: office.official,
    origin: server.origin,
    'accept-encoding': 'gzip',
  });
  const first = await connection.send({ path });
  if (first.status !== 200) throw new Error(`the overview of ${size} areas was answered ${first.status}`);
  const accepted: Accepted[] = [];
  for (let number = 0; number < acceptances; number += 1) {
    const area = round * acceptances + number;
    accepted.push(
      await acceptOne(server, connection, office.areas[area] ?? '', size - rounds.length * acceptances + area + 1),
    );
  }
  const stall = await server.ask('stall');
  const headers = { cookie: office.official, 'accept-encoding': 'gzip' };
  const loadFor = (seconds: number) => loadOn(server, { path, headers, connections: 50, seconds });
  if (size !== 2850) await loadFor(1);
  const load = size === 2850 ? null : await loadFor(2);
  const { mostRssMb } = await server.ask('usage');
  connection.close();
  await server.stop();
  return {
    cold: first.milliseconds,
    accepted: accepted.slice(1),
    stall,
    mostRssMb,
    packedBytes: first.body.length,
    unpackedBytes: gunzipSync(first.body).length,
    load,
  };
}

const covered = z.object({ coverage: z.object({ accepted: z.number() }) });

/** Accepts an area's December and asks for the overview, which must count it. */
async function acceptOne(
  server: BenchServer,
  connection: Connection,
  area: string,
  expected: number,
): Promise<Accepted> {
  let milliseconds = 0;
  let overview: Buffer = Buffer.alloc(0);
  const cpuMs = await server.cpuOf(async () => {
    const start = performance.now();
    const reply = await connection.send({
      method: 'POST',
      path: `/api/submissions/2020/12/${area}/accept`,
      headers: { 'if-match': '"1"' },
    });
    if (reply.status !== 200) throw new Error(`accepting ${area} was answered ${reply.status}`);
    overview = (await connection.send({ path })).body;
    milliseconds = performance.now() - start;
  });
  const { coverage } = covered.parse(JSON.parse(gunzipSync(overview).toString()));
  if (coverage.accepted !== expected) throw new Error(`${coverage.accepted} areas are accepted, not ${expected}`);
  return { milliseconds, cpuMs };
}

function findingsOf(results: readonly Readonly<Record<Size, Round>>[]): Finding[] {
  const of = (size: Size, value: (round: Round) => number) => results.map((round) => value(round[size]));
  const p99 = (size: Size) => of(size, ({ load }) => load?.p99 ?? Number.NaN);
  const perSecond = (size: Size) => `${median(of(size, ({ load }) => load?.perSecond ?? Number.NaN)).toFixed(0)}/s`;
  const cpuMs = (size: Size) => of(size, ({ accepted }) => median(accepted.map((one) => one.cpuMs)));
  const until = (size: Size) => of(size, ({ accepted }) => median(accepted.map((one) => one.milliseconds)));
  const failures = results.flatMap((round) => [round[11].load?.failures ?? 0, round[200].load?.failures ?? 0]);
  if (failures.some((count) => count > 0)) throw new Error('requests failed under load');
  const each = (figure: (size: Size) => string) => sizes.map((size) => `${size}: ${figure(size)}`).join(', ');
  const province = `an office of 11 areas, ${perSecond(11)}`;
  const few = cpuMs(200);
  const [first] = results;
  return [
    client === 'wrk'
      ? { kind: 'measured', budget: 'counties.province', rounds: p99(11), note: province }
      : { kind: 'not judged', budget: 'counties.province', rounds: p99(11), why: `${province}; the client waits too` },
    { kind: 'not offered', budget: 'counties.nation', why: 'no endpoint adds up provinces' },
    {
      kind: 'not offered',
      budget: 'counties.page',
      why: `the overview has no pages; a whole office of 200 areas: p99 ${median(p99(200)).toFixed(1)} ms, ${perSecond(200)}`,
    },
    {
      kind: 'told',
      what: 'the overview’s size by areas, packed of unpacked',
      figure: each((size) => `${kibibytes(first?.[size].packedBytes)} of ${kibibytes(first?.[size].unpackedBytes)}`),
    },
    {
      kind: 'told',
      what: 'the first overview after the start by areas',
      figure: each((size) => `${median(of(size, ({ cold }) => cold)).toFixed(0)} ms`),
    },
    {
      kind: 'measured',
      budget: 'counties.accepted',
      rounds: until(2850),
      note: `by areas ${each((size) => `${median(until(size)).toFixed(0)} ms`)}`,
    },
    {
      kind: 'measured',
      budget: 'counties.stall',
      rounds: of(2850, ({ stall }) => stall),
      note: `by areas ${each((size) => `${median(of(size, ({ stall }) => stall)).toFixed(0)} ms`)}`,
    },
    {
      kind: 'measured',
      budget: 'counties.memory',
      rounds: of(2850, ({ mostRssMb }) => mostRssMb),
      note: `by areas ${each((size) => `${median(of(size, ({ mostRssMb }) => mostRssMb)).toFixed(0)} MB`)}`,
    },
    {
      kind: 'measured',
      budget: 'counties.growth',
      rounds: cpuMs(2850).map((many, round) => many / 2850 / ((few[round] ?? Number.NaN) / 200)),
      note: `CPU by areas ${each((size) => `${median(cpuMs(size)).toFixed(0)} ms`)}`,
    },
  ];
}

const kibibytes = (bytes = Number.NaN): string => `${(bytes / 1024).toFixed(0)} KiB`;
