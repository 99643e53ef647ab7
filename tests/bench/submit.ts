/**
 * A month's way through the product over HTTP on a file: draft saved, submitted, accepted, each against one bare
 * transaction of exactly the rows that it writes. The rows are recorded in a run of its own, because recording costs time.
 */
import Sqlite from 'better-sqlite3';
import type { Finding } from './budgets.ts';
import { connectTo, type Connection } from './ground/connection.ts';
import { median } from './ground/measure.ts';
import { copyOf } from './ground/folders.ts';
import { buildOffice, type Office } from './ground/office.ts';
import { startProduct, type BenchServer } from './ground/processes.ts';
import type { RecordedStatement } from './ground/questions.ts';
import { monthsOf, reportOf } from './ground/reports.ts';

const steps = ['save', 'submit', 'accept'] as const;
type Step = (typeof steps)[number];
/** Milliseconds that each month's steps took. */
type Times = Readonly<Record<Step, readonly number[]>>;

/** One year of months on both sides; CPU is that of one month's three steps. */
interface Round {
  readonly ours: Times;
  readonly bare: Times;
  readonly oursCpuMs: number;
  readonly bareCpuMs: number;
}

/** Whole years of months in which both sides get warm, then as many as a round each. */
const years = { warm: [2015], rounds: [2016, 2017, 2018] };

export async function measureSubmit(): Promise<Finding[]> {
  const all = [...years.warm, ...years.rounds];
  const office = await buildOffice({
    areas: 11,
    years: [2019, 2020],
    stateOf: () => 'accepted',
  });
  const recorded = await record(office, all);
  const files = { ours: copyOf(office.file), bare: copyOf(office.file) };
  const server = await startProduct(files.ours);
  const connections = connectionsTo(server, office);
  const bare = openBare(files.bare);
  const rounds: Round[] = [];
  for (const year of all) rounds.push(await measureYear(server, connections, bare, office, recorded, year));
  const results = rounds.slice(years.warm.length);
  const http = await timeOfHttpAlone(connections.official);
  connections.close();
  await server.stop();
  bare.close();
  refuseDifferentRows(files.ours, files.bare);
  return [
    ...steps.map((step) => findingOf(step, results, recorded)),
    {
      kind: 'told',
      what: 'of each, HTTP and the client alone (a request for the state of health)',
      figure: `${http.toFixed(2)} ms`,
    },
    {
      kind: 'told',
      what: 'CPU of a month saved, submitted and accepted, of the server and of the bare transactions',
      figure: `${median(results.map(({ oursCpuMs }) => oursCpuMs)).toFixed(1)} ms and ${median(results.map(({ bareCpuMs }) => bareCpuMs)).toFixed(2)} ms`,
    },
  ];
}

function findingOf(step: Step, results: readonly Round[], recorded: Recorded): Finding {
  const each = (side: 'ours' | 'bare') => results.map((round) => median(round[side][step]));
  const bare = each('bare');
  return {
    kind: 'measured',
    budget: `submit.${step}`,
    rounds: each('ours').map((ours, round) => ours / (bare[round] ?? Number.NaN)),
    note: `${median(each('ours')).toFixed(2)} ms of ${median(bare).toFixed(2)} ms; ${describeRows(recorded.values().next().value?.[0]?.[step] ?? [])}`,
  };
}

/** `1 submission, 8 figure, …`: the tables that a step's statements write, with the rows in each. */
function describeRows(statements: readonly RecordedStatement[]): string {
  const rows = new Map<string, number>();
  for (const { sql, rows: count } of statements) {
    const [, verb = '', table = ''] = /^(insert|update|delete)(?: into| from)? "(\w+)"/.exec(sql) ?? [];
    if (count > 0) rows.set(`${table} ${verb}`, (rows.get(`${table} ${verb}`) ?? 0) + count);
  }
  return [...rows].map(([what, count]) => `${count} ${what}`).join(', ');
}

/** By year the writing statements of each of its months, in the order of the months. */
type Recorded = ReadonlyMap<number, readonly Readonly<Record<Step, readonly RecordedStatement[]>>[]>;

async function record(office: Office, all: readonly number[]): Promise<Recorded> {
  const server = await startProduct(copyOf(office.file), 'record');
  const connections = connectionsTo(server, office);
  const recorded = new Map<number, Record<Step, readonly RecordedStatement[]>[]>();
  await connections.official.send({ path: '/api/session' });
  await server.ask('recorded');
  for (const year of all) {
    const months: Record<Step, readonly RecordedStatement[]>[] = [];
    for (const key of monthsOf(office, year)) {
      const of: Record<Step, readonly RecordedStatement[]> = { save: [], submit: [], accept: [] };
      for (const step of steps) {
        await connections.send(step, key);
        const taken = await server.ask('recorded');
        of[step] = taken.filter(({ sql }) => sql !== 'COMMIT');
      }
      months.push(of);
    }
    recorded.set(year, months);
  }
  connections.close();
  await server.stop();
  return recorded;
}

type Key = ReturnType<typeof monthsOf>[number];

/** A connection for the official and one for each bureau, as their browsers keep them. */
function connectionsTo(server: BenchServer, office: Office) {
  const as = (cookie: string): Connection =>
    connectTo(server.port, { cookie, origin: server.origin, 'content-type': 'application/json' });
  const official = as(office.official);
  const bureaus = new Map([...office.bureaus].map(([area, cookie]) => [area, as(cookie)]));
  return {
    official,
    /** Sends one step of a month and gives the milliseconds until its answer is there. */
    send: async (step: Step, key: Key): Promise<number> => {
      const connection = step === 'accept' ? official : bureaus.get(key.region);
      if (connection === undefined) throw new Error(`${key.region} has no bureau`);
      const { status, body, milliseconds } = await connection.send(requestOf(step, key));
      if (status !== 200) throw new Error(`${step} of ${key.path} was answered ${status}: ${body.toString()}`);
      return milliseconds;
    },
    close: () => {
      official.close();
      for (const connection of bureaus.values()) connection.close();
    },
  };
}

/** The version that each step is based on; the official's counts only what was sent. */
const basedOn = { save: 0, submit: 1, accept: 1 } as const;

/** What the pages send: the version a step is based on, and a key that makes it count once. */
function requestOf(step: Step, { path, area, month }: Key) {
  const headers = {
    'if-match': `"${basedOn[step]}"`,
    'idempotency-key': `${step}-${path.replaceAll(/\W/g, '-')}`,
  };
  return step === 'save'
    ? { method: 'PUT' as const, path, headers, body: reportOf(area, month) }
    : { method: 'POST' as const, path: `${path}/${step}`, headers, body: '{}' };
}

/** A year's months, each step by the product and then by the bare side, so that both meet the same machine. */
async function measureYear(
  server: BenchServer,
  connections: ReturnType<typeof connectionsTo>,
  bare: ReturnType<typeof openBare>,
  office: Office,
  recorded: Recorded,
  year: number,
): Promise<Round> {
  const ours: Record<Step, number[]> = { save: [], submit: [], accept: [] };
  const theirs: Record<Step, number[]> = { save: [], submit: [], accept: [] };
  const months = monthsOf(office, year);
  let bareCpu = 0;
  const oursCpu = await server.cpuOf(async () => {
    for (const [at, key] of months.entries()) {
      for (const step of steps) {
        ours[step].push(await connections.send(step, key));
        const written = bare.write(recorded.get(year)?.[at]?.[step] ?? []);
        theirs[step].push(written.milliseconds);
        bareCpu += written.cpuMs;
      }
    }
  });
  return { ours, bare: theirs, oursCpuMs: oursCpu / months.length, bareCpuMs: bareCpu / months.length };
}

/** A bare connection with the product's settings of durability, which writes what was recorded. */
function openBare(file: string) {
  const bare = new Sqlite(file);
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.pragma('foreign_keys = ON');
  const compiled = new Map<string, Sqlite.Statement>();
  const statementOf = (sql: string): Sqlite.Statement => {
    const statement = compiled.get(sql) ?? bare.prepare(sql);
    compiled.set(sql, statement);
    return statement;
  };
  return {
    /** One transaction of these statements, compiled before the time counts. */
    write: (statements: readonly RecordedStatement[]) => {
      const ready = statements.map(({ sql, parameters }) => ({ statement: statementOf(sql), parameters }));
      const cpu = process.cpuUsage();
      const start = performance.now();
      bare.exec('BEGIN IMMEDIATE');
      for (const { statement, parameters } of ready) {
        if (statement.reader) statement.all(...parameters);
        else statement.run(...parameters);
      }
      bare.exec('COMMIT');
      const milliseconds = performance.now() - start;
      const { user, system } = process.cpuUsage(cpu);
      return { milliseconds, cpuMs: (user + system) / 1000 };
    },
    close: () => void bare.close(),
  };
}

async function timeOfHttpAlone(connection: Connection): Promise<number> {
  const times: number[] = [];
  for (let request = 0; request < 200; request += 1) {
    times.push((await connection.send({ path: '/api/health' })).milliseconds);
  }
  return median(times);
}

/** Both sides must hold as many rows of every kind, or they were not compared with the same work. */
function refuseDifferentRows(ours: string, bare: string): void {
  const tables = [
    'submission',
    'submission_version',
    'figure',
    'audit_event',
    'idempotency_key',
    'revision',
    'session',
  ];
  const count = (file: string) => {
    const database = new Sqlite(file, { readonly: true });
    const counts = tables.map((table) => database.prepare(`select count(*) from ${table}`).pluck().get());
    database.close();
    return counts.join(' ');
  };
  if (count(ours) !== count(bare)) throw new Error(`the rows differ: ${count(ours)}, bare ${count(bare)}`);
}
