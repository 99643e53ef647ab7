/** The ledger of targets as it is downloaded, read again as a block. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { targetInUnit } from '#api/figures/in-target-unit.ts';
import { readIndicators } from '#api/indicators/checked.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import type { Region } from '#api/regions/contract.ts';
import { regionTree } from '#api/regions/tree.ts';
import { tableFile } from '#api/tables/table-file.ts';
import { targetsTableOf } from '#api/tables/targets-table.ts';
import { blockOf } from '#api/target-blocks/table.ts';
import { listRegions } from '#db/regions.ts';
import type { BlockPreview } from '#api/target-blocks/contract.ts';
import type { Targets } from '#api/targets/contract.ts';
import { demoApp } from '#tests/support/app.ts';
import { lishui } from '#tests/support/reporting.ts';
import { csvOf, gridOf, xlsxType, type Cells } from '#tests/support/tables-in-files.ts';

const lines = fc.uniqueArray(
  fc.record({ month: fc.integer({ min: 1, max: 12 }), baseUnits: fc.integer({ min: 0, max: 100 }) }),
  { maxLength: 3, selector: ({ month }) => month },
);

describe('the ledger as it is downloaded', () => {
  it('says, read again, exactly the targets in force, in both languages and as either file', async () => {
    const { signedInAs, database } = await demoApp();
    const official = await signedInAs('official');
    const regions = (await official.get('/api/regions')).json<Region[]>();
    const shown = (await official.get('/api/indicators')).json<Indicator[]>();
    const { cells } = (await official.get('/api/targets?year=2020')).json<Targets>();
    const [step] = cells.flatMap(({ steps }) => steps);
    if (step === undefined) throw new Error('the demonstration has no target');
    const indicators = await readIndicators(database.reader);
    const known = { year: 2020, regions: regionTree(await listRegions(database.reader)), indicators };
    // A hundred lines a run: each cell has none to three of them, of any amount that can be typed.
    const years = fc.tuple(
      fc.array(lines, { minLength: cells.length, maxLength: cells.length }),
      fc.integer({ min: 1, max: 12 }),
    );
    const roundTrip = fc.asyncProperty(years, async ([drawn, effectiveMonth]) => {
      const expected: [string, string, number][] = [];
      const filled = cells.map((cell, at) => {
        const indicator = indicators.find(({ code }) => code === cell.indicator);
        if (indicator === undefined) throw new Error(cell.indicator);
        const finest = indicator.kind === 'ratio' ? 1 : indicator.scale / 10 ** indicator.decimals;
        const steps = (drawn[at] ?? [])
          .toSorted((a, b) => a.month - b.month)
          .map(({ month, baseUnits }) => ({ month, stored: baseUnits * 97 * finest }));
        const inForce = steps.findLast(({ month }) => month <= effectiveMonth);
        if (inForce !== undefined) expected.push([cell.region, cell.indicator, inForce.stored]);
        return {
          ...cell,
          steps: steps.map(({ month, stored }) => ({
            ...step,
            amount: targetInUnit(stored, indicator),
            effectiveMonth: month,
          })),
        };
      });
      for (const language of ['zh', 'en'] as const) {
        for (const format of ['csv', 'xlsx'] as const) {
          const table = targetsTableOf({ year: 2020, cells: filled }, { regions, indicators: shown }, language);
          const { content } = tableFile(table, { language, format });
          if (!(content instanceof Uint8Array)) throw new Error('a table is bytes');
          const { rows, faults } = blockOf(await gridOf(Buffer.from(content), format), { ...known, effectiveMonth });
          expect(faults).toEqual([]);
          expect(rows.map(({ region, indicator, amount }) => [region, indicator.code, amount])).toEqual(expected);
        }
      }
    });
    await fc.assert(roundTrip, { numRuns: 3, endOnFailure: true });
  });

  it('changes nothing where nothing was changed in it', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const file = await official.get('/api/targets/table?year=2020&language=en&format=xlsx');
    // Taizhou’s area has another target from July on.
    for (const month of [6, 7]) {
      const at = `/api/targets/2020/preview?effectiveMonth=${month}`;
      const read = (await official.upload('POST', at, xlsxType, file.rawPayload)).json<BlockPreview>();
      expect(read.faults).toEqual([]);
      expect(read.cells.length).toBeGreaterThan(50);
      expect(read.cells.filter(({ isSame }) => !isSame)).toEqual([]);
    }
  });

  it('is read with what was changed in it, and each cell that cannot be is named', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const changed: Cells = [
      ['Region code', 'Region', 'Indicator code', 'Target', 'From month'],
      ['331000', '台州', 'prefab-area', 700, 1],
      ['331000', '台州', 'prefab-area', 765, 7],
      [lishui, '丽水', 'prefab-share', 30, 1],
      [lishui, '丽水', 'prefab-area', null, null],
      ['999999', '', 'prefab-area', 1, 1],
      [lishui, '', 'no-such', 1, 1],
      [lishui, '', 'green-demo', 1.5, 1],
    ];
    const { cells, faults } = (
      await official.upload('POST', '/api/targets/2020/preview?effectiveMonth=7', 'text/csv', csvOf(changed))
    ).json<BlockPreview>();
    expect(cells.map(({ region, indicator, before, after }) => [region, indicator, before, after])).toEqual([
      ['331000', 'prefab-area', 760, 765],
      [lishui, 'prefab-share', 0.28, 0.3],
    ]);
    expect(faults.map(({ column, row, code }) => [`${column}${row}`, code])).toEqual([
      ['A6', 'target-region'],
      ['C7', 'unknown-indicator'],
      ['D8', 'too-many-decimals'],
    ]);
  });
});
