/**
 * Six years of a nation by file: those of one province are really loaded, a file a year, into an office of 2,850 counties,
 * while somebody else reads; 31 provinces are reckoned from it. On SQLite, and on PostgreSQL where XUSHI_BENCH_POSTGRES is an
 * address of an empty database.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Finding } from './budgets.ts';
import { connectTo, type Connection } from './ground/connection.ts';
import { quantile } from './ground/measure.ts';
import { buildOffice, sessionIn } from './ground/office.ts';
import { startProduct } from './ground/processes.ts';
import { addSecondOfficial, csvOf, indicatorsOf, loadFile, readWhile, rowsOf } from './import.ts';

const years = [2015, 2016, 2017, 2018, 2019, 2020];
const counties = 2850;
const province = '44';
const paths = ['/api/divisions?year=2020&month=12', '/api/session'];

interface Sessions {
  readonly sender: string;
  readonly reviewer: string;
  readonly reader: string;
}

interface File {
  readonly csv: string;
  readonly rows: number;
}

export async function measureNationImport(): Promise<Finding[]> {
  const office = await buildOffice({ areas: counties, nation: true, years: [], stateOf: () => 'none' });
  addSecondOfficial(office.file);
  const sender = sessionIn(office.file, 'bench-official');
  const sessions = { sender, reviewer: sessionIn(office.file, 'bench-second'), reader: office.official };
  const areas = office.areas.filter((code) => code.startsWith(province));
  const indicators = indicatorsOf(office.file).slice(0, 5);
  const files = years.map((year) => {
    const rows = rowsOf({ areas }, indicators, [year]);
    return { csv: csvOf(rows), rows: rows.length };
  });
  const postgres = process.env['XUSHI_BENCH_POSTGRES'];
  if (postgres !== undefined) moveTo(postgres, office.file);
  const found = await measureOn(office.file, sessions, files);
  const told = postgres === undefined ? [] : [await measureOn(postgres, sessions, files)];
  const rowsOfNation = counties * 12 * years.length * indicators.length;
  return [
    { kind: 'measured', budget: 'nation-import.time', rounds: [found.seconds], note: noteOf(found, rowsOfNation) },
    { kind: 'measured', budget: 'nation-import.memory', rounds: [found.addedMb], note: '' },
    { kind: 'measured', budget: 'nation-import.stall', rounds: [found.stallMs], note: 'the longest of all' },
    ...told.map((one) => ({
      kind: 'told' as const,
      what: 'the same on PostgreSQL',
      figure: `${one.seconds.toFixed(1)} s; ${noteOf(one, rowsOfNation)}; + ${one.addedMb.toFixed(0)} MB; longest stall ${one.stallMs.toFixed(0)} ms`,
    })),
  ];
}

/** The same office at an address of PostgreSQL. */
function moveTo(address: string, file: string): void {
  const move = join(import.meta.dirname, '../../api/server/move.ts');
  execFileSync(process.execPath, [move, `file:${file}`, address], { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function measureOn(database: string, sessions: Sessions, files: readonly File[]) {
  const server = await startProduct(database);
  const as = (cookie: string): Connection => connectTo(server.port, { cookie, origin: server.origin });
  const reader = as(sessions.reader);
  for (const path of paths) await reader.send({ path });
  const before = (await server.ask('usage')).rssMb;
  await server.ask('watch');
  const total = { preview: 0, commit: 0, accept: 0 };
  const waited = await readWhile(
    reader,
    async () => {
      for (const { csv, rows } of files) {
        // New ones for each file: the server closes what is idle while others work.
        const opened: Connection[] = [];
        const open = (cookie: string): Connection => {
          const connection = as(cookie);
          opened.push(connection);
          return connection;
        };
        const times = await loadFile(
          { sender: open(sessions.sender), reviewer: () => open(sessions.reviewer) },
          csv,
          rows,
        );
        for (const connection of opened) connection.close();
        for (const step of ['preview', 'commit', 'accept'] as const) total[step] += times[step];
      }
    },
    paths,
  );
  const stallMs = await server.ask('stall');
  const addedMb = (await server.ask('usage')).mostRssMb - before;
  reader.close();
  await server.stop();
  const seconds = (total.preview + total.commit + total.accept) / 1000;
  return { seconds, total, rows: files.reduce((sum, file) => sum + file.rows, 0), waited, stallMs, addedMb };
}

function noteOf(found: Awaited<ReturnType<typeof measureOn>>, rowsOfNation: number): string {
  const { rows, seconds, total, waited } = found;
  const each = Object.entries(total).map(([step, ms]) => `${step} ${(ms / 1000).toFixed(1)} s`);
  const minutes = (rowsOfNation / rows) * (seconds / 60);
  return (
    `${years.length} files, ${rows} rows really loaded, ${(rows / seconds).toFixed(0)} rows/s (${each.join(', ')}); ` +
    `reckoned for ${rowsOfNation} rows of the nation ${minutes.toFixed(1)} min; others’ reading p99 ${quantile(waited, 0.99).toFixed(0)} ms`
  );
}
