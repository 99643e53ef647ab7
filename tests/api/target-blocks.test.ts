/** A province's targets as one block: read by cells, shown with its effect, written by one document or not at all. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockPreview } from '#api/target-blocks/contract.ts';
import { targetInUnit } from '#api/figures/in-target-unit.ts';
import { readIndicators } from '#api/indicators/checked.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import type { Region } from '#api/regions/contract.ts';
import { regionTree } from '#api/regions/tree.ts';
import { tableFile } from '#api/tables/table-file.ts';
import { targetsTableOf } from '#api/tables/targets-table.ts';
import { blockOf } from '#api/target-blocks/table.ts';
import type { Targets } from '#api/targets/contract.ts';
import { listRegions } from '#db/regions.ts';
import { listTargetChanges } from '#db/targets.ts';
import { verifySeals } from '#db/verification.ts';
import { demoApp, type SignedInCaller } from '#tests/support/app.ts';
import { basedOn, hangzhou, lishui, storedState, wenzhou } from '#tests/support/reporting.ts';
import { csvOf, gridOf, workbookOf, xlsxType, type Cells } from '#tests/support/tables-in-files.ts';

const document = { documentNumber: '浙建〔2021〕3号', documentDate: '2021-01-15', reason: '年度目标分解下达' };

/** Targets of 2021, of which the demonstration has none. */
const block: Cells = [
  ['2021年目标', '', '', ''],
  ['设区市', '新开工装配式建筑面积（万㎡）', 'prefab-share', '绿色建筑示范'],
  ['全省', 12_000, '30%', null],
  ['杭州', '2,500', 31.5, null],
  [wenzhou, 900, 30, null],
];

const preview = async (caller: SignedInCaller, cells: Cells, { year = 2021, month = 1, type = 'text/csv' } = {}) => {
  const content = type === 'text/csv' ? csvOf(cells) : workbookOf(cells);
  const reply = await caller.upload('POST', `/api/targets/${year}/preview?effectiveMonth=${month}`, type, content);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<BlockPreview>();
};

const asSent = ({ cells }: BlockPreview) =>
  cells.map(({ region, indicator, text, version }) => ({ region, indicator, amount: text, version }));

const cellOf = async (caller: SignedInCaller, region: string, indicator: string, year = 2021) =>
  (await caller.get(`/api/targets?year=${year}`))
    .json<Targets>()
    .cells.find((cell) => cell.region === region && cell.indicator === indicator);

describe('a block of targets', () => {
  it('pasted or uploaded is read by regions and indicators, and written by one document', async () => {
    const { signedInAs, database } = await demoApp();
    const official = await signedInAs('official');
    const before = await storedState(database);
    const pasted = await preview(official, block);
    expect(await preview(official, block, { type: xlsxType })).toEqual(pasted);
    expect(await storedState(database)).toEqual(before);
    expect(pasted).toMatchObject({ faults: [], month: null, effects: [] });
    expect(pasted.cells.map(({ region, indicator, before: was, after }) => [region, indicator, was, after])).toEqual([
      ['330000', 'prefab-area', null, 12_000],
      ['330000', 'prefab-share', null, 0.3],
      [hangzhou, 'prefab-area', null, 2500],
      [hangzhou, 'prefab-share', null, 0.315],
      [wenzhou, 'prefab-area', null, 900],
      [wenzhou, 'prefab-share', null, 0.3],
    ]);
    const body = { cells: asSent(pasted), effectiveMonth: 1, ...document };
    expect((await official.post('/api/targets/2021', body)).json()).toMatchObject({ written: 6, same: 0 });
    expect(await cellOf(official, hangzhou, 'prefab-share')).toMatchObject({
      version: 1,
      steps: [{ amount: 0.315, documentNumber: document.documentNumber, documentDate: document.documentDate }],
    });
    const again = await preview(official, block);
    expect(again.cells.every(({ isSame }) => isSame)).toBe(true);
    const repeated = await official.post('/api/targets/2021', { ...body, cells: asSent(again) });
    expect(repeated.json()).toMatchObject({ code: 'target-unchanged' });
    expect((await verifySeals(database.reader)).findings).toEqual([]);
  });

  it('is written whole or not at all', async () => {
    const { signedInAs, database } = await demoApp();
    const official = await signedInAs('official');
    const cells = asSent(await preview(official, block));
    const state = await storedState(database);
    const stale = cells.map((cell, at) => (at === 5 ? { ...cell, version: 4 } : cell));
    const refused = await official.post('/api/targets/2021', { cells: stale, effectiveMonth: 1, ...document });
    expect(refused.json()).toMatchObject({ code: 'stale-version' });
    expect(await storedState(database)).toEqual(state);
  });

  it('names each cell that cannot be', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const wrong: Cells = [
      ['地区', 'prefab-area', 'prefab-share'],
      ['杭洲', 1, 2],
      ['杭州', '12万', 101],
      ['杭州市', 1, 2],
    ];
    const { faults } = await preview(official, wrong);
    expect(faults.map(({ column, row, code }) => [`${column}${row}`, code])).toEqual([
      ['A2', 'target-region'],
      ['B3', 'figure-notation'],
      ['C3', 'figure-too-large'],
      ['A4', 'target-row-twice'],
    ]);
    expect((await preview(official, [['没有表头', 1]])).faults).toMatchObject([{ code: 'target-head-missing' }]);
  });

  it('shows which levels it would change', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const easy: Cells = [
      ['地区', 'prefab-area', 'prefab-civil', 'prefab-share', 'steel-housing', 'green-demo'],
      [lishui, 0.01, 0.01, 0.01, 0.01, 1],
    ];
    const { month, effects } = await preview(official, easy, { year: 2020 });
    expect(month).toBeGreaterThanOrEqual(9);
    expect(effects).toEqual([{ region: lishui, before: 'behind', after: 'achieved' }]);
  });
});

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
    const lines: Cells = [
      ['Region code', 'Region', 'Indicator code', 'Target', 'From month'],
      ['331000', '台州', 'prefab-area', 700, 1],
      ['331000', '台州', 'prefab-area', 765, 7],
      [lishui, '丽水', 'prefab-share', 30, 1],
      [lishui, '丽水', 'prefab-area', null, null],
      ['999999', '', 'prefab-area', 1, 1],
      [lishui, '', 'no-such', 1, 1],
      [lishui, '', 'green-demo', 1.5, 1],
    ];
    const { cells, faults } = await preview(official, lines, { year: 2020, month: 7 });
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

describe('a target entered by mistake', () => {
  const at = `/api/targets/2021/${hangzhou}/prefab-area`;
  const change = { amount: 2500, effectiveMonth: 1, ...document };

  it('is withdrawn with a reason and judges nothing; the line stays', async () => {
    const { signedInAs, database } = await demoApp();
    const official = await signedInAs('official');
    await official.post(at, change, basedOn(0));
    expect((await official.post(`${at}/withdraw`, { reason: '' }, basedOn(1))).json()).toMatchObject({
      code: 'reason-required',
    });
    expect((await official.post(`${at}/withdraw`, { reason: '录错了城市' }, basedOn(0))).json()).toMatchObject({
      code: 'stale-version',
    });
    const withdrawn = await official.post(`${at}/withdraw`, { reason: '录错了城市' }, basedOn(1));
    expect(withdrawn.json()).toMatchObject({
      version: 2,
      steps: [],
      withdrawn: [{ sequence: 1, amount: 2500, withdrawReason: '录错了城市' }],
    });
    // What standings are judged by leaves it out.
    expect(await listTargetChanges(database.reader, { years: [2021] })).toEqual([]);
    expect((await official.post(`${at}/withdraw`, { reason: '再撤一次看看' }, basedOn(2))).statusCode).toBe(404);
    expect((await official.post(at, { ...change, amount: 2400 }, basedOn(2))).json()).toMatchObject({
      version: 3,
      steps: [{ sequence: 2, amount: 2400 }],
    });
    expect((await verifySeals(database.reader)).findings).toEqual([]);
  });

  it('stays where figures were judged by it, and is changed by a further line', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    for (const region of [lishui, '330000']) {
      const judged = `/api/targets/2020/${region}/prefab-area`;
      const cell = await cellOf(official, region, 'prefab-area', 2020);
      const refused = await official.post(`${judged}/withdraw`, { reason: '录错了城市' }, basedOn(cell?.version ?? 0));
      expect(refused.json()).toMatchObject({ code: 'target-judged', status: 409 });
    }
  });
});
