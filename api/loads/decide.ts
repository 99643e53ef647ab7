/** What a second official decides on a load as a whole. */
import { randomUUID } from 'node:crypto';
import type { Writer } from '#db/dialect';
import { countLoaded, findLoad, listLoadedVersions, type LoadRow } from '#db/loads.ts';
import { sealWritten } from '#db/seals.ts';
import { decideVersions } from '#db/sent-versions.ts';
import { insertVersion, listVersions, type VersionRow } from '#db/submissions.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { decision } from '../submissions/change.ts';
import { statusWords } from '../submissions/lifecycle.ts';
import type { LoadLine } from './contract.ts';
import { checkedReason } from './enter.ts';
import { pausing } from '../http/event-loop.ts';
import { loadRefusal } from './lifecycle.ts';
import { monthsOf, presentLoad } from './present.ts';
import { tellBureaus } from './tell-bureaus.ts';

/**
 * Accepts all that waits of a load.
 * @throws Problem `not-found`, `illegal-transition` where nothing waits, `own-submission`
 */
export function acceptLoad(context: Context, id: string): Promise<LoadLine> {
  return decide(context, 'accept', id, null, (tx, versions) =>
    decideVersions(tx, versions, { state: 'accepted', ...decision(context) }),
  );
}

/**
 * Takes back all that waits of a load: its versions stay as withdrawn, and a bureau's draft that lay under one is the newest
 * again.
 * @throws Problem `not-found`, `illegal-transition` where nothing waits, `reason-required`
 */
export function withdrawLoad(context: Context, id: string, given: string): Promise<LoadLine> {
  const reason = checkedReason(given);
  return decide(context, 'withdraw', id, reason, async (tx, versions) => {
    await decideVersions(tx, versions, { state: 'withdrawn', returnReason: reason, ...decision(context) });
    for (const version of versions) await raiseDraftUnder(tx, version);
  });
}

/** Months that one statement writes. */
const monthsAtOnce = 25;

async function decide(
  context: Context,
  command: 'accept' | 'withdraw',
  id: string,
  reason: string | null,
  write: (tx: Writer, versions: readonly VersionRow[]) => Promise<void>,
): Promise<LoadLine> {
  const action = `submission.${command}-load` as const;
  return runCommand(context, { action, object: id, request: { reason }, changesStandings: true }, async (tx) => {
    const load = await openLoad(tx, context, command, id);
    const versions = await listLoadedVersions(tx, id, 'submitted');
    const pause = pausing();
    for (let from = 0; from < versions.length; from += monthsAtOnce) {
      await write(tx, versions.slice(from, from + monthsAtOnce));
      await sealWritten(tx);
      await pause();
    }
    const became = command === 'accept' ? 'accepted' : 'withdrawn';
    await tellBureaus(tx, context.clock.now(), became, { load, months: versions, reason: reason ?? load.reason });
    const counts = (await countLoaded(tx, [id])).get(id) ?? {};
    return {
      reply: presentLoad(load, counts, context.actor),
      touched: versions,
      detail: { months: versions.length, file: load.fileName, ...(reason !== null && { reason }) },
    };
  });
}

async function openLoad(tx: Writer, { actor }: Context, command: 'accept' | 'withdraw', id: string): Promise<LoadRow> {
  const load = await findLoad(tx, id);
  if (load === undefined) throw new Problem('not-found');
  const months = monthsOf((await countLoaded(tx, [id])).get(id) ?? {});
  const refusal = loadRefusal(command, { months, loadedBy: load.loadedBy }, actor);
  if (refusal === 'illegal-transition') {
    throw new Problem(refusal, { state: statusWords[months.accepted > 0 ? 'accepted' : 'returned'] });
  }
  if (refusal !== null) throw new Problem(refusal);
  return load;
}

async function raiseDraftUnder(tx: Writer, { region, year, month, number }: VersionRow): Promise<void> {
  const [newest, before] = await listVersions(tx, { region, year, month });
  if (newest?.number !== number || before?.state !== 'draft') return;
  const { figures, ...draft } = before;
  await insertVersion(tx, { ...draft, id: randomUUID(), number: number + 1 }, figures);
}
