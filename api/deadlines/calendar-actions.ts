/** The calendar of a year, and the department's decisions on its parts. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Reader } from '#db/dialect';
import { insertOfficeDecision, newestDecisions, subjects, type OfficeDecisionRow } from '#db/office-decisions.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { problemOf } from '../figures/read-figures.ts';
import type { AuditAction } from '../http/audit-action.ts';
import { Problem, type ProblemPointer } from '../http/problem.ts';
import { isReason } from '../http/reason.ts';
import type { YearMonth } from '../measures/calendar.ts';
import type { DayRule } from '../measures/working-days.ts';
import { quietTime, specialDays, startMonth, yearRule } from './calendar-contract.ts';
import type { QuietTime, ReportingCalendar, SpecialDay, YearRule } from './calendar-contract.ts';
import { holidayProblems, maySet, ruleProblems, usualQuietTime, usualRule } from './lifecycle.ts';
import { readOfficeCalendar } from './office-calendar.ts';

/** How a year is reported, and who decided so. */
export async function getReportingCalendar(context: Context, year: number): Promise<ReportingCalendar> {
  return present(context.database.reader, context, year);
}

/**
 * Says how a year is reported. Months on which something of their own was decided keep that.
 * @throws Problem `stale-version`, `reason-required`, `closing-too-early`
 */
export async function setYearRule(
  context: Context,
  year: number,
  { reason, ...rule }: YearRule & { readonly reason: string },
): Promise<ReportingCalendar> {
  const part = {
    action: 'calendar.set-rule',
    subject: subjects.rule(year),
    value: rule,
    reason,
    tell: toldRule,
  } as const;
  return decide(context, year, { ...part, schema: yearRule, changesStandings: true }, async (tx) => {
    const { special } = await readOfficeCalendar(tx, [year]);
    return ruleProblems(year, rule, special);
  });
}

/**
 * Puts the holidays of a year in the place of those before.
 * @throws Problem `stale-version`, `reason-required`, `day-of-other-year`, `day-twice`
 */
export async function setHolidays(
  context: Context,
  year: number,
  { days, reason }: { readonly days: readonly SpecialDay[]; readonly reason: string },
): Promise<ReportingCalendar> {
  const value = days.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const part = { action: 'calendar.set-holidays', subject: subjects.holidays(year), value, reason } as const;
  return decide(
    context,
    year,
    { ...part, schema: specialDays, tell: toldHolidays, changesStandings: false },
    async () => holidayProblems(year, days),
  );
}

/**
 * Says from which month on the office reports.
 * @throws Problem `stale-version`, `reason-required`
 */
export async function setStartMonth(
  context: Context,
  year: number,
  { from, reason }: { readonly from: YearMonth | null; readonly reason: string },
): Promise<ReportingCalendar> {
  const part = { action: 'calendar.set-start', subject: subjects.start, value: { from }, reason } as const;
  return decide(
    context,
    year,
    { ...part, schema: startMonth, tell: toldStart, changesStandings: true },
    async () => [],
  );
}

/**
 * Says when no mail goes out.
 * @throws Problem `stale-version`, `reason-required`, `quiet-hours` where only one of both hours is given
 */
export async function setQuietTime(
  context: Context,
  year: number,
  { reason, ...quiet }: QuietTime & { readonly reason: string },
): Promise<ReportingCalendar> {
  const part = { action: 'calendar.set-quiet-time', subject: subjects.quietTime, value: quiet, reason } as const;
  return decide(context, year, { ...part, schema: quietTime, tell: toldQuiet, changesStandings: false }, async () =>
    (quiet.from === null) === (quiet.until === null) ? [] : [{ pointer: '/from', code: 'quiet-hours', values: {} }],
  );
}

/** What the trail tells of a part: its fields, each a word or a number. */
type Told = Readonly<Record<string, string | number | boolean | null>>;

const dayWords = (rule: DayRule): string => `${rule.count} ${rule.day}`;

const toldRule = ({ onTime, closes, ...others }: YearRule): Told => ({
  onTime: dayWords(onTime),
  closes: closes === null ? null : dayWords(closes),
  ...others,
});

const toldHolidays = (days: readonly SpecialDay[]): Told => ({ days: days.length });

const toldStart = ({ from }: { readonly from: YearMonth | null }): Told => ({
  startMonth: from === null ? null : `${from.year}-${String(from.month).padStart(2, '0')}`,
});

const toldQuiet = ({ from, until, daysOff }: QuietTime): Told => ({ quietFrom: from, quietUntil: until, daysOff });

/** One decision on a part of the calendar. */
interface Part<Value> {
  readonly action: AuditAction;
  readonly subject: string;
  readonly schema: z.ZodType<Value>;
  readonly value: Value;
  readonly reason: string;
  /** What is owed is part of every overview; by when it is due is not. */
  readonly changesStandings: boolean;
  tell(value: Value): Told;
}

async function decide<Value>(
  context: Context,
  year: number,
  { action, subject, schema, value, reason, changesStandings, tell }: Part<Value>,
  check: (tx: Reader) => Promise<readonly ProblemPointer[]>,
): Promise<ReportingCalendar> {
  const command = { action, object: subject, request: { value, reason }, changesStandings } as const;
  return runCommand(context, command, async (tx) => {
    if (context.basedOn === null) throw new Problem('version-required');
    const before = (await newestDecisions(tx, [subject])).get(subject);
    const sequence = (before?.sequence ?? 0) + 1;
    if (context.basedOn !== sequence - 1) throw staleVersion(before);
    const wrong: readonly ProblemPointer[] = isReason(reason)
      ? []
      : [{ pointer: '/reason', code: 'reason-required', values: {} }];
    const problem = problemOf([...(await check(tx)), ...wrong]);
    if (problem !== null) throw problem;
    const row = {
      id: randomUUID(),
      subject,
      sequence,
      value,
      reason: reason.trim(),
      author: context.actor.id,
      authoredAs: context.actor.author,
      decidedAt: context.clock.now().toISOString(),
    };
    if (!(await insertOfficeDecision(tx, row))) throw staleVersion((await newestDecisions(tx, [subject])).get(subject));
    const from = before === undefined ? {} : tell(schema.parse(before.value));
    const detail = { sequence, from, to: tell(value), reason: row.reason };
    return { reply: await present(tx, context, year), detail };
  });
}

const staleVersion = (newest: OfficeDecisionRow | undefined): Problem =>
  new Problem('stale-version', { person: newest?.authoredAs.name ?? '', version: newest?.sequence ?? 0 });

async function present(reader: Reader, { actor }: Pick<Context, 'actor'>, year: number): Promise<ReportingCalendar> {
  const next = subjects.holidays(year + 1);
  const { rule, holidays, start, quietTime: quiet } = subjects;
  const rows = await newestDecisions(reader, [rule(year), holidays(year), next, start, quiet]);
  const value = (subject: string): unknown => rows.get(subject)?.value ?? null;
  const daysOf = (subject: string): SpecialDay[] => specialDays.nullable().parse(value(subject)) ?? [];
  return {
    year,
    rule: {
      ...decidedBy(rows.get(subjects.rule(year))),
      value: yearRule.nullable().parse(value(subjects.rule(year))) ?? usualRule,
    },
    holidays: { ...decidedBy(rows.get(subjects.holidays(year))), days: daysOf(subjects.holidays(year)) },
    nextHolidays: daysOf(next),
    start: {
      ...decidedBy(rows.get(subjects.start)),
      ...(startMonth.nullable().parse(value(subjects.start)) ?? { from: null }),
    },
    quiet: {
      ...decidedBy(rows.get(quiet)),
      value: quietTime.nullable().parse(value(quiet)) ?? usualQuietTime,
    },
    can: { set: maySet(actor) },
  };
}

const decidedBy = (row: OfficeDecisionRow | undefined) => ({
  version: row?.sequence ?? 0,
  // What the program brought has no author.
  author: row === undefined || row.author === null ? null : row.authoredAs.name,
  reason: row?.reason ?? null,
  decidedAt: row?.decidedAt ?? null,
});
