import { listRegions } from '#db/regions.ts';
import { listTargetLedger, type TargetChange } from '#db/targets.ts';
import { runCommand } from '../command.ts';
import { inputOf } from '../assessments/city-standing.ts';
import { indicatorsAt, snapshotOf, reportingAt, type Snapshot } from '../assessments/snapshot.ts';
import { targetInUnit } from '../figures/in-target-unit.ts';
import { readIndicators } from '../indicators/checked.ts';
import type { Context } from '../http/context.ts';
import { Problem, problemSentence } from '../http/problem.ts';
import type { Upload } from '../http/serve-upload.ts';
import { assess } from '../measures/assessment.ts';
import { cityLevel } from '../measures/roll-up.ts';
import type { Level } from '../measures/vocabulary.ts';
import type { Fault } from '../month-files/layout.ts';
import { regionTree } from '../regions/tree.ts';
import { addLine, objectOf, typedIndicator } from '../targets/actions.ts';
import type { TargetCell } from '../targets/contract.ts';
import { readTarget, targetAt } from '../targets/lifecycle.ts';
import { holding, ledgerVersion, presentCell } from '../targets/present.ts';
import { columnLetters } from '../workbooks/grid.ts';
import { readGrid } from '../workbooks/read-grid.ts';
import type { BlockPreview, TargetBlockIn } from './contract.ts';
import { blockOf, type Block, type BlockRow } from './table.ts';

/** More of a kind helps nobody. */
const maxTold = 200;

/**
 * What a block would set, and which levels it would change. Nothing is written.
 * @throws Problem what `readGrid` does
 */
export async function previewTargets(
  context: Context,
  { year, effectiveMonth }: { readonly year: number; readonly effectiveMonth: number },
  upload: Upload,
): Promise<BlockPreview> {
  const { reader } = context.database;
  const grid = await readGrid(upload.path, upload.contentType === 'text/csv' ? 'csv' : 'xlsx');
  const known = {
    year,
    effectiveMonth,
    regions: regionTree(await listRegions(reader)),
    indicators: await readIndicators(reader),
  };
  const block = blockOf(grid, known);
  const ledger = Map.groupBy(await listTargetLedger(reader, { years: [year] }), keyOf);
  const cells = block.rows.map((row) => previewCell(row, ledger.get(keyOf(rowKey(row))) ?? [], effectiveMonth));
  const changed = block.rows.filter((_row, at) => cells[at]?.isSame === false);
  return {
    cells,
    faults: block.faults.slice(0, maxTold).map((fault) => presentFault(block, fault)),
    ...effectsOf(await snapshotOf(context, year), changed, effectiveMonth),
  };
}

const keyOf = ({ region, indicator }: { readonly region: string; readonly indicator: string }): string =>
  `${region}/${indicator}`;
const rowKey = ({ region, indicator }: BlockRow) => ({ region, indicator: indicator.code });

function previewCell(
  { region, indicator, text, amount }: BlockRow,
  ledger: readonly TargetChange[],
  effectiveMonth: number,
): BlockPreview['cells'][number] {
  const before = targetAt(holding(ledger), effectiveMonth)?.amount ?? null;
  return {
    region,
    indicator: indicator.code,
    text,
    version: ledgerVersion(ledger),
    before: before === null ? null : targetInUnit(before, indicator),
    after: targetInUnit(amount, indicator),
    isSame: before === amount,
  };
}

function presentFault({ sheet }: Block, { row, column, value, code, values }: Fault): BlockPreview['faults'][number] {
  const detail = { zh: problemSentence(code, values, 'zh'), en: problemSentence(code, values, 'en') };
  return { sheet: sheet.name, row, column: columnLetters(column), value, code, detail };
}

/** The regions whose level at the newest month with figures would be another one. */
function effectsOf(
  snapshot: Snapshot,
  changed: readonly BlockRow[],
  effectiveMonth: number,
): Pick<BlockPreview, 'month' | 'effects'> {
  const { year } = snapshot;
  const month = Math.max(0, ...snapshot.months.flatMap((one) => (one.year === year ? one.month : [])));
  if (month < effectiveMonth) return { month: null, effects: [] };
  const amounts = new Map(changed.map((row) => [keyOf(rowKey(row)), row.amount]));
  const effects = reportingAt(snapshot, month).flatMap(({ code }) => {
    const [before, after] = [levelAt(snapshot, code, month, new Map()), levelAt(snapshot, code, month, amounts)];
    return before === after ? [] : [{ region: code, before, after }];
  });
  return { month, effects };
}

/** A region's level with some targets in the place of its own; what is asked of its peers' average is left out. */
function levelAt(snapshot: Snapshot, region: string, month: number, amounts: ReadonlyMap<string, number>): Level {
  return cityLevel(
    indicatorsAt(snapshot, month).map((indicator) => {
      const input = inputOf(snapshot, region, indicator, month);
      const target = amounts.get(keyOf({ region, indicator: indicator.code })) ?? input.target;
      return { core: indicator.core, level: assess({ ...input, target }).level };
    }),
  );
}

interface Written {
  readonly written: number;
  readonly same: number;
  readonly cells: TargetCell[];
}

/**
 * Adds a line to each cell of a block whose target is another one, all in one transaction.
 * @throws Problem `stale-version` of a cell that was changed since the preview, `target-unchanged` where nothing is to be
 *   written, and whatever `readChange` finds
 */
export async function changeTargets(context: Context, year: number, block: TargetBlockIn): Promise<Written> {
  const { cells, ...shared } = block;
  const command = { action: 'target.change', object: String(year), request: block, changesStandings: true } as const;
  return runCommand(context, command, async (tx) => {
    const indicators = new Map((await readIndicators(tx)).map((indicator) => [indicator.code, indicator]));
    const ledger = Map.groupBy(await listTargetLedger(tx, { years: [year] }), keyOf);
    const each: { object: string; detail: Readonly<Record<string, unknown>> }[] = [];
    const written: TargetCell[] = [];
    for (const { region, indicator: code, amount, version } of cells) {
      const key = { region, year, indicator: code };
      const indicator = indicators.get(code);
      if (indicator === undefined) throw new Problem('unknown-indicator', { indicator: code });
      const inForce = targetAt(holding(ledger.get(keyOf(key)) ?? []), shared.effectiveMonth)?.amount;
      const reading = readTarget(amount, typedIndicator(indicator));
      if (reading.ok && reading.value === inForce) continue;
      const { cell, detail } = await addLine(tx, context, key, { ...shared, amount }, version);
      each.push({ object: objectOf(key), detail });
      written.push(presentCell(cell, cell.judgedUpTo, context.actor));
    }
    if (written.length === 0) throw new Problem('target-unchanged');
    const reply = { written: written.length, same: cells.length - written.length, cells: written };
    return { reply, detail: {}, each };
  });
}
