/**
 * Files of whole province-years, from the upload to what is committed: 5,000 good rows, and a province's five years of
 * history with a second official's acceptance, while somebody else reads.
 */
import { randomUUID } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import type { LoadLine, LoadPreview } from '#api/loads/contract.ts';
import type { Finding } from './budgets.ts';
import { connectTo, type Connection } from './ground/connection.ts';
import { copyOf } from './ground/folders.ts';
import { median, quantile } from './ground/measure.ts';
import { buildOffice, sessionIn, valueOf, type Office } from './ground/office.ts';
import { startProduct } from './ground/processes.ts';

const years = [2016, 2017, 2018, 2019, 2020];
const rounds = 3;
const reason = '补录五年历史数据';

export async function measureImport(): Promise<Finding[]> {
  const office = await buildOffice({ areas: 11, years: [], stateOf: () => 'none' });
  addSecondOfficial(office.file);
  const indicators = indicatorsOf(office.file);
  const rows = rowsOf(office, indicators).slice(0, 5000);
  const history = rowsOf(office, indicators.slice(0, 5));
  const found: { readonly import: Round[]; readonly history: Round[] } = { import: [], history: [] };
  for (let round = 0; round < rounds; round += 1) {
    found.import.push(await measureRound(office, csvOf(rows), rows.length));
    found.history.push(await measureRound(office, csvOf(history), history.length));
  }
  return [...findingsOf('import', found.import, rows.length), ...findingsOf('history', found.history, history.length)];
}

interface Round {
  readonly previewMs: number;
  readonly commitMs: number;
  readonly acceptMs: number;
  readonly addedMb: number;
  readonly stallMs: number;
  /** What somebody else waits for an answer: before, and meanwhile. */
  readonly quiet: number;
  readonly meanwhile: number;
}

async function measureRound(office: Office, file: string, count: number): Promise<Round> {
  const database = copyOf(office.file);
  const [first, second] = [sessionIn(database, 'bench-official'), sessionIn(database, 'bench-second')];
  const server = await startProduct(database);
  const as = (cookie: string): Connection => connectTo(server.port, { cookie, origin: server.origin });
  const [sender, reviewer, reader] = [as(first), as(second), as(office.official)];
  const quiet = quantile(await readWhile(reader, () => new Promise((resolve) => setTimeout(resolve, 1000))), 0.95);
  const before = (await server.ask('usage')).rssMb;
  await server.ask('watch');
  const times = { preview: 0, commit: 0, accept: 0 };
  const waited = await readWhile(reader, async () => {
    Object.assign(times, await loadFile({ sender, reviewer: () => reviewer }, file, count));
  });
  const stallMs = await server.ask('stall');
  const addedMb = (await server.ask('usage')).mostRssMb - before;
  for (const connection of [sender, reviewer, reader]) connection.close();
  await server.stop();
  return {
    previewMs: times.preview,
    commitMs: times.commit,
    acceptMs: times.accept,
    addedMb,
    stallMs,
    quiet,
    meanwhile: quantile(waited, 0.95),
  };
}

/** Milliseconds of a file: looked at by one official, written, and accepted by another. */
export async function loadFile(
  { sender, reviewer }: { readonly sender: Connection; readonly reviewer: () => Connection },
  file: string,
  count: number,
) {
  const looked = await post(sender, '/api/loads/preview?language=zh&conflicts=theirs', file);
  const { digest, counts, faults }: LoadPreview = JSON.parse(looked.reply);
  if (counts.fresh !== count) throw new Error(`${counts.fresh} rows of ${count} are good: ${faults[0]?.detail.en}`);
  const name = 'history.csv';
  const query = new URLSearchParams({ language: 'zh', conflicts: 'theirs', digest, name, reason, rows: 'all' });
  const entered = await post(sender, `/api/loads?${query}`, file);
  const { id }: LoadLine = JSON.parse(entered.reply);
  const accepted = await post(reviewer(), `/api/loads/${id}/accept`, '{}', 'application/json');
  return { preview: looked.milliseconds, commit: entered.milliseconds, accept: accepted.milliseconds };
}

/** @throws Error where the answer is a refusal */
async function post(by: Connection, path: string, body: string, type = 'text/csv') {
  const {
    status,
    body: reply,
    milliseconds,
  } = await by.send({ method: 'POST', path, headers: { 'content-type': type }, body });
  if (status !== 200) throw new Error(`${path} was answered ${status}: ${reply.toString()}`);
  return { reply: reply.toString(), milliseconds };
}

/** The milliseconds of an overview and of the own session, or of other paths, asked for again and again while `work` runs. */
export async function readWhile(
  reader: Connection,
  work: () => Promise<unknown>,
  paths: readonly string[] = ['/api/overview?year=2020&month=12', '/api/session'],
): Promise<readonly number[]> {
  const waited: number[] = [];
  const day = { isOver: false };
  const working = work().finally(() => {
    day.isOver = true;
  });
  while (!day.isOver) {
    for (const path of paths) {
      waited.push((await reader.send({ path })).milliseconds);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  await working;
  return waited;
}

function findingsOf(bench: 'import' | 'history', of: readonly Round[], rows: number): Finding[] {
  const total = ({ previewMs, commitMs, acceptMs }: Round): number => previewMs + commitMs + acceptMs;
  const middle = (value: (round: Round) => number): string => median(of.map(value)).toFixed(0);
  const note =
    `${rows} rows: preview ${middle(({ previewMs }) => previewMs)}, written ${middle(({ commitMs }) => commitMs)}, ` +
    `accepted ${middle(({ acceptMs }) => acceptMs)} ms`;
  const others =
    `p95 of others’ reading ${median(of.map(({ meanwhile }) => meanwhile)).toFixed(1)} ms, ` +
    `${median(of.map(({ quiet }) => quiet)).toFixed(1)} before`;
  const budget = (name: 'time' | 'memory' | 'stall') =>
    bench === 'import' ? (`import.${name}` as const) : (`import.history-${name}` as const);
  return [
    {
      kind: 'measured',
      budget: budget('time'),
      rounds: bench === 'import' ? of.map(({ previewMs, commitMs }) => previewMs + commitMs) : of.map(total),
      note,
    },
    { kind: 'measured', budget: budget('memory'), rounds: of.map(({ addedMb }) => addedMb), note: '' },
    { kind: 'measured', budget: budget('stall'), rounds: of.map(({ stallMs }) => stallMs), note: others },
  ];
}

export interface Indicator {
  readonly code: string;
  readonly kind: string;
  readonly scale: number;
}

export function indicatorsOf(file: string): readonly Indicator[] {
  const database = new Sqlite(file, { readonly: true });
  const found = database.prepare<[], Indicator>('select code, kind, scale from indicator order by position').all();
  database.close();
  return found;
}

/** A row for each area, month and indicator; a stock only grows. */
export function rowsOf(
  { areas }: Pick<Office, 'areas'>,
  indicators: readonly Indicator[],
  of: readonly number[] = years,
): readonly string[] {
  return of.flatMap((year) =>
    Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) =>
      areas.flatMap((code, area) =>
        indicators.map((indicator) => {
          const grown = indicator.kind === 'stock' ? (year - 2015) * 1_000_000 : 0;
          const cumulative = valueOf(area, month, indicator) + grown;
          const denominator = indicator.kind === 'ratio' ? (cumulative * 3) / indicator.scale : '';
          return `${code},${year},${month},${indicator.code},${cumulative / indicator.scale},${denominator}`;
        }),
      ),
    ),
  );
}

export const csvOf = (rows: readonly string[]): string => ['地区代码,年,月,指标代码,累计,分母', ...rows].join('\r\n');

/** Whoever accepts must be somebody else than whoever entered. */
export function addSecondOfficial(file: string): void {
  const database = new Sqlite(file);
  const row = database
    .prepare<[], Record<string, unknown>>("select * from account where name = 'bench-official'")
    .get();
  const second = { ...row, id: randomUUID(), name: 'bench-second' };
  const columns = Object.keys(second);
  database
    .prepare(`insert into account (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`)
    .run(Object.values(second));
  database.close();
}
