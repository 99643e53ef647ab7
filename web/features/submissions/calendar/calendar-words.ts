/** The reporting calendar in words. Pure. */
import type { QuietTime, ReportingCalendar, YearRule } from '#api/deadlines/calendar-contract.ts';
import { formatMonth } from '../../../text/format.ts';
import type { Text } from '../../../text/messages/catalogue.ts';
import type { Words } from '../../../text/messages/words.ts';

/** How a year is reported: by when, until when, and what of January. */
export function ruleSentences({ onTime, closes, dayOff, january }: YearRule, t: Text): readonly string[] {
  const moves = onTime.count === 'calendar' && dayOff === 'moves';
  return [
    t('calendar.onTime', { day: t(`calendar.day.${onTime.count}`, { n: onTime.day }) }) +
      (moves ? t('calendar.moves') : ''),
    closes === null
      ? t('calendar.neverCloses')
      : t('calendar.closes', { day: t(`calendar.day.${closes.count}`, { n: closes.day }) }),
    ...(january === 'with-february' ? [t('calendar.withFebruary')] : []),
  ];
}

/** What of a year's holidays is entered, and whether those of the next year, in which December is due, are missing. */
export function holidaySentences(
  { year, holidays, nextHolidays }: Pick<ReportingCalendar, 'year' | 'holidays' | 'nextHolidays'>,
  t: Text,
): readonly string[] {
  const count = (kind: 'off' | 'working') => holidays.days.filter((one) => one.kind === kind).length;
  return [
    holidays.days.length === 0
      ? t('calendar.noHolidays', { year })
      : t('calendar.holidays', { year, off: count('off'), working: count('working') }),
    ...(nextHolidays.length === 0 ? [t('calendar.noHolidays', { year: year + 1 })] : []),
  ];
}

/** From which month on the office reports. */
export function startSentence({ from }: Pick<ReportingCalendar['start'], 'from'>, { t, language }: Words): string {
  return from === null
    ? t('calendar.noStart')
    : t('calendar.start', { month: formatMonth(from.year, from.month, language) });
}

/** When no mail goes out. */
export function quietSentences({ from, until, daysOff }: QuietTime, t: Text): readonly string[] {
  const isNever = from === null || until === null || from === until;
  return [
    isNever ? t('calendar.noQuietHours') : t('calendar.quietHours', { from, until }),
    t(daysOff ? 'calendar.quietDaysOff' : 'calendar.mailOnDaysOff'),
  ];
}
