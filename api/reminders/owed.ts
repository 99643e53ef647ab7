/** Which cities owe which months. */
import type { Reader } from '#db/dialect';
import { listRegions } from '#db/regions.ts';
import { listVersionRows } from '#db/submissions.ts';
import { deadlineIn, notOwedWhy } from '../deadlines/lifecycle.ts';
import { readOfficeCalendar } from '../deadlines/office-calendar.ts';
import type { YearMonth } from '../measures/calendar.ts';
import type { Day } from '../measures/vocabulary.ts';
import { workingDaysBefore } from '../measures/working-days.ts';
import { daysAhead } from './lifecycle.ts';
import { regionTree, reportingIn } from '../regions/tree.ts';
import { isClosedToReports, statusFor, wholeVersion, type MonthProgress } from '../submissions/lifecycle.ts';

/** A city's month, and how far it has come for the department, which sees no draft. */
export interface CityMonth extends YearMonth, MonthProgress {
  readonly region: string;
  readonly dueOn: Day;
  /** From this day on the calendar tells of it. */
  readonly remindFrom: Day;
}

/** The months of all cities that report them and can still send them; a month that is closed to a bureau is left out. */
export async function openMonths(reader: Reader, months: readonly YearMonth[], today: Day): Promise<CityMonth[]> {
  const years = [...new Set(months.map(({ year }) => year))];
  const tree = regionTree(await listRegions(reader));
  const calendar = await readOfficeCalendar(reader, years);
  const versions = Map.groupBy(await listVersionRows(reader, { years }), keyOf);
  return months.flatMap(({ year, month }) =>
    reportingIn(tree, { year, month }).flatMap(({ code: region }) => {
      const key = { region, year, month };
      const own = versions.get(keyOf(key)) ?? [];
      const deadline = deadlineIn(calendar, key);
      if (isClosedToReports(own, deadline, today)) return [];
      const acceptedAsOf = wholeVersion(own)?.asOf ?? null;
      const notOwed = notOwedWhy(key, calendar);
      const dueOn = deadline.onTimeDay;
      const remindFrom = workingDaysBefore(dueOn, daysAhead, calendar.special);
      return [{ ...key, status: statusFor(own, 'official'), acceptedAsOf, notOwed, dueOn, remindFrom }];
    }),
  );
}

const keyOf = ({ region, year, month }: YearMonth & { readonly region: string }) => `${region}/${year}/${month}`;
