/** A number that is pressed shows its formula, and a calculator comes from it to the number that was pressed. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { axeFindings, openAs } from '#tests/support/browser.ts';
import { calculated, shownNumber } from '#tests/support/calculator.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

/** Presses a number, and gives the formula that is marked beside it once it was seen to lead there. */
async function pressed(page: Page, number: Locator): Promise<string> {
  const { value, unit } = shownNumber(await number.innerText());
  await number.click();
  const drawer = page.getByRole('dialog');
  const cells = drawer.getByRole('row').and(page.locator('[aria-current]')).getByRole('cell');
  const formula = await cells.nth(1).innerText();
  expect(Math.abs(calculated(formula) - value), formula).toBeLessThanOrEqual(0.5 * unit + 1e-6);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  return formula;
}

describe('the formula of a number', () => {
  it('is shown of what a city’s gap is of all gaps', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/?year=2020&month=9&view=table');
    const cities = page.getByRole('region', { name: '哪些市拉低全省' });
    const wenzhou = cities.getByRole('row', { name: /^温州/ }).first().getByRole('button');
    // 348 − 600 × 72.949 % = −89.70 of −174.54, the largest gap of all: what it is alone it is with those before it.
    await expect.poll(() => wenzhou.allInnerTexts()).toEqual(['−89.70', '51.4%', '51.4%']);
    await wenzhou.nth(1).click();
    const drawer = page.getByRole('dialog', { name: '算式：浙江 · 装配式面积（2020年9月）' });
    const row = drawer.getByRole('row', { name: /^温州 · 占缺口之和/ }).getByRole('cell');
    await expect.poll(() => row.first().innerText()).toBe('51.4%');
    const formula = await row.nth(1).innerText();
    expect(formula).toMatch(/^89\.69\d+ ÷ 174\.53\d+$/);
    expect(calculated(formula)).toBeCloseTo(0.514, 3);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?year=2020&month=9&view=table');
  });

  it('is shown of the ledger’s sums beside figures under review, and the month stays open', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/review?open=2020-10-330800');
    const ledger = page.getByRole('table', { name: /^台账与报送对照/ });
    const area = ledger.getByRole('row', { name: /^装配式面积/ });
    const reported = await area.getByRole('cell').nth(3).innerText();
    expect((await pressed(page, area.getByRole('button').last())).split(' − ')[0]).toBe(reported);
    await pressed(page, area.getByRole('button').nth(1));
    expect(new URL(page.url()).search).toBe('?open=2020-10-330800');
  });

  it('is shown of the ledger beside what a bureau is about to send, which is kept', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', '/submissions/2020/10/331100');
    for (const [name, cumulative] of [
      ['新开工装配式建筑面积', '128.93'],
      ['新开工装配式住宅和公共建筑（不含场馆建筑）面积', '84'],
    ] as const) {
      const typed = page.getByRole('group', { name, exact: true });
      await typed.getByRole('textbox', { name: '累计' }).fill(cumulative);
      await expect.poll(() => typed.innerText()).toContain('已保存');
    }
    await page.getByRole('button', { name: '核对后报送' }).click();
    const ledger = page.getByRole('table', { name: /^台账与报送对照/ });
    const difference = ledger
      .getByRole('row', { name: /^装配式面积/ })
      .getByRole('button')
      .last();
    expect(await pressed(page, difference)).toMatch(/^128\.93 − /);
    // The step stays the one it was, and so does what was typed.
    await page.getByRole('heading', { name: '报送前请核对' }).waitFor();
    await ledger.getByText('128.93').waitFor();
  });
});
