/** The rules of reminders: which months a bureau is told of, on which day, and how often. Pure; safe in a browser. */
import { daysBetween } from '../measures/calendar.ts';
import type { Day } from '../measures/vocabulary.ts';
import { dayInShanghai } from '../measures/office-day.ts';

/** So many working days before its on-time day a month is told of, so that a holiday does not use them up. */
export const daysAhead = 3;

/** So many days after it, so that an office that begins to use reminders is not told of years. */
const daysBehind = 31;

/** What the calendar alone tells a bureau of a month that it owes, from `remindFrom` on; null on days before and long after. */
export function noticeOn(
  { dueOn, remindFrom }: { readonly dueOn: Day; readonly remindFrom: Day },
  today: Day,
): 'month-due' | 'month-overdue' | null {
  const left = daysBetween(today, dueOn);
  if (left >= 0) return today >= remindFrom ? 'month-due' : null;
  return left >= -daysBehind ? 'month-overdue' : null;
}

/** Whether an official may remind a city now: its bureau has somebody, and the last reminder is not of the office's today. */
export function mayRemind(
  { people, lastAt }: { readonly people: number; readonly lastAt: string | null },
  today: Day,
): boolean {
  return people > 0 && (lastAt === null || dayInShanghai(new Date(lastAt)) < today);
}
