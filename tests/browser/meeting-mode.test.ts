/** The meeting mode as it is held in the room: by keys alone, the right city and its own figures on every page. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { bodyOf } from '#tests/support/tables.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const sheet = '/sprint?year=2020&month=9';
const searchOf = (page: Page): string => new URL(page.url()).search;
const headingOf = (page: Page) => page.getByRole('heading', { level: 1 });

/** Everything but the picture and the buttons, in one line. */
async function wordsOf(page: Page): Promise<string> {
  const parts = page.getByRole('main').locator('header, dl');
  const words = await parts.evaluateAll((nodes) =>
    nodes.map((node) => (node instanceof HTMLElement ? node.innerText : '')),
  );
  return words.join(' ').replaceAll('演示数据（虚构）', '').replaceAll(/\s+/g, ' ').replaceAll(' †', '†').trim();
}

/**
 * A city's page: needed a month is what remains over three months; recent, intensity and projection from what it reported
 * in June and March. Wenzhou: (600 − 348) ÷ 3 = 84; (348 − 196) ÷ 3 = 50.67; with all cities' years of 2018 and 2019,
 * 13,423.60 in all, 9,697.02 by September and 2,246.43 by March, 348 + (348 − 60) ÷ (0.72239 − 0.16735) × 0.27761 = 492.05,
 * 82.01 % of 600.
 */
const facts = (
  [city, level, done]: readonly [string, string, string],
  [left, target]: readonly [string, string],
  [needed, recent, times]: readonly [string, string, string],
  [share, promises]: readonly [string, string],
): string =>
  `${city} ${level} 完成率 ${done}† 序时 72.95% 剩余 ${left} 万㎡ 目标 ${target} 万㎡ ` +
  `每月需要 ${needed} 万㎡ 近期每月 ${recent} 万㎡ 所需强度 ${times} 倍 ` +
  `年底简单推算（至多近六个月） 占目标 ${share} 约谈事项未销号 ${promises}`;

const pages = [
  facts(['温州', '滞后', '58.00%'], ['252', '600'], ['84.00', '50.67', '1.62'], ['82.01%', '16/17 项']),
  facts(['金华', '滞后', '63.46%'], ['175.4', '480'], ['58.47', '35.07', '1.63'], ['87.86%', '17/17 项']),
  facts(['丽水', '滞后', '59.78%'], ['68.4', '170'], ['22.79', '15.92', '1.40'], ['85.32%', '17/17 项']),
  facts(['衢州', '预警', '67.26%'], ['78.6', '240'], ['26.19', '20.08', '1.28'], ['93.68%', '未约谈']),
  facts(['舟山', '预警', '70.79%'], ['43.8', '150'], ['14.61', '11.27', '1.27'], ['97.81%', '未约谈']),
  facts(['台州', '正常', '84.45%'], ['118.2', '760'], ['39.40', '82.08', '0.47'], ['119.81%', '未约谈']),
  facts(['嘉兴', '正常', '88.49%'], ['80.6', '700'], ['26.87', '79.73', '0.33'], ['125.39%', '未约谈']),
  facts(['宁波', '正常', '95.28%'], ['61.4', '1,300'], ['20.47', '167.50', '0.12'], ['135.23%', '未约谈']),
  facts(['湖州', '正常', '95.62%'], ['22.8', '520'], ['7.60', '84.67', '0.09'], ['137.55%', '未约谈']),
  facts(['杭州', '已完成', '131.89%'], ['0', '1,450'], ['0.00', '244.61', '0.00'], ['186.64%', '未约谈']),
  facts(['绍兴', '已完成', '138.27%'], ['0', '780'], ['0.00', '145.41', '0.00'], ['196.16%', '未约谈']),
];
const codes = '330300 330700 331100 330800 330900 331000 330400 330200 330500 330100 330600'.split(' ');

describe('the meeting mode', () => {
  it('goes through the province and all cities by the arrow keys, each with its own figures', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', sheet);
    await page.getByRole('button', { name: '会议模式（F）' }).waitFor();
    await page.keyboard.press('f');
    await expect.poll(() => headingOf(page).innerText()).toBe('还剩 73 天。');
    expect(searchOf(page)).toBe('?year=2020&month=9&present=330000');
    await page.getByText('第 1 / 12 页').waitFor();
    const levels = await page.getByRole('list', { name: '各市进度状态' }).getByRole('listitem').allInnerTexts();
    expect(levels.map((level) => level.replaceAll(/\s+/g, ' ')).slice(0, 4)).toEqual([
      '滞后 温州',
      '滞后 金华',
      '滞后 丽水',
      '预警 衢州',
    ]);
    expect(await page.getByText(/^全省装配式面积/).innerText()).toBe(
      '全省装配式面积已达年度目标（现完成省定目标 7,000 万㎡ 的 100.1%；为各市目标之和 7,150 万㎡ 的 98%）；' +
        '按近期进度完不成的有 5 市：温州、金华、丽水、衢州、舟山（简单推算，不是概率）。',
    );
    // 89.70 + 45.56 + 22.38 + 13.66 + 3.24 = 174.54 are missing: 51 %, 26 %, 13 %, 8 % and 2 % of it.
    expect(await bodyOf(page.getByRole('table'))).toEqual([
      '温州 | 51% | 89.70 | 51%',
      '金华 | 26% | 45.56 | 77%',
      '丽水 | 13% | 22.38 | 90%',
      '衢州 | 8% | 13.66 | 98%',
      '舟山 | 2% | 3.24 | 100%',
    ]);
    expect(await page.getByRole('button', { name: '上一页' }).isDisabled()).toBe(true);

    for (const [at, facts] of pages.entries()) {
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => wordsOf(page)).toBe(facts);
      expect(searchOf(page)).toBe(`?year=2020&month=9&present=${codes[at]}`);
      await page.getByText(`第 ${at + 2} / 12 页`).waitFor();
    }
    const picture = page.getByRole('slider');
    expect(await picture.getAttribute('aria-label')).toBe('绍兴 138.3%，已完成年度目标');
    expect(await picture.getAttribute('aria-valuetext')).toBe('9月：138.3%，序时 72.9%，高 65.3%');
    expect(await page.getByRole('button', { name: '下一页' }).isDisabled()).toBe(true);
    // Nothing lies behind the last page.
    await page.keyboard.press('PageDown');
    expect(searchOf(page)).toBe('?year=2020&month=9&present=330600');
  });

  it('turns by every key and button, survives a reload, and is left by Esc with the focus where it began', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', `${sheet}&present=330300`);
    const at = (city: string) => expect.poll(() => headingOf(page).innerText()).toBe(city);
    await at('温州');
    const turns = [
      ['End', '绍兴'],
      ['ArrowUp', '杭州'],
      ['ArrowLeft', '湖州'],
      ['PageUp', '宁波'],
      [' ', '湖州'],
      ['ArrowDown', '杭州'],
      ['PageDown', '绍兴'],
      ['Home', '还剩 73 天。'],
      ['ArrowRight', '温州'],
    ] as const;
    for (const [key, city] of turns) {
      await page.keyboard.press(key);
      await at(city);
    }
    await page.keyboard.press('x');
    await page.keyboard.press('Control+ArrowRight');
    await page.getByRole('button', { name: '下一页' }).click();
    await at('金华');
    expect(await page.title()).toBe('金华 · 会议模式 · 序时');
    expect(await headingOf(page).evaluate((heading) => heading === document.activeElement)).toBe(true);
    await page.reload();
    await at('金华');
    await page.getByRole('button', { name: '上一页' }).click();
    await at('温州');

    await page.keyboard.press('Escape');
    await expect.poll(() => searchOf(page)).toBe('?year=2020&month=9');
    const start = page.getByRole('button', { name: '会议模式（F）' });
    await expect.poll(() => start.evaluate((button) => button === document.activeElement)).toBe(true);

    // The back button leads out of it and not through every page that was turned.
    await page.keyboard.press('F');
    await at('还剩 73 天。');
    await page.keyboard.press('ArrowRight');
    await at('温州');
    await page.goBack();
    await expect.poll(() => searchOf(page)).toBe('?year=2020&month=9');
    await start.waitFor();
    await start.click();
    await at('还剩 73 天。');
    await page.getByRole('button', { name: '退出（Esc）' }).click();
    await start.waitFor();
    expect(searchOf(page)).toBe('?year=2020&month=9');
  });

  it('shows another indicator’s figures throughout, and the first page for an address that names no page', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', `${sheet}&indicator=prefab-civil&present=330700`);
    // 196.3 of 290; (290 − 196.3) ÷ 3 = 31.23; since June, 130.00, it added 66.30.
    await expect
      .poll(() => wordsOf(page))
      .toMatch(
        /^金华 预警 完成率 67\.69%† 序时 72\.95% 剩余 93\.7 万㎡ 目标 290 万㎡ 每月需要 31\.23 万㎡ 近期每月 22\.10 万㎡ /,
      );
    await page.getByText('装配式住宅和公建 · 2020年9月末 · 已通过 11/11').waitFor();
    await page.keyboard.press('Home');
    await expect.poll(() => searchOf(page)).toBe('?year=2020&month=9&indicator=prefab-civil&present=330000');
    await page.goto(`${sheet}&present=999999`);
    await expect.poll(() => headingOf(page).innerText()).toBe('还剩 73 天。');
  });
});
