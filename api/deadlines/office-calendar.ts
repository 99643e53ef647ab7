/** The office's calendar as it is kept: read for whoever needs a deadline, each part through the schema of its subject. */
import { listDeadlines } from '#db/deadlines.ts';
import type { Reader } from '#db/dialect';
import { newestDecisions, subjects } from '#db/office-decisions.ts';
import { quietTime, specialDays, startMonth, yearRule, type QuietTime } from './calendar-contract.ts';
import { usualQuietTime, type OfficeCalendar } from './lifecycle.ts';

/** What nobody has decided is null. Made once, because to make a schema takes longer than to read by it. */
const kept = { special: specialDays.nullable(), rule: yearRule.nullable(), start: startMonth.nullable() };

/**
 * The calendar by which the months of some years are reported. A month's days lie in its own year or the next one, so the holidays
 * of both are read. Where an instant (ISO 8601) is named, what was decided by then.
 */
export async function readOfficeCalendar(
  reader: Reader,
  years: readonly number[],
  knownAt?: string,
): Promise<OfficeCalendar> {
  const lying = [...new Set(years.flatMap((year) => [year, year + 1]))];
  const asked = [...years.map(subjects.rule), ...lying.map(subjects.holidays), subjects.start];
  const rows = await newestDecisions(reader, asked, knownAt);
  const all = await listDeadlines(reader, years);
  const decisions = knownAt === undefined ? all : all.filter(({ decidedAt }) => decidedAt <= knownAt);
  const value = (subject: string): unknown => rows.get(subject)?.value ?? null;
  const days = lying.flatMap((year) => kept.special.parse(value(subjects.holidays(year))) ?? []);
  return {
    rules: new Map(
      years.flatMap((year) => {
        const rule = kept.rule.parse(value(subjects.rule(year)));
        return rule === null ? [] : [[year, rule] as const];
      }),
    ),
    special: new Map(days.map(({ day, kind }) => [day, kind])),
    start: kept.start.parse(value(subjects.start))?.from ?? null,
    decisions,
    changes: decisions.length + [...rows.values()].reduce((sum, { sequence }) => sum + sequence, 0),
  };
}

/** When the office sends no mail. */
export async function readQuietTime(reader: Reader): Promise<QuietTime> {
  const row = (await newestDecisions(reader, [subjects.quietTime])).get(subjects.quietTime);
  return quietTime.nullable().parse(row?.value ?? null) ?? usualQuietTime;
}
