/** A PostgreSQL server of the test's own, which may be stopped as a crash stops it, and frozen. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, chownSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { temporaryFolder } from '#tests/support/database.ts';
import { command } from './tools.ts';

/** Debian's folder of the newest version's programs; undefined where PostgreSQL is not installed. */
const programs = existsSync('/usr/lib/postgresql')
  ? readdirSync('/usr/lib/postgresql')
      .toSorted((one, other) => Number(other) - Number(one))
      .map((version) => `/usr/lib/postgresql/${version}/bin`)[0]
  : undefined;

/** A server of one's own needs its programs and, because it refuses to run as root, somebody else to run as. */
export const hasPostgres =
  programs !== undefined && process.getuid?.() === 0 && spawnSync('id', ['postgres']).status === 0;

export interface Cluster {
  /** What DATABASE_URL is set to. */
  readonly address: string;
  start(): void;
  /** Ends it at once, as a crash does: what was committed is recovered at the next start. */
  crash(): void;
  /** Stops all its processes where they are; they still take connections, and answer nothing. */
  /** Changes a setting of the server, at once where it runs. */
  set(name: string, value: string): void;
  /** Runs statements on the office's database, as its owner. */
  execute(statements: string): void;
  freeze(): void;
  thaw(): void;
  remove(): void;
}

/** Makes a server on a free port of 127.0.0.1 with one empty database. */
export async function newCluster(): Promise<Cluster> {
  const folder = temporaryFolder();
  const owner = Number(command('id', '-u', 'postgres'));
  chownSync(folder, owner, owner);
  const data = join(folder, 'data');
  const port = await freePort();
  const as = (program: string, ...words: readonly string[]) =>
    command('setpriv', `--reuid=${owner}`, '--clear-groups', `${programs}/${program}`, ...words);
  as('initdb', '-D', data, '-A', 'trust', '-U', 'xushi', '-E', 'UTF8', '--no-locale', '-N');
  const start = () =>
    as('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', `-p ${port} -h 127.0.0.1 -k ${folder}`, 'start');
  const processes = (): readonly number[] => {
    const main = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const children = spawnSync('ps', ['--ppid', String(main), '-o', 'pid='], { encoding: 'utf8' }).stdout;
    return [main, ...children.split('\n').filter(Boolean).map(Number)];
  };
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    for (const pid of processes()) process.kill(pid, name);
  };
  start();
  as('createdb', '-h', '127.0.0.1', '-p', String(port), '-U', 'xushi', 'office');
  return {
    address: `postgres://xushi@127.0.0.1:${port}/office`,
    start,
    crash: () => as('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop'),
    set: (name, value) => {
      // Of two lines the last counts.
      appendFileSync(join(data, 'postgresql.auto.conf'), `${name} = '${value}'\n`);
      if (existsSync(join(data, 'postmaster.pid'))) as('pg_ctl', '-D', data, 'reload');
    },
    execute: (statements) =>
      void as('psql', '-h', '127.0.0.1', '-p', String(port), '-U', 'xushi', '-qc', statements, 'office'),
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    remove: () => {
      if (existsSync(join(data, 'postmaster.pid'))) as('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
