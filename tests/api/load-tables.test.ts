/** Tables of a province-year: the template, corrections, conflicts, wrong cells, formulas. */
import { describe, expect, it } from 'vitest';
import type { LoadLine } from '#api/loads/contract.ts';
import { demoApp, type SignedInCaller } from '#tests/support/app.ts';
import { commit, head, loaded, loadOffice, preview } from '#tests/support/loads.ts';
import {
  basedOn,
  hangzhou,
  jiaxing,
  lishui,
  monthOf,
  newestValue,
  ordinary,
  submissionIn,
} from '#tests/support/reporting.ts';
import { cellsOf, csvOf, rowsOf, workbookOf, workbookWith, xlsxType } from '#tests/support/tables-in-files.ts';

const template = (format: string, language = 'zh') =>
  `/api/loads/template?year=2020&language=${language}&format=${format}`;

const text = (reference: string, value: string) => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** Lishui's accepted area of May 2020, and a hundred square metres more. */
async function areaOfMay(caller: SignedInCaller): Promise<{ readonly accepted: number; readonly more: number }> {
  const may = submissionIn(await caller.get(monthOf(lishui, 5)));
  const accepted = newestValue(may, 'prefab-area') ?? 0;
  return { accepted, more: Math.round(100 * accepted + 1) / 100 };
}

/** The row of a workbook, counted from 1, of one of its rows, counted from 0. */
const inFile = (at: number): number => at + 1;

describe('a table of a province-year', () => {
  it('comes as a workbook and as CSV with what was accepted, and sent back as it is says nothing new', async () => {
    const { first } = await loadOffice();
    const workbook = await first.get(template('xlsx'));
    const cells = await cellsOf(workbook.rawPayload);
    expect([cells.get('A5'), cells.get('B5'), cells.get('H5')]).toEqual([
      '地区代码',
      '地区名称',
      '本月累计（比率：分子）',
    ]);
    const csv = await first.get(template('csv', 'en'));
    expect(csv.body.split('\r\n')[0]).toContain('Region code,Region name,Year,Month,Indicator code');
    for (const [content, type] of [
      [workbook.rawPayload, xlsxType],
      [csv.rawPayload, 'text/csv'],
    ] as const) {
      const { counts, faults, months } = await preview(first, content, { type });
      expect([counts.fresh, counts.different, counts.conflicts, faults, months]).toEqual([0, 0, 0, [], 0]);
      expect(counts.same).toBeGreaterThan(300);
    }
  });

  it('changes what was accepted by corrections that hold the changed figures alone', async () => {
    const { first, second } = await loadOffice();
    const { more } = await areaOfMay(first);
    const file = csvOf([head, [lishui, 2020, 5, 'prefab-area', more], [lishui, 2020, 5, 'green-demo', 0]]);
    const shown = await preview(first, file);
    expect(shown.counts).toMatchObject({ different: 3, fresh: 0 });
    expect(shown.differing.find(({ indicator }) => indicator === 'prefab-area')).toMatchObject({
      after: { cumulative: more },
    });
    const load = await loaded(first, file);
    await second.post(`/api/loads/${load.id}/accept`);
    const may = submissionIn(await first.get(monthOf(lishui, 5)));
    const correction = may.versions[0];
    expect([correction?.kind, correction?.state]).toEqual(['correction', 'accepted']);
    // The share's numerator follows the area, as on the form.
    expect(correction?.figures.map(({ indicator, cumulative }) => [indicator, cumulative])).toEqual([
      ['prefab-area', more],
      ['prefab-share', more],
      ['green-demo', 0],
    ]);
  });

  it('older than what was accepted since names each such cell with all three values, and takes them only where told', async () => {
    const { first, second } = await loadOffice();
    const rows = await rowsOf((await first.get(template('xlsx'))).rawPayload);
    const at = rows.findIndex((row) => row[0] === lishui && row[3] === 5 && row[4] === 'prefab-area');
    const { accepted: downloaded, more } = await areaOfMay(first);
    expect(rows[at]?.[7]).toBe(downloaded);
    const change = csvOf([head, [lishui, 2020, 5, 'prefab-area', more]]);
    const load = await loaded(first, change);
    await second.post(`/api/loads/${load.id}/accept`);
    rows[at]![7] = more + 1;
    const stale = workbookOf(rows);
    const shown = await preview(first, stale, { type: xlsxType });
    expect([shown.counts.conflicts, shown.months]).toEqual([1, 0]);
    expect(shown.differing[0]).toMatchObject({
      region: lishui,
      before: { cumulative: more },
      after: { cumulative: more + 1 },
      conflict: {
        downloaded: { cumulative: downloaded },
        submittedBy: 'official',
        acceptedBy: 'second-official',
        acceptedAt: '2020-10-19T01:00:00.000Z',
      },
    });
    expect(await preview(first, stale, { type: xlsxType, conflicts: 'file' })).toMatchObject({ months: 1 });
  });

  it('has each conflict decided by itself, and read beside what stands where the file does not count', async () => {
    const { first, second } = await loadOffice();
    const rows = await rowsOf((await first.get(template('xlsx'))).rawPayload);
    const rowOf = (month: number, code: string) =>
      rows.findIndex((row) => row[0] === lishui && row[3] === month && row[4] === code);
    const cells = [rowOf(5, 'prefab-area'), rowOf(5, 'prefab-civil'), rowOf(6, 'green-demo')];
    const standing = cells.map((at) => Number(rows[at]?.[7]));
    const [area = 0, civil = 0, demo = 0] = standing;
    // Others are one more each before the file comes back, which says other values again.
    const theirs = [
      [lishui, 2020, 5, 'prefab-area', area + 1],
      [lishui, 2020, 5, 'prefab-civil', civil + 1],
      [lishui, 2020, 6, 'green-demo', demo + 1],
    ];
    const load = await loaded(first, csvOf([head, ...theirs]));
    await second.post(`/api/loads/${load.id}/accept`);
    const [atArea = 0, atCivil = 0, atDemo = 0] = cells;
    rows[atArea]![7] = area + 20;
    rows[atCivil]![7] = area + 10;
    rows[atDemo]![7] = demo + 2;
    const stale = workbookOf(rows);
    const chosen = { type: xlsxType, conflicts: 'theirs', except: `${inFile(atDemo)}` };
    const shown = await preview(first, stale, chosen);
    expect([shown.counts.conflicts, shown.months, shown.faultCount]).toEqual([3, 1, 0]);
    // The share of May, whose numerator follows the area, is no conflict of its own.
    const inConflict = shown.differing.filter(({ conflict }) => conflict !== null);
    expect(inConflict.map(({ row }) => row).toSorted((a, b) => a - b)).toEqual(
      cells.map(inFile).toSorted((a, b) => a - b),
    );
    // The civil part of the file is more than the area that stands.
    const wrong = await preview(first, stale, { ...chosen, except: `${inFile(atCivil)}` });
    expect(wrong).toMatchObject({ months: 0, faults: [{ row: inFile(atCivil), code: 'part-exceeds-whole' }] });
    const other = await commit(first, stale, wrong.digest, chosen);
    expect(other.json()).toMatchObject({ code: 'load-changed' });
    expect((await commit(first, stale, shown.digest, chosen)).statusCode).toBe(200);
    const june = submissionIn(await first.get(monthOf(lishui, 6)));
    expect(june.versions[0]?.figures.map(({ indicator, cumulative }) => [indicator, cumulative])).toEqual([
      ['green-demo', demo + 2],
    ]);
    expect(submissionIn(await first.get(monthOf(lishui, 5))).versions[0]?.state).toBe('accepted');
  });

  it('has its wrong cells named and marked, and its good rows entered where that is asked', async () => {
    const { first } = await loadOffice();
    const file = csvOf([
      head,
      [hangzhou, 2015, 1, 'prefab-area', 100],
      [hangzhou, 2015, 2, 'prefab-area', '12万'],
      ['999999', 2015, 3, 'prefab-area', 1],
      [hangzhou, 2015, 13, 'prefab-area', 1],
      [hangzhou, 2020, 10, 'prefab-area', 1],
      [hangzhou, '', 4, 'prefab-area', 1],
      [hangzhou, 2015, 1, 'prefab-area', 101],
      ['温州市', 2015, 1, 'prefab-area', 5],
      ['温州市', 2015, 1, 'prefab-civil', 6],
    ]);
    const shown = await preview(first, file);
    expect(shown.faults.map(({ column, row, code }) => [`${column}${row}`, code])).toEqual([
      ['E3', 'figure-notation'],
      ['A4', 'load-region'],
      ['C5', 'load-month'],
      ['C6', 'load-month-running'],
      ['B7', 'load-place-missing'],
      ['D8', 'sheet-row-twice'],
      ['E10', 'part-exceeds-whole'],
    ]);
    expect(shown).toMatchObject({ counts: { fresh: 2, refused: 7 }, months: 2, faultCount: 7 });
    const marked = await cellsOf(Buffer.from(shown.marked ?? '', 'base64'));
    expect([marked.get('A1'), marked.get('E2'), marked.get('A3')]).toEqual(['地区代码', '12万', '999999']);
    expect((await commit(first, file, shown.digest)).json()).toMatchObject({ code: 'load-faults', status: 422 });
    const good = await commit(first, file, shown.digest, { rows: 'good' });
    expect(good.json<LoadLine>()).toMatchObject({ months: { waiting: 2 } });
    expect(await preview(first, csvOf([['指标代码', '累计']]))).toMatchObject({
      faults: [{ code: 'load-head-missing' }],
    });
  });

  it('counts a formula by the value that is shown and points it out', async () => {
    const { first } = await loadOffice();
    const names = head.slice(0, 5).map((name, at) => text(`${'ABCDE'[at]}1`, name));
    const row = `${text('A2', hangzhou)}<c r="B2"><v>2015</v></c><c r="C2"><v>1</v></c>${text('D2', 'prefab-area')}`;
    const cells = `<row r="1">${names.join('')}</row><row r="2">${row}<c r="E2"><f>6*7</f><v>42</v></c></row>`;
    const { formulas, formulaCount, counts } = await preview(first, workbookWith(cells), { type: xlsxType });
    expect([formulas, formulaCount, counts.fresh]).toEqual([
      [{ sheet: '数据', row: 2, column: 'E', value: '42' }],
      1,
      1,
    ]);
  });

  it('takes nothing of a month that waits for review', async () => {
    const test = await demoApp({ now: '2020-11-03T01:00:00Z' });
    const [official, bureau] = [await test.signedInAs('official'), await test.signedInAs('bureau', hangzhou)];
    await bureau.put(monthOf(hangzhou), ordinary, basedOn(0));
    await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
    const { faults } = await preview(
      official,
      csvOf([head, [hangzhou, 2020, 10, 'prefab-area', 1], [jiaxing, 2015, 10, 'prefab-area', 1]]),
    );
    expect(faults.map(({ row, code }) => [row, code])).toEqual([[2, 'load-month-waiting']]);
  });
});
