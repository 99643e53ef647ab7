/** How a page speaks of the month that it shows, on the office's day. Pure. */
import { compareMonths, dayParts, lastDayOfMonth } from '#api/measures/calendar.ts';
import type { YearMonth } from '#api/measures/calendar.ts';
import { formatLongDay, formatMonth } from '../text/format.ts';
import type { Words } from '../text/messages/words.ts';
import { latestReportedMonth } from './period.ts';

/**
 * `running`: the month is not over yet, so that its figures are of days before its end. `latest`: the newest month that is.
 * `past`: an earlier one, of which one speaks in the past. `over`: December of a year that has ended.
 */
export type Tense = 'running' | 'latest' | 'past' | 'over';

/** On 19 October 2020: October is running, September the latest, May past, December 2019 over. */
export function tenseOf(period: YearMonth, today: string): Tense {
  if (today < lastDayOfMonth(period.year, period.month)) return 'running';
  if (period.month === 12 && dayParts(today).year > period.year) return 'over';
  return compareMonths(period, latestReportedMonth(today)) >= 0 ? 'latest' : 'past';
}

/** Up to when the figures are: today while the month is running, else its end. “截至2020年10月19日”, “2020年9月末”. */
export function asOfText({ year, month }: YearMonth, today: string, { t, language }: Words): string {
  return tenseOf({ year, month }, today) === 'running'
    ? t('everywhere.asOfDay', { day: formatLongDay(today, language) })
    : t('everywhere.asOfMonth', { month: formatMonth(year, month, language) });
}
