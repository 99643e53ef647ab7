import { randomUUID } from 'node:crypto';
import type { Reader } from '#db/dialect';
import type { IndicatorRow } from '#db/indicators.ts';
import { listRegions } from '#db/regions.ts';
import { insertTargetChange, listTargetChanges, type TargetChange, type TargetKey } from '#db/targets.ts';
import { runCommand } from '../command.ts';
import { readIndicators } from '../indicators/checked.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { ownCity } from '../http/data-scope.ts';
import { problemOf } from '../figures/read-figures.ts';
import type { TargetCell, TargetChangeIn, Targets } from './contract.ts';
import { readChange, type ChangeProblem, type TargetIndicator } from './lifecycle.ts';
import { presentCell } from './present.ts';

/** A year's ledger in the official order, cells without a target included; a bureau's are those of its city and the province. */
export async function listTargets(context: Context, year: number): Promise<Targets> {
  const { reader } = context.database;
  const own = ownCity(context);
  const regions = (await listRegions(reader)).filter(
    (region) => own === null || region.parent === null || region.code === own,
  );
  const changes = await listTargetChanges(reader, { years: [year], regions: regions.map(({ code }) => code) });
  const byCell = Map.groupBy(changes, ({ region, indicator }) => `${region}/${indicator}`);
  const indicators = await readIndicators(reader);
  const cells = regions.flatMap(({ code }) =>
    indicators.map((indicator) =>
      presentCell(code, indicator, byCell.get(`${code}/${indicator.code}`) ?? [], context.actor),
    ),
  );
  return { year, cells };
}

/**
 * Adds a line to a cell's ledger: the year's first target, or a change that takes effect from a month on. The lines
 * before it stay, and so does every month before it.
 * @throws Problem `not-found`, `stale-version`, and whatever `readChange` finds
 */
export async function changeTarget(context: Context, key: TargetKey, change: TargetChangeIn): Promise<TargetCell> {
  const object = `${key.year}/${key.region}/${key.indicator}`;
  return runCommand(
    context,
    { action: 'target.change', object, request: change, changesStandings: { region: key.region, year: key.year } },
    async (tx) => {
      const cell = await openCell(tx, key);
      if (context.basedOn === null) throw new Problem('version-required');
      if (context.basedOn !== cell.changes.length) throw staleVersion(cell, context);
      const added = newLine(context, cell, change);
      if (!(await insertTargetChange(tx, added))) throw staleVersion(await openCell(tx, key), context);
      const { sequence, amount, effectiveMonth, documentNumber, reason } = added;
      const from = cell.changes.at(-1)?.amount ?? null;
      return {
        reply: presentCell(key.region, cell.indicator, [...cell.changes, added], context.actor),
        detail: { sequence, from, to: amount, effectiveMonth, documentNumber, reason },
      };
    },
  );
}

/** One region's year on one indicator with its lines, the newest last. */
interface Cell {
  readonly key: TargetKey;
  readonly indicator: IndicatorRow;
  readonly changes: readonly TargetChange[];
}

async function openCell(reader: Reader, key: TargetKey): Promise<Cell> {
  const region = (await listRegions(reader)).find(({ code }) => code === key.region);
  const indicator = (await readIndicators(reader)).find(({ code }) => code === key.indicator);
  if (region === undefined || indicator === undefined) throw new Problem('not-found');
  const changes = await listTargetChanges(reader, {
    years: [key.year],
    regions: [key.region],
    indicators: [key.indicator],
  });
  return { key, indicator, changes };
}

/** @throws Problem with a pointer for every field that is wrong */
function newLine(context: Context, { key, indicator, changes }: Cell, change: TargetChangeIn): TargetChange {
  const reading = readChange(change, typedIndicator(indicator), changes);
  if (!reading.ok) throw refusalOf(reading.problems);
  return {
    ...key,
    id: randomUUID(),
    sequence: changes.length + 1,
    amount: reading.amount,
    effectiveMonth: change.effectiveMonth,
    documentNumber: change.documentNumber.trim(),
    reason: change.reason.trim(),
    author: context.actor.id,
    authoredAs: context.actor.author,
    decidedAt: context.clock.now().toISOString(),
    origin: 'reported',
    source: null,
  };
}

const typedIndicator = ({
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

function staleVersion({ key, indicator, changes }: Cell, { actor }: Context): Problem {
  const current = presentCell(key.region, indicator, changes, actor);
  return new Problem(
    'stale-version',
    { person: changes.at(-1)?.authoredAs.name ?? '', version: changes.length },
    { current },
  );
}
