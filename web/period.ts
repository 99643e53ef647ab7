import { useSearch } from '@tanstack/react-router';
import { dayParts, previousMonth } from '#api/measures/calendar.ts';
import type { YearMonth } from '#api/measures/calendar.ts';
import { useSession } from './session.ts';

/** The month before the office's day: the latest that can be complete. 2020-10-19 gives September 2020. */
export function latestReportedMonth(today: string): YearMonth {
  return previousMonth(dayParts(today));
}

/** The month that the page shows: the address's, else the latest reported one. */
export function usePeriod(): YearMonth {
  const { year, month } = useSearch({ strict: false });
  const { today } = useSession();
  const latest = latestReportedMonth(today);
  return { year: year ?? latest.year, month: month ?? latest.month };
}
