/** Which days shown figures are of. Pure. */
import type { YearMonth } from '#api/measures/calendar.ts';
import { lastDayOfMonth } from '#api/measures/calendar.ts';

/** Anything that stands on a figure of a day. */
export interface Dated {
  readonly asOf: string | null;
}

/** The earliest day of the shown figures where it is before the month's end; null where all are of it, or there are none. */
export function earlierDay(standings: readonly (Dated | null)[], { year, month }: YearMonth): string | null {
  const [first] = standings.flatMap((standing) => standing?.asOf ?? []).toSorted();
  return first === undefined || first >= lastDayOfMonth(year, month) ? null : first;
}
