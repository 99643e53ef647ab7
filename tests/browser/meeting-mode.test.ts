/** The meeting mode as it is held in the room: by keys alone, every page filling every screen, and no way out by accident. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs, type Look } from '#tests/support/browser.ts';
import { screenFindings } from '#tests/support/filled-screen.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

const sheet = '/sprint?year=2020&month=9';
const searchOf = (page: Page): string => new URL(page.url()).search;
const headingOf = async (page: Page): Promise<string> =>
  (await page.getByRole('heading', { level: 1 }).innerText()).replaceAll(/\s+/g, ' ');

const cover = '还剩 73 天。全省已达目标；照近期 5 市完不成，共缺 209.6 万㎡。';

/**
 * Each city in a sentence: the way out to being on pace, which tests/measures works out by hand, rounded up; and what is left
 * of the target: 600 − 348, 480 − 304.6, 170 − 101.63, 240 − 161.42, 150 − 106.18, 760 − 641.8, 700 − 619.4 …
 */
const sentences = [
  cover,
  '滞后 温州：10月31日前再增 117.9 万㎡ 转正常；年底前 252',
  '滞后 金华：10月31日前再增 68.1 万㎡ 转正常；年底前 175.4',
  '滞后 丽水：10月31日前再增 30.4 万㎡ 转正常；年底前 68.4',
  '预警 衢州：10月31日前再增 25 万㎡ 转正常；年底前 78.6',
  '预警 舟山：10月31日前再增 13.9 万㎡ 转正常；年底前 43.9',
  '正常 台州：进度正常；年底前再增 118.2 万㎡ 完成年度目标',
  '正常 嘉兴：进度正常；年底前再增 80.6 万㎡ 完成年度目标',
  '正常 宁波：进度正常；年底前再增 61.4 万㎡ 完成年度目标',
  '正常 湖州：进度正常；年底前再增 22.8 万㎡ 完成年度目标',
  '已完成 杭州：已完成年度目标，达 131.9%',
  '已完成 绍兴：已完成年度目标，达 138.3%',
];

const screens = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
];
const blocks = 'main > header, main figure, main section, main p, main ul, main > footer';

/** The pictures are laid out on what was measured of their places. */
const laidOut = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll<SVGSVGElement>('main figure > svg')].every(
      ({ viewBox, clientWidth, clientHeight }) => {
        const { width, height } = viewBox.baseVal;
        return Math.abs(width / height - clientWidth / clientHeight) < 0.01;
      },
    ),
  );

describe('every page of the meeting mode', () => {
  it.each([
    { language: 'zh', scheme: 'dark' },
    { language: 'en', scheme: 'light' },
  ] satisfies Look[])('fills every screen in $language, and nothing lies over or beyond anything', async (look) => {
    const page = await openAs(browser, await listeningApp(), 'leader', `${sheet}&present=330000`, look);
    const number = page.getByRole('navigation').locator('output');
    const found: string[] = [];
    const said: string[] = [];
    for (let at = 1; at <= 12; at += 1) {
      await number.getByText(look.language === 'zh' ? `第 ${at} / 12 页` : `Page ${at} of 12`).waitFor();
      const heading = await headingOf(page);
      said.push(heading);
      for (const screen of screens) {
        await page.setViewportSize(screen);
        await laidOut(page);
        const { troubles, used, headingSize } = await screenFindings(page, blocks);
        const where = `${screen.width}, ${heading}`;
        found.push(...troubles.map((trouble) => `${where}: ${trouble}`));
        if (used < 0.85) found.push(`${where}: only ${(used * 100).toFixed(1)} % used`);
        // 60 px on 1920 × 1080, and as large a part of every other screen.
        if (headingSize < screen.width / 32) found.push(`${where}: ${headingSize} px`);
      }
      await page.keyboard.press('ArrowRight');
    }
    expect(found).toEqual([]);
    if (look.language === 'zh') expect(said).toEqual(sentences);
  });
});

const at = (page: Page, sentence: RegExp) => expect.poll(() => headingOf(page)).toMatch(sentence);

describe('the meeting mode', () => {
  it('goes by keys to any page, month and indicator, and through the cities behind alone; a reload stays there', async () => {
    const page = await openAs(browser, await listeningApp(), 'leader', `${sheet}&present=330300`);
    await at(page, /温州/);
    const turns = [
      ['End', /绍兴/],
      ['ArrowUp', /杭州/],
      ['ArrowLeft', /湖州/],
      ['PageUp', /宁波/],
      [' ', /湖州/],
      ['ArrowDown', /杭州/],
      ['PageDown', /绍兴/],
      ['PageDown', /绍兴/],
      ['Home', /^还剩 73 天。/],
      ['4', /丽水/],
      ['1', /^还剩 73 天。/],
      // The tenth page is the first digit's and then the second one's.
      ['0', /湖州/],
      ['x', /湖州/],
      ['Control+ArrowRight', /湖州/],
    ] as const;
    for (const [key, sentence] of turns) {
      await page.keyboard.press(key);
      await at(page, sentence);
    }
    expect(await page.title()).toBe('湖州 · 会议模式 · 序时');
    // Huzhou is not behind, Wenzhou, Jinhua and Lishui are.
    await page.keyboard.press('b');
    await at(page, /^还剩 73 天。/);
    await page.getByText('第 1 / 4 页').waitFor();
    await page.keyboard.press('End');
    await at(page, /丽水/);
    expect(searchOf(page)).toBe('?year=2020&month=9&present=331100&only=behind');
    await page.keyboard.press('m');
    await page.getByText(/截至2020年10月19日/).waitFor();
    await page.keyboard.press('Shift+M');
    await page.keyboard.press('Shift+M');
    await at(page, /^滞后 丽水：8月末低于序时 /);
    await page.keyboard.press('i');
    await page.getByText(/^装配式住宅和公建 · 2020年8月末/).waitFor();
    const address = '?year=2020&month=8&present=331100&only=behind&indicator=prefab-civil';
    expect(searchOf(page)).toBe(address);
    await page.reload();
    await page.getByText(/^装配式住宅和公建 · 2020年8月末/).waitFor();
    expect(searchOf(page)).toBe(address);
  });

  it('has on a city’s page needed against recent, and what is due first; the picture is read by keys of its own', async () => {
    const page = await openAs(browser, await listeningApp(), 'leader', `${sheet}&present=330300`);
    // 252 ÷ 3 = 84; (348 − 196) ÷ 3 = 50.67.
    await page.getByRole('img', { name: '每月需要 84，近期每月 50.7' }).waitFor();
    expect(await page.getByRole('listitem').allInnerTexts()).toHaveLength(3);
    const words = (await page.getByRole('listitem').first().innerText()).replaceAll(/\s+/g, ' ');
    expect(words).toBe('10-30 待核实 制定最后两个月冲刺工作方案');
    const picture = page.getByRole('slider', { name: '温州 58%，低于序时 14.9 个百分点' });
    await picture.focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByText(/^8月：48\.3%，序时 6/).waitFor();
    await at(page, /温州/);
  });

  it('is left only after it was asked, by Esc, by its button and by the browser’s way back alike', async () => {
    const page = await openAs(browser, await listeningApp(), 'leader', sheet);
    const start = page.getByRole('button', { name: '会议模式（F）' });
    await start.waitFor();
    await page.keyboard.press('f');
    await at(page, /^还剩 73 天。/);
    await page.keyboard.press('ArrowRight');
    await at(page, /温州/);
    const question = page.getByRole('dialog', { name: '退出会议模式？' });
    // Away, and not only closed: the page knows of it.
    const stays = async (): Promise<void> => {
      await expect.poll(() => page.locator('dialog').count()).toBe(0);
      await expect.poll(() => searchOf(page)).toBe('?year=2020&month=9&present=330300');
    };
    // Enter and a second Esc both stay; meanwhile no key turns a page.
    for (const key of ['Enter', 'Escape']) {
      await page.keyboard.press('Escape');
      await question.waitFor();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press(key);
      await stays();
    }
    await page.goBack({ waitUntil: 'commit' }).catch(() => undefined);
    await question.waitFor();
    await question.getByRole('button', { name: '取消' }).click();
    await stays();
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: '会议模式的按键' });
    await keys.getByText('Shift+M').waitFor();
    await page.keyboard.press('Escape');
    await stays();

    await page.getByRole('button', { name: '退出（Esc）' }).click();
    await question.getByRole('button', { name: '退出' }).click();
    await expect.poll(() => searchOf(page)).toBe('?year=2020&month=9');
    await expect.poll(() => start.evaluate((button) => button === document.activeElement)).toBe(true);
    // By the way back, once it was asked.
    await page.keyboard.press('f');
    await at(page, /^还剩 73 天。/);
    await page.goBack({ waitUntil: 'commit' }).catch(() => undefined);
    await question.getByRole('button', { name: '退出' }).click();
    await start.waitFor();
    expect(searchOf(page)).toBe('?year=2020&month=9');
  });

  it('is no room without a door for whoever may not see the sprint', async () => {
    const page = await openAs(browser, await listeningApp(), 'lishui', `${sheet}&present=330000`);
    await page.getByRole('alert').waitFor();
    await page.getByRole('link', { name: '退出会议模式' }).click();
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    expect(searchOf(page)).toBe('?year=2020&month=9');
  });

  it('lets its controls fade while nobody moves, never from under the keyboard’s focus, and brings them back at once', async () => {
    const page = await openAs(browser, await listeningApp(), 'leader', '/account');
    await page.clock.install();
    await page.goto(`${sheet}&present=330300`);
    await at(page, /温州/);
    const leave = page.getByRole('button', { name: '退出（Esc）' });
    const opacity = () => leave.evaluate((button) => getComputedStyle(button.parentElement ?? button).opacity);
    expect(await opacity()).toBe('1');
    await page.clock.runFor(4500);
    await expect.poll(opacity).toBe('0');
    await page.mouse.move(300, 300);
    await expect.poll(opacity).toBe('1');
    await page.clock.runFor(4500);
    await expect.poll(opacity).toBe('0');
    await page.keyboard.press('Shift');
    await expect.poll(opacity).toBe('1');
    for (let step = 0; step < 9 && !(await leave.evaluate((button) => button === document.activeElement)); step += 1) {
      await page.keyboard.press('Tab');
    }
    await page.clock.runFor(9000);
    expect(await opacity()).toBe('1');
  });
});
