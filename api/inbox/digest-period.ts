/** When somebody’s digest is due, and of which days it is. Pure. */
import type { MailChoiceRow } from '#db/mails.ts';
import { dayParts, lastDayOfMonth, previousMonth, shiftDay, daysBetween } from '../measures/calendar.ts';
import type { Day } from '../measures/vocabulary.ts';
import type { OfficeTime } from './mail-hours.ts';

/** Days from the first to the last of a digest, on the office’s calendar. */
export interface DigestPeriod {
  readonly from: Day;
  readonly until: Day;
}

/** From this hour on a digest goes out, as the mail of a day does. */
const firstHour = 8;

/** A Monday, from which weeks are counted. */
const someMonday = '2018-01-01';

/** The week before (Monday to Sunday) or the month before; null where it went out, is not wanted, or the day is young. */
export function digestDue(
  { digest, lastDigestOn }: Pick<MailChoiceRow, 'digest' | 'lastDigestOn'>,
  { day, hour }: OfficeTime,
): DigestPeriod | null {
  if (digest === 'none' || hour < firstHour) return null;
  const begin = digest === 'weekly' ? mondayOf(day) : `${day.slice(0, 8)}01`;
  if (lastDigestOn !== null && lastDigestOn >= begin) return null;
  if (digest === 'weekly') return { from: shiftDay(begin, -7), until: shiftDay(begin, -1) };
  const { year, month } = previousMonth(dayParts(begin));
  const until = lastDayOfMonth(year, month);
  return { from: `${until.slice(0, 8)}01`, until };
}

const mondayOf = (day: Day): Day => shiftDay(day, -(((daysBetween(someMonday, day) % 7) + 7) % 7));
