/** The last days on which months are reported in time, as a calendar has them. */
import { deadlineIn, notOwedWhy, type Deadline } from '../deadlines/lifecycle.ts';
import { readOfficeCalendar } from '../deadlines/office-calendar.ts';
import type { Services } from '../http/context.ts';
import type { Language } from '../http/problem.ts';
import { dayParts, type YearMonth } from '../measures/calendar.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { openMonths } from '../reminders/owed.ts';
import { isOwed } from '../submissions/lifecycle.ts';
import type { DayEntry } from './icalendar.ts';

const words = {
  zh: {
    summary: (of: string, { year, month }: YearMonth) => `${of}${year}年${month}月数据报送期限`,
    all: '各市',
    closes: (day: string) => `${day} 截止报送`,
  },
  en: {
    summary: (of: string, { year, month }: YearMonth) =>
      `${of}: figures of ${year}-${String(month).padStart(2, '0')} due`,
    all: 'All cities',
    closes: (day: string) => `Closes on ${day}`,
  },
} as const;

/** Whose months: a city by its code and name, or all of them. */
interface Whose {
  readonly region: string | null;
  readonly name: string | null;
}

/**
 * The months of the office's year, and of the December before: a city's that it still owes, for all cities each that is owed at
 * all. A day that moves keeps its identity.
 */
export async function monthEntries(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  { region, name }: Whose,
  language: Language,
): Promise<readonly DayEntry[]> {
  const today = dayInShanghai(clock.now());
  const { year } = dayParts(today);
  const months = [{ year: year - 1, month: 12 }, ...Array.from({ length: 12 }, (_, at) => ({ year, month: at + 1 }))];
  const calendar = await readOfficeCalendar(database.reader, [year - 1, year]);
  const open = region === null ? [] : await openMonths(database.reader, months, today);
  const isAsked = (month: YearMonth): boolean =>
    region === null
      ? notOwedWhy(month, calendar) === null
      : open.some(
          (one) => one.region === region && one.year === month.year && one.month === month.month && isOwed(one, one),
        );
  return months.filter(isAsked).map((month) =>
    entryOf(month, deadlineIn(calendar, { ...month, region }), {
      whose: `${region ?? 'all'}`,
      name: name ?? words[language].all,
      sequence: calendar.changes,
      language,
    }),
  );
}

interface Wording {
  readonly whose: string;
  readonly name: string;
  readonly sequence: number;
  readonly language: Language;
}

function entryOf(
  month: YearMonth,
  { onTimeDay, closesOn }: Deadline,
  { whose, name, sequence, language }: Wording,
): DayEntry {
  const { summary, closes } = words[language];
  return {
    uid: `month-${month.year}-${String(month.month).padStart(2, '0')}-${whose}@xushi`,
    day: onTimeDay,
    summary: summary(name, month),
    description: closesOn === null ? '' : closes(closesOn),
    sequence,
  };
}
