/** A first-quarter plan on a telephone: its bureau writes and sends it, the department accepts it. */
import { expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { axeFindings, openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

it('is asked for, written and sent by the bureau at 360 px, and accepted', async () => {
  const office = await listeningApp();
  const official = await openAs(browser, office, 'official', '/interviews/2020-10-15');
  await official.getByRole('link', { name: '查看丽水的开局计划' }).click();
  await official.getByText('市局编制并报送后，在本页审核；也可以提醒市局编制。').waitFor();
  await official.getByRole('button', { name: '提醒市局编制' }).click();
  await official.getByText('已提醒：市局 1 个账号').waitFor();

  const bureau = await openAs(browser, office, 'lishui', '/inbox', { width: 360, height: 780 });
  await bureau.getByRole('link', { name: '省厅请丽水市编制并报送 2021 年开局计划（一季度）。' }).click();
  await bureau.getByText(/^请在下面填写目标、节点和项目/).waitFor();
  await bureau.getByRole('textbox', { name: '目标' }).fill('一季度新开工 20 万㎡');
  await bureau.getByLabel('第 1 行 日期').fill('2021-02-26');
  await bureau.getByLabel('第 1 行 节点内容').fill('完成施工图审查');
  await bureau.getByLabel('第 1 行 项目名称').fill('城北安置房');
  await bureau.getByLabel('第 1 行 类别').selectOption('both');
  await bureau.getByLabel('第 1 行 面积（万㎡）').fill('8.1234');
  await bureau.getByLabel('第 1 行 计划开工').fill('2021-01-15');
  expect(await bureau.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await axeFindings(bureau)).toEqual([]);
  await bureau.getByRole('button', { name: '报送省厅' }).click();
  const sentence = (page: typeof bureau) => expect.poll(() => page.getByRole('heading', { level: 1 }).innerText());
  await sentence(bureau).toBe('已报送，待审：目标 1 项，节点 1 个，项目 1 个。');
  // The official's open window has heard of it.
  await official.getByRole('button', { name: '通过' }).click();
  await sentence(official).toBe('已通过：目标 1 项，节点 1 个，项目 1 个。');
  await bureau.getByRole('link', { name: /^下载日历/ }).waitFor();
});
