/** A month's figures by file: the template, what a file would change, what must be mended, and that one grammar reads all. */
import { describe, expect, it } from 'vitest';
import { demoApp } from '#tests/support/app.ts';
import {
  basedOn,
  hangzhou,
  lishui,
  monthOf,
  ordinary,
  ordinaryWith,
  submissionIn,
  wenzhou,
  submittedOctober,
} from '#tests/support/reporting.ts';
import {
  cumulativeIn,
  cellsOf,
  csvOf,
  previewIn,
  rowsOf,
  sendFile,
  workbookOf,
  type Cells,
} from '#tests/support/tables-in-files.ts';
import { draftOf } from '#web/features/submissions/form/file/file-draft.ts';

const template = (region: string, month = 10, language = 'zh') =>
  `${monthOf(region, month, 'template')}?language=${language}`;

async function office() {
  const test = await demoApp();
  const bureau = await test.signedInAs('bureau', hangzhou);
  const october = monthOf(hangzhou);
  const rows = async () => rowsOf((await bureau.get(template(hangzhou))).rawPayload);
  const stored = async () => submissionIn(await bureau.get(october));
  return { ...test, bureau, october, rows, stored };
}

/** The rows of a template begin below its title, three notes and the head. */
const [areaRow, civilRow, shareRow, steelRow, greenRow] = [5, 6, 7, 8, 9];
const [cumulative, denominator, version] = [5, 6, 12];

describe('a template', () => {
  it('has the indicators, last month’s figures, the draft’s, and what tells city, month and version', async () => {
    const { bureau, october } = await office();
    await bureau.put(october, ordinary, basedOn(0));
    const reply = await bureau.get(template(hangzhou));
    expect(reply.headers['content-disposition']).toContain(encodeURIComponent('杭州市-2020年10月.xlsx'));
    const cells = await cellsOf(reply.rawPayload);
    const row = (number: number) => [...'ABCDEFGHIJKLM'].map((letter) => cells.get(`${letter}${number}`) ?? null);
    expect(cells.get('A1')).toBe('杭州市 2020年10月 月报数据');
    const september = submissionIn(await bureau.get(october)).context.find(
      ({ indicator }) => indicator === 'prefab-area',
    );
    expect(row(6)).toEqual([
      'prefab-area',
      '新开工装配式建筑面积',
      '万㎡',
      september?.lastMonth?.cumulative,
      null,
      2010.5,
      null,
      2010.5,
      null,
      '330100',
      2020,
      10,
      1,
    ]);
    // The numerator follows the area, as on the form, and so its cell is empty.
    expect(row(8).slice(5, 9)).toEqual([null, 6700, 2010.5, 6700]);
  });

  it('is in the language that was asked for, and is the same file as long as nothing changes', async () => {
    const { bureau } = await office();
    const [first, again] = [
      await bureau.get(template(hangzhou, 10, 'en')),
      await bureau.get(template(hangzhou, 10, 'en')),
    ];
    expect((await cellsOf(first.rawPayload)).get('F5')).toBe('Cumulative (ratio: numerator)');
    expect(again.rawPayload.equals(first.rawPayload)).toBe(true);
    expect(
      (await bureau.get(template(hangzhou, 10, 'en'), { 'if-none-match': String(first.headers['etag']) })).statusCode,
    ).toBe(304);
  });

  it('is for the city’s own bureau and for months that have begun', async () => {
    const { bureau } = await office();
    expect((await bureau.get(template(wenzhou))).json()).toMatchObject({ code: 'not-found' });
    expect((await bureau.get(template(hangzhou, 11))).json()).toMatchObject({ code: 'month-not-open' });
  });
});

describe('a file', () => {
  it('is shown as what it would change; saved, it changes nothing a second time', async () => {
    const { bureau, october, rows, stored } = await office();
    const table = await rows();
    table[areaRow]![cumulative] = '２,０１０．５';
    table[civilRow]![cumulative] = 1201.25;
    table[shareRow]![denominator] = 6700;
    const preview = previewIn(await sendFile(bureau, october, workbookOf(table)));
    expect(preview).toMatchObject({ version: 0, isStale: false, faults: [], marked: null, formulas: [] });
    expect(preview.changes).toEqual([
      {
        indicator: 'prefab-area',
        follows: null,
        row: 6,
        before: null,
        after: { cumulative: 2010.5, denominator: null },
        conflict: null,
      },
      {
        indicator: 'prefab-civil',
        follows: null,
        row: 7,
        before: null,
        after: { cumulative: 1201.25, denominator: null },
        conflict: null,
      },
      {
        indicator: 'prefab-share',
        follows: 'prefab-area',
        row: 8,
        before: null,
        after: { cumulative: 2010.5, denominator: 6700 },
        conflict: null,
      },
    ]);
    expect((await stored()).versions[0]?.state).not.toBe('draft');
    expect((await bureau.put(october, draftOf(preview), basedOn(preview.version))).statusCode).toBe(200);
    const again = previewIn(await sendFile(bureau, october, workbookOf(table)));
    expect([again.changes, again.unchanged, again.isStale]).toEqual([[], 3, true]);
  });

  it('says of every wrong cell where it is, what it says and how to mend it, and changes nothing', async () => {
    const { bureau, october, rows } = await office();
    const table = await rows();
    table[areaRow]![cumulative] = '12万';
    table[civilRow]![cumulative] = 5;
    table[shareRow]![cumulative] = 5;
    table[steelRow]![cumulative] = 120.555;
    table[greenRow]![denominator] = 3;
    const preview = previewIn(await sendFile(bureau, october, workbookOf(table)));
    expect(preview.changes).toEqual([]);
    expect(
      preview.faults.map(({ sheet, row, column, value, code }) => [sheet, `${column}${row}`, value, code]),
    ).toEqual([
      ['Sheet1', 'F6', '12万', 'figure-notation'],
      ['Sheet1', 'G8', '', 'sheet-part-missing'],
      ['Sheet1', 'F9', '120.555', 'too-many-decimals'],
      ['Sheet1', 'G10', '3', 'sheet-no-denominator'],
    ]);
    expect(preview.faults[0]?.detail.zh).toMatch(/“12万”不能识别.*请填 12/);
    const marked = Buffer.from(preview.marked ?? '', 'base64');
    expect((await cellsOf(marked)).get('F6')).toBe('12万');
    expect(marked.includes('comments1.xml')).toBe(true);
  });

  it('is compared with the draft: parts and wholes that only one of them names too', async () => {
    const { bureau, october } = await office();
    await bureau.put(october, ordinary, basedOn(0));
    const faultsOf = async (table: Cells) =>
      previewIn(await sendFile(bureau, october, csvOf(table), 'text/csv')).faults.map(({ row, column, code }) => [
        `${column}${row}`,
        code,
      ]);
    const head = ['指标代码', '累计', '分母'];
    expect(await faultsOf([head, ['prefab-civil', 3000]])).toEqual([['B2', 'part-exceeds-whole']]);
    expect(await faultsOf([head, ['prefab-area', 1000]])).toEqual([['B2', 'part-exceeds-whole']]);
    expect(await faultsOf([head, ['prefab-share', '', 1000]])).toEqual([['C2', 'part-exceeds-whole']]);
    expect(await faultsOf([head, ['prefab-share', '', 7000]])).toEqual([]);
    // The draft's numerator follows the area, which alone is in the file.
    expect(await faultsOf([head, ['prefab-area', 6800]])).toEqual([['B2', 'part-exceeds-whole']]);
    expect(await faultsOf([head, ['prefab-share', 2000, 7000]])).toEqual([['B2', 'numerator-differs']]);
    expect(await faultsOf([head, ['prefab-area', 2000], ['prefab-share', 2000, 7000]])).toEqual([]);
  });

  it('is of one city, one month and one table', async () => {
    const { bureau, october, rows } = await office();
    const table = await rows();
    table[areaRow]![cumulative] = 5;
    const faultsOf = async (altered: Cells) =>
      previewIn(await sendFile(bureau, october, workbookOf(altered))).faults.map(({ row, column, code }) => [
        `${column}${row}`,
        code,
      ]);
    const withCell = (row: number, column: number, value: string | number) =>
      table.map((cells, at) => (at === row ? cells.with(column, value) : cells));
    expect(await faultsOf(withCell(areaRow, 9, lishui))).toEqual([['J6', 'sheet-other-region']]);
    expect(await faultsOf(withCell(areaRow, 11, 9))).toEqual([['L6', 'sheet-other-month']]);
    expect(await faultsOf(withCell(areaRow, version, 7))).toEqual([['M6', 'sheet-stamp']]);
    expect(await faultsOf(withCell(areaRow, 0, 'prefab'))).toEqual([['A6', 'unknown-indicator']]);
    expect(await faultsOf(withCell(civilRow, 0, 'prefab-area'))).toEqual([['A7', 'sheet-row-twice']]);
    expect(await faultsOf(withCell(4, 7, '指标代码'))).toEqual([['H5', 'sheet-column-twice']]);
    expect(await faultsOf([['没有表头', 1]])).toEqual([['A1', 'sheet-head-missing']]);
  });

  it('that was made before somebody else saved says so of each cell that both changed, and leaves the rest of theirs', async () => {
    const { bureau, october, rows } = await office();
    await bureau.put(october, ordinary, basedOn(0));
    const table = await rows();
    const others = { ...ordinaryWith(2011), 'green-demo': { cumulative: 23 } };
    await bureau.put(october, { figures: others }, basedOn(1));
    table[areaRow]![cumulative] = 2012;
    table[steelRow]![cumulative] = 121;
    const preview = previewIn(await sendFile(bureau, october, workbookOf(table)));
    expect([preview.version, preview.isStale]).toEqual([2, true]);
    expect(
      preview.changes.map(({ indicator, before, after, conflict }) => [
        indicator,
        cumulativeIn(before),
        cumulativeIn(after),
        cumulativeIn(conflict?.downloaded),
      ]),
    ).toEqual([
      ['prefab-area', 2011, 2012, 2010.5],
      ['prefab-share', 2011, 2012, undefined],
      ['steel-housing', 120.5, 121, undefined],
    ]);
    // Their 23 demonstrations stay: the file still says what it said when it was downloaded.
    expect(draftOf(preview).figures).toMatchObject({
      'green-demo': { cumulative: 23 },
      'prefab-area': { cumulative: 2011 },
    });
    expect(draftOf(preview, new Set(['prefab-area'])).figures['prefab-area']).toEqual({ cumulative: 2012 });
  });

  it('takes a figure out where its cell was emptied, and leaves it where it was never filled in', async () => {
    const { bureau, october, rows } = await office();
    const { 'green-demo': _later, ...figures } = ordinary.figures;
    await bureau.put(october, { figures }, basedOn(0));
    const table = await rows();
    table[steelRow]![cumulative] = null;
    const { changes, unchanged } = previewIn(await sendFile(bureau, october, workbookOf(table)));
    expect(changes).toEqual([
      {
        indicator: 'steel-housing',
        follows: null,
        row: 9,
        before: { cumulative: 120.5, denominator: null },
        after: null,
        conflict: null,
      },
    ]);
    expect(unchanged).toBe(3);
  });

  it('is taken where its form could be saved, and from nobody else', async () => {
    const { bureau, signedInAs } = await submittedOctober();
    const file = csvOf([
      ['指标代码', '累计'],
      ['prefab-area', 1],
    ]);
    expect((await sendFile(bureau, monthOf(hangzhou), file, 'text/csv')).json()).toMatchObject({
      code: 'illegal-transition',
    });
    const stranger = await signedInAs('bureau', wenzhou);
    expect((await sendFile(stranger, monthOf(hangzhou), file, 'text/csv')).json()).toMatchObject({ code: 'not-found' });
  });
});
