/** The ledger of targets in the browser: set by one official, while another has the same cell open. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openWindow, signInAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

const amountIn = (page: Page) => page.getByRole('textbox', { name: /^目标/ });
const documentIn = (page: Page) => page.getByRole('textbox', { name: '文号' });
const reasonIn = (page: Page) => page.getByRole('textbox', { name: '理由' });
const save = (page: Page) => page.getByRole('button', { name: '保存目标' }).click();
const linesOf = (page: Page) => page.getByRole('region', { name: '目标台账' }).getByRole('row');

async function openWenzhou(origin: string): Promise<Page> {
  const page = await openWindow(browser, origin);
  await signInAs(page, 'official');
  await page.getByRole('link', { name: '年度目标' }).click();
  await page.getByRole('link', { name: '温州 装配式面积' }).click();
  await expect.poll(() => linesOf(page).count()).toBe(2);
  return page;
}

async function fill(page: Page, amount: string): Promise<void> {
  await amountIn(page).fill(amount);
  await documentIn(page).fill('浙建〔2020〕99号');
  await reasonIn(page).fill('市政府申请调增年度目标');
}

describe('the form of a target', () => {
  it('says at the field what is wrong, and sends nothing', async () => {
    const { origin } = await listeningApp();
    const page = await openWenzhou(origin);
    await fill(page, '6万');
    await documentIn(page).fill('');
    await save(page);
    await expect.poll(() => page.getByText('请填写文号。').isVisible()).toBe(true);
    expect(await page.getByText(/“6万”不能识别/).isVisible()).toBe(true);
    expect(await amountIn(page).evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await linesOf(page).count()).toBe(2);
  });

  it('keeps what was typed through a reload', async () => {
    const { origin } = await listeningApp();
    const page = await openWenzhou(origin);
    await fill(page, '650.5');
    await page.reload();
    await expect.poll(() => amountIn(page).inputValue()).toBe('650.5');
    expect(await documentIn(page).inputValue()).toBe('浙建〔2020〕99号');
  });

  it('saves a change, and shows a second person the first one’s before taking theirs', async () => {
    const { origin } = await listeningApp();
    const first = await openWenzhou(origin);
    const second = await openWenzhou(origin);
    await fill(second, '660');

    await fill(first, '650');
    await save(first);
    await expect
      .poll(() => first.getByRole('status').allInnerTexts())
      .toContainEqual(expect.stringContaining('650.00'));
    expect(await amountIn(first).inputValue()).toBe('');

    await save(second);
    await expect.poll(() => second.getByRole('alert').innerText()).toContain('official 已作修改');
    expect(await second.getByRole('alert').innerText()).toContain('最新台账见上；您填写的内容仍在');
    expect(await amountIn(second).inputValue()).toBe('660');
    await expect.poll(() => linesOf(second).count()).toBe(3);
    await save(second);
    await expect
      .poll(() => second.getByRole('status').allInnerTexts())
      .toContainEqual(expect.stringContaining('660.00'));

    // A heading and three lines, in the first window too and without a reload.
    await expect.poll(() => linesOf(first).count()).toBe(4);
    expect(await first.getByRole('link', { name: '温州 装配式面积' }).innerText()).toContain('第 3 次');
  });

  it('sets a value by its 文号 from a month on, whose step the city’s chart draws and beside which the original one stays', async () => {
    const { origin } = await listeningApp();
    const page = await openWenzhou(origin);
    await fill(page, '800');
    await page.getByRole('combobox', { name: '自哪个月起执行' }).selectOption('8月');
    await save(page);
    await expect.poll(() => linesOf(page).count()).toBe(3);
    const line = await linesOf(page).last().innerText();
    for (const said of ['800.00', '8月', '浙建〔2020〕99号', '市政府申请调增年度目标']) expect(line).toContain(said);

    // Level at 600 until the end of July, from August on 800 a step above it.
    await page.goto('/cities/330300?year=2020&month=9&indicator=prefab-area');
    const step = page.locator('main svg[role="slider"] path[class*="_target_"]');
    const drawn = (await step.getAttribute('d')) ?? '';
    const [january, july, august, december] = [...drawn.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y));
    expect([july, december], drawn).toEqual([january, august]);
    expect(august).toBeLessThan(january ?? 0);
    // 348 of 800, and of the original 600.
    await expect.poll(() => page.getByText('完成 43.5%（按原目标 58%）').first().isVisible()).toBe(true);

    await page.goto('/?year=2020&month=9&view=table');
    const wenzhou = page.getByRole('table', { name: /各市进度，/ }).getByRole('row', { name: /^温州/ });
    await expect.poll(() => wenzhou.innerText()).toContain('按原目标 58.00%');
    await page.goto('/?year=2020&month=7&view=table');
    await expect.poll(() => wenzhou.isVisible()).toBe(true);
    expect(await wenzhou.innerText()).not.toContain('按原目标');
  });
});
