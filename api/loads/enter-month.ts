/** One past month that an official types in its bureau's place. */
import { insertLoad } from '#db/loads.ts';
import { type SubmissionKey } from '#db/submissions.ts';
import { readSnapshot, snapshotOf } from '../assessments/snapshot.ts';
import { runCommand } from '../command.ts';
import type { FigureIn } from '../figures/contract.ts';
import { problemOf, readFigures } from '../figures/read-figures.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { lastDayOfMonth } from '../measures/calendar.ts';
import type { Submission } from '../submissions/contract.ts';
import { standingVersion, versionFor } from '../submissions/lifecycle.ts';
import type { Answer } from '../month-files/changes.ts';
import { presentSubmission } from '../submissions/present.ts';
import { openRecord, type SubmissionRecord } from '../submissions/submission-record.ts';
import { checkedReason, insertMonths, newLoad } from './enter.ts';
import { mayEnterMonth } from './lifecycle.ts';
import type { PlannedMonth } from './plan.ts';
import { tellBureaus } from './tell-bureaus.ts';
import { monthWords } from './words.ts';

export interface MonthIn {
  readonly figures: Readonly<Record<string, FigureIn>>;
  readonly reason: string;
}

/**
 * Sends the figures that are other than what was accepted. A December with a stock alone is how its level at the end of the
 * year before is given.
 * @throws Problem `not-found`, `stale-version`, `load-month-running`, `load-month-waiting`, `load-nothing-new`,
 *   `reason-required`, what `readFigures` finds
 */
export async function enterMonth(context: Context, key: SubmissionKey, given: MonthIn): Promise<Submission> {
  const load = newLoad(context, null, checkedReason(given.reason));
  const { region, year, month } = key;
  const object = `${year}-${String(month).padStart(2, '0')}/${region}`;
  const command = {
    action: 'submission.load',
    object,
    request: given,
    changesStandings: { region, year },
  } as const;
  const kept = await snapshotOf(context, year);
  return runCommand(context, command, async (tx) => {
    // What was kept is read outside: within its transaction a command reads by nothing else.
    const open = async () => openRecord(tx, context, await readSnapshot(tx, year, { before: kept }), key);
    const record = await open();
    checkOpen(context, record);
    const planned = monthOf(record, given);
    await insertLoad(tx, load);
    await insertMonths(tx, load, [planned]);
    await tellBureaus(tx, context.clock.now(), 'entered', { load, months: [planned], reason: load.reason });
    return {
      reply: presentSubmission(await open(), context.actor),
      detail: {
        number: planned.number,
        reason: load.reason,
        figures: Object.fromEntries(
          planned.changes.map(({ indicator, after }) => [
            indicator.code,
            'absence' in after
              ? after.absence
              : after.denominator === null
                ? after.cumulative
                : [after.cumulative, after.denominator],
          ]),
        ),
      },
    };
  });
}

/** @throws Problem where the caller did not see the newest state, or the month takes nothing just now */
function checkOpen({ actor, basedOn }: Context, record: SubmissionRecord): void {
  const { year, month, today, versions, counters } = record;
  if (basedOn === null) throw new Problem('version-required');
  const hasWaiting = versions.some(({ state }) => state === 'submitted');
  const words = { month: monthWords(record) };
  if (hasWaiting) throw new Problem('load-month-waiting', words);
  if (!mayEnterMonth({ year, month, hasWaiting }, actor.role, today)) throw new Problem('load-month-running', words);
  if (basedOn !== versionFor(counters, actor.role)) {
    const current = presentSubmission(record, actor);
    const [newest] = current.versions;
    const person = newest?.decidedBy ?? newest?.submittedBy ?? { zh: '无人', en: 'Nobody' };
    throw new Problem('stale-version', { person, version: current.version }, { current });
  }
}

/** @throws Problem what `readFigures` finds, `load-nothing-new` */
function monthOf(record: SubmissionRecord, { figures: sent }: MonthIn): PlannedMonth {
  const { region, year, month, indicators, versions } = record;
  const standing = record.accepted.filter((figure) => figure.year === year && figure.month === month);
  const { figures, absences, problems } = readFigures(sent, indicators, standing);
  const problem = problemOf(problems);
  if (problem !== null) throw problem;
  const answers: readonly (readonly [string, Answer])[] = [
    ...figures.map(
      ({ indicator, cumulative, denominator = null }) => [indicator, { cumulative, denominator }] as const,
    ),
    ...Object.entries(absences).map(([indicator, absence]) => [indicator, { absence }] as const),
  ];
  const changes = answers.flatMap(([code, after]) => {
    const indicator = indicators.find((one) => one.code === code);
    const before = standing.find((figure) => figure.indicator === code) ?? null;
    const isSame =
      !('absence' in after) && before?.cumulative === after.cumulative && before.denominator === after.denominator;
    return indicator === undefined || isSame ? [] : [{ indicator, row: 0, before, after, conflict: null }];
  });
  if (changes.length === 0) throw new Problem('load-nothing-new');
  const asOf = lastDayOfMonth(year, month);
  const told = new Set(
    [...standing, ...changes.map((change) => ({ indicator: change.indicator.code }))].map((one) => one.indicator),
  );
  return {
    region,
    year,
    month,
    kind: standingVersion(versions)?.asOf === asOf ? 'correction' : 'submission',
    number: Math.max(0, ...versions.map(({ number }) => number)) + 1,
    asOf,
    changes,
    isIncomplete: indicators.some(({ required, code }) => required && !told.has(code)),
  };
}
