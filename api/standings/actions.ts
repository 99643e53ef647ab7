import { countChecklistProgress, listDueFirst } from '#db/checklist-progress.ts';
import type { Context } from '../http/context.ts';
import { ownCity } from '../http/data-scope.ts';
import { Problem } from '../http/problem.ts';
import { lastDayOfMonth, nextMonth } from '../measures/calendar.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { forecastSnapshotOf } from '../assessments/snapshot.ts';
import type { City, Overview, Sprint } from './contract.ts';
import { cityOf, overviewOf, type DataScope } from './replies.ts';
import { sprintOf } from './sprint.ts';

interface Period {
  readonly year: number;
  readonly month: number;
}

/** The overview of a month, as far as the caller may see it. */
export function overview(context: Context, { year, month }: Period): Promise<Overview> {
  const scope = dataScopeOf(context);
  return context.replyCache.of(`overview ${year}-${month} ${nameOf(scope)}`, async () =>
    overviewOf(await forecastSnapshotOf(context, year), month, scope),
  );
}

/**
 * One city's page.
 * @throws Problem `not-found` for a city that does not exist and, with the same words, for one that is not the bureau's own
 */
export function city(context: Context, region: string, { year, month }: Period): Promise<City> {
  const scope = dataScopeOf(context);
  return context.replyCache.of(`city ${region} ${year}-${month} ${nameOf(scope)}`, async () => {
    const reply = cityOf(await forecastSnapshotOf(context, year), region, month, scope);
    if (reply === null) throw new Problem('not-found');
    return reply;
  });
}

/** As many as a page of the meeting mode has room for. */
const dueItemsShown = 3;

/** The year-end sprint, on the office's day. */
export async function sprint(context: Context, { year, month }: Period): Promise<Sprint> {
  const today = dayInShanghai(context.clock.now());
  const called = { from: `${year}-01-01`, to: lastDayOfNext({ year, month }), today };
  const { reader } = context.database;
  const progress = await countChecklistProgress(reader, called);
  const checklists = { progress, due: await listDueFirst(reader, progress, dueItemsShown) };
  return context.replyCache.of(`sprint ${year}-${month} ${today} ${JSON.stringify(checklists)}`, async () =>
    sprintOf(await forecastSnapshotOf(context, year), month, today, checklists),
  );
}

/** A month's figures come in during the month after it, and so do the interviews that are called on them. */
function lastDayOfNext(period: Period): string {
  const next = nextMonth(period);
  return lastDayOfMonth(next.year, next.month);
}

/** A bureau sees its own city; what waits for review is for the department and the city itself. */
function dataScopeOf(context: Context): DataScope {
  const { role } = context.actor;
  return { city: ownCity(context), pending: role === 'bureau' || role === 'official' };
}

const nameOf = ({ city, pending }: DataScope): string => `${city ?? 'all'}${pending ? '+pending' : ''}`;
