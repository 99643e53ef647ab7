/**
 * Ten minutes of a deadline's day: 11 bureaus report about 5 months a second, an official decides on each, 200 people
 * have a page open that reads again whenever it is told, and open others. Asked for by name only:
 * `npm run bench -- soak`; `XUSHI_SOAK_SECONDS=60` tries it for a minute.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Finding } from './budgets.ts';
import { workAtBureau } from './ground/bureau-at-work.ts';
import { median, quantile } from './ground/measure.ts';
import { buildOffice } from './ground/office.ts';
import type { OfficeDay, Outcome } from './ground/office-day.ts';
import { lookOn } from './ground/onlooker.ts';
import { startProduct, type BenchServer } from './ground/processes.ts';
import type { Usage } from './ground/questions.ts';

const seconds = Number(process.env['XUSHI_SOAK_SECONDS'] ?? 600);
/** What warms up is not counted. */
const warmUpMs = 10_000;

export async function measureSoak(): Promise<Finding[]> {
  if (!(seconds >= 20 && seconds <= 3600)) throw new RangeError('XUSHI_SOAK_SECONDS is 20 to 3600');
  const office = await buildOffice({ areas: 11, years: [2019, 2020], stateOf: () => 'accepted' });
  const server = await startProduct(office.file);
  const outcome: Outcome = { reads: [], writes: [], accepted: 0, errors: [] };
  const end = performance.now() + warmUpMs + seconds * 1000;
  const isOver = () => performance.now() >= end;
  const day: OfficeDay = { server, office, outcome, monthEveryMs: 2200, openEveryMs: 4000, isOver };
  const people = Promise.all([
    ...office.pages.map((cookie, place) => lookOn(day, cookie, place)),
    ...office.areas.map((_region, area) => workAtBureau(day, area)),
  ]);
  // Whoever fails ends the soak at once, instead of being waited for.
  await Promise.race([people, wait(warmUpMs)]);
  outcome.reads.length = 0;
  outcome.writes.length = 0;
  outcome.accepted = 0;
  await server.ask('watch');
  const [usages] = await Promise.all([usagesUntil(server, isOver), people]);
  const stall = await server.ask('stall');
  await server.stop();
  for (const error of outcome.errors.slice(0, 10)) console.log(error);
  return findingsOf(outcome, usages, stall);
}

async function usagesUntil(server: BenchServer, isOver: () => boolean): Promise<readonly Usage[]> {
  const usages = [await server.ask('usage')];
  while (!isOver()) {
    await wait(1000);
    usages.push(await server.ask('usage'));
  }
  return usages;
}

function findingsOf({ reads, writes, accepted, errors }: Outcome, usages: readonly Usage[], stall: number): Finding[] {
  const rate = (times: readonly number[]) => `${(times.length / seconds).toFixed(0)}/s`;
  const times = (of: readonly number[]) =>
    `p50 ${quantile(of, 0.5).toFixed(1)}, max ${quantile(of, 1).toFixed(1)} ms, ${rate(of)}`;
  const cpuMs = (usages.at(-1)?.cpuMs ?? 0) - (usages[0]?.cpuMs ?? 0);
  const memory = memoryOf(usages);
  return [
    {
      kind: 'measured',
      budget: 'soak.errors',
      rounds: [errors.length],
      note: `of ${reads.length + writes.length} requests and 200 streams`,
    },
    { kind: 'measured', budget: 'soak.reads', rounds: [quantile(reads, 0.99)], note: times(reads) },
    {
      kind: 'measured',
      budget: 'soak.writes',
      rounds: [quantile(writes, 0.99)],
      note: `${times(writes)}, ${(accepted / seconds).toFixed(1)} months accepted a second`,
    },
    {
      kind: 'measured',
      budget: 'soak.stall',
      rounds: [stall],
      note: `the server used ${(cpuMs / seconds / 10).toFixed(0)} % of a core`,
    },
    { kind: 'measured', budget: 'soak.memory', rounds: [memory.growth], note: memory.note },
  ];
}

/**
 * Flat is judged by what was alive after a collection, the least of the heap in a fifth of the time: what waits to be
 * collected and what the process keeps of the machine's memory go up and down with the load. The last fifth over the
 * middle one, because caches fill in the first.
 */
function memoryOf(usages: readonly Usage[]) {
  const fifth = usages.length / 5;
  const parts = [0, 2, 4].map((at) => usages.slice(Math.floor(at * fifth), Math.floor((at + 1) * fifth)));
  const alive = parts.map((part) => Math.min(...part.map(({ heapMb }) => heapMb)));
  const rss = parts.map((part) => median(part.map(({ rssMb }) => rssMb)));
  return {
    growth: (alive[2] ?? Number.NaN) / (alive[1] ?? Number.NaN),
    note: `at the start, in the middle and at the end ${list(alive)} MB alive, ${list(rss)} MB in all (RSS)`,
  };
}

const list = (values: readonly number[]): string => values.map((value) => value.toFixed(0)).join(', ');
