/** The project ledger: a bureau takes a file in and edits a project on a telephone, the department finds it beside the report. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '#tests/support/browser-launch.ts';
import { axeFindings, openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { csvOf } from '#tests/support/tables-in-files.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const file = csvOf([
  ['项目名称', '施工许可证号', '单位工程编号', '建筑类型', '结构类型', '总建筑面积', '装配式建筑面积', '实际开工'],
  ['城东小学', '331102202009010201', '01', '公共建筑', '钢结构', 12_000, 9000, '2020-09-08'],
  ['缺面积的项目', '', '', '住宅', '木结构', '', '', ''],
]);

it('is filled by file, edited with a reason, found, and held against what was reported', async () => {
  const office = await listeningApp();
  const bureau = await openAs(browser, office, 'lishui', '/projects?open=import', { width: 360, height: 780 });
  await bureau
    .locator('input[type=file]')
    .setInputFiles({ name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await bureau.getByText('台账.csv：新增 1，修改 0，相同 0，需改正 1 行。').waitFor();
  await bureau.getByText('“总建筑面积（㎡）”须填写。').waitFor();
  expect(await bureau.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await axeFindings(bureau)).toEqual([]);
  await bureau.getByLabel(/^导入理由/).fill('按施工许可台账导入');
  await bureau.getByLabel(/^只导入没有问题的行/).check();
  await bureau.getByRole('button', { name: '确认导入 1 个项目' }).click();
  await bureau.getByText('已导入：新增 1，修改 0。').waitFor();

  await bureau.getByRole('link', { name: '城东小学' }).click();
  await bureau.getByText('2020-09-08 已开工，但没有领证日期。').waitFor();
  await bureau.getByLabel('装配率（%）').fill('101');
  await bureau.getByLabel(/^修改理由/).fill('补充装配率评价结果');
  await bureau.getByRole('button', { name: '保存', exact: true }).click();
  await bureau.getByText('装配率 101% 大于 100%，请核对。').first().waitFor();
  // A reload loses nothing of it.
  await bureau.reload();
  await bureau.getByText('已恢复未保存的内容。').waitFor();
  expect(await bureau.getByLabel(/^修改理由/).inputValue()).toBe('补充装配率评价结果');
  await bureau.getByLabel('装配率（%）').fill('56.5');
  await bureau.getByRole('button', { name: '保存', exact: true }).click();
  await bureau.getByText('第 2 版 修改').waitFor();

  const official = await openAs(browser, office, 'official', '/projects?region=331100');
  await official.getByRole('textbox', { name: '查找' }).fill('城东小学');
  await official.getByRole('textbox', { name: '查找' }).press('Enter');
  await official.getByRole('heading', { level: 1, name: /^1 个单位工程，装配式建筑面积合计 0\.90 万㎡/ }).waitFor();
  expect(await official.getByRole('button', { name: '保存', exact: true }).count()).toBe(0);
  // Accepted 101.63 at the end of September; the ledger has all of it but one building of June, and the school.
  const row = official.getByRole('row', { name: /装配式面积.*2020年9月/ });
  await expect.poll(() => row.getByRole('cell').allInnerTexts()).toMatchObject({ 3: '101.63' });
  expect(await axeFindings(official)).toEqual([]);
});
