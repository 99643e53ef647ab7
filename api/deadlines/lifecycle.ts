/** The rules of reporting deadlines: which one is in force, what is late, and what an office may decide. Safe in a browser. */
import type { Role } from '../http/endpoint.ts';
import type { ProblemCode, ProblemValue } from '../http/problem.ts';
import { isReason } from '../http/reason.ts';
import { daysBetween, lastDayOfMonth, nextMonth } from '../measures/calendar.ts';
import type { YearMonth } from '../measures/calendar.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import type { Day } from '../measures/vocabulary.ts';
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

/** Where the office set nothing, a month is reported by this day of the next one. */
const usualDayOfMonth = 5;

/** The deadline of a month that the office set nothing for: the 5th of the next month, and it never closes. */
export function usualDeadline(reported: YearMonth): Deadline {
  const { year, month } = nextMonth(reported);
  const onTimeDay = `${lastDayOfMonth(year, month).slice(0, 8)}${String(usualDayOfMonth).padStart(2, '0')}`;
  return { onTimeDay, closesOn: null };
}

/**
 * The one deadline of a month in force for a city, or for all of them where `region` is null: the newest decision for all, or
 * the usual one; and where the city has an exception, the later day of both, so that no city ever has less time than the
 * others. Decisions come in any order and may be of other months too.
 */
export function deadlineOf(
  decisions: readonly (Decision & YearMonth)[],
  { year, month, region }: YearMonth & { readonly region: string | null },
): Deadline {
  const ofMonth = decisions.filter((decision) => decision.year === year && decision.month === month);
  const forAll = newest(ofMonth, null) ?? usualDeadline({ year, month });
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
  readonly today: Day;
}

/**
 * The days that can become the on-time day: from the month's last day, a city's from that of all cities, to a year after.
 * A day that has passed cannot be moved forward, because reports that were in time would become late.
 */
export function permittedDays(
  { year, month, decisions, today }: DecidedMonth,
  region: string | null,
): { readonly earliest: Day; readonly latest: Day } {
  const now = deadlineOf(decisions, { year, month, region }).onTimeDay;
  const least =
    region === null ? lastDayOfMonth(year, month) : deadlineOf(decisions, { year, month, region: null }).onTimeDay;
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
  { year, month, decisions, today }: DecidedMonth,
  latest: Day,
): readonly DeadlineProblem[] {
  if (closesOn === null) return [];
  const forAll = deadlineOf(decisions, { year, month, region: null });
  if (region !== null && forAll.closesOn === null) return [{ field: 'closesOn', code: 'closing-for-one', values: {} }];
  const now = deadlineOf(decisions, { year, month, region }).closesOn ?? today;
  const least = later(onTimeDay, region === null ? onTimeDay : (forAll.closesOn ?? onTimeDay));
  const earliest = later(least, now < today ? now : today);
  if (closesOn < earliest) return [{ field: 'closesOn', code: 'closing-too-early', values: { earliest } }];
  return closesOn > latest ? [{ field: 'closesOn', code: 'deadline-outside', values: { earliest, latest } }] : [];
}
