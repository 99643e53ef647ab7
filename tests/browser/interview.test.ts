/** An interview from choosing whom to call in to closing items, as the official, a bureau and leadership see it. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { plainPdf } from '#tests/support/attachment-corpus.ts';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

const sentenceOf = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

it('calls three cities in, holds the meeting and sees items closed', async () => {
  const office = await listeningApp();
  const official = await openAs(browser, office, 'official', '/interviews/candidates?year=2020&month=9');
  await official.getByRole('table').waitFor();
  expect(await sentenceOf(official)).toMatch(/^截至 9月末，3 市滞后，/);
  for (const city of ['温州', '金华', '丽水']) await official.getByRole('checkbox', { name: `选择${city}` }).click();
  await expect.poll(() => new URL(official.url()).searchParams.get('regions')).toBe('330300.330700.331100');
  await official.getByRole('link', { name: '约谈所选 3 市' }).click();
  await official.getByLabel('名称（中文）').fill('年末再次约谈');
  await official.getByLabel('日期').fill('2020-10-20');
  await press(official, '建立');
  await expect.poll(() => new URL(official.url()).pathname).toMatch(/^\/interviews\/2020-10-20-/);
  const { pathname } = new URL(official.url());

  // What is typed of the meeting survives a reload, also of its requirements, until it is saved.
  await press(official, '修改会议安排');
  await official.getByLabel('地点').fill('省厅三楼会议室');
  await official.reload();
  await official.getByText('这里是您此前填写、尚未保存的内容，保存后才会生效。').waitFor();
  expect(await official.getByLabel('地点').inputValue()).toBe('省厅三楼会议室');
  await press(official, '保存');
  await official.getByText('省厅三楼会议室', { exact: true }).waitFor();
  await press(official, '修改要求与事项');
  await official.getByLabel('1.1 事项（中文）').fill('专题学习并形成纪要');
  await official.reload();
  await press(official, '放弃，改用已保存的');
  await expect.poll(() => official.getByLabel('1.1 事项（中文）').inputValue()).toMatch(/^专题学习建筑工业化/);
  await press(official, '不再修改');

  await press(official, '发出通知');
  await official.getByRole('dialog').getByRole('button', { name: '发出通知' }).click();
  await official.getByText('2020-10-20 已通知', { exact: true }).waitFor();

  const bureau = await openAs(browser, office, 'lishui', pathname);
  await press(bureau, '签收通知');
  await bureau.getByRole('cell', { name: /^2020-10-19 09:00 丽水市/ }).waitFor();
  await bureau.getByLabel('丽水的表态').fill('年底前完成年度任务');
  await press(bureau, '登记表态');
  await bureau.getByRole('cell', { name: '年底前完成年度任务' }).waitFor();

  await official.getByRole('cell', { name: '年底前完成年度任务' }).waitFor();
  await press(official, '登记为已召开');
  await official.getByRole('dialog').getByRole('button', { name: '登记为已召开' }).click();
  await expect.poll(() => sentenceOf(official)).toMatch(/^3 市共 51 项：未报告 51 项。/);
  for (const item of ['1.1', '1.2']) {
    await bureau.goto(`${pathname}?open=331100-${item}`);
    await bureau.getByText('报告完成前，请先在“佐证材料”中上传至少一个文件。').waitFor();
    await bureau
      .getByRole('region', { name: '佐证材料' })
      .locator('input[type=file]')
      .setInputFiles({ name: '会议纪要.pdf', mimeType: 'application/pdf', buffer: plainPdf });
    await bureau.getByText('报告完成前，请先在“佐证材料”中上传至少一个文件。').waitFor({ state: 'detached' });
    await bureau.getByRole('textbox', { name: /^如何完成的/ }).fill('会议纪要已存档备查');
    await press(bureau, '报告完成');
    await bureau.getByText('已报告，等待省厅核实。').waitFor();
  }
  // The official's open window has heard of both.
  for (const item of ['1.1', '1.2']) await official.getByRole('link', { name: `${item} 待核实` }).waitFor();
  for (const item of ['1.1', '1.2']) await official.getByRole('checkbox', { name: `选择 丽水 ${item}` }).click();
  await press(official, '全部销号');
  await official.getByRole('columnheader', { name: '丽水 2/17 销号' }).waitFor();

  const leader = await openAs(browser, office, 'leader', pathname);
  await leader.getByRole('columnheader', { name: '丽水 2/17 销号' }).waitFor();
  expect(await leader.getByRole('button', { name: /销号|退回|办结/ }).count()).toBe(0);
  await leader.getByRole('link', { name: '查看版本记录' }).click();
  await expect.poll(() => leader.getByRole('list', { name: '版本记录' }).getByRole('listitem').count()).toBe(6);
});
