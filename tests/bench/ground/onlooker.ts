import { setTimeout as wait } from 'node:timers/promises';
import { paced } from '#web/api/paced.ts';
import { senderOver, type OfficeDay } from './office-day.ts';
import type { Office } from './office.ts';
import { openPage } from './open-page.ts';

/** A page that was told of several changes reads once, as `web/api/live.ts` does. */
const refreshEveryMs = 500;

const overview = '/api/overview?year=2020&month=12';

/** Somebody with a page open until the day is over: it reads the overview whenever it is told, and others are opened now and then. */
export async function lookOn(day: OfficeDay, cookie: string, place: number): Promise<void> {
  const { server, office, outcome } = day;
  const page = await openPage(server, cookie);
  const sender = senderOver(page.connection, outcome);
  let last: Promise<unknown> = Promise.resolve();
  // A connection answers one request after the other.
  const read = (path: string): void => {
    last = last
      .then(() => sender.get(path))
      .catch((error: unknown) => void outcome.errors.push(`${path}: ${String(error)}`));
  };
  const refreshing = paced(refreshEveryMs, () => read(overview));
  page.listen({ told: refreshing.ask, broken: (error) => void outcome.errors.push(error.message) });
  const opened = pathsOf(office);
  // Windows are opened one after the other, not all at once.
  await wait((place / office.pages.length) * day.openEveryMs);
  for (let turn = place; !day.isOver(); turn += 1) {
    read(opened[turn % opened.length] ?? overview);
    await wait(day.openEveryMs);
  }
  refreshing.stop();
  await last;
  page.close();
}

const pathsOf = ({ areas }: Office): readonly string[] => [
  overview,
  ...areas.slice(0, 4).map((area) => `/api/cities/${area}?year=2020&month=12`),
  '/api/overview?year=2020&month=11',
  '/api/sprint?year=2020&month=12',
  '/api/submissions?year=2020',
  '/api/review',
];
