/** Tables that go out as files: they say what their pages say, to the same people, with numbers as numbers. */
import { describe, expect, it } from 'vitest';
import { csvLine } from '#api/http/csv.ts';
import type { Overview } from '#api/standings/contract.ts';
import { demoApp } from '#tests/support/app.ts';
import { gridOf } from '#tests/support/tables-in-files.ts';
import { hangzhou, lishui } from '#tests/support/reporting.ts';

const overviewAt = (format: string, language = 'zh') =>
  `/api/overview/table?year=2020&month=9&language=${language}&format=${format}`;

/** The rows of a file as objects by their heads. */
async function rowsIn(content: Buffer, kind: 'xlsx' | 'csv') {
  const { sheets } = await gridOf(content, kind);
  const [head, ...rows] = sheets[0]?.rows ?? [];
  const names = new Map(head?.cells.map(({ column, value }) => [column, String(value)]));
  return rows.map(({ cells }) =>
    Object.fromEntries(cells.map(({ column, value }) => [names.get(column) ?? '', value])),
  );
}

describe('the overview as a file', () => {
  it('has a row for each region and indicator, as the page has them', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const page = (await official.get('/api/overview?year=2020&month=9')).json<Overview>();
    const file = await official.get(overviewAt('xlsx'));
    expect(file.headers['content-disposition']).toContain(encodeURIComponent('总览-2020年9月.xlsx'));
    const rows = await rowsIn(file.rawPayload, 'xlsx');
    expect(rows).toHaveLength(page.province.indicators.length * (page.regions.length + 1));
    const ofLishui = page.regions.find(({ region }) => region === lishui)?.indicators[0];
    expect(rows.find((row) => row['地区代码'] === lishui && row['指标代码'] === ofLishui?.indicator)).toMatchObject({
      地区: '丽水市',
      单位: '万㎡',
      状态: '滞后',
      年度目标: ofLishui?.target,
      累计完成: ofLishui?.actual,
      '与序时相差（百分点）': Number(ofLishui?.gapPoints?.toFixed(4)),
      数据截至: '2020-09-30',
      数据来源: '演示数据（虚构）',
    });
    const share = rows.find((row) => row['指标代码'] === 'prefab-share');
    expect([share?.['单位'], Number(share?.['累计完成']) > 1]).toEqual(['%', true]);
  });

  it('is the same as CSV, and in English; negative numbers stay numbers and texts are never formulas', async () => {
    const { signedInAs } = await demoApp();
    const leader = await signedInAs('leader');
    const csv = (await leader.get(overviewAt('csv', 'en'))).rawPayload;
    expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const [rows, book] = [
      await rowsIn(csv, 'csv'),
      await rowsIn((await leader.get(overviewAt('xlsx', 'en'))).rawPayload, 'xlsx'),
    ];
    const plain = (all: typeof rows) =>
      all.map((row) => Object.entries(row).map(([name, value]) => [name, String(value)]));
    expect(plain(rows)).toEqual(plain(book));
    expect(rows.some((row) => /^-\d/.test(String(row['Gap (points)'])))).toBe(true);
    expect(csvLine([-1.5, '-1.5', '=1', 'a,b'])).toBe(`-1.5,'-1.5,'=1,"a,b"\r\n`);
  });

  it('is a bureau’s own city alone', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', hangzhou);
    const regions = async (url: string, kind: 'xlsx' | 'csv') =>
      new Set((await rowsIn((await bureau.get(url)).rawPayload, kind)).map((row) => row['地区代码']));
    const page = (await bureau.get('/api/overview?year=2020&month=9')).json<Overview>();
    expect(await regions(overviewAt('csv'), 'csv')).toEqual(
      new Set([page.province.region, hangzhou].slice(page.province.indicators.length === 0 ? 1 : 0)),
    );
    expect(await regions('/api/submissions/table?year=2020&language=zh&format=csv', 'csv')).toEqual(
      new Set([hangzhou]),
    );
    expect(await regions('/api/targets/table?year=2020&language=zh&format=csv', 'csv')).toEqual(
      new Set(['330000', hangzhou]),
    );
  });
});

describe('the other tables as files', () => {
  it('have the months of a year with state and days, and the ledger of targets with its documents', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const months = await rowsIn(
      (await official.get('/api/submissions/table?year=2020&language=zh&format=xlsx')).rawPayload,
      'xlsx',
    );
    expect(months).toHaveLength(11 * 10);
    expect(months.find((row) => row['地区代码'] === lishui && row['月'] === 9)).toMatchObject({
      报送状态: '已通过',
      期限: '2020-10-05',
      数据截至: '2020-09-30',
      逾期: '否',
    });
    const targets = await rowsIn(
      (await official.get('/api/targets/table?year=2020&language=en&format=xlsx')).rawPayload,
      'xlsx',
    );
    expect(
      targets.find((row) => row['Region code'] === lishui && row['Indicator code'] === 'prefab-area'),
    ).toMatchObject({
      Target: 170,
      'From month': 1,
      Unit: '10k m²',
    });
  });
});
