/** How a month's report stands to its deadline. Pure. */
import { daysLate, type Deadline } from '../deadlines/lifecycle.ts';
import { lastDayOfMonth, type YearMonth } from '../measures/calendar.ts';
import type { Day } from '../measures/vocabulary.ts';
import type { SubmissionVersion } from './contract.ts';
import type { MonthProgress } from './lifecycle.ts';

/** What the timing of a month looks at in a version. */
type TimedVersion = Pick<SubmissionVersion, 'submittedAt' | 'asOf'> & {
  readonly dueOn: Day | null;
  readonly load?: string | null;
};

/** How a month's report stands to its deadline. */
export interface MonthTiming {
  /** The last day on which it is in time; once it was sent, that day as it stood then. */
  readonly dueOn: Day;
  /** By how many days it was late; 0 where it was in time, null where its figures as of the last day were not sent yet. */
  readonly daysLate: number | null;
}

/**
 * How a month was reported, by the first report of its figures as of the last day, also one that was returned or taken back:
 * whoever mends a report in time that was complete is no later than whoever leaves it to be returned. It is judged by the
 * deadline that was kept with it; only what was sent before that was kept is judged by today's. What nobody owes is never
 * late, and what the department entered (`load`) is no report of the bureau's.
 */
export function monthTiming(
  versions: readonly TimedVersion[],
  deadline: Pick<Deadline, 'onTimeDay'>,
  month: YearMonth & Pick<MonthProgress, 'notOwed'>,
): MonthTiming {
  const lastDay = lastDayOfMonth(month.year, month.month);
  const [first] = versions
    .flatMap(({ submittedAt, asOf, dueOn, load = null }) =>
      asOf === lastDay && submittedAt !== null && load === null ? [{ submittedAt, dueOn }] : [],
    )
    .toSorted((a, b) => (a.submittedAt < b.submittedAt ? -1 : 1));
  const dueOn = first?.dueOn ?? deadline.onTimeDay;
  if (first === undefined || month.notOwed !== null) return { dueOn, daysLate: null };
  return { dueOn, daysLate: daysLate(first.submittedAt, { onTimeDay: dueOn }) };
}
