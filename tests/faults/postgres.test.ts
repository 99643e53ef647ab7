/** Two processes of the product on one PostgreSQL server: together, killed in turn with the database, and while it is frozen. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Submission } from '#api/submissions/contract.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFrom } from '#seeds/demo/random.ts';
import { ordinary } from '#tests/support/reporting.ts';
import { temporaryFolder } from '#tests/support/database.ts';
import { examine, type Findings } from './ground/checker.ts';
import { hasPostgres, newCluster, type Cluster } from './ground/postgres.ts';
import { isLong, report } from './ground/report.ts';
import { endServers, startServer, type FaultServer } from './ground/server.ts';
import {
  beginWriting,
  cookieOf,
  newOffice,
  signEverybodyIn,
  untilAcknowledged,
  type Office,
} from './ground/writers.ts';

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

/** Lets every request go to one of the processes in turn, so that each city's commands meet all of them. */
function alternate(office: Office, servers: readonly FaultServer[]): void {
  let asked = 0;
  const origin = () => servers[(asked += 1) % servers.length]?.origin ?? null;
  Object.defineProperty(office, 'origin', { get: origin, configurable: true });
}

function found(office: Office): Findings {
  const file = join(temporaryFolder(), 'moved.db');
  const program = fileURLToPath(new URL('../../api/server/move.ts', import.meta.url));
  const moved = spawnSync(process.execPath, [program, cluster.address, `file:${file}`], { encoding: 'utf8' });
  expect([moved.status, moved.stderr]).toEqual([0, '']);
  return examine(file, office.acknowledged);
}

/** The numbers that a page is told from now on; the first is of now. */
async function listen(origin: string, cookie: string): Promise<readonly number[]> {
  const { body } = await fetch(`${origin}/api/events`, { headers: { cookie } });
  const numbers: number[] = [];
  const reading = async (): Promise<void> => {
    for await (const text of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      for (const [, number] of text.matchAll(/"revision":(\d+)/g)) numbers.push(Number(number));
    }
  };
  // It ends with its server.
  reading().catch(() => undefined);
  await expect.poll(() => numbers.length).toBe(1);
  return numbers;
}

const lineOf = (office: Office, { lost, half, doubled }: Findings): string =>
  `${office.acknowledged.length} acknowledged, ${office.unavailable} refused for now, ${office.inDoubt} asked again, ` +
  `${lost.length} lost, ${half.length} half, ${doubled.length} doubled`;

const nothing = { lost: [], half: [], doubled: [], integrity: 'ok' };

describe.skipIf(!isRun)('two processes on one PostgreSQL', () => {
  it('refuse nobody, lose nothing and double nothing while both are written to', async () => {
    const office = newOffice();
    const servers = [await start(), await start()] as const;
    const writers = beginWriting(office, await signEverybodyIn(servers[0].origin));
    alternate(office, servers);
    while (office.acknowledged.length < 1500) await untilAcknowledged(office, 100);
    office.isOver = true;
    await Promise.all(writers);
    await Promise.all(servers.map((server) => server.kill()));
    const findings = found(office);
    report(`PostgreSQL, two processes: ${lineOf(office, findings)}`);
    expect([findings, office.strange, office.unavailable]).toEqual([nothing, [], 0]);
  });

  it('lose nothing when the database crashes and when either of them is killed', async () => {
    const office = newOffice('b');
    const random = randomFrom(15);
    const servers = [await start(), await start()];
    const writers = beginWriting(office, await signEverybodyIn(servers[0]?.origin ?? ''));
    const ends = 60;
    for (let turn = 0; turn < ends; turn += 1) {
      alternate(office, servers);
      await untilAcknowledged(office, Math.round(random() * 60));
      await setTimeout(random() * 100);
      // The database, the first process, the database, the second one.
      const killed = turn % 2 === 0 ? null : ((turn - 1) / 2) % 2;
      if (killed === null) {
        cluster.crash();
        cluster.start();
      } else {
        await servers[killed]?.kill();
        servers[killed] = await start();
      }
    }
    alternate(office, servers);
    await untilAcknowledged(office, 20);
    office.isOver = true;
    await Promise.all(writers);
    await Promise.all(servers.map((server) => server.kill()));
    const findings = found(office);
    report(`PostgreSQL, ${ends} crashes of database and processes: ${lineOf(office, findings)}`);
    expect([findings, office.strange]).toEqual([nothing, []]);
  });

  // The server may happen to write just before it crashes, so it may be tried again.
  it('are seen to lose where the database answers before it has written: a control', { retry: 2 }, async () => {
    const office = newOffice(`c${Date.now()}-`);
    const server = await start();
    const writers = beginWriting(office, await signEverybodyIn(server.origin));
    alternate(office, [server]);
    await untilAcknowledged(office, 20);
    // The product asks for the contrary in each of its sessions; so it is done behind its back, in each transaction.
    cluster.set('wal_writer_delay', '10s');
    cluster.set('wal_writer_flush_after', '1GB');
    cluster.execute(
      `CREATE OR REPLACE FUNCTION careless() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN PERFORM set_config('synchronous_commit', 'off', true); RETURN new; END $$;
       CREATE TRIGGER careless BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION careless();`,
    );
    await untilAcknowledged(office, 100);
    cluster.crash();
    cluster.start();
    cluster.execute('DROP TRIGGER careless ON audit_event');
    office.isOver = true;
    await Promise.all(writers);
    await server.kill();
    const { lost } = found(office);
    report(`PostgreSQL control, not written at once: ${office.acknowledged.length} acknowledged, ${lost.length} lost`);
    expect(lost.length).toBeGreaterThan(0);
  });

  it('tell their open pages of each other’s changes, and nobody of another’s draft', async () => {
    const servers = [await start(), await start()] as const;
    const cookies = await signEverybodyIn(servers[0].origin);
    const [region, bureau] = cookies.bureaus[0] ?? ['', ''];
    const month = `/api/submissions/2020/10/${region}`;
    const heard = await Promise.all([cookies.official, bureau].map((cookie) => listen(servers[0].origin, cookie)));
    const ask = async (cookie: string, path: string, init: { method: string; version: number; body: object }) => {
      const reply = await fetch(`${servers[1].origin}${month}${path}`, {
        method: init.method,
        headers: { cookie, 'content-type': 'application/json', 'if-match': `"${init.version}"` },
        body: JSON.stringify(init.body),
      });
      return reply.status;
    };
    const asked = await fetch(`${servers[1].origin}${month}`, { headers: { cookie: bureau } });
    const { version }: Submission = await asked.json();
    const draft = { ...ordinary, cause: 'fault test', remedies: 'fault test' };
    const before = heard.map((numbers) => numbers.at(-1) ?? 0);
    expect(await ask(bureau, '', { method: 'PUT', version, body: draft })).toBe(200);
    await expect.poll(() => heard[1]?.at(-1), { timeout: 5000 }).toBe((before[1] ?? 0) + 1);
    expect(await ask(bureau, '/submit', { method: 'POST', version: version + 1, body: {} })).toBe(200);
    await expect.poll(() => heard[0]?.slice(1), { timeout: 5000 }).toEqual([(before[0] ?? 0) + 1]);
    report('PostgreSQL, two processes: changes told across, a draft to its own bureau alone');
    await Promise.all(servers.map((server) => server.kill()));
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
