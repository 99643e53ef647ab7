import { randomUUID } from 'node:crypto';
import type { Reader, Writer } from '#db/dialect';
import { listAcceptedFigures } from '#db/figures.ts';
import type { IndicatorRow } from '#db/indicators.ts';
import { listRegions } from '#db/regions.ts';
import {
  insertTargetChange,
  listTargetLedger,
  withdrawTargetChange,
  type TargetChange,
  type TargetKey,
} from '#db/targets.ts';
import { runCommand } from '../command.ts';
import { readIndicators } from '../indicators/checked.ts';
import { isReportedIn } from '../indicators/lifecycle.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { ownCity, regionsSeen } from '../http/data-scope.ts';
import { problemOf } from '../figures/read-figures.ts';
import type { TargetCell, TargetChangeIn, Targets } from './contract.ts';
import { isReason } from '../http/reason.ts';
import { isJudged, mayChange, readChange, targetAt, type ChangeProblem, type TargetIndicator } from './lifecycle.ts';
import { holding, ledgerVersion, presentCell } from './present.ts';

/**
 * A year's ledger in the official order, cells without a target included. A bureau's are those of its city and
 * the province, those of an official who is bound to a region that one's and what is below it.
 */
export async function listTargets(context: Context, year: number): Promise<Targets> {
  const { reader } = context.database;
  const own = ownCity(context);
  const seen = await regionsSeen(context);
  const regions = (await listRegions(reader)).filter(
    ({ code, parent }) => seen === null || (own === null ? seen.has(code) : parent === null || code === own),
  );
  const changes = await listTargetLedger(reader, { years: [year], regions: regions.map(({ code }) => code) });
  const byCell = Map.groupBy(changes, ({ region, indicator }) => `${region}/${indicator}`);
  const indicators = (await readIndicators(reader)).filter((one) => isReportedIn(one, { year, month: 1 }));
  const judged = mayChange(context.actor) ? await judgedMonths(reader, year) : () => 0;
  const cells = regions.flatMap(({ code }) =>
    indicators.map((indicator) =>
      presentCell(
        { region: code, indicator, changes: byCell.get(`${code}/${indicator.code}`) ?? [] },
        judged(code, indicator.code),
        context.actor,
      ),
    ),
  );
  return { year, cells };
}

/**
 * Adds a line to a cell's ledger: the year's first target, or a change that takes effect from a month on. The lines
 * before it stay, and so does every month before it.
 * @throws Problem `not-found`, `stale-version`, `target-unchanged`, and whatever `readChange` finds
 */
export async function changeTarget(context: Context, key: TargetKey, change: TargetChangeIn): Promise<TargetCell> {
  const object = objectOf(key);
  return runCommand(
    context,
    { action: 'target.change', object, request: change, changesStandings: { region: key.region, year: key.year } },
    async (tx) => {
      if (context.basedOn === null) throw new Problem('version-required');
      const { cell, detail } = await addLine(tx, context, key, change, context.basedOn);
      return { reply: presentCell(cell, cell.judgedUpTo, context.actor), detail };
    },
  );
}

/** What the audit trail calls a cell. */
export const objectOf = ({ year, region, indicator }: TargetKey): string => `${year}/${region}/${indicator}`;

/**
 * Adds a line to a cell that had this version, in the transaction of a command.
 * @throws Problem `not-found`, `stale-version`, `target-unchanged`, and whatever `readChange` finds
 */
export async function addLine(
  tx: Writer,
  context: Context,
  key: TargetKey,
  change: TargetChangeIn,
  basedOn: number,
): Promise<{ readonly cell: Cell; readonly detail: Readonly<Record<string, unknown>> }> {
  const cell = await openCell(tx, key);
  if (basedOn !== ledgerVersion(cell.changes)) throw staleVersion(cell, context);
  const added = newLine(context, cell, change);
  if (!(await insertTargetChange(tx, added))) throw staleVersion(await openCell(tx, key), context);
  const { sequence, amount, effectiveMonth, documentNumber, documentDate, reason } = added;
  const from = holding(cell.changes).at(-1)?.amount ?? null;
  return {
    cell: { ...cell, changes: [...cell.changes, added] },
    detail: {
      sequence,
      from,
      to: amount,
      effectiveMonth,
      documentNumber,
      ...(documentDate !== null && { documentDate }),
      reason,
    },
  };
}

/**
 * Withdraws the newest line that holds, entered by mistake: it stays in the ledger and judges nothing.
 * @throws Problem `not-found`, also where no line holds, `stale-version`, `reason-required`, and `target-judged` where a
 *   figure was accepted that is judged by it
 */
export async function withdrawTarget(context: Context, key: TargetKey, reason: string): Promise<TargetCell> {
  const object = objectOf(key);
  const reach = { changesStandings: { region: key.region, year: key.year } };
  return runCommand(context, { action: 'target.withdraw', object, request: { reason }, ...reach }, async (tx) => {
    const cell = await openCell(tx, key);
    const newest = holding(cell.changes).at(-1);
    if (newest === undefined) throw new Problem('not-found');
    if (context.basedOn !== ledgerVersion(cell.changes)) throw staleVersion(cell, context);
    if (!isReason(reason)) {
      const values = {};
      throw new Problem('reason-required', values, {
        pointers: [{ pointer: '/reason', code: 'reason-required', values }],
      });
    }
    refuseJudged(cell, newest);
    const withdrawn = {
      withdrawnBy: context.actor.id,
      withdrawnAs: context.actor.author,
      withdrawnAt: context.clock.now().toISOString(),
      withdrawReason: reason.trim(),
    };
    if (!(await withdrawTargetChange(tx, newest.id, withdrawn))) throw staleVersion(await openCell(tx, key), context);
    const changes = cell.changes.map((change) => (change.id === newest.id ? { ...change, ...withdrawn } : change));
    const { sequence, amount } = newest;
    return {
      reply: presentCell({ ...cell, changes }, cell.judgedUpTo, context.actor),
      detail: { sequence, amount, reason: reason.trim() },
    };
  });
}

function refuseJudged({ judgedUpTo }: Cell, { effectiveMonth }: TargetChange): void {
  if (!isJudged(effectiveMonth, judgedUpTo)) return;
  throw new Problem('target-judged', { month: { zh: `${judgedUpTo}月`, en: `month ${judgedUpTo}` } });
}

/**
 * The newest month of a year that has an accepted figure, of all regions or `of` one, by region and indicator; 0 where there is none. The province's
 * targets are judged by what any of its regions reported.
 */
async function judgedMonths(
  reader: Reader,
  year: number,
  of?: string,
): Promise<(region: string, indicator: string) => number> {
  const root = (await listRegions(reader)).find(({ parent }) => parent === null)?.code;
  const newest = new Map<string, number>();
  const scope = { years: [year], ...(of !== undefined && of !== root && { regions: [of] }) };
  for (const { region, indicator, month } of await listAcceptedFigures(reader, scope)) {
    for (const key of [`${region}/${indicator}`, `${root}/${indicator}`]) {
      newest.set(key, Math.max(month, newest.get(key) ?? 0));
    }
  }
  return (region, indicator) => newest.get(`${region}/${indicator}`) ?? 0;
}

/** One region's year on one indicator with all its lines, the newest last. */
export interface Cell {
  readonly key: TargetKey;
  readonly region: string;
  readonly indicator: IndicatorRow;
  readonly changes: readonly TargetChange[];
  /** The newest month whose accepted figure is judged by them; 0 where there is none. */
  readonly judgedUpTo: number;
}

/** @throws Problem `not-found` */
export async function openCell(reader: Reader, key: TargetKey): Promise<Cell> {
  const region = (await listRegions(reader)).find(({ code }) => code === key.region);
  const indicator = (await readIndicators(reader)).find(({ code }) => code === key.indicator);
  if (region === undefined || indicator === undefined) throw new Problem('not-found');
  const changes = await listTargetLedger(reader, {
    years: [key.year],
    regions: [key.region],
    indicators: [key.indicator],
  });
  const judgedUpTo = (await judgedMonths(reader, key.year, key.region))(key.region, key.indicator);
  return { key, region: key.region, indicator, changes, judgedUpTo };
}

/** @throws Problem with a pointer for every field that is wrong */
function newLine(context: Context, { key, indicator, changes }: Cell, change: TargetChangeIn): TargetChange {
  const held = holding(changes);
  const reading = readChange(change, typedIndicator(indicator), held);
  if (!reading.ok) throw refusalOf(reading.problems);
  if (targetAt(held, change.effectiveMonth)?.amount === reading.amount) throw new Problem('target-unchanged');
  return {
    ...key,
    id: randomUUID(),
    sequence: changes.length + 1,
    amount: reading.amount,
    effectiveMonth: change.effectiveMonth,
    documentNumber: change.documentNumber.trim(),
    documentDate: change.documentDate ?? null,
    reason: change.reason.trim(),
    author: context.actor.id,
    authoredAs: context.actor.author,
    decidedAt: context.clock.now().toISOString(),
    origin: 'reported',
    source: null,
    withdrawnBy: null,
    withdrawnAs: null,
    withdrawnAt: null,
    withdrawReason: null,
  };
}

/** An indicator as the rules of targets look at it. */
export const typedIndicator = ({
  shortZh,
  shortEn,
  unitZh,
  unitEn,
  kind,
  scale,
  decimals,
}: IndicatorRow): TargetIndicator => ({
  kind,
  scale,
  decimals,
  short: { zh: shortZh, en: shortEn },
  unit: { zh: unitZh, en: unitEn },
});

function refusalOf(problems: readonly ChangeProblem[]): Problem {
  const pointers = problems.map(({ field, code, values }) => ({ pointer: `/${field}`, code, values }));
  return problemOf(pointers) ?? new Problem('invalid-input');
}

function staleVersion(cell: Cell, { actor }: Context): Problem {
  const { changes } = cell;
  const current = presentCell(cell, cell.judgedUpTo, actor);
  return new Problem(
    'stale-version',
    { person: changes.at(-1)?.authoredAs.name ?? '', version: ledgerVersion(changes) },
    { current },
  );
}
