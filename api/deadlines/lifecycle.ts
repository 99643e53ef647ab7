/** The rules of reporting deadlines: which one is in force, what is late, and what an office may decide. Safe in a browser. */
import type { Role } from '../http/endpoint.ts';
import type { ProblemCode, ProblemValue } from '../http/problem.ts';
import { isReason } from '../http/reason.ts';
import { compareMonths, daysBetween, lastDayOfMonth, nextMonth } from '../measures/calendar.ts';
import type { YearMonth } from '../measures/calendar.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import type { Day } from '../measures/vocabulary.ts';
import { ruledDay, type SpecialDays } from '../measures/working-days.ts';
import type { QuietTime, YearRule } from './calendar-contract.ts';
import type { DeadlineIn } from './contract.ts';

/** The two clocks of a reported month, both days included. */
export interface Deadline {
  /** The last day on which a report is in time. */
  readonly onTimeDay: Day;
  /** The last day on which bureaus can report at all; null where they always can. */
  readonly closesOn: Day | null;
}

/** What decides which deadline is in force. */
export interface Decision extends Deadline {
  readonly sequence: number;
  /** The city that it is an exception for; null for all cities. */
  readonly region: string | null;
}

/** What is wrong in a field of a decision. */
export interface DeadlineProblem {
  readonly field: keyof DeadlineIn;
  readonly code: ProblemCode;
  readonly values: Readonly<Record<string, ProblemValue>>;
}

/** How a year is reported that the office said nothing about: by the 5th of the next month, whatever day that is, and without end. */
export const usualRule: YearRule = {
  onTime: { count: 'calendar', day: 5 },
  closes: null,
  dayOff: 'stays',
  january: 'alone',
};

/** When an office that said nothing gets no mail: from eight in the evening to eight in the morning, and on days off. */
export const usualQuietTime: QuietTime = { from: 20, until: 8, daysOff: true };

/** By what an office reports: its years' rules, the holidays that it entered, and the month that it began with. */
export interface OfficeCalendar {
  readonly rules: ReadonlyMap<number, YearRule>;
  readonly special: SpecialDays;
  /** The first month that is owed; null where every month is. */
  readonly start: YearMonth | null;
  /** What was decided on single months. */
  readonly decisions: readonly (Decision & YearMonth)[];
  /** Rises with every decision that may move a day of these years. */
  readonly changes: number;
}

/** Why a month is owed by nobody: the office reports from a later one on, or February's report covers it. */
export const notOwedReasons = ['before-start', 'with-february'] as const;
export type NotOwed = (typeof notOwedReasons)[number];

/** Why a month is owed by nobody; null where it is owed. What is not owed can be reported all the same. */
export function notOwedWhy(
  month: YearMonth,
  { rules, start }: Pick<OfficeCalendar, 'rules' | 'start'>,
): NotOwed | null {
  if (start !== null && compareMonths(month, start) < 0) return 'before-start';
  return month.month === 1 && (rules.get(month.year) ?? usualRule).january === 'with-february' ? 'with-february' : null;
}

/** The deadline that the rule of its year gives a month, before anything was decided on the month itself. */
export function usualDeadline(
  reported: YearMonth,
  { rules, special }: Pick<OfficeCalendar, 'rules' | 'special'>,
): Deadline {
  const { onTime, closes, dayOff, january } = rules.get(reported.year) ?? usualRule;
  const isCovered = reported.month === 1 && january === 'with-february';
  const following = nextMonth(isCovered ? nextMonth(reported) : reported);
  const how = { special, moves: dayOff === 'moves' };
  return {
    onTimeDay: ruledDay(following, onTime, how),
    closesOn: closes === null ? null : ruledDay(following, closes, how),
  };
}

/**
 * The deadline of a month in force for a city, or for all of them where `region` is null. A month that nobody owes never closes,
 * so that an office can enter what lies before its first one.
 */
export function deadlineIn(calendar: OfficeCalendar, key: YearMonth & { readonly region: string | null }): Deadline {
  const deadline = deadlineOf(calendar.decisions, key, usualDeadline(key, calendar));
  return notOwedWhy(key, calendar) === null ? deadline : { ...deadline, closesOn: null };
}

/**
 * The one deadline of a month in force for a city, or for all of them where `region` is null: the newest decision for all, or
 * the `usual` one of its year; and where the city has an exception, the later day of both, so that no city ever has less time than the
 * others. Decisions come in any order and may be of other months too.
 */
export function deadlineOf(
  decisions: readonly (Decision & YearMonth)[],
  { year, month, region }: YearMonth & { readonly region: string | null },
  usual: Deadline,
): Deadline {
  const ofMonth = decisions.filter((decision) => decision.year === year && decision.month === month);
  const forAll = newest(ofMonth, null) ?? usual;
  const exception = region === null ? null : newest(ofMonth, region);
  return {
    onTimeDay: exception === null ? forAll.onTimeDay : later(forAll.onTimeDay, exception.onTimeDay),
    closesOn: exception === null ? forAll.closesOn : laterClosing(forAll.closesOn, exception.closesOn),
  };
}

function newest(decisions: readonly Decision[], region: string | null): Decision | null {
  return decisions
    .filter((decision) => decision.region === region)
    .reduce<Decision | null>((best, one) => (best === null || one.sequence > best.sequence ? one : best), null);
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);

const laterClosing = (a: Day | null, b: Day | null): Day | null => (a === null || b === null ? null : later(a, b));

/** By how many days of the office's calendar something sent at an instant was late; 0 where it was in time. */
export function daysLate(sentAt: string, { onTimeDay }: Pick<Deadline, 'onTimeDay'>): number {
  return Math.max(0, daysBetween(onTimeDay, dayInShanghai(new Date(sentAt))));
}

/** Whether a month takes no more reports of bureaus: from the day after its closing day on. */
export function isClosed({ closesOn }: Pick<Deadline, 'closesOn'>, today: Day): boolean {
  return closesOn !== null && today > closesOn;
}

/** Whether a person may set deadlines. */
export function maySet({ role }: { readonly role: Role }): boolean {
  return role === 'official';
}

/** A month with all decisions on it, as an official decides anew. */
export interface DecidedMonth extends YearMonth {
  readonly decisions: readonly (Decision & YearMonth)[];
  /** What holds where nothing was decided on the month. */
  readonly usual: Deadline;
  readonly today: Day;
}

/**
 * The days that can become the on-time day: from the month's last day, a city's from that of all cities, to a year after.
 * A day that has passed cannot be moved forward, because reports that were in time would become late.
 */
export function permittedDays(
  { year, month, decisions, usual, today }: DecidedMonth,
  region: string | null,
): { readonly earliest: Day; readonly latest: Day } {
  const now = deadlineOf(decisions, { year, month, region }, usual).onTimeDay;
  const least =
    region === null
      ? lastDayOfMonth(year, month)
      : deadlineOf(decisions, { year, month, region: null }, usual).onTimeDay;
  return {
    earliest: later(least, now < today ? now : today),
    latest: lastDayOfMonth(year + 1, month),
  };
}

/** Everything that is wrong with a decision; empty where it can be made. */
export function deadlineProblems(decision: DeadlineIn, decided: DecidedMonth): readonly DeadlineProblem[] {
  const { earliest, latest } = permittedDays(decided, decision.region ?? null);
  const isOutside = decision.onTimeDay < earliest || decision.onTimeDay > latest;
  return [
    ...(isOutside ? [{ field: 'onTimeDay', code: 'deadline-outside', values: { earliest, latest } } as const] : []),
    ...closingProblems(decision, decided, latest),
    ...(isReason(decision.reason) ? [] : [{ field: 'reason', code: 'reason-required', values: {} } as const]),
  ];
}

function closingProblems(
  { region = null, onTimeDay, closesOn = null }: DeadlineIn,
  { year, month, decisions, usual, today }: DecidedMonth,
  latest: Day,
): readonly DeadlineProblem[] {
  if (closesOn === null) return [];
  const forAll = deadlineOf(decisions, { year, month, region: null }, usual);
  if (region !== null && forAll.closesOn === null) return [{ field: 'closesOn', code: 'closing-for-one', values: {} }];
  const now = deadlineOf(decisions, { year, month, region }, usual).closesOn ?? today;
  const least = later(onTimeDay, region === null ? onTimeDay : (forAll.closesOn ?? onTimeDay));
  const earliest = later(least, now < today ? now : today);
  if (closesOn < earliest) return [{ field: 'closesOn', code: 'closing-too-early', values: { earliest } }];
  return closesOn > latest ? [{ field: 'closesOn', code: 'deadline-outside', values: { earliest, latest } }] : [];
}

/** What is wrong in a part of the calendar, with a pointer into what was sent. */
export interface CalendarProblem {
  readonly pointer: string;
  readonly code: ProblemCode;
  readonly values: Readonly<Record<string, ProblemValue>>;
}

/** What is wrong with a year's rule: in some month it would close before the day on which reports are in time. */
export function ruleProblems(year: number, rule: YearRule, special: SpecialDays): readonly CalendarProblem[] {
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  const wrong = months
    .map((month) => usualDeadline({ year, month }, { rules: new Map([[year, rule]]), special }))
    .find(({ onTimeDay, closesOn }) => closesOn !== null && closesOn < onTimeDay);
  if (wrong === undefined) return [];
  return [{ pointer: '/closes', code: 'closing-too-early', values: { earliest: wrong.onTimeDay } }];
}

/** What is wrong with the holidays of a year: a day of another year, or one that is named twice. */
export function holidayProblems(year: number, days: readonly { readonly day: Day }[]): readonly CalendarProblem[] {
  return days.flatMap(({ day }, at): CalendarProblem[] => {
    const pointer = `/days/${at}/day`;
    if (!day.startsWith(`${year}-`)) return [{ pointer, code: 'day-of-other-year', values: { day, year } }];
    const isTwice = days.slice(0, at).some((other) => other.day === day);
    return isTwice ? [{ pointer, code: 'day-twice', values: { day } }] : [];
  });
}
