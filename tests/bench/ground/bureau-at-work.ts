import { setTimeout as wait } from 'node:timers/promises';
import { senderOver, tagOf, type OfficeDay, type Sender } from './office-day.ts';
import { connectionAs } from './open-page.ts';
import { reportOf } from './reports.ts';

/** Whole years that nobody has reported yet: a bureau needs about 140 months in ten minutes. */
const openYears = Array.from({ length: 17 }, (_, at) => 2002 + at);

/** The year that everybody looks at; its months are accepted already, so they are corrected. */
const shownYear = 2020;

/**
 * A bureau that works until the day is over: it saves a month twice and submits it, an official reads and accepts it,
 * every third time after a return; then it corrects a month of the year that everybody looks at, which is reviewed alike.
 */
export async function workAtBureau(day: OfficeDay, area: number): Promise<void> {
  const { server, office, outcome } = day;
  const region = office.areas[area] ?? '';
  const connections = [office.bureaus.get(region) ?? '', office.official].map((cookie) => connectionAs(server, cookie));
  const [bureau, official] = connections.map((connection) => senderOver(connection, outcome));
  if (bureau === undefined || official === undefined) throw new Error(`${region} has no bureau`);
  const open = openYears.flatMap((year) => Array.from({ length: 12 }, (_, at) => ({ year, month: at + 1 })));
  for (let turn = 0; !day.isOver(); turn += 1) {
    const next = performance.now() + day.monthEveryMs;
    const report = turn % 2 === 0 ? open.shift() : undefined;
    const { year, month } = report ?? { year: shownYear, month: 1 + (Math.floor(turn / 2) % 12) };
    const path = `/api/submissions/${year}/${month}/${region}`;
    const send = report === undefined ? correct : submit;
    await send(bureau, path, reportOf(area + turn, month));
    if (turn % 3 === 0) {
      await decide(official, path, 'return');
      await send(bureau, path, reportOf(area + turn, month));
    }
    await decide(official, path, 'accept');
    outcome.accepted += 1;
    await wait(Math.max(0, next - performance.now()));
  }
  for (const connection of connections) connection.close();
}

async function submit(bureau: Sender, path: string, body: string): Promise<void> {
  const before = tagOf(await bureau.get(path));
  const saved = await bureau.change('PUT', path, { body, tag: before });
  const savedAgain = await bureau.change('PUT', path, { body, tag: saved });
  await bureau.change('POST', `${path}/submit`, { body: '{}', tag: savedAgain });
}

async function correct(bureau: Sender, path: string, report: string): Promise<void> {
  // Later months are accepted already, so whoever corrects an earlier one must say whether they hold the correction.
  const body = `{"reason":"经核实，上月数据少计一个项目。","laterMonths":"included",${report.slice(1)}`;
  await bureau.change('POST', `${path}/correct`, { body, tag: tagOf(await bureau.get(path)) });
}

async function decide(official: Sender, path: string, decision: 'accept' | 'return'): Promise<void> {
  const body = decision === 'return' ? '{"reason":"请核对装配式建筑面积后再报。"}' : '{}';
  await official.change('POST', `${path}/${decision}`, { body, tag: tagOf(await official.get(path)) });
}
