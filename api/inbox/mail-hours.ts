/** When somebody may get mail. Pure. */
import type { MailChoiceRow } from '#db/mails.ts';
import { calendarKinds } from './contract.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { isWorkingDay, type SpecialDays } from '../measures/working-days.ts';

/** The day and hour on the office's clock. */
export interface OfficeTime {
  readonly day: string;
  readonly hour: number;
}

/** From this hour on the day's mail goes out. */
const dailyHour = 8;

/** The time in Asia/Shanghai, which has known no summer time since 1991. */
export function officeTime(now: Date): OfficeTime {
  return { day: dayInShanghai(now), hour: (now.getUTCHours() + 8) % 24 };
}

/** Whether it is an hour in which nothing is sent; from 22 until 7 runs over midnight, equal hours are none. */
export function isQuiet(
  { quietFrom, quietUntil }: Pick<MailChoiceRow, 'quietFrom' | 'quietUntil'>,
  { hour }: Pick<OfficeTime, 'hour'>,
): boolean {
  if (quietFrom === null || quietUntil === null) return false;
  if (quietFrom <= quietUntil) return hour >= quietFrom && hour < quietUntil;
  return hour >= quietFrom || hour < quietUntil;
}

/** When an office sends no mail, whoever wants it. */
interface OfficeQuiet {
  readonly from: number | null;
  readonly until: number | null;
  readonly daysOff: boolean;
}

/** Whether the office sends nothing now: in its quiet hours, and on a day on which nobody works where it says so. */
export function isOfficeQuiet({ from, until, daysOff }: OfficeQuiet, time: OfficeTime, special: SpecialDays): boolean {
  return isQuiet({ quietFrom: from, quietUntil: until }, time) || (daysOff && !isWorkingDay(time.day, special));
}

/** Whether the mail of the day is due and has not gone out. */
export function wantsDailyNow({ lastDailyOn }: Pick<MailChoiceRow, 'lastDailyOn'>, { day, hour }: OfficeTime): boolean {
  return hour >= dailyHour && lastDailyOn !== day;
}

/**
 * Whether what waits goes out now: all of it with the mail of the day; before and after that, for who wants mail as notices come,
 * once somebody did something. What the calendar alone tells of never makes a mail of its own.
 */
export function goesOut(
  { mode, lastDailyOn }: Pick<MailChoiceRow, 'mode' | 'lastDailyOn'>,
  kinds: readonly string[],
  time: OfficeTime,
): boolean {
  if (kinds.length === 0) return false;
  return wantsDailyNow({ lastDailyOn }, time) || (mode === 'each' && kinds.some((kind) => !calendarKinds.has(kind)));
}
