/** The sprint's sheet, every number worked out by hand; the meeting mode has its own tests. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { bodyOf, cellAt, rowsOf } from '#tests/support/tables.ts';

const browser = await sharedBrowser();

const sheet = '/sprint?year=2020&month=9';
const citiesOf = (page: Page) => page.getByRole('region', { name: '各市还差多少、每月要多少' }).getByRole('table');
/** The table stands behind the picture. */
async function openTable(page: Page): Promise<void> {
  await page.getByText('查看数据表').first().click();
  await citiesOf(page).waitFor();
}
const sentenceOf = async (page: Page) =>
  (await page.getByRole('heading', { level: 1 }).innerText()).replaceAll(/\s+/g, ' ');

describe('the sprint', () => {
  it('says whether the province will make it, what each city owes, and where the gap is', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/sprint');
    await openTable(page);
    // From 19 October to 31 December: 12 + 30 + 31 days. 7,009.73 of 7,000 and of 7,150.
    expect(await sentenceOf(page)).toBe(
      '还剩 73 天。 全省装配式面积已达年度目标（现完成省定目标 7,000 万㎡ 的 100.1%；为各市目标之和 7,150 万㎡ 的 98%）；' +
        '按近期进度完不成的有 5 市：温州、金华、丽水、衢州、舟山（简单推算，不是概率）。 报送已通过 11/11。',
    );
    const bars = / \| 完成 ([\d.%]+)，序时 72\.95% \| \1/g;
    // Wenzhou: 252 ÷ 3 = 84 a month, (348 − 196) ÷ 3 = 50.67 recently, 486.53 of 600 at the year's end.
    expect((await rowsOf(citiesOf(page))).map((row) => row.replace(bars, ' | $1'))).toEqual([
      '设区市 | 状态 | 完成率 | 剩余 | 每月需要 | 近期每月 | 所需强度（倍） | 年底推算占目标 | 约谈事项未销号',
      '温州 | 滞后 | 58.00% | 252.00 | 84.00 | 50.67 | 1.62 | 81.09% | 16/17 项',
      '金华 | 滞后 | 63.46% | 175.40 | 58.47 | 35.07 | 1.63 | 86.93% | 17/17 项',
      '丽水 | 滞后 | 59.78% | 68.37 | 22.79 | 15.92 | 1.40 | 84.34% | 17/17 项',
      '衢州 | 预警 | 67.26% | 78.58 | 26.19 | 20.08 | 1.28 | 92.67% | 未约谈',
      '舟山 | 预警 | 70.79% | 43.82 | 14.61 | 11.27 | 1.27 | 96.77% | 未约谈',
      '台州 | 正常 | 84.45% 按原目标 91.69% | 118.20 | 39.40 | 82.08 | 0.47 | 118.46% | 未约谈',
      '嘉兴 | 正常 | 88.49% | 80.60 | 26.87 | 79.73 | 0.33 | 123.98% | 未约谈',
      '宁波 | 正常 | 95.28% | 61.40 | 20.47 | 167.50 | 0.12 | 133.70% | 未约谈',
      '湖州 | 正常 | 95.62% | 22.80 | 7.60 | 84.67 | 0.09 | 135.95% | 未约谈',
      '杭州 | 已完成 | 131.89% | 0.00 | 0.00 | 244.61 | 0.00 | 184.54% | 未约谈',
      '绍兴 | 已完成 | 138.27% | 0.00 | 0.00 | 145.41 | 0.00 | 193.95% | 未约谈',
    ]);
    expect(await citiesOf(page).getByRole('link', { name: '16/17 项' }).getAttribute('href')).toBe(
      '/interviews/2020-10-15',
    );
    expect(await citiesOf(page).getByRole('link', { name: '金华' }).getAttribute('href')).toBe(
      '/cities/330700?year=2020&month=9',
    );

    const picture = page.getByRole('slider', { name: /^新开工装配式建筑面积，2020年9月末：/ });
    await picture.focus();
    // 600 − 486.53 = 113.47; by the end of October 600 × 77.65 % − 348 = 117.89 more.
    await expect
      .poll(() => picture.getAttribute('aria-valuetext'))
      .toBe('温州：完成 58%，序时 72.9%，照近期年底约 81.1%，缺 113.5，每月需要 84，近期每月 50.7，转正常再增 117.9');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => picture.getAttribute('aria-valuetext')).toMatch(/^金华：.*缺 62\.7，/);
    expect(await page.getByText(/^金华：完成 63\.5%/).isVisible()).toBe(true);
    await picture.getByText('缺 4.8').hover();
    await expect.poll(() => picture.getAttribute('aria-valuetext')).toMatch(/^舟山：/);
    expect((await page.getByText('已达年度目标：').innerText()).trim()).toBe('已达年度目标：杭州 131.9% · 绍兴 138.3%');

    const burnUps = page.getByRole('slider', { name: /^\S+ [\d.]+%(（按原目标 [\d.]+%）)?，/ });
    expect(await burnUps.evaluateAll((charts) => charts.map((chart) => chart.getAttribute('aria-label')))).toEqual([
      '温州 58%，低于序时 14.9 个百分点',
      '金华 63.5%，低于序时 9.5 个百分点',
      '丽水 59.8%，低于序时 13.2 个百分点',
      '衢州 67.3%，低于序时 5.7 个百分点',
      '舟山 70.8%，低于序时 2.2 个百分点',
      '台州 84.4%（按原目标 91.7%），高于序时 11.5 个百分点',
      '嘉兴 88.5%，高于序时 15.5 个百分点',
      '宁波 95.3%，高于序时 22.3 个百分点',
      '湖州 95.6%，高于序时 22.7 个百分点',
      '杭州 131.9%，已完成年度目标',
      '绍兴 138.3%，已完成年度目标',
    ]);
    const wenzhou = burnUps.first();
    await wenzhou.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => wenzhou.getAttribute('aria-valuetext')).toBe('1月：2%，序时 4.4%，低 2.4%');
    await page.keyboard.press('ArrowRight');
    // 26 of 600 at 8.28 %
    await expect.poll(() => wenzhou.getAttribute('aria-valuetext')).toBe('2月：4.3%，序时 8.3%，低 3.9%');
    expect(await page.getByText('2月：4.3%，序时 8.3%，低 3.9%', { exact: true }).isVisible()).toBe(true);
    await page.getByText('查看数据表').last().click();
    const course = page.getByRole('region', { name: '新开工装配式建筑面积各月累计完成率' }).getByRole('table');
    const rows = await rowsOf(course);
    expect(rows[0]).toBe('设区市 | 1月 | 2月 | 3月 | 4月 | 5月 | 6月 | 7月 | 8月 | 9月');
    // 12, 26, 60, 98, 140, 196, 242, 290 and 348 of 600
    expect(rows[1]).toBe('温州 | 2.00% | 4.33% | 10.00% | 16.33% | 23.33% | 32.67% | 40.33% | 48.33% | 58.00%');
    expect(rows.slice(1).map((row) => cellAt(row, 0))).toEqual(
      '温州 金华 丽水 衢州 舟山 台州 嘉兴 宁波 湖州 杭州 绍兴'.split(' '),
    );
  });

  it('sorts by each of its columns, as the address says', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', sheet);
    await openTable(page);
    const headers = citiesOf(page).getByRole('columnheader').getByRole('link');
    const names = await headers.allInnerTexts();
    expect(names.map((name) => name.trim())).toEqual([
      '完成率',
      '剩余',
      '每月需要',
      '近期每月',
      '所需强度（倍）',
      '年底推算占目标',
      '约谈事项未销号',
    ]);
    const firstTwo = async () =>
      (await bodyOf(citiesOf(page)))
        .slice(0, 2)
        .map((row) => cellAt(row, 0))
        .join();
    // The largest first: 138.27 % and 131.89 %; 252.00 and 175.40 left; 244.61 and 167.50 a month; 1.63 and 1.62 times.
    const largest = ['绍兴,杭州', '温州,金华', '温州,金华', '杭州,宁波', '金华,温州', '绍兴,杭州', '金华,丽水'];
    for (const [at, cities] of largest.entries()) {
      await headers.nth(at).click();
      await expect.poll(firstTwo, { message: names[at] ?? '' }).toBe(cities);
    }
    expect(new URL(page.url()).search).toBe('?year=2020&month=9&sort=-checklist');
  });

  it('shows the leadership nothing of a running month but what is accepted', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/sprint?year=2020&month=10');
    await openTable(page);
    expect(await sentenceOf(page)).toMatch(
      /^还剩 73 天。 .* 的 100\.6%；.* 的 98\.5%）.* 截至2020年10月19日，报送已通过 1\/11，其余 10 市沿用此前数据。$/,
    );
    // Leadership sees what is accepted: Quzhou's October waits and is nowhere.
    const quzhou = page.getByRole('slider', { name: /^衢州/ });
    expect(await quzhou.getAttribute('aria-valuetext')).toBe('9月：67.3%，序时 72.9%，低 5.7%');
    expect(await quzhou.locator('circle[class*="marker"]').count()).toBe(9);
    const jiaxing = (await bodyOf(citiesOf(page))).find((row) => row.startsWith('嘉兴'));
    // 652 of 700 on 16 October: 48 ÷ 2 months; since the end of July, 459.89, it added 192.11 in 2.52 months.
    expect(jiaxing).toMatch(
      /^嘉兴 截至 10-16 \| 正常 \| 完成 93\.14%，序时 77\.48% \| 93\.14% \| 48\.00 \| 24\.00 \| /,
    );
  });

  it('becomes a card a city on a phone, with another indicator’s numbers when one is chosen', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', sheet, { width: 360, height: 780 });
    await page.getByText('查看数据表').first().click();
    const cards = page.locator('details table tbody tr');
    await cards.first().waitFor();
    const wordsOf = async (city: string) => {
      const cells = cards.filter({ has: page.getByRole('link', { name: city, exact: true }) }).locator('td');
      const all = await cells.evaluateAll((found) =>
        found
          .filter((cell) => cell.checkVisibility())
          .map((cell) => `${getComputedStyle(cell, '::before').content} ${cell.textContent}`),
      );
      return all.map((words) => words.replaceAll('"', '')).join(' · ');
    };
    expect(await cards.count()).toBe(11);
    expect(await wordsOf('温州')).toBe(
      '状态 滞后 · 完成率 58.00% · 剩余 252.00 · 每月需要 84.00 · 近期每月 50.67 · 所需强度（倍） 1.62 · ' +
        '年底推算占目标 81.09% · 约谈事项未销号 16/17 项',
    );
    await page.getByRole('combobox', { name: '指标' }).selectOption({ label: '装配式住宅和公建' });
    // 214.6 of 360; since June, 121.89, it added 92.71; 360 − 214.6 = 145.40.
    await expect
      .poll(() => wordsOf('温州'))
      .toMatch(
        /^状态 滞后 · 完成率 59\.61% · 剩余 145\.40 · 每月需要 48\.47 · 近期每月 30\.90 · 所需强度（倍） 1\.54 /,
      );
    expect(new URL(page.url()).search).toBe('?year=2020&month=9&indicator=prefab-civil');
  });
});
