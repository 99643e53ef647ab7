/** Pictures that work together: one city lit up in all of them, a year replayed month by month, two cities side by side. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs, untilQuiet } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

const accent = 'rgb(18, 67, 109)';
const raised = 'rgb(244, 246, 248)';

const searchOf = (page: Page): string => new URL(page.url()).search;
const styleOf = (mark: Locator, name: string): Promise<string> =>
  mark.evaluate((node, property) => getComputedStyle(node).getPropertyValue(property), name);

describe('a city on the overview', () => {
  it('lights up in every picture under pointer and focus, is chosen by the address, and let go by Escape', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/?year=2020&month=9');
    const tile = page.locator('[data-region="330300"] > a > rect');
    const bars = page.locator('li[data-region="330300"]');
    const row = page.locator('tr[data-region="330300"] > th');
    const reading = page.locator('main output');
    await bars.waitFor();
    expect(await styleOf(tile, 'stroke')).not.toBe(accent);

    // What the pointer costs: the one line of words, and nothing else of the page is drawn anew.
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      new MutationObserver((changes) =>
        seen.push(...changes.map(({ target }) => target.parentElement?.tagName ?? '')),
      ).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await bars.hover({ position: { x: 200, y: 14 } });
    await expect.poll(() => styleOf(tile, 'stroke')).toBe(accent);
    expect(await styleOf(row, 'background-color')).toBe(raised);
    // 348 of 600 is 58 %; (0.58 − 0.7295) · 600 = −89.7.
    expect(await reading.innerText()).toBe(
      '温州 装配式面积（截至 2020-09-30）：348 万㎡，完成 58%，序时 72.9%，低于序时 14.9 个百分点（−89.7 万㎡）',
    );
    expect(await page.evaluate(() => [...new Set(Reflect.get(globalThis, 'seen') as string[])])).toEqual(['OUTPUT']); // put there above

    // A cell of the matrix reads its own indicator, by keyboard as by pointer.
    await page.getByRole('button', { name: '预警 钢结构住宅 −6.3' }).focus();
    expect(await reading.innerText()).toMatch(/^舟山 钢结构住宅/);
    expect(await styleOf(tile, 'stroke')).not.toBe(accent);
    expect(await styleOf(page.locator('li[data-region="330900"]'), 'background-color')).toBe(raised);

    await bars.click({ position: { x: 200, y: 14 } });
    await expect.poll(() => searchOf(page)).toBe('?year=2020&month=9&region=330300');
    await page.reload();
    await bars.waitFor();
    await expect.poll(() => styleOf(tile, 'stroke')).toBe(accent);
    await page.goBack();
    await expect.poll(() => searchOf(page)).toBe('?year=2020&month=9');
    await expect.poll(() => styleOf(tile, 'stroke')).not.toBe(accent);
    await page.getByLabel('突出显示').selectOption('温州');
    await expect.poll(() => styleOf(tile, 'stroke')).toBe(accent);
    await page.getByLabel('突出显示').blur();
    await page.keyboard.press('Escape');
    await expect.poll(() => searchOf(page)).toBe('?year=2020&month=9');
    await expect.poll(() => styleOf(tile, 'stroke')).not.toBe(accent);
  });
});

describe('a city on the sprint', () => {
  it('is read row by row with the arrow keys, lit below, and chosen with Enter', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/sprint?year=2020&month=9');
    const rows = page.getByRole('slider', { name: /完成率、年底推算与缺口/ });
    await rows.focus();
    await page.keyboard.press('ArrowDown');
    const below = page.locator('li[data-region="330700"]');
    expect(await styleOf(below, 'background-color')).toBe(raised);
    await page.keyboard.press('Enter');
    await expect.poll(() => searchOf(page)).toBe('?year=2020&month=9&region=330700');
    await page.keyboard.press('End');
    expect(await styleOf(below, 'background-color')).toBe(raised);
    expect(await styleOf(page.locator('li[data-region="330500"]'), 'background-color')).toBe(raised);
  });
});

describe('a year', () => {
  it.each([
    ['official', '/?year=2020&month=9', 'overview'],
    ['leader', '/sprint?year=2020&month=9', 'sprint'],
    ['official', '/cities/330300?year=2020&month=9', 'cities/330300'],
  ])('is replayed with the keys for the %s at %s, without waiting for the network', async (account, path, endpoint) => {
    const office = await listeningApp();
    const page = await openAs(browser, office, account, path);
    const slider = page.getByRole('slider', { name: /^回放/ });
    await slider.focus();
    await untilQuiet(page);
    // From here on the server answers nothing: what is shown was asked for before.
    await page.route(`**/api/${endpoint}*`, () => undefined);
    const picture = page.locator('main svg text');
    const before = await picture.allTextContents();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => searchOf(page)).toContain('month=8');
    await expect.poll(() => picture.allTextContents()).not.toEqual(before);
    await page.keyboard.press('Home');
    await expect.poll(() => searchOf(page)).toContain('month=1');
    expect(await slider.getAttribute('aria-valuetext')).toBe('2020年1月');
    await page.keyboard.press('End');
    // October is running: what is to come cannot be replayed.
    await expect.poll(() => searchOf(page)).toContain('month=10');
    await expect.poll(() => page.locator('main [aria-busy="true"]').count()).toBe(0);
    expect(await picture.count()).toBeGreaterThan(0);
    expect(await slider.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.unrouteAll();
    await page.reload();
    await expect.poll(() => slider.inputValue()).toBe('10');
  });
});

describe('two cities', () => {
  it('stand side by side on one scale, each with its sentence, its course and its indicators', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/cities/330300?year=2020&month=9');
    await page.getByLabel('对照').selectOption('嘉兴');
    await expect.poll(() => searchOf(page)).toBe('?year=2020&month=9&with=330400');
    const halves = [page.getByRole('region', { name: '温州' }), page.getByRole('region', { name: '嘉兴' })];
    for (const half of halves) {
      await half.getByRole('heading').first().waitFor();
      expect(await half.getByRole('listitem').count()).toBe(6);
      expect(await half.getByRole('slider').locator('text').allTextContents()).toEqual(
        expect.arrayContaining(['0%', '25%', '50%', '75%', '100%']),
      );
    }
    expect(await halves[0]?.getByRole('heading').first().innerText()).toMatch(/^温州滞后/);
    expect(await halves[1]?.getByRole('heading').first().innerText()).toMatch(/^嘉兴正常/);
    // 619.4 of 700, where 348 of 600 is 58 %.
    expect(await halves[1]?.getByRole('slider').getAttribute('aria-valuetext')).toContain('88.5%');
    const places = await Promise.all(halves.map((half) => half.boundingBox()));
    expect(places[0]?.y).toBe(places[1]?.y);
    await page.reload();
    await expect.poll(() => halves[1]?.count()).toBe(1);
  });

  it('are not shown to a bureau, which reads its own only', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', '/cities/331100?year=2020&month=9&with=330400');
    await page.getByRole('region', { name: '丽水' }).waitFor();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('对照').count()).toBe(0);
    expect(await page.getByRole('region', { name: '嘉兴' }).count()).toBe(0);
  });
});
