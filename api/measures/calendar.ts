/** Calendar arithmetic on plain days; there is no clock and no time zone in it. */
import type { Day } from './vocabulary.ts';

export interface YearMonth {
  readonly year: number;
  readonly month: number;
}

export interface DayParts extends YearMonth {
  readonly day: number;
}

const lengths: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/**
 * The number of days of a month, 28 to 31.
 * @throws RangeError where the month is not 1 to 12
 */
export function daysInMonth(year: number, month: number): number {
  const length = lengths[month - 1];
  if (length === undefined) throw new RangeError(`No such month: ${year}-${month}`);
  return month === 2 && isLeap(year) ? 29 : length;
}

/** The last day of a month: `lastDayOfMonth(2020, 2)` is `2020-02-29`. */
export function lastDayOfMonth(year: number, month: number): Day {
  const day = daysInMonth(year, month);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${day}`;
}

/** Whether a text is a day of the calendar written `yyyy-mm-dd`: `2020-02-30` is not. */
export function isDay(text: string): boolean {
  return partsOf(text) !== null;
}

/**
 * Year, month and day as numbers.
 * @throws RangeError where the text is not a day
 */
export function dayParts(day: Day): DayParts {
  const parts = partsOf(day);
  if (parts === null) throw new RangeError(`Not a day: ${day}`);
  return parts;
}

// Read digit by digit: every standing reads a dozen days, and a regular expression takes several times as long.
function partsOf(text: string): DayParts | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return null;
  return { year, month, day };
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Months elapsed since 1 January, day k of n in month m being m − 1 + k/n: 12 on 31 December. */
export function yearPosition(day: Day): number {
  const parts = dayParts(day);
  return parts.month - 1 + parts.day / daysInMonth(parts.year, parts.month);
}

/** The month after. */
export function nextMonth({ year, month }: YearMonth): YearMonth {
  return month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
}

/** The month before. */
export function previousMonth({ year, month }: YearMonth): YearMonth {
  return month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
}

/** Negative where `a` is earlier than `b`, 0 where they are the same month, positive where it is later; in months. */
export function compareMonths(a: YearMonth, b: YearMonth): number {
  return (a.year - b.year) * 12 + (a.month - b.month);
}

/** Whole months of the year after a month: 0 in December. */
export function monthsLeft(month: number): number {
  return 12 - month;
}

/** Days from `a` to `b`, negative where `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a);
}

/** The day so many days later, earlier where they are negative: `shiftDay('2020-12-31', 1)` is `2021-01-01`. */
export function shiftDay(day: Day, days: number): Day {
  let { year, month, day: at } = dayParts(day);
  at += days;
  while (at < 1) {
    ({ year, month } = previousMonth({ year, month }));
    at += daysInMonth(year, month);
  }
  while (at > daysInMonth(year, month)) {
    at -= daysInMonth(year, month);
    ({ year, month } = nextMonth({ year, month }));
  }
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(at).padStart(2, '0')}`;
}

function dayNumber(day: Day): number {
  const parts = dayParts(day);
  const before = parts.year - 1;
  let days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) + parts.day;
  for (let month = 1; month < parts.month; month += 1) days += daysInMonth(parts.year, month);
  return days;
}
