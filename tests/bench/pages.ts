/** What 200 open pages cost the server after one submission: telling them, and answering when they read the overview again. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Finding } from './budgets.ts';
import type { Connection } from './ground/connection.ts';
import { median } from './ground/measure.ts';
import { buildOffice, type Office } from './ground/office.ts';
import { connectionAs, openPage } from './ground/open-page.ts';
import { startProduct, type BenchServer } from './ground/processes.ts';
import { monthsOf, reportOf, type Report } from './ground/reports.ts';

const overview = '/api/overview?year=2020&month=12';
const packed = { 'accept-encoding': 'gzip' };
const rounds = [0, 1, 2];
/** Pairs with and without pages in a round; the first one's are not counted. */
const pairs = 2;
/** The streams look about once a second, which belongs to their cost; long enough for two looks. */
const settle = 2200;

export async function measurePages(): Promise<Finding[]> {
  const office = await buildOffice({ areas: 11, years: [2019, 2020], stateOf: () => 'accepted' });
  const server = await startProduct(office.file);
  const months = monthsOf(office, 2018).values();
  const bureaus = new Map([...office.bureaus].map(([area, cookie]) => [area, connectionAs(server, cookie)]));
  const one = (): Submission => submissionOf(server, bureaus, months.next().value);
  // The code is warm before anything is counted.
  for (let month = 0; month < 40; month += 1) await one().send(() => Promise.resolve());
  const told: number[] = [];
  const reading: number[] = [];
  for (const round of rounds) {
    const each = { alone: [] as number[], told: [] as number[], reading: [] as number[] };
    for (let pair = 0; pair < pairs; pair += 1) {
      each.alone.push(await one().send(() => wait(settle)));
      const pages = await openPages(server, office.pages);
      const first = pages.nextTold();
      each.told.push(await one().send(() => Promise.all([first, wait(settle)])));
      const second = pages.readWhenTold();
      each.reading.push(await one().send(() => Promise.all([second, wait(settle)])));
      pages.close();
      await wait(200);
    }
    const counted = (values: readonly number[]) => median(round === 0 ? values.slice(1) : values);
    told.push(counted(each.told) - counted(each.alone));
    reading.push(counted(each.reading) - counted(each.alone));
  }
  for (const connection of bureaus.values()) connection.close();
  await server.stop();
  const note = 'beyond what the same submission costs while no page is open';
  return [
    { kind: 'measured', budget: 'pages.told', rounds: told, note },
    { kind: 'measured', budget: 'pages.reading', rounds: reading, note },
  ];
}

interface Submission {
  /** Saves a draft, then gives the server's CPU from its submission to the end of what `follows`. */
  send(follows: () => Promise<unknown>): Promise<number>;
}

function submissionOf(
  server: BenchServer,
  bureaus: ReadonlyMap<string, Connection>,
  report: Report | undefined,
): Submission {
  if (report === undefined) throw new Error('there are no months left to report');
  const { region, area, month, path } = report;
  const send = async (method: 'PUT' | 'POST', address: string, body: string, version: number): Promise<void> => {
    const reply = await bureaus
      .get(region)
      ?.send({ method, path: address, body, headers: { 'if-match': `"${version}"` } });
    if (reply?.status !== 200) throw new Error(`${method} ${address} was answered ${reply?.status}`);
  };
  return {
    send: async (follows) => {
      await send('PUT', path, reportOf(area, month), 0);
      return server.cpuOf(async () => {
        await send('POST', `${path}/submit`, '{}', 1);
        await follows();
      });
    },
  };
}

/** Open pages: each has a stream of changes, and a connection on which it reads. */
async function openPages(server: BenchServer, cookies: Office['pages']) {
  const pages = await Promise.all(cookies.map((cookie) => openPage(server, cookie)));
  await Promise.all(pages.map(({ connection }) => connection.send({ path: overview, headers: packed })));
  return {
    /** Done when each of them has been told once more from now on. */
    nextTold: () => Promise.all(pages.map((page) => page.nextTold())),
    /** Done when each of them has been told once more from now on, and has read the overview upon that. */
    readWhenTold: () =>
      Promise.all(
        pages.map(async ({ connection, nextTold }) => {
          await nextTold();
          const { status } = await connection.send({ path: overview, headers: packed });
          if (status !== 200) throw new Error(`an open page was answered ${status}`);
        }),
      ),
    close: () => {
      for (const page of pages) page.close();
    },
  };
}
