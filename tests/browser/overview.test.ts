/**
 * The overview of the demonstration, every number worked out by hand from what the bureaus reported.
 *
 * The pace at the end of September 2020 is that of the national starts of 2019: 165,707 of 227,154 = 72.949 %; at the end
 * of June it is 105,509 of 227,154 = 46.448 %. Wenzhou has 348 of 600: 58.00 %, 58.00 − 72.95 = −14.95 points,
 * 348 − 0.72949 × 600 = −89.70; since June 348 − 196 = 152, so that it needs
 * (0.42 ÷ 0.27051) ÷ (152 ÷ 600 ÷ 0.26501) = 1.62 times its recent pace.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { bodyOf, cellAt, rowsOf } from '#tests/support/tables.ts';

const browser = await sharedBrowser();

const citiesOf = (page: Page) => page.getByRole('region', { name: '各市进度', exact: true }).getByRole('table');
const provinceOf = (page: Page) => page.getByRole('region', { name: '全省', exact: true }).getByRole('table');
const sentenceOf = (page: Page) => page.getByRole('heading', { level: 1 });

/** The row of a city. */
const rowOf = async (page: Page, city: string): Promise<string | undefined> =>
  (await bodyOf(citiesOf(page))).find((row) => row.startsWith(city));

const sorted = (column: string): string => `?year=2020&month=9&view=table&sort=-${column}`;

describe('the overview of September 2020', () => {
  it('names who is behind, gives each city its own numbers and sums them up for the province', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/?year=2020&month=9&view=table');
    await citiesOf(page).waitFor();
    expect(await sentenceOf(page).innerText()).toBe(
      '截至2020年9月末：11个设区市中有3个滞后：温州、丽水、金华。已通过 11/11。',
    );
    expect((await rowsOf(citiesOf(page))).slice(0, 2)).toEqual([
      '设区市 | 进度状态 | 装配式面积 | 装配式住宅和公建 | 今年各月 | 报送',
      '完成率 | 缺口 （百分点） | 缺口 （万㎡） | 所需强度 | 完成率 | 缺口 （百分点） | 缺口 （万㎡） | 所需强度',
    ]);
    const bars = / \| 完成 ([\d.%]+)，序时 72\.95% \| \1/g;
    const rows = await bodyOf(citiesOf(page));
    // The bar says the number beside it, at the same pace in every row: 22 bars.
    expect(rows.flatMap((row) => [...row.matchAll(bars)])).toHaveLength(22);
    expect(rows.map((row) => row.replaceAll(bars, ' | $1').replace(/ \| 逐月进度[^|]* \|/, ' |'))).toEqual([
      '温州 | 滞后 | 58.00% | −14.95 | −89.70 | 1.62 | 59.61% | −13.34 | −48.02 | 1.54 | 已通过',
      '丽水 | 滞后 | 59.78% | −13.17 | −22.38 | 1.40 | 68.95% | −4.00 | −4.20 | 0.91 | 已通过',
      '金华 | 滞后 | 63.46% | −9.49 | −45.56 | 1.63 | 67.69% | −5.26 | −15.25 | 1.38 | 已通过',
      '衢州 | 预警 | 67.26% | −5.69 | −13.66 | 1.28 | 73.71% | +0.77 | +1.07 | 0.93 | 已通过',
      '舟山 | 预警 | 70.79% | −2.16 | −3.24 | 1.27 | 74.00% | +1.05 | +1.00 | 1.09 | 已通过',
      '台州 | 正常 | 84.45% 按原目标 91.69% | +11.50 | +87.39 | 0.47 | 89.47% 按原目标 95.86% | +16.52 | +74.33 | 0.30 | 已通过',
      '嘉兴 | 正常 | 88.49% | +15.54 | +108.76 | 0.33 | 98.15% | +25.20 | +100.80 | 0.05 | 已通过',
      '湖州 | 正常 | 95.62% | +22.67 | +117.86 | 0.09 | 92.94% | +19.99 | +61.96 | 0.15 | 已通过',
      '宁波 | 正常 | 95.28% | +22.33 | +290.26 | 0.12 | 125.59% | +52.64 | +421.11 | 0.00 | 已通过',
      '杭州 | 已完成 | 131.89% | +58.94 | +854.64 | 0.00 | 126.92% | +53.97 | +485.76 | 0.00 | 已通过',
      '绍兴 | 已完成 | 138.27% | +65.32 | +509.50 | 0.00 | 139.20% | +66.25 | +304.73 | 0.00 | 已通过',
    ]);
    // Huzhou was behind in March, on watch until May and made all of it good in June.
    expect(cellAt(await rowOf(page, '湖州'), -2)).toBe(
      '逐月进度：1月至2月预警→已补齐（6月），3月至4月滞后→已补齐（6月），5月预警→已补齐（6月），6月至9月正常。',
    );
    expect(cellAt(await rowOf(page, '温州'), -2)).toBe('逐月进度：1月至2月预警，3月至9月滞后。');

    const own = '公开（9duwan.com）';
    // 7,009.73 of 7,000 and of 7,150; 4,527.40 of 4,310; 7,009.73 of 23,567.90 newly started is 29.74 %.
    // Steel housing began the year at 339.00: (462.50 − 339) ÷ (500 − 339) = 76.71 %, ÷ (501.60 − 339) = 75.95 %.
    expect((await rowsOf(provinceOf(page))).map((row) => row.replace(own, '公开'))).toEqual([
      '指标 | 进度状态 | 累计完成 | 省定目标 | 完成省定目标的 | 各市目标之和 | 完成各市目标之和的 | 序时进度 | ' +
        '缺口 （百分点，按各市目标之和） | 按近期进度全年约 （至多近六个月） | 已通过',
      '装配式面积 (万㎡) | 正常 | 7,009.73† | 7,000.00 公开 | 100.14% | 7,150.00 | 98.04% 按原目标 98.87% | 72.95% | +25.09 | 9,816.55 | 11/11',
      '装配式住宅和公建 (万㎡) | 已完成 | 4,527.40† | -- | -- | 4,310.00 | 105.04% 按原目标 105.78% | 72.95% | +32.09 | 6,362.26 | 11/11',
      '装配式占比 (%) | 正常 | 29.74%† | 30.00% 公开 | 99.14% | -- | 98.29% | 100.00% | −0.52 | -- | 11/11',
      '钢结构住宅 (万㎡) | 正常 | 462.50† | 500.00 公开 | 76.71% | 501.60 | 75.95% | 72.95% | +3.00 | 503.19 | 11/11',
      '绿建示范 (项) | 正常 | 87† | 100 公开 | 87.00% | 105 | 82.86% | 72.95% | +9.91 | 119 | 11/11',
      '住宅全装修 (万㎡) | 未定目标 | -- | -- | -- | -- | -- | -- | -- | -- | 0/11',
    ]);
  });

  it('sorts by any header, down, up and back, and keeps the order in the address', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/?year=2020&month=9&view=table');
    await citiesOf(page).waitFor();
    const headers = citiesOf(page).getByRole('columnheader').getByRole('link');
    const columns = await headers.evaluateAll((links) =>
      links.map((link) => `${link.textContent} ${new URL(link.getAttribute('href') ?? '', location.href).search}`),
    );
    expect(columns).toEqual([
      `设区市 ${sorted('city')}`,
      `进度状态 ${sorted('level')}`,
      `完成率 ${sorted('prefab-area.completion')}`,
      `缺口\n（百分点） ${sorted('prefab-area.gapPoints')}`,
      `缺口\n（万㎡） ${sorted('prefab-area.gapAmount')}`,
      `所需强度 ${sorted('prefab-area.intensity')}`,
      `完成率 ${sorted('prefab-civil.completion')}`,
      `缺口\n（百分点） ${sorted('prefab-civil.gapPoints')}`,
      `缺口\n（万㎡） ${sorted('prefab-civil.gapAmount')}`,
      `所需强度 ${sorted('prefab-civil.intensity')}`,
    ]);
    const firstThree = async () =>
      (await bodyOf(citiesOf(page)))
        .slice(0, 3)
        .map((row) => cellAt(row, 0))
        .join();
    const order = (at: number) => headers.nth(at).locator('..').getAttribute('aria-sort');
    expect(await order(4)).toBe('none');
    // Hangzhou is 854.64 ahead, Shaoxing 509.50, Ningbo 290.26; Wenzhou 89.70 behind, Jinhua 45.56, Lishui 22.38.
    await headers.nth(4).click();
    await expect.poll(firstThree).toBe('杭州,绍兴,宁波');
    expect(new URL(page.url()).search).toBe(sorted('prefab-area.gapAmount'));
    expect(await order(4)).toBe('descending');
    await headers.nth(4).click();
    await expect.poll(firstThree).toBe('温州,金华,丽水');
    expect(await order(4)).toBe('ascending');
    await headers.nth(4).click();
    await expect.poll(firstThree).toBe('温州,丽水,金华');
    expect(await order(4)).toBe('none');
    // By the area's intensity Jinhua, 1.63, stands above Wenzhou, 1.62; by the civil part's below it.
    await headers.nth(5).click();
    await expect.poll(firstThree).toBe('金华,温州,丽水');
    await headers.nth(9).click();
    await expect.poll(firstThree).toBe('温州,金华,舟山');
    // The codes of the cities end with Lishui, 331100; the best level stands first when sorted upwards.
    await headers.nth(0).click();
    await expect.poll(firstThree).toBe('丽水,台州,舟山');
  });
});

/** Where the digits of each number end, and the words above them, in pixels, in the columns of completion and of the gap. */
const endsIn = (page: Page) =>
  citiesOf(page).evaluate((table) => {
    const endOf = (cell: Element | undefined): number => {
      const text = document.createTreeWalker(cell ?? table, NodeFilter.SHOW_TEXT).nextNode();
      const range = document.createRange();
      if (text !== null) range.selectNodeContents(text);
      return Math.round(Math.max(...[...range.getClientRects()].map(({ right }) => right)));
    };
    const rows = [...table.querySelectorAll('tbody tr')].map((row) => [...row.children]);
    const [completion, gap] = [...table.querySelectorAll('thead tr:last-child th')];
    const numbers = (at: number) => [...new Set(rows.map((cells) => endOf(cells[at])))];
    return { completion: [endOf(completion), ...numbers(3)], gap: [endOf(gap), ...numbers(4)] };
  });

describe('the columns of the table', () => {
  it('end where their headers end, with a dagger or without, sorted or not', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/?year=2020&month=10&view=table');
    await citiesOf(page).waitFor();
    // Jiaxing's figures of October are published, the others' invented: some numbers have a dagger and some have not.
    const before = await endsIn(page);
    for (const ends of Object.values(before)) expect(Math.max(...ends) - Math.min(...ends)).toBeLessThanOrEqual(1);
    await page.goto('/?year=2020&month=10&view=table&sort=-prefab-area.gapPoints');
    await citiesOf(page).waitFor();
    expect(await endsIn(page)).toEqual(before);
  });
});

describe('the tile map', () => {
  it('shows each city’s level and completion, and leads to that city', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/?year=2020&month=9&view=table');
    const map = page.getByRole('navigation', { name: /^各市位置示意/ });
    await map.waitFor();
    const tiles = await map
      .getByRole('link')
      .evaluateAll((links) =>
        links.map((link) => [...link.querySelectorAll('text')].map((text) => text.textContent).join(' ')),
      );
    expect(tiles).toEqual([
      '温州 滞后 58.0%',
      '丽水 滞后 59.8%',
      '金华 滞后 63.5%',
      '衢州 预警 67.3%',
      '舟山 预警 70.8%',
      '台州 正常 84.4%',
      '嘉兴 正常 88.5%',
      '宁波 正常 95.3%',
      '湖州 正常 95.6%',
      '杭州 已完成 131.9%',
      '绍兴 已完成 138.3%',
    ]);
    const jinhua = map.getByRole('link', { name: /金华/ });
    expect(await jinhua.getAttribute('href')).toBe('/cities/330700?year=2020&month=9');
    await jinhua.click();
    await expect.poll(() => sentenceOf(page).innerText()).toMatch(/^金华滞后：/);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/cities/330700?year=2020&month=9');
    await page.goBack();
    // A city's name in the table leads to the same page.
    const name = citiesOf(page).getByRole('link', { name: '舟山', exact: true });
    expect(await name.getAttribute('href')).toBe('/cities/330900?year=2020&month=9');
  });
});

describe('what is chosen on the overview', () => {
  it('shows one indicator alone, another month and the rule, each kept in the address', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/?year=2020&month=9&view=table');
    const search = () => new URL(page.url()).search;
    await citiesOf(page).waitFor();
    await page.getByRole('combobox', { name: '指标' }).selectOption({ label: '钢结构住宅' });
    // Wenzhou's steel housing began at 24.1: (30.2 − 24.1) ÷ (36 − 24.1) = 51.26 %, 51.26 − 72.95 = −21.69 points.
    await expect
      .poll(() => rowOf(page, '温州'))
      .toMatch(/^温州 \| 滞后 \| 完成 51\.26%，序时 72\.95% \| 51\.26% \| −21\.69 \| −2\.58 \|/);
    expect(search()).toBe('?year=2020&month=9&view=table&indicator=steel-housing');
    // The map shows the same indicator's completion.
    const tile = page.getByRole('navigation', { name: /^各市位置示意/ }).getByRole('link', { name: /温州/ });
    expect(await tile.textContent()).toContain('51.3%');

    await page.getByRole('combobox', { name: '指标' }).selectOption({ label: '核心指标' });
    await expect.poll(search).toBe('?year=2020&month=9&view=table');
    await page.getByRole('combobox', { name: '月份' }).selectOption({ label: '2020年6月' });
    // June: Wenzhou had 196 of 600 = 32.67 %, where 46.45 % were expected.
    await expect
      .poll(() => rowOf(page, '温州'))
      .toMatch(/完成 32\.67%，序时 46\.45% \| 32\.67% \| −13\.78 \| −82\.69 \|/);
    expect(search()).toBe('?year=2020&month=6&view=table');

    await page.getByRole('link', { name: '查看规则' }).click();
    await page.getByRole('heading', { name: '三项并看（第 1 版），自 2017年1月 起执行' }).waitFor();
    expect(search()).toBe('?year=2020&month=6&view=table&open=rule');
    const wordsOf = async (kind: string) => {
      const heading = page.getByRole('heading', { name: kind, exact: true });
      const words = await page.locator('section', { has: heading }).last().innerText();
      return words.replaceAll(/\s*\n+\s*/g, '；');
    };
    const three =
      '；滞后；同时满足：；缺口（完成率−序时进度） ≤ −5.00 个百分点；' +
      '满足任一：；进度比（完成率÷序时进度） < 0.850；所需强度（今后所需÷近期进度） ≥ 1.50；' +
      '预警；满足任一：；进度比（完成率÷序时进度） < 0.950；所需强度（今后所需÷近期进度） ≥ 1.20';
    expect(await wordsOf('当年累计类指标')).toBe(`当年累计类指标${three}`);
    expect(await wordsOf('历年累计类指标（按当年增量）')).toBe(`历年累计类指标（按当年增量）${three}`);
    expect(await wordsOf('比率类指标')).toBe(
      '比率类指标；滞后；进度比（完成率÷序时进度） < 0.850；' +
        '预警；满足任一：；进度比（完成率÷序时进度） < 0.950；剩余开工中所需占比 > 100.00%',
    );
    expect(await page.getByText('依据：').innerText()).toBe('依据：本系统默认规则；浙江省未公布官方阈值');
    await page.getByRole('link', { name: '收起规则' }).click();
    await expect.poll(search).toBe('?year=2020&month=6&view=table');
    expect(await page.getByRole('heading', { name: /三项并看/ }).count()).toBe(0);
  });

  it('says of the running month what is accepted, and whose figures are older', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/?year=2020&month=10&view=table');
    await citiesOf(page).waitFor();
    expect(await sentenceOf(page).innerText()).toBe(
      '截至2020年10月19日，已通过 1/11，其余 10 市沿用此前数据：11个设区市中有3个滞后：温州、丽水、金华。',
    );
    // Jiaxing on 16 October, published: 652 of 700 = 93.14 % and 413.87 of 400 = 103.47 %, at a pace of 77.48 %.
    const jiaxing = await rowOf(page, '嘉兴');
    expect(jiaxing).toMatch(
      /^嘉兴 截至 10-16 \| 正常 \| 完成 93\.14%，序时 77\.48% \| 93\.14% \| \+15\.67 \| \+109\.66 \| 0\.25 \|/,
    );
    expect(jiaxing).toContain('| 完成 103.47%，序时 77.48% | 103.47% | +25.99 | +103.96 | 0.00 |');
    const cities = ['嘉兴', '衢州', '舟山', '温州'];
    const statuses = await Promise.all(cities.map(async (city) => cellAt(await rowOf(page, city), -1)));
    expect(statuses).toEqual(['已通过', '已报送', '已退回', '未报']);
    expect(await rowOf(page, '温州')).toMatch(
      /^温州 截至 9-30 \|.*，3月至9月滞后，10月滞后（当月无已通过数据，沿用此前）。/,
    );
    // 7,009.73 − 619.40 + 652.00
    const [area] = await bodyOf(provinceOf(page));
    expect(area).toMatch(/^装配式面积 \(万㎡\) 各市数据截止日不同：2020-09-30 至 2020-10-16 \| 正常 \| 7,042\.33† /);
    expect(cellAt(area, -1)).toBe('1/11');
  });

  it('becomes a card a city on a phone, the level first, with the same numbers', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/?year=2020&month=9&view=table', {
      width: 360,
      height: 780,
    });
    // As words alone, what a cell's header says lies in `data-label`, which is drawn before it.
    const cards = citiesOf(page).locator('tbody tr');
    await cards.first().waitFor();
    expect(await cards.count()).toBe(11);
    const quzhou = cards.filter({ has: page.getByRole('link', { name: '衢州', exact: true }) });
    const cells = await quzhou.locator('td:visible').evaluateAll(
      (all) => all.map((cell) => `${getComputedStyle(cell, '::before').content} ${(cell as HTMLElement).innerText}`), // cells of a table
    );
    expect(cells.slice(0, 5).map((cell) => cell.replaceAll(/演示数据（虚构）|"/g, ''))).toEqual([
      '进度状态 预警',
      '装配式面积 完成率 67.26%',
      '装配式面积 缺口 （百分点） −5.69',
      '装配式面积 缺口 （万㎡） −13.66',
      '装配式面积 所需强度 1.28',
    ]);
    expect(cells.at(-1)).toMatch(/报送.*已通过/);
    // All of it is invented: one note says so, and no number has a dagger.
    const whole = page
      .locator('details')
      .filter({ has: page.locator('table') })
      .last();
    expect(await whole.innerText()).toContain('所列数值均为演示数据（虚构）');
    expect(await citiesOf(page).locator('sup').count()).toBe(0);
  });
});
