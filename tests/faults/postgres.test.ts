/** Two processes of the product on one PostgreSQL server: together, killed in turn with the database, and while it is frozen. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFrom } from '#seeds/demo/random.ts';
import { temporaryFolder } from '#tests/support/database.ts';
import { examine, type Findings } from './ground/checker.ts';
import { beginWriting } from './ground/killing.ts';
import { hasPostgres, newCluster, type Cluster } from './ground/postgres.ts';
import { isLong, report } from './ground/report.ts';
import { endServers, startServer } from './ground/server.ts';
import { cookieOf, newOffice, type Office } from './ground/writers.ts';

const isRun = isLong && hasPostgres;
if (isLong && !hasPostgres)
  report('PostgreSQL: not run, because its server is not installed here, or this is not root');

let cluster: Cluster;
beforeAll(async () => {
  if (isRun) cluster = await newCluster();
});
afterAll(() => {
  endServers();
  if (isRun) cluster.remove();
});

const start = () => startServer({ database: cluster.address });

/** Lets every request go to one of the two processes in turn, so that each city's commands meet both. */
function alternate(office: Office, origins: readonly string[]): void {
  let asked = 0;
  Object.defineProperty(office, 'origin', { get: () => origins[(asked += 1) % origins.length], configurable: true });
}

function found(office: Office): Findings {
  const file = join(temporaryFolder(), 'moved.db');
  const program = fileURLToPath(new URL('../../api/server/move.ts', import.meta.url));
  const moved = spawnSync(process.execPath, [program, cluster.address, `file:${file}`], { encoding: 'utf8' });
  expect([moved.status, moved.stderr]).toEqual([0, '']);
  return examine(file, office.acknowledged);
}

const lineOf = (office: Office, { lost, half, doubled }: Findings): string =>
  `${office.acknowledged.length} acknowledged, ${office.unavailable} refused for now, ${office.inDoubt} asked again, ` +
  `${lost.length} lost, ${half.length} half, ${doubled.length} doubled`;

const nothing = { lost: [], half: [], doubled: [], integrity: 'ok' };

describe.skipIf(!isRun)('two processes on one PostgreSQL', () => {
  it('refuse nobody, lose nothing and double nothing while both are written to', async () => {
    const office = newOffice();
    const first = await start();
    const second = await start();
    const writers = await beginWriting(office, first.origin);
    alternate(office, [first.origin, second.origin]);
    await setTimeout(10_000);
    office.isOver = true;
    await Promise.all(writers);
    await Promise.all([first.kill(), second.kill()]);
    const findings = found(office);
    report(`PostgreSQL, two processes: ${lineOf(office, findings)}`);
    expect([findings, office.strange, office.unavailable]).toEqual([nothing, [], 0]);
  });

  it('lose nothing when the database crashes and when either of them is killed', async () => {
    const office = newOffice('b');
    const random = randomFrom(15);
    let servers = [await start(), await start()];
    const writers = await beginWriting(office, servers[0]?.origin ?? '');
    const crashes = 12;
    for (let turn = 0; turn < crashes; turn += 1) {
      alternate(
        office,
        servers.map(({ origin }) => origin),
      );
      await setTimeout(500 + random() * 1500);
      if (turn % 2 === 0) {
        cluster.crash();
        cluster.start();
      } else {
        await servers[turn % servers.length]?.kill();
        servers = await Promise.all(servers.map((server, at) => (at === turn % servers.length ? start() : server)));
      }
    }
    alternate(
      office,
      servers.map(({ origin }) => origin),
    );
    await setTimeout(1500);
    office.isOver = true;
    await Promise.all(writers);
    await Promise.all(servers.map((server) => server.kill()));
    const findings = found(office);
    report(`PostgreSQL, ${crashes} crashes of database and processes: ${lineOf(office, findings)}`);
    expect([findings, office.strange]).toEqual([nothing, []]);
  });

  it('answer within five seconds while the database is frozen, and go on when it is not', async () => {
    const server = await start();
    const cookie = await cookieOf(server.origin, 'official');
    const ask = async (path: string, init: RequestInit = {}) => {
      const before = performance.now();
      const reply = await fetch(server.origin + path, { ...init, headers: { cookie, ...init.headers } });
      await reply.text();
      return { status: reply.status, seconds: (performance.now() - before) / 1000 };
    };
    cluster.freeze();
    const asked = await Promise.all([
      ask('/api/ready'),
      ask('/api/overview?year=2020&month=7'),
      ask('/api/submissions/2020/10/330800'),
      ask('/api/submissions/2020/10/330800/accept', { method: 'POST', headers: { 'if-match': '"1"' } }),
    ]);
    cluster.thaw();
    const slowest = Math.max(...asked.map(({ seconds }) => seconds));
    report(
      `PostgreSQL frozen: ${asked.map(({ status }) => status).join(', ')}, the slowest after ${slowest.toFixed(1)} s`,
    );
    expect(asked.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
    expect(slowest).toBeLessThan(5.5);
    let again = await ask('/api/ready');
    for (let tries = 0; tries < 50 && again.status !== 200; tries += 1) {
      await setTimeout(100);
      again = await ask('/api/ready');
    }
    expect(again.status).toBe(200);
    expect((await ask('/api/overview?year=2020&month=7')).status).toBe(200);
    await server.kill();
  });
});
