import { randomUUID } from 'node:crypto';
import { insertDeadline, listDeadlines as listRows, type DeadlineRow } from '#db/deadlines.ts';
import type { Reader } from '#db/dialect';
import { listRegions } from '#db/regions.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { problemOf } from '../figures/read-figures.ts';
import { Problem, type ProblemPointer } from '../http/problem.ts';
import type { YearMonth } from '../measures/calendar.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { regionTree, reports } from '../regions/tree.ts';
import type { DeadlineIn, Deadlines, MonthDeadline } from './contract.ts';
import { deadlineIn, deadlineProblems, usualDeadline, type OfficeCalendar } from './lifecycle.ts';
import { readOfficeCalendar } from './office-calendar.ts';
import { presentMonth } from './present.ts';

/** The twelve months of a year with their deadlines and what was decided on them. */
export async function listDeadlines(context: Context, year: number): Promise<Deadlines> {
  const { reader } = context.database;
  const byMonth = Map.groupBy(await listRows(reader, [year]), ({ month }) => month);
  const calendar = await readOfficeCalendar(reader, [year]);
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return {
    year,
    months: months.map((month) => presentMonth({ year, month }, byMonth.get(month) ?? [], calendar, context.actor)),
  };
}

/**
 * Sets a month's deadline for all cities, or makes an exception for one. The decisions before it stay.
 * @throws Problem `stale-version`, and whatever `deadlineProblems` finds; `field-form` for a region that does not report the month
 */
export async function setDeadline(context: Context, key: YearMonth, decision: DeadlineIn): Promise<MonthDeadline> {
  const { year, month } = key;
  const object = `${year}-${String(month).padStart(2, '0')}${decision.region == null ? '' : `/${decision.region}`}`;
  return runCommand(
    context,
    { action: 'deadline.set', object, request: decision, changesStandings: false },
    async (tx) => {
      const before = await decisionsOn(tx, key);
      const calendar = await readOfficeCalendar(tx, [year]);
      if (context.basedOn === null) throw new Problem('version-required');
      if (context.basedOn !== before.length) throw staleVersion(context, key, before, calendar);
      await check(tx, context, key, decision, calendar);
      const added = newRow(context, key, decision, before.length + 1);
      if (!(await insertDeadline(tx, added))) throw staleVersion(context, key, await decisionsOn(tx, key), calendar);
      const { region, sequence, onTimeDay, closesOn, reason } = added;
      const from = deadlineIn(calendar, { ...key, region });
      return {
        reply: presentMonth(key, [...before, added], calendar, context.actor),
        detail: { sequence, from, to: { onTimeDay, closesOn }, reason },
      };
    },
  );
}

const decisionsOn = async (reader: Reader, { year, month }: YearMonth): Promise<DeadlineRow[]> =>
  (await listRows(reader, [year])).filter((row) => row.month === month);

/** @throws Problem with a pointer for every field that is wrong */
async function check(
  reader: Reader,
  { clock }: Context,
  key: YearMonth,
  decision: DeadlineIn,
  calendar: OfficeCalendar,
): Promise<void> {
  const { region = null } = decision;
  const isKnown = region === null || reports(regionTree(await listRegions(reader)), key, region);
  const pointers: readonly ProblemPointer[] = [
    ...(isKnown ? [] : [{ pointer: '/region', code: 'field-form', values: { field: 'region' } } as const]),
    ...deadlineProblems(decision, {
      ...key,
      decisions: calendar.decisions,
      usual: usualDeadline(key, calendar),
      today: dayInShanghai(clock.now()),
    }).map(({ field, code, values }) => ({ pointer: `/${field}`, code, values })),
  ];
  const problem = problemOf(pointers);
  if (problem !== null) throw problem;
}

const newRow = (
  { actor, clock }: Context,
  { year, month }: YearMonth,
  { region = null, onTimeDay, closesOn = null, reason }: DeadlineIn,
  sequence: number,
): DeadlineRow => ({
  id: randomUUID(),
  year,
  month,
  sequence,
  region,
  onTimeDay,
  closesOn,
  reason: reason.trim(),
  author: actor.id,
  authoredAs: actor.author,
  decidedAt: clock.now().toISOString(),
});

function staleVersion(
  { actor }: Context,
  key: YearMonth,
  decisions: readonly DeadlineRow[],
  calendar: OfficeCalendar,
): Problem {
  return new Problem(
    'stale-version',
    { person: decisions.at(-1)?.authoredAs.name ?? '', version: decisions.length },
    { current: presentMonth(key, decisions, calendar, actor) },
  );
}
