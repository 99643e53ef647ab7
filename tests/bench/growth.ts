/**
 * Whether writing grows with what an office has kept: a month of a hundred versions corrected and accepted once more beside
 * months of few, and months saved, submitted and accepted in an office with 100,000 kept keys beside the same without.
 */
import { randomUUID } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { hashSessionToken } from '#api/http/session-cookie.ts';
import type { Finding } from './budgets.ts';
import { copyOf } from './ground/folders.ts';
import { median } from './ground/measure.ts';
import { buildOffice, type Office } from './ground/office.ts';
import { senderOver, tagOf, type Outcome, type Sender } from './ground/office-day.ts';
import { connectionAs } from './ground/open-page.ts';
import { startProduct, type BenchServer } from './ground/processes.ts';
import { monthsOf, reportOf, type Report } from './ground/reports.ts';

const keptKeys = 100_000;
const versions = 100;
const roundCount = 3;

export async function measureGrowth(): Promise<Finding[]> {
  const office = await buildOffice({ areas: 11, years: [2019, 2020], stateOf: () => 'accepted' });
  return [...(await measureVersions(office)), ...(await measureKeys(office))];
}

/** The people of one office, each on a connection of their own. */
function peopleAt(server: BenchServer, office: Office) {
  const outcome: Outcome = { reads: [], writes: [], accepted: 0, errors: [] };
  const connections = [office.official, ...office.bureaus.values()].map((cookie) => connectionAs(server, cookie));
  const [official, ...bureaus] = connections.map((connection) => senderOver(connection, outcome));
  return {
    outcome,
    official: official as Sender, // the list begins with the official's
    bureauOf: (area: number): Sender => bureaus[area] as Sender, // the offices of this bench have eleven
    close: () => {
      for (const connection of connections) connection.close();
      if (outcome.errors.length > 0) throw new Error(outcome.errors[0]?.slice(0, 500));
    },
  };
}
type People = ReturnType<typeof peopleAt>;

/** Milliseconds until a month is corrected and accepted again; what is read before is not counted. */
async function correctOnce(people: People, { area, path }: Report, turn: number): Promise<number> {
  const bureau = people.bureauOf(area);
  const tag = tagOf(await bureau.get(path));
  const body = `{"reason":"经核实，上月数据少计一个项目。","laterMonths":"included",${reportOf(area + turn, 12).slice(1)}`;
  const start = performance.now();
  await bureau.change('POST', `${path}/correct`, { body, tag });
  const corrected = performance.now() - start;
  const seen = tagOf(await people.official.get(path));
  const again = performance.now();
  await people.official.change('POST', `${path}/accept`, { body: '{}', tag: seen });
  if (people.outcome.errors.length > 0) throw new Error(people.outcome.errors[0]?.slice(0, 500));
  return corrected + performance.now() - again;
}

async function measureVersions(office: Office): Promise<Finding[]> {
  const server = await startProduct(copyOf(office.file));
  const people = peopleAt(server, office);
  // Cities that are on pace, so that nothing but the figures is asked of them; December has no later months.
  const [grown, ...young] = monthsOf(office, 2020).filter(({ month, area }) => month === 12 && area % 5 !== 0);
  if (grown === undefined) throw new Error('no month to grow');
  for (let turn = 0; turn < versions; turn += 1) await correctOnce(people, grown, turn);
  const rounds: number[] = [];
  const times: { readonly old: number; readonly young: number }[] = [];
  for (let round = 0; round < roundCount; round += 1) {
    const found = { old: [] as number[], young: [] as number[] };
    for (const [at, other] of young.entries()) {
      found.old.push(await correctOnce(people, grown, versions + round * young.length + at));
      found.young.push(await correctOnce(people, other, round));
    }
    const of = { old: median(found.old), young: median(found.young) };
    times.push(of);
    rounds.push(of.old / of.young);
  }
  const read = await people.bureauOf(grown.area).get(grown.path);
  people.close();
  await server.stop();
  const note = `${median(times.map(({ old }) => old)).toFixed(1)} ms beside ${median(times.map(({ young: few }) => few)).toFixed(1)} ms; such a month is read in ${(read.body.length / 1024).toFixed(0)} KiB, packed`;
  return [{ kind: 'measured', budget: 'growth.versions', rounds, note }];
}

/** Milliseconds of each month's three steps, in two offices by turns. */
async function measureKeys(office: Office): Promise<Finding[]> {
  const files = { few: copyOf(office.file), many: copyOf(office.file) };
  keepKeys(files.many, office);
  const servers = [await startProduct(files.few), await startProduct(files.many)];
  const sides = servers.map((server) => peopleAt(server, office));
  const rounds: number[] = [];
  const [few, many]: [number[], number[]] = [[], []];
  // The first year warms both.
  for (const year of [2015, 2016, 2017, 2018]) {
    const times: [number[], number[]] = [[], []];
    for (const report of monthsOf(office, year)) {
      for (const [at, people] of sides.entries()) times[at]?.push(await reportOnce(people, report));
    }
    if (year === 2015) continue;
    few.push(median(times[0]));
    many.push(median(times[1]));
    rounds.push(median(times[1]) / median(times[0]));
  }
  for (const people of sides) people.close();
  for (const server of servers) await server.stop();
  return [
    {
      kind: 'measured',
      budget: 'growth.keys',
      rounds,
      note: `${median(many).toFixed(1)} ms a month beside ${median(few).toFixed(1)} ms`,
    },
  ];
}

async function reportOnce(people: People, { area, month, path }: Report): Promise<number> {
  const bureau = people.bureauOf(area);
  const start = performance.now();
  const saved = await bureau.change('PUT', path, { body: reportOf(area, month), tag: '"0"' });
  await bureau.change('POST', `${path}/submit`, { body: '{}', tag: saved });
  // The official's version counts what was sent alone.
  await people.official.change('POST', `${path}/accept`, { body: '{}', tag: '"1"' });
  return performance.now() - start;
}

/** Keys of this day, as many for each person, so that nothing clears them away. */
function keepKeys(file: string, office: Office): void {
  const database = new Sqlite(file);
  const accounts = ['bench-official', ...[...office.bureaus.keys()].map((code) => `bench-${code}`)];
  const reply = '{"status":200,"of":{"year":2020,"month":9,"region":"330100"},"version":3}';
  const insert = database.prepare(
    'insert into idempotency_key (account, key, endpoint, request_hash, reply, created_at) values (?, ?, ?, ?, ?, ?)',
  );
  database.transaction(() => {
    for (let at = 0; at < keptKeys; at += 1) {
      const key = randomUUID();
      insert.run(
        accounts[at % accounts.length],
        key,
        'saveDraft',
        hashSessionToken(key),
        reply,
        '2021-01-11T00:30:00.000Z',
      );
    }
  })();
  database.pragma('wal_checkpoint(truncate)');
  database.close();
}
