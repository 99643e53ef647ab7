/** What a bureau is told of a month that it owes. */
import type { YearMonth } from '../measures/calendar.ts';
import type { Day } from '../measures/vocabulary.ts';
import type { NewNotice } from '../inbox/notify.ts';

/** A month of a city with its on-time day. */
interface DueMonth extends YearMonth {
  readonly region: string;
  readonly dueOn: Day;
}

/** The notice of a month to its bureau; `once` names the occasion among those of its kind and month. */
export function monthNotice(
  kind: 'month-due' | 'month-overdue' | 'month-reminded',
  { region, year, month, dueOn }: DueMonth,
  once: Day,
): NewNotice {
  const to = { role: 'bureau', regions: [region] } as const;
  return { kind, to, region, about: { interview: null, submission: { year, month }, day: dueOn }, once };
}
