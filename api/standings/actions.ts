import { countChecklistProgress, listDueFirst } from '#db/checklist-progress.ts';
import type { Context } from '../http/context.ts';
import { topSeen } from '../http/data-scope.ts';
import { Problem } from '../http/problem.ts';
import { lastDayOfMonth, nextMonth } from '../measures/calendar.ts';
import { dayInShanghai, endOfDayInShanghai } from '../measures/office-day.ts';
import type { Day } from '../measures/vocabulary.ts';
import { isLarge, regionForecastSnapshotOf } from '../assessments/region-snapshot.ts';
import { forecastSnapshotOf, readSnapshotAsKnown, type ForecastSnapshot } from '../assessments/snapshot.ts';
import type { City, Overview, Sprint } from './contract.ts';
import { cityOf, overviewOf, type DataScope } from './replies.ts';
import { sprintOf } from './sprint.ts';

interface Period {
  readonly year: number;
  readonly month: number;
  /** The day whose knowledge is asked for; the present where it is left out. */
  readonly known?: Day | undefined;
}

/** The year as it was known at the end of a day; from today on, and where no day is named, as it stands. */
async function snapshotKnown(context: Context, { year, known }: Period): Promise<ForecastSnapshot> {
  const day = knownDay(context, known);
  if (day === null) return forecastSnapshotOf(context, year);
  return readSnapshotAsKnown(context.database.reader, year, endOfDayInShanghai(day));
}

/** The same for a page that lists every city. @throws Problem `too-many-regions` */
async function wholeSnapshot(context: Context, period: Period): Promise<ForecastSnapshot> {
  if (await isLarge(context)) throw new Problem('too-many-regions');
  return snapshotKnown(context, period);
}

const knownDay = ({ clock }: Context, known: Day | undefined): Day | null =>
  known === undefined || known >= dayInShanghai(clock.now()) ? null : known;

/**
 * The overview of a month, as far as the caller may see it.
 * @throws Problem `too-many-regions`
 */
export function overview(context: Context, period: Period): Promise<Overview> {
  const scope = dataScopeOf(context);
  const known = knownDay(context, period.known);
  return context.replyCache.of(`overview ${keyOf(period, known)} ${nameOf(scope)}`, async () => ({
    ...overviewOf(await wholeSnapshot(context, period), period.month, scope),
    ...saidOf(known),
  }));
}

/**
 * One city's page.
 * @throws Problem `not-found` for a city that does not exist and, with the same words, for one that is not the bureau's own
 */
export function city(context: Context, region: string, period: Period): Promise<City> {
  const scope = dataScopeOf(context);
  const known = knownDay(context, period.known);
  return context.replyCache.of(`city ${region} ${keyOf(period, known)} ${nameOf(scope)}`, async () => {
    const snapshot =
      known === null
        ? await regionForecastSnapshotOf(context, period.year, region)
        : await snapshotKnown(context, period);
    const reply = cityOf(snapshot, region, period.month, scope);
    if (reply === null) throw new Problem('not-found');
    return { ...reply, ...saidOf(known) };
  });
}

/** As many as a page of the meeting mode has room for. */
const dueItemsShown = 3;

/**
 * The year-end sprint, on the office's day.
 * @throws Problem `too-many-regions`
 */
export async function sprint(context: Context, period: Period): Promise<Sprint> {
  const { year, month } = period;
  const known = knownDay(context, period.known);
  const today = dayInShanghai(context.clock.now());
  const called = { from: `${year}-01-01`, to: lastDayOfNext({ year, month }), today };
  const { reader } = context.database;
  const progress = await countChecklistProgress(reader, called);
  const checklists = { progress, due: await listDueFirst(reader, progress, dueItemsShown) };
  const key = `sprint ${keyOf(period, known)} ${today} ${JSON.stringify(checklists)}`;
  return context.replyCache.of(key, async () => ({
    ...sprintOf(await wholeSnapshot(context, period), month, today, checklists),
    ...saidOf(known),
  }));
}

/** A month's figures come in during the month after it, and so do the interviews that are called on them. */
function lastDayOfNext(period: Period): string {
  const next = nextMonth(period);
  return lastDayOfMonth(next.year, next.month);
}

/** A bureau sees its own city; what waits for review is for the department and the city itself. */
function dataScopeOf(context: Context): DataScope {
  const { role } = context.actor;
  return { city: topSeen(context), pending: role === 'bureau' || role === 'official' };
}

/** Said of what was known on a day alone. */
const saidOf = (known: Day | null) => (known === null ? {} : { known });

const keyOf = ({ year, month }: Period, known: Day | null): string =>
  `${year}-${month}${known === null ? '' : `@${known}`}`;

const nameOf = ({ city, pending }: DataScope): string => `${city ?? 'all'}${pending ? '+pending' : ''}`;
