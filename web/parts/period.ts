import { useSearch } from '@tanstack/react-router';
import { dayParts, previousMonth } from '#api/measures/calendar.ts';
import type { YearMonth } from '#api/measures/calendar.ts';
import { useSession } from '../api/session.ts';
import { useMonthAhead } from './month-ahead.ts';

/** The month before the office's day: the latest that can be complete. 2020-10-19 gives September 2020. */
export function latestReportedMonth(today: string): YearMonth {
  return previousMonth(dayParts(today));
}

/** What an address may say of a month. */
export interface PeriodSearch {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
}

/** The month that a page shows: the address's, else the latest reported one. */
export function periodOf({ year, month }: PeriodSearch, today: string): YearMonth {
  const latest = latestReportedMonth(today);
  return { year: year ?? latest.year, month: month ?? latest.month };
}

/** The pages of one month, with an indicator that one chooses and a rule that one opens: their addresses say all three. */
export type PeriodRoute = '/' | '/cities/$code' | '/sprint';

/** Every page of one month. */
export type MonthRoute = PeriodRoute | '/interviews/candidates' | '/sprint/one-page' | '/cities/lagging' | '/divisions';

/** A month, and the day whose knowledge of it is shown; without one it is the present. */
export interface KnownPeriod extends YearMonth {
  readonly known?: string;
}

/** What a page of one month asks for: the month, and the day whose knowledge is shown, where the address names one. */
export function useKnownPeriod(from: PeriodRoute): KnownPeriod {
  const { known } = useSearch({ from });
  return knownPeriodOf({ ...usePeriod(from), known });
}

/** The period that a reply is of: what its links to other pages of the month say, so that they show the same day's knowledge. */
export function knownPeriodOf({
  year,
  month,
  known,
}: YearMonth & { readonly known?: string | undefined }): KnownPeriod {
  return known === undefined ? { year, month } : { year, month, known };
}

/** The day whose knowledge the page shows that is open now, for the ways to other pages of a month; nothing where it shows the present. */
export function useKnown(): Pick<KnownPeriod, 'known'> {
  const { known } = useSearch({ strict: false });
  return known === undefined ? {} : { known };
}

/** The month that a page shows: its address's, or the one that its slider was moved to a moment ago. */
export function usePeriod(from: MonthRoute): YearMonth {
  const { year, month } = useSearch({ from });
  const addressed = periodOf({ year, month }, useSession().today);
  const moved = useMonthAhead(from);
  return moved?.year === addressed.year ? { year: moved.year, month: moved.month } : addressed;
}
