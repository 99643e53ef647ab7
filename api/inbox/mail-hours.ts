/** When somebody may get mail. Pure. */
import type { MailChoiceRow } from '#db/mails.ts';
import { dayInShanghai } from '../measures/office-day.ts';

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

/** Whether the mail of the day is due and has not gone out. */
export function wantsDailyNow({ lastDailyOn }: Pick<MailChoiceRow, 'lastDailyOn'>, { day, hour }: OfficeTime): boolean {
  return hour >= dailyHour && lastDailyOn !== day;
}
