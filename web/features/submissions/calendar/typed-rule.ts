/** A year's rule as it is typed, and what it would change. Pure. */
import type { ReportingCalendar, SpecialDay, YearRule } from '#api/deadlines/calendar-contract.ts';
import type { MonthDeadline } from '#api/deadlines/contract.ts';
import { ruleProblems, usualDeadline, type Deadline } from '#api/deadlines/lifecycle.ts';
import { isReason } from '#api/http/reason.ts';
import { problemSentence, type Language } from '#api/http/problem.ts';
import type { SpecialDays } from '#api/measures/working-days.ts';

export const ruleFields = [
  'onTimeCount',
  'onTimeDay',
  'dayOff',
  'closesCount',
  'closesDay',
  'january',
  'reason',
] as const;
export type RuleField = (typeof ruleFields)[number];
export type TypedRule = Readonly<Record<RuleField, string>>;

/** The form as it begins. */
export const typedOf = ({ onTime, closes, dayOff, january }: YearRule): TypedRule => ({
  onTimeCount: onTime.count,
  onTimeDay: String(onTime.day),
  dayOff,
  closesCount: closes?.count ?? '',
  closesDay: closes === null ? '' : String(closes.day),
  january,
  reason: '',
});

/** The rule that is typed; null while a day is no number from 1 to 31. */
export function ruleOf({
  onTimeCount,
  onTimeDay,
  dayOff,
  closesCount,
  closesDay,
  january,
}: TypedRule): YearRule | null {
  const onTime = dayNumber(onTimeDay);
  const closes = closesCount === '' ? 0 : dayNumber(closesDay);
  if (onTime === null || closes === null) return null;
  return {
    onTime: { count: countOf(onTimeCount), day: onTime },
    closes: closesCount === '' ? null : { count: countOf(closesCount), day: closes },
    dayOff: dayOff === 'moves' ? 'moves' : 'stays',
    january: january === 'with-february' ? 'with-february' : 'alone',
  };
}

const countOf = (text: string): 'calendar' | 'working' => (text === 'working' ? 'working' : 'calendar');

function dayNumber(text: string): number | null {
  const day = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0;
  return day >= 1 && day <= 31 ? day : null;
}

export const specialOf = (days: readonly SpecialDay[]): SpecialDays =>
  new Map(days.map(({ day, kind }) => [day, kind]));

/** The holidays by which the months of a year are due: its own and the next year's. */
export const specialIn = ({ holidays, nextHolidays }: ReportingCalendar): SpecialDays =>
  specialOf([...holidays.days, ...nextHolidays]);

/** A sentence for each field that is wrong; `dayWords` says what a day may be. */
export function ruleSentencesWrong(
  typed: TypedRule,
  { year, special, language, dayWords }: { year: number; special: SpecialDays; language: Language; dayWords: string },
): Partial<Record<RuleField, string>> {
  const rule = ruleOf(typed);
  const closing = rule === null ? [] : ruleProblems(year, rule, special);
  return {
    ...(dayNumber(typed.onTimeDay) === null && { onTimeDay: dayWords }),
    ...(typed.closesCount !== '' && dayNumber(typed.closesDay) === null && { closesDay: dayWords }),
    ...Object.fromEntries(closing.map(({ code, values }) => ['closesDay', problemSentence(code, values, language)])),
    ...(isReason(typed.reason) ? {} : { reason: problemSentence('reason-required', {}, language) }),
  };
}

/** A month whose usual deadline another rule or other holidays would move. */
export interface MovedMonth {
  readonly month: number;
  readonly from: Deadline;
  readonly to: Deadline;
  /** Whether something was decided on the month itself, which stays. */
  readonly isDecided: boolean;
}

/** The months that would be due or close on another day. */
export function movedMonths(
  months: readonly MonthDeadline[],
  { rule, special }: { readonly rule: YearRule; readonly special: SpecialDays },
): readonly MovedMonth[] {
  return months.flatMap(({ year, month, usual, decisions }) => {
    const to = usualDeadline({ year, month }, { rules: new Map([[year, rule]]), special });
    const isSame = to.onTimeDay === usual.onTimeDay && to.closesOn === usual.closesOn;
    const isDecided = decisions.some(({ region }) => region === null);
    return isSame ? [] : [{ month, from: usual, to, isDecided }];
  });
}
