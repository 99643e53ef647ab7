/** A back-scheduled plan with three projects: proposed, changed, sent, approved, followed and planned anew. */
import { expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { axeFindings, openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { ordinaryProject } from '#tests/support/projects.ts';
import { basedOn, lishui, monthOf } from '#tests/support/reporting.ts';

const browser = await sharedBrowser();
const address = `/plans/2020/${lishui}/prefab-area`;

it('is written on bars and as numbers, approved, drawn beside the pace, followed, and planned anew', async () => {
  const office = await listeningApp();
  const [writer, decider] = [await office.signedInAs('bureau', lishui), await office.signedInAs('official')];
  for (const name of ['甲地块', '乙地块', '丙地块']) {
    const planned = { permit: '', permitActual: null, startActual: null, startPlanned: '2020-11-15' };
    const added = await writer.post('/api/projects', { ...ordinaryProject, ...planned, name });
    expect(added.statusCode).toBe(200);
  }
  const bureau = await openAs(browser, office, 'lishui', address);
  const amountOf = (period: string) => bureau.getByRole('textbox', { name: `${period} 计划（万㎡）` });
  await bureau.getByRole('button', { name: '平均' }).click();
  await bureau.getByText(/^合计 [^须]*，等于剩余/).waitFor();
  // By number: the rest is spread, the sum stays.
  await amountOf('10月').fill('20');
  await amountOf('10月').blur();
  await bureau.getByText(/^合计 [^须]*，等于剩余/).waitFor();
  // By the bar of the middle of November.
  const before = await amountOf('12月下旬').inputValue();
  const bar = bureau.getByRole('slider', { name: '11月中旬 计划（拖动）' });
  await bar.focus();
  await bar.press('PageUp');
  expect(await amountOf('12月下旬').inputValue()).not.toBe(before);
  // Without spreading, what is off is said.
  await bureau.getByRole('checkbox', { name: /其余自动分摊/ }).uncheck();
  const kept = await amountOf('10月').inputValue();
  await amountOf('10月').fill('21');
  await bureau.getByText(/^合计 .*，相差 1(\.00)? 万㎡/).waitFor();
  await amountOf('10月').fill(kept);
  for (const name of ['甲地块', '乙地块', '丙地块'])
    await bureau.getByRole('checkbox', { name: new RegExp(name) }).check();
  await bureau.getByText(/^项目覆盖 11.4.? 万㎡/).waitFor();
  for (const measure of await bureau.getByRole('textbox', { name: /具体措施/ }).all()) await measure.fill('集中开工');
  expect(await axeFindings(bureau)).toEqual([]);
  await bureau.getByRole('button', { name: '报送省厅' }).click();
  const official = await openAs(browser, office, 'official', '/review');
  await official.getByRole('link', { name: '丽水 装配式面积' }).click();
  await official.getByRole('button', { name: '批准' }).click();
  await official.getByRole('heading', { level: 1, name: /^已批准/ }).waitFor();
  await bureau.getByRole('heading', { level: 2, name: /^执行情况/ }).waitFor();
  // October comes in below the plan.
  const reached = 106.63;
  const figures = {
    'prefab-area': { cumulative: reached },
    'prefab-civil': { cumulative: 66 },
    'prefab-share': { numerator: reached, denominator: 900 },
    'steel-housing': { cumulative: 30 },
    'green-demo': { cumulative: 8 },
  };
  await writer.put(monthOf(lishui), { figures, asOf: '2020-10-19', cause: '延期', remedies: '倒排工期' }, basedOn(0));
  await writer.post(monthOf(lishui, 10, 'submit'), {}, basedOn(1));
  expect((await decider.post(monthOf(lishui, 10, 'accept'), {}, basedOn(1))).statusCode).toBe(200);
  await bureau.getByRole('row', { name: /^10月 2020-10-19/ }).waitFor();
  await bureau.getByText('编制之后有新的数据或目标').waitFor();
  await bureau.getByRole('textbox', { name: '重新编排的理由' }).fill('十月两个项目延期');
  for (const measure of await bureau.getByRole('textbox', { name: /具体措施/ }).all()) await measure.fill('集中开工');
  await bureau.getByRole('button', { name: '报送省厅' }).click();
  await bureau.getByRole('heading', { level: 1, name: /^已报送，待审/ }).waitFor();
  // On the city's page the plan stands beside the pace.
  await official.getByRole('link', { name: '返回丽水' }).click();
  await official.locator('svg text', { hasText: '倒排计划' }).first().waitFor();
});
