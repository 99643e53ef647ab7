/** A province's targets as one block: read by cells, shown with its effect, written by one document or not at all. */
import { describe, expect, it } from 'vitest';
import type { BlockPreview } from '#api/target-blocks/contract.ts';
import type { Targets } from '#api/targets/contract.ts';
import { listTargetChanges } from '#db/targets.ts';
import { verifySeals } from '#db/verification.ts';
import { demoApp, type SignedInCaller } from '#tests/support/app.ts';
import { basedOn, hangzhou, lishui, storedState, wenzhou } from '#tests/support/reporting.ts';
import { csvOf, workbookOf, xlsxType, type Cells } from '#tests/support/tables-in-files.ts';

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
