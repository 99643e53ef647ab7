/** The inbox as a bureau finds it: counted in the bar, read by opening, kept afterwards; and the choice of mail. */
import { expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { basedOn, lishui } from '#tests/support/reporting.ts';

const browser = await sharedBrowser();

it('a returned item is counted in the bar, leads to the item, and stays as read', async () => {
  const office = await listeningApp();
  const at = `/api/interviews/2020-10-15/items/${lishui}`;
  await (await office.signedIn('lishui')).post(`${at}/2.2/report`, { note: '已印发方案' }, basedOn(1));
  const official = await office.signedIn('official');
  await official.post(`${at}/2.2/return`, { reason: '请补充文号' }, basedOn(2));
  await official.post(`${at}/1.3/return`, { reason: '请补充附件' }, basedOn(2));
  const page = await openAs(browser, office, 'lishui', '/submissions');
  await page.getByRole('link', { name: '通知，2 条未读' }).click();
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('2 条未读。');
  await page.getByRole('link', { name: /2\.2 .*被退回：请补充文号/ }).click();
  await page.getByRole('region', { name: /2\.2/ }).getByText('请补充文号').waitFor();
  await page.getByRole('link', { name: '通知，1 条未读' }).click();
  await page.getByRole('button', { name: '全部标为已读' }).click();
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('没有未读通知。');
  expect(await page.getByRole('list', { name: '通知列表' }).getByRole('listitem').count()).toBe(2);
  await page.getByRole('link', { name: '通知', exact: true }).waitFor();
});

it('mail is chosen on the page of the account, which says what is missing', async () => {
  const office = await listeningApp();
  const page = await openAs(browser, office, 'lishui', '/account');
  await page.getByLabel('发送方式').selectOption({ label: '每天早上八点汇总' });
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('alert').getByText('接收邮件需要填写邮箱地址。').waitFor();
  await page.getByLabel('邮箱地址').fill('lishui@example.gov.cn');
  await page.getByLabel('免打扰自').selectOption('22');
  await page.getByLabel('免打扰至').selectOption('7');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存。').waitFor();
  await page.reload();
  await expect.poll(() => page.getByLabel('邮箱地址').inputValue()).toBe('lishui@example.gov.cn');
  expect([await page.getByLabel('发送方式').inputValue(), await page.getByLabel('免打扰自').inputValue()]).toEqual([
    'daily',
    '22',
  ]);
});
