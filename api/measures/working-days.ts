/** Working days: Monday to Friday, but for the days that the State Council's notices shift. */
import { daysBetween, daysInMonth, shiftDay, type YearMonth } from './calendar.ts';
import type { Day } from './vocabulary.ts';

/** The days that are not what their weekday says: off from Monday to Friday (or named so at a weekend), or worked at a weekend. */
export type SpecialDays = ReadonlyMap<Day, 'off' | 'working'>;

/** A day of the month after the one that is reported: the nth of the calendar, or the nth working day. */
export interface DayRule {
  readonly count: 'calendar' | 'working';
  readonly day: number;
}

/** A Monday, from which weekdays are counted. */
const someMonday = '2018-01-01';

/** Whether people work on a day: `2020-10-01` is off, Sunday `2020-09-27` is worked. */
export function isWorkingDay(day: Day, special: SpecialDays): boolean {
  const named = special.get(day);
  if (named !== undefined) return named === 'working';
  const weekday = ((daysBetween(someMonday, day) % 7) + 7) % 7;
  return weekday < 5;
}

/** The day itself where people work on it, else the next one on which they do. */
export function workingDayFrom(day: Day, special: SpecialDays): Day {
  let found = day;
  while (!isWorkingDay(found, special)) found = shiftDay(found, 1);
  return found;
}

/** The nth working day from the first of a month on; where the month has fewer, it lies in the next one. */
export function nthWorkingDay(month: YearMonth, n: number, special: SpecialDays): Day {
  let found = workingDayFrom(firstOf(month), special);
  for (let count = 1; count < n; count += 1) found = workingDayFrom(shiftDay(found, 1), special);
  return found;
}

/** The working day that has so many working days after it up to and with `day`. */
export function workingDaysBefore(day: Day, count: number, special: SpecialDays): Day {
  let found = day;
  for (let left = count; left > 0; left -= 1) {
    do found = shiftDay(found, -1);
    while (!isWorkingDay(found, special));
  }
  return found;
}

/**
 * The day that a rule names in a month. The 31st is the last day of a shorter month; where days off move, a day of the calendar
 * on which nobody works becomes the next working day.
 */
export function ruledDay(
  month: YearMonth,
  { count, day }: DayRule,
  { special, moves }: { readonly special: SpecialDays; readonly moves: boolean },
): Day {
  if (count === 'working') return nthWorkingDay(month, day, special);
  const named = shiftDay(firstOf(month), Math.min(day, daysInMonth(month.year, month.month)) - 1);
  return moves ? workingDayFrom(named, special) : named;
}

const firstOf = ({ year, month }: YearMonth): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
