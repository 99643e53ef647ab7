/**
 * A nation through the endpoints: 31 provinces, 341 cities and 2,850 counties that report 8 indicators, 24 months of them, and
 * beside it one of a tenth of the counties.
 */
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Finding } from './budgets.ts';
import { nationCode } from './ground/areas.ts';
import { connectTo, type Connection } from './ground/connection.ts';
import { client, loadOn, type LoadResult } from './ground/load.ts';
import { median } from './ground/measure.ts';
import { buildOffice, type Office } from './ground/office.ts';
import { startProduct, type BenchServer } from './ground/processes.ts';

const period = 'year=2020&month=12';
const divisions = `/api/divisions?${period}`;
const sizes = [285, 2850] as const;
type Size = (typeof sizes)[number];
const rounds = [0, 1, 2];
/** In each round, of which the first is not counted; December of so many counties waits for review. */
const acceptances = 4;

type Page = 'province' | 'nation' | 'page' | 'county';
const pathsOf = (office: Office): Readonly<Record<Page, string>> => ({
  nation: divisions,
  province: `${divisions}&region=440000`,
  page: `${divisions}&list=reporting&sort=level`,
  county: `/api/cities/${office.areas[200]}?${period}`,
});

/** What one round of one size came to. */
interface Round {
  /** Milliseconds of the first answer after the start. */
  readonly cold: number;
  readonly accepted: readonly Accepted[];
  readonly stall: number;
  readonly mostRssMb: number;
  readonly loads: Readonly<Record<Page, LoadResult>>;
}

interface Accepted {
  /** From sending the acceptance to having the nation, its province and its city with it. */
  readonly milliseconds: number;
  /** Of the server, for all of them. */
  readonly cpuMs: number;
}

export async function measureCounties(): Promise<Finding[]> {
  const offices = new Map<Size, Office>();
  for (const size of sizes) offices.set(size, await officeOf(size));
  const results: Readonly<Record<Size, Round>>[] = [];
  for (const round of rounds) {
    const of = async (size: Size) => measureRound(offices.get(size), size, round);
    results.push({ 285: await of(285), 2850: await of(2850) });
  }
  return findingsOf(results);
}

const isWaiting = (area: number, year: number, month: number): boolean =>
  year === 2020 && month === 12 && area < rounds.length * acceptances;

function officeOf(areas: Size): Promise<Office> {
  return buildOffice({
    areas,
    nation: true,
    years: [2019, 2020],
    stateOf: (area, year, month) => (isWaiting(area, year, month) ? 'submitted' : 'accepted'),
  });
}

async function measureRound(office: Office | undefined, size: Size, round: number): Promise<Round> {
  if (office === undefined) throw new Error(`there is no office of ${size} counties`);
  const paths = pathsOf(office);
  const server = await startProduct(office.file);
  await server.ask('watch');
  const headers = { cookie: office.official, 'accept-encoding': 'gzip' };
  const connection = connectTo(server.port, { ...headers, origin: server.origin });
  const first = await connection.send({ path: paths.nation });
  for (const path of Object.values(paths)) {
    const { status } = await connection.send({ path });
    if (status !== 200) throw new Error(`${path} was answered ${status}`);
  }
  const accepted: Accepted[] = [];
  for (let number = 0; number < acceptances; number += 1) {
    const area = round * acceptances + number;
    const expected = size - rounds.length * acceptances + area + 1;
    accepted.push(await acceptOne(server, connection, { county: office.areas[area] ?? '', expected }));
  }
  const stall = await server.ask('stall');
  const loadFor = (path: string, seconds: number) => loadOn(server, { path, headers, connections: 50, seconds });
  const loadOf = (path: string) => loadFor(path, 2);
  // Not counted: the first second is that of a process that has only just begun.
  await loadFor(paths.nation, 1);
  const loads = {
    nation: await loadOf(paths.nation),
    province: await loadOf(paths.province),
    page: await loadOf(paths.page),
    county: await loadOf(paths.county),
  };
  const { mostRssMb } = await server.ask('usage');
  connection.close();
  await server.stop();
  return { cold: first.milliseconds, accepted: accepted.slice(1), stall, mostRssMb, loads };
}

const covered = z.object({ whole: z.object({ coverage: z.object({ accepted: z.number(), expected: z.number() }) }) });

/** Accepts a county's December and asks every level above it, of which the nation must count it. */
async function acceptOne(
  server: BenchServer,
  connection: Connection,
  { county, expected }: { readonly county: string; readonly expected: number },
): Promise<Accepted> {
  const above = [nationCode, `${county.slice(0, 2)}0000`, `${county.slice(0, 4)}00`];
  const replies: Buffer[] = [];
  let milliseconds = 0;
  const cpuMs = await server.cpuOf(async () => {
    const start = performance.now();
    const headers = { 'if-match': '"1"' };
    const reply = await connection.send({ method: 'POST', path: `/api/submissions/2020/12/${county}/accept`, headers });
    if (reply.status !== 200) throw new Error(`accepting ${county} was answered ${reply.status}`);
    for (const region of above) replies.push((await connection.send({ path: `${divisions}&region=${region}` })).body);
    milliseconds = performance.now() - start;
  });
  const [nation] = replies.map((body) => covered.parse(JSON.parse(gunzipSync(body).toString())).whole.coverage);
  if (nation?.accepted !== expected) throw new Error(`${nation?.accepted} counties are accepted, not ${expected}`);
  return { milliseconds, cpuMs };
}

function findingsOf(results: readonly Readonly<Record<Size, Round>>[]): Finding[] {
  const of = (size: Size, value: (round: Round) => number) => results.map((round) => value(round[size]));
  if (results.some((round) => sizes.some((size) => Object.values(round[size].loads).some((one) => one.failures > 0)))) {
    throw new Error('requests failed under load');
  }
  const cpuMs = (size: Size) => of(size, ({ accepted }) => median(accepted.map((one) => one.cpuMs)));
  const until = (size: Size) => of(size, ({ accepted }) => median(accepted.map((one) => one.milliseconds)));
  const each = (figure: (size: Size) => string) => sizes.map((size) => `${size}: ${figure(size)}`).join(', ');
  const few = cpuMs(285);
  const loaded = (page: Page): Finding => {
    const [p99, perSecond] = [of(2850, ({ loads }) => loads[page].p99), of(2850, ({ loads }) => loads[page].perSecond)];
    const note = `${median(perSecond).toFixed(0)}/s of 2,850 counties`;
    const budget = `counties.${page}` as const;
    return client === 'wrk'
      ? { kind: 'measured', budget, rounds: p99, note }
      : { kind: 'not judged', budget, rounds: p99, why: `${note}; the client waits too` };
  };
  return [
    loaded('province'),
    loaded('nation'),
    loaded('page'),
    loaded('county'),
    {
      kind: 'told',
      what: 'the nation’s first answer after the start by counties',
      figure: each((size) => `${median(of(size, ({ cold }) => cold)).toFixed(0)} ms`),
    },
    {
      kind: 'measured',
      budget: 'counties.accepted',
      rounds: until(2850),
      note: `by counties ${each((size) => `${median(until(size)).toFixed(0)} ms`)}`,
    },
    {
      kind: 'measured',
      budget: 'counties.stall',
      rounds: of(2850, ({ stall }) => stall),
      note: `by counties ${each((size) => `${median(of(size, ({ stall }) => stall)).toFixed(0)} ms`)}`,
    },
    {
      kind: 'measured',
      budget: 'counties.memory',
      rounds: of(2850, ({ mostRssMb }) => mostRssMb),
      note: `by counties ${each((size) => `${median(of(size, ({ mostRssMb }) => mostRssMb)).toFixed(0)} MB`)}`,
    },
    {
      kind: 'measured',
      budget: 'counties.growth',
      rounds: cpuMs(2850).map((many, round) => many / (few[round] ?? Number.NaN)),
      note: `CPU by counties ${each((size) => `${median(cpuMs(size)).toFixed(0)} ms`)}`,
    },
  ];
}
