/** Enters figures in the bureaus' place: versions that an official sends, and another one accepts. */
import { randomUUID } from 'node:crypto';
import type { Writer } from '#db/dialect';
import { insertLoad, type LoadRow } from '#db/loads.ts';
import { sealWritten } from '#db/seals.ts';
import { insertSentVersions, type NewVersion } from '#db/sent-versions.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { isReason } from '../http/reason.ts';
import type { Upload } from '../http/serve-upload.ts';
import { undecided } from '../submissions/change.ts';
import type { LoadLine } from './contract.ts';
import { pausing } from '../http/event-loop.ts';
import type { PlannedMonth } from './plan.ts';
import { presentLoad } from './present.ts';
import { tellBureaus } from './tell-bureaus.ts';
import { allFaults, conflictsOf, planIn, readLoad, wrongRows, type ChosenConflicts } from './preview.ts';

export interface Confirmed extends ChosenConflicts {
  readonly digest: string;
  readonly name: string;
  readonly reason: string;
  readonly rows: 'all' | 'good';
}

/**
 * Writes what the preview showed, all of it or nothing. What stands may have changed since, so it is looked at again within
 * the transaction.
 * @throws Problem `reason-required`, `load-changed`, `load-faults`, `load-nothing-new`, what `readGrid` does
 */
export async function commitLoad(context: Context, confirmed: Confirmed, upload: Upload): Promise<LoadLine> {
  const reason = checkedReason(confirmed.reason);
  const { table } = await readLoad(context, upload);
  const load = newLoad(context, confirmed.name, reason);
  const request = { ...confirmed, sha256: upload.sha256 };
  return runCommand(
    context,
    { action: 'submission.load', object: confirmed.name, request, changesStandings: true },
    async (tx) => {
      const plan = await planIn(tx, table, conflictsOf(confirmed));
      const faults = allFaults(table, plan);
      if (plan.digest !== confirmed.digest) throw new Problem('load-changed');
      if (faults.length > 0 && confirmed.rows === 'all') throw new Problem('load-faults', { count: wrongRows(faults) });
      if (plan.months.length === 0) throw new Problem('load-nothing-new');
      await insertLoad(tx, load);
      await insertMonths(tx, load, plan.months);
      await tellBureaus(tx, context.clock.now(), 'entered', { load, months: plan.months, reason });
      return {
        reply: presentLoad(load, { submitted: plan.months.length }, context.actor),
        detail: detailOf(load, plan.months),
        touched: plan.months,
      };
    },
  );
}

/** @throws Problem `reason-required` */
export function checkedReason(reason: string): string {
  if (isReason(reason)) return reason.trim();
  throw new Problem('reason-required', {}, { pointers: [{ pointer: '/reason', code: 'reason-required', values: {} }] });
}

export const newLoad = ({ actor, clock }: Context, fileName: string | null, reason: string): LoadRow => ({
  id: randomUUID(),
  fileName,
  reason,
  loadedBy: actor.id,
  loadedAs: actor.author,
  loadedAt: clock.now().toISOString(),
});

const detailOf = ({ id, reason }: LoadRow, months: readonly PlannedMonth[]) => ({
  load: id,
  reason,
  months: months.length,
  figures: months.reduce((sum, { changes }) => sum + changes.length, 0),
  from: monthKey(months, -1),
  to: monthKey(months, 1),
});

/** The earliest or the latest of some months, as `2020-10`. */
const monthKey = (months: readonly PlannedMonth[], direction: 1 | -1): string =>
  months
    .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`)
    .toSorted()
    .at(direction === 1 ? -1 : 0) ?? '';

/** Months that one statement writes. */
const monthsAtOnce = 25;

/** Adds the versions of a load, a few months at a time, so that whoever only reads is not held up. */
export async function insertMonths(tx: Writer, load: LoadRow, months: readonly PlannedMonth[]): Promise<void> {
  const pause = pausing();
  for (let from = 0; from < months.length; from += monthsAtOnce) {
    const some = months.slice(from, from + monthsAtOnce);
    await insertSentVersions(
      tx,
      some.map((month) => newVersion(load, month)),
    );
    await sealWritten(tx);
    await pause();
  }
}

function newVersion(
  load: LoadRow,
  { region, year, month, kind, number, asOf, changes, isIncomplete }: PlannedMonth,
): NewVersion {
  const { loadedBy, loadedAs, loadedAt, reason } = load;
  return {
    version: {
      // No deadline is kept: what the department enters was never late.
      ...undecided,
      id: randomUUID(),
      region,
      year,
      month,
      number,
      kind,
      state: 'submitted',
      asOf,
      note: reason,
      cause: '',
      remedies: '',
      savedBy: loadedBy,
      savedAs: loadedAs,
      savedAt: loadedAt,
      submittedBy: loadedBy,
      submittedAs: loadedAs,
      submittedAt: loadedAt,
      load: load.id,
      partial: isIncomplete ? true : null,
      absences: absencesIn(changes),
      words: null,
    },
    figures: changes.flatMap(({ indicator, after }) =>
      'absence' in after ? [] : [{ indicator: indicator.code, ...after, origin: 'reported' as const, source: null }],
    ),
  };
}

/** What a month answers in the place of figures; null where every row has a number. */
function absencesIn(changes: PlannedMonth['changes']): NewVersion['version']['absences'] {
  const found = changes.flatMap(({ indicator, after }) =>
    'absence' in after ? [[indicator.code, after.absence] as const] : [],
  );
  return found.length === 0 ? null : Object.fromEntries(found);
}
