/** How punctually each city reported a year: how many months in time, how many late, what came back. */
import type { Reader } from '#db/dialect';
import { listRegions } from '#db/regions.ts';
import { listVersionRows, type VersionRow } from '#db/submissions.ts';
import { deadlineIn, notOwedWhy, type OfficeCalendar } from '../deadlines/lifecycle.ts';
import { readOfficeCalendar } from '../deadlines/office-calendar.ts';
import type { Context } from '../http/context.ts';
import { regionsSeen } from '../http/data-scope.ts';
import type { YearMonth } from '../measures/calendar.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import type { Day } from '../measures/vocabulary.ts';
import { regionTree, reportingIn } from '../regions/tree.ts';
import type { Punctuality, PunctualityLine } from './punctuality-contract.ts';
import { tellingVersions } from './lifecycle.ts';
import { monthTiming } from './month-timing.ts';

/** The regions of a year in the official order, as far as the caller sees them. */
export async function listPunctuality(context: Context, year: number): Promise<Punctuality> {
  const { reader } = context.database;
  const seen = await regionsSeen(context);
  const today = dayInShanghai(context.clock.now());
  const byRegion = await monthsReported(reader, year, seen);
  const read = {
    today,
    calendar: await readOfficeCalendar(reader, [year]),
    versions: await listVersionRows(reader, { years: [year], ...(seen === null ? {} : { regions: [...seen] }) }),
  };
  const lines = [...byRegion].map(([region, months]) => ({ region, ...punctualityOf(region, months, read) }));
  return { year, today, lines };
}

/** The months that each region reports, by region in the official order. */
async function monthsReported(
  reader: Reader,
  year: number,
  of: ReadonlySet<string> | null,
): Promise<ReadonlyMap<string, readonly YearMonth[]>> {
  const tree = regionTree(await listRegions(reader));
  const months = Array.from({ length: 12 }, (_, index) => ({ year, month: index + 1 }));
  const places = months.flatMap((month) => reportingIn(tree, month).map(({ code }) => ({ code, month })));
  const seen = places.filter(({ code }) => of?.has(code) ?? true);
  return new Map(
    [...Map.groupBy(seen, ({ code }) => code)].map(([code, all]) => [code, all.map(({ month }) => month)]),
  );
}

interface Read {
  readonly today: Day;
  readonly calendar: OfficeCalendar;
  readonly versions: readonly VersionRow[];
}

/**
 * A city's year. A month counts once its figures as of the last day were sent, and once its day has passed without them; one that
 * nobody owes never does. What came back counts whenever it was sent.
 */
function punctualityOf(region: string, months: readonly YearMonth[], read: Read): Omit<PunctualityLine, 'region'> {
  const own = read.versions.filter((version) => version.region === region);
  const daysLate: number[] = [];
  let notSent = 0;
  for (const month of months) {
    const key = { ...month, region, notOwed: notOwedWhy(month, read.calendar) };
    const versions = own.filter((version) => version.month === month.month);
    const timing = monthTiming(versions, deadlineIn(read.calendar, key), key);
    if (timing.daysLate !== null) daysLate.push(timing.daysLate);
    else if (key.notOwed === null && read.today > timing.dueOn) notSent += 1;
  }
  const onTime = daysLate.filter((days) => days === 0).length;
  const due = daysLate.length + notSent;
  return {
    due,
    onTime,
    late: daysLate.length - onTime,
    notSent,
    onTimeRate: due === 0 ? null : onTime / due,
    mostDaysLate: daysLate.length === 0 ? null : Math.max(...daysLate),
    // What came back with an earlier month's correction came back once.
    returned: tellingVersions(own).filter(({ state }) => state === 'returned').length,
  };
}
