import { listRegions, putRegions, type RegionRow } from '#db/regions.ts';
import type { Reader } from '#db/dialect';
import { listSentMonths } from '#db/submission-counts.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { Problem, problemSentence } from '../http/problem.ts';
import type { Upload } from '../http/serve-upload.ts';
import { lineOf, regionTree } from '../regions/tree.ts';
import { readGrid } from '../workbooks/read-grid.ts';
import type { RegionTablePreview } from './contract.ts';
import { planOf, type RegionPlan } from './plan.ts';
import { readRegionTable, type RegionTable } from './table.ts';

/** More of a kind helps nobody. */
const maxTold = 200;

/** What a table would add and change. Nothing is written. @throws Problem what `readGrid` does */
export async function previewRegions(context: Context, upload: Upload): Promise<RegionTablePreview> {
  return present(await plan(context.database.reader, await read(upload)));
}

/**
 * Adds and changes the regions of a table, all of them or none.
 * @throws Problem what `readGrid` does, `invalid-input` with a pointer for every fault (`/rows/3`)
 */
export async function importRegions(context: Context, upload: Upload): Promise<RegionTablePreview> {
  const table = await read(upload);
  const command = { action: 'region.import', object: '(table)', request: table, changesStandings: true } as const;
  return runCommand(context, command, async (tx) => {
    const planned = await plan(tx, table);
    if (planned.faults.length > 0) {
      const pointers = planned.faults.map(({ row, code, values }) => ({ pointer: `/rows/${row}`, code, values }));
      throw new Problem('invalid-input', {}, { pointers: pointers.slice(0, maxTold) });
    }
    await putRegions(tx, [...planned.added, ...planned.changed]);
    return { reply: present(planned), detail: { added: planned.added.length, changed: planned.changed.length } };
  });
}

const read = async ({ path, contentType }: Upload): Promise<RegionTable> =>
  readRegionTable(await readGrid(path, contentType === 'text/csv' ? 'csv' : 'xlsx'));

async function plan(reader: Reader, table: RegionTable): Promise<RegionPlan> {
  const held = await listRegions(reader);
  return planOf(table, held, await listSentMonths(reader, touchedBy(table, held)));
}

/** The regions held that a table may silence: those that it names, and all below them, which report only while they are valid. */
function touchedBy({ regions }: RegionTable, held: readonly RegionRow[]): readonly string[] {
  const named = new Set(regions.flatMap(({ code, parent }) => [code, parent]));
  const tree = regionTree(held);
  return held.filter((region) => lineOf(tree, region).some(({ code }) => named.has(code))).map(({ code }) => code);
}

function present({ added, changed, same, faults }: RegionPlan): RegionTablePreview {
  const lines = [
    ...added.map((row) => ({ row, state: 'added' as const })),
    ...changed.map((row) => ({ row, state: 'changed' as const })),
  ];
  return {
    added: added.length,
    changed: changed.length,
    same,
    lines: lines.slice(0, maxTold).map(({ row: { code, parent, nameZh, nameEn }, state }) => ({
      region: code,
      parent,
      name: { zh: nameZh, en: nameEn },
      state,
    })),
    faults: faults.slice(0, maxTold).map(({ row, value, code, values }) => ({
      row,
      value,
      code,
      detail: { zh: problemSentence(code, values, 'zh'), en: problemSentence(code, values, 'en') },
    })),
  };
}
