import type { Day } from './vocabulary.ts';

const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The calendar day of an instant in Asia/Shanghai, `yyyy-mm-dd`, whatever the machine's own zone is. */
export function dayInShanghai(instant: Date): string {
  return shanghai.format(instant);
}

/** The last instant of a day in Asia/Shanghai, ISO 8601 in UTC: what happened on that day was known by then. */
export function endOfDayInShanghai(day: Day): string {
  return `${day}T15:59:59.999Z`;
}
