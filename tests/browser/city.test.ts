/**
 * A city's page of the demonstration, recomputed by hand from what its bureau reported.
 *
 * Wenzhou to September: 60 in March, 196 in June, 348 in September of 600; pace 17.049 %, 46.448 % and 72.949 %. The way
 * out in October, pace 81.722 %: 0.95 × 0.81722 × 600 − 348 = 117.82 for the ratio of “on pace”, and 600 − 348 = 252.
 */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { bodyOf, rowsOf } from '#tests/support/tables.ts';

const browser = await sharedBrowser();

const unfolded = 'show=proof.conditions.ledger.reports.figures';
const wenzhou = `/cities/330300?year=2020&month=9&${unfolded}`;
const sentenceOf = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const tableIn = (page: Page, name: string | RegExp) => page.getByRole('region', { name }).getByRole('table');
const waysOf = (page: Page) =>
  page
    .locator('section', { has: page.getByRole('heading', { name: /^达标路径/ }) })
    .getByRole('listitem')
    .allInnerTexts();
const wordsIn = (chart: Locator) => chart.locator('text').allTextContents();
const chartOf = (page: Page) => page.locator('main svg[role="slider"]');
const reportsOf = (page: Page) => page.getByRole('link', { name: /^查看.*报送$/ });

const bar = (done: string, pace = '72.95%'): string => `完成 ${done}，序时 ${pace} | `;

describe('a city’s page', () => {
  it('says how Wenzhou stands, and lets a pocket calculator follow it to the level', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', wenzhou);
    await tableIn(page, '规则各条件').waitFor();
    expect(await sentenceOf(page)).toBe('温州滞后：装配式面积完成 58%，低于序时 14.9 个百分点。');
    const line = await page.getByRole('region', { name: '进度状态' }).innerText();
    expect(line.split(/\n+/).slice(0, 4)).toEqual([
      '滞后',
      '核心指标：滞后 2',
      '2020年9月报送 已通过',
      '今年各月（核心指标中最差的一项）',
    ]);
    expect(await waysOf(page)).toEqual([
      '10月再增 69.55 万㎡ → 预警',
      '10月再增 117.82 万㎡ → 正常',
      '10月再增 252.00 万㎡ → 已完成',
    ]);
    expect(await bodyOf(tableIn(page, '装配式面积：判定依据'))).toEqual([
      '累计完成 | 348.00 | 截至 2020-09-30',
      '年度目标 | 600.00 | ',
      '完成率 | 58.00% | 348.00 ÷ 600.00',
      '序时进度 | 72.9492% | 2019年全国新开工节奏，2020-09-30',
      '进度比 | 0.795 | 348.00 ÷ (72.9492% × 600.00)',
      '缺口（百分点） | −14.95 | 58.0000% − 72.9492%',
      '缺口（数量） | −89.70 | 348.00 − (72.9492% × 600.00)',
      '尚需完成 | 252.00 | 600.00 − 348.00',
      '今后每月需 | 84.00 | 252.00 ÷ 3 今年还剩 3 个月',
      '近期每月 | 50.67 | (348.00 − 196.00) ÷ 3 自 2020-06-30 的 196.00（序时 46.4482%）起',
      '所需强度 | 1.62 | ((1 − 348.00 ÷ 600.00) ÷ (1 − 72.9492%)) ÷ ((348.00 − 196.00) ÷ 600.00 ÷ (72.9492% − 46.4482%)) 今后所需 ÷ 近期进度，均已扣除季节因素',
      '年底推算 | 486.53 | 348.00 + (348.00 − 60.00) ÷ (73.04047% − 16.99380%) × (1 − 73.04047%) ' +
        '取最近至多六个已通过月份，自 2020-03-31 起。季节取2018、2019年各地已完成年度的合并进度。',
    ]);
    expect(await bodyOf(tableIn(page, '规则各条件'))).toEqual([
      '滞后：缺口 且（进度比 或 所需强度） → 成立',
      '缺口（完成率−序时进度） ≤ −5.00 个百分点 | −14.95 个百分点 | 成立',
      '进度比（完成率÷序时进度） < 0.850 | 0.795 | 成立',
      '所需强度（今后所需÷近期进度） ≥ 1.50 | 1.62 | 成立',
      '预警：进度比 或 所需强度 → 成立',
      '进度比（完成率÷序时进度） < 0.950 | 0.795 | 成立',
      '所需强度（今后所需÷近期进度） ≥ 1.20 | 1.62 | 成立',
    ]);
    // 348 of 1,420.4 newly started is 24.50 % of 29 %; steel housing (30.2 − 24.1) ÷ (36 − 24.1); five projects of nine.
    expect((await rowsOf(tableIn(page, '各项指标'))).map((row) => row.replace(/ \| 逐月进度.*$/, ''))).toEqual([
      '指标 | 进度状态 | 完成率 | 累计完成 | 年度目标 | 完成率 | 序时进度 | 进度比 | 缺口（百分点） | 缺口（数量） | ' +
        '今后每月需 | 近期每月 | 所需强度 | 今年各月',
      `装配式面积 (万㎡) · 核心 | 滞后 | ${bar('58.00%')}348.00 | 600.00 | ` +
        '58.00% | 72.95% | 0.795 | −14.95 | −89.70 | 84.00 | 50.67 | 1.62',
      `装配式住宅和公建 (万㎡) · 核心 | 滞后 | ${bar('59.61%')}214.60 | 360.00 | ` +
        '59.61% | 72.95% | 0.817 | −13.34 | −48.02 | 48.47 | 30.90 | 1.54',
      `装配式占比 (%) | 滞后 | ${bar('84.48%', '100.00%')}24.50% | 29.00% | ` +
        '84.48% | 100.00% | 0.845 | −4.50 | −63.92 | 72.22 | 50.67 | 1.63',
      `钢结构住宅 (万㎡) | 滞后 | ${bar('51.26%')}30.20 | 36.00 | ` +
        '51.26% | 72.95% | 0.703 | −21.69 | −2.58 | 1.93 | 0.80 | 2.38',
      `绿建示范 (项) | 滞后 | ${bar('55.56%')}5 | 9 | ` +
        '55.56% | 72.95% | 0.762 | −17.39 | −1.57 | 1.33 | 0.67 | 1.96',
      '住宅全装修 (万㎡) | 未定目标 | 无数据 | -- | -- | -- | -- | -- | -- | -- | -- | -- | --',
    ]);
    expect(await bodyOf(tableIn(page, '目标台账'))).toEqual([
      '1 | 600.00 | 1月 | 演示文号〔2020〕1号 | 年度目标分解下达（演示虚构） | 省厅建筑业管理处 | 2020-01-20 | 演示数据（虚构）',
    ]);
    expect(await reportsOf(page).allInnerTexts()).toEqual([
      '查看2020年9月报送',
      '查看2020年8月报送',
      '查看2020年7月报送',
    ]);
    expect(await reportsOf(page).first().getAttribute('href')).toBe('/submissions/2020/9/330300');
    expect(
      await page
        .getByText(/全年约/)
        .first()
        .innerText(),
    ).toContain('全年约 486.5 万㎡；');
    const forecast = page.getByRole('heading', { name: '年底预测 · 装配式面积' }).locator('..').getByRole('listitem');
    expect(await forecast.allInnerTexts()).toEqual([
      '按最近至多六个已通过月份的进度、扣除季节因素，全年约 486.53 万㎡。',
      '八成可能在 459.19 万㎡ 至 542.81 万㎡ 之间。',
      '达到年度目标 600.00 万㎡ 的概率约 2%。',
      '检验记录：在9月末用同一方法推算2018、2019年各地的年底值，n = 22，八成结果为推算值的 0.944 至 1.116 倍。',
      '季节取2018、2019年各地已完成年度的合并进度。',
    ]);
  });

  it('shows the indicator that is chosen by its name, and another month', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', wenzhou);
    await tableIn(page, '各项指标').getByRole('link', { name: '装配式占比' }).click();
    // The year's starts come to 1,420.4 ÷ 0.72949 = 1,947.11; 29 % of it less 348 is 216.66 of the 526.71 still to start.
    await expect
      .poll(() => bodyOf(tableIn(page, '装配式占比：判定依据')))
      .toEqual([
        '占比 | 24.50% | 348.00 ÷ 1,420.40 截至 2020-09-30',
        '年度目标 | 29.00% | ',
        '完成率 | 84.48% | 348.00 ÷ 1,420.40 ÷ 29.00%',
        '序时进度 | 100.0000% | 比率类全年按目标判定',
        '进度比 | 0.845 | 348.00 ÷ (29.00% × 1,420.40)',
        '缺口（百分点） | −4.50 | 24.5001% − 29.00%',
        '缺口（数量） | −63.92 | 348.00 − (29.00% × 1,420.40)',
        '剩余开工中所需占比 | 41.13% | (29.00% × 1,420.40 ÷ 72.9492% − 348.00) ÷ (1,420.40 ÷ 72.9492% − 1,420.40) 自 2020-06-30 的 24.01%（序时 46.4482%）起',
        '所需强度 | 1.63 | ((29.00% × 1,420.40 ÷ 72.9492% − 348.00) ÷ (1,420.40 ÷ 72.9492% − 1,420.40)) ÷ ((348.00 − 196.00) ÷ (1,420.40 − 816.40)) 剩余开工中所需占比 ÷ 近三月占比',
      ]);
    expect(new URL(page.url()).search).toBe(`?year=2020&month=9&${unfolded}&indicator=prefab-share`);
    expect(await page.getByRole('combobox', { name: '指标' }).inputValue()).toBe('prefab-share');
    await page.goto(`/cities/331000?year=2020&month=12&${unfolded}`);
    // Taizhou's target was raised in July; behind September there is no accepted figure, and behind December no report.
    await expect
      .poll(() => bodyOf(tableIn(page, '目标台账')))
      .toEqual([
        '1 | 700.00 | 1月 | 演示文号〔2020〕1号 | 年度目标分解下达（演示虚构） | 省厅建筑业管理处 | 2020-01-20 | 演示数据（虚构）',
        '2 | 760.00 | 7月 | 演示文号〔2020〕18号 | 上半年新增两个集中开工片区，市政府申请调增年度目标（演示虚构） | ' +
          '省厅建筑业管理处 | 2020-06-29 | 演示数据（虚构）',
      ]);
  });

  it('has nothing to catch up for a city that has reached its target, and no reports for the leadership', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', `/cities/330100?year=2020&month=9&${unfolded}`);
    await expect.poll(() => sentenceOf(page)).toMatch(/^杭州已完成：/);
    await page.getByText('已是最好状态，无需追赶。').waitFor();
    expect(await waysOf(page)).toEqual([]);
    expect(await page.getByText('核心指标：已完成 2').count()).toBe(1);
    expect(await reportsOf(page).count()).toBe(0);
    await page.getByRole('link', { name: '返回总览' }).click();
    await expect.poll(() => new URL(page.url()).pathname + new URL(page.url()).search).toBe('/?year=2020&month=9');
    await page.goto('/cities/999999?year=2020&month=9');
    await expect.poll(() => sentenceOf(page)).toMatch(/没有|不存在|找不到/);
  });
});

describe('what stands folded', () => {
  it('is one click and one link away, and the small pictures choose what stands large', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/cities/330300?year=2020&month=9');
    const search = () => new URL(page.url()).search;
    const small = page.getByRole('link', { name: /^滞后 钢结构住宅/ });
    await small.waitFor();
    expect(await tableIn(page, '规则各条件').count()).toBe(0);
    await page.getByText('规则各条件', { exact: true }).click();
    await tableIn(page, '规则各条件').waitFor();
    expect(search()).toBe('?year=2020&month=9&show=conditions');
    await page.getByText('目标台账', { exact: true }).click();
    await expect.poll(search).toBe('?year=2020&month=9&show=conditions.ledger');
    await page.getByText('规则各条件', { exact: true }).click();
    await expect.poll(search).toBe('?year=2020&month=9&show=ledger');
    expect(await tableIn(page, '规则各条件').count()).toBe(0);

    await small.click();
    await expect.poll(search).toBe('?year=2020&month=9&show=ledger&indicator=steel-housing');
    expect(await small.getAttribute('aria-current')).toBe('true');
    await expect.poll(() => chartOf(page).getAttribute('aria-label')).toMatch(/^钢结构住宅/);
  });
});

describe('the burn-up', () => {
  it('draws what waits hollow, is read by the arrow keys, and has the same data as a table', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/cities/330800?year=2020&month=10');
    const dots = chartOf(page).locator('circle');
    await expect.poll(() => dots.count()).toBe(11);
    const drawn = await dots.evaluateAll((circles) =>
      circles
        .map((circle) => ({ x: Number(circle.getAttribute('cx')), kind: circle.getAttribute('class') ?? '' }))
        .toSorted((a, b) => a.x - b.x)
        .map(({ kind }) => (kind.includes('hollow') ? 'hollow' : 'solid')),
    );
    // January to September; 18 October, which waits; and where the recent pace leads by the year's end.
    expect(drawn).toEqual([...Array.from({ length: 9 }, () => 'solid'), 'hollow', 'hollow']);
    // (240 − 161.42) ÷ 3 = 26.19 a month.
    expect(await wordsIn(chartOf(page))).toEqual(
      expect.arrayContaining(['161.4', '待审 170.9', '目标 240', '序时', '上年', '需每月 26.2']),
    );

    const said = () => chartOf(page).getAttribute('aria-valuetext');
    await chartOf(page).focus();
    // 18 October: 0.72949 + (0.81722 − 0.72949) × 18/31 = 0.78043 of 240 = 187.30.
    await expect.poll(said).toBe('2020-10-18：170.9，序时 187.3，低 16.4（待审）');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(said).toBe('2020-09-30：161.4，序时 175.1，低 13.7');
    expect(await page.getByRole('status').filter({ hasText: '2020-09-30：' }).count()).toBe(1);
    await page.keyboard.press('Home');
    await expect.poll(said).toBe('2020-01-31：7.8，序时 10.4，低 2.6');
    expect(await chartOf(page).getAttribute('aria-valuenow')).toBe('1');
    expect(await chartOf(page).getAttribute('aria-valuemax')).toBe('10');

    // While it is read a line stands where the reading is; left alone, neither line nor words stay.
    expect(await chartOf(page).locator('[class*="cursor"]').count()).toBe(1);
    await page.getByRole('combobox', { name: '月份' }).focus();
    await expect.poll(() => chartOf(page).locator('[class*="cursor"]').count()).toBe(0);
    expect(await page.getByRole('status').filter({ hasText: '2020-01-31：' }).count()).toBe(0);

    await page.getByText('表', { exact: true }).click();
    const rows = await bodyOf(tableIn(page, '装配式面积累计 161.4 万㎡，低于序时 5.7 个百分点'));
    expect(new URL(page.url()).search).toBe('?year=2020&month=10&view=table');
    expect(rows).toHaveLength(10);
    // June: 46.448 % of 240; last year's figures are those of 2019.
    expect([rows[0], rows[5], ...rows.slice(8)]).toEqual([
      '1月 | 2020-01-31 | 7.84 | 10.44 | 9.56 | 已通过 | 演示数据（虚构）',
      '6月 | 2020-06-30 | 101.18 | 111.48 | 102.87 | 已通过 | 演示数据（虚构）',
      '9月 | 2020-09-30 | 161.42 | 175.08 | 172.06 | 已通过 | 演示数据（虚构）',
      '10月 | 2020-10-18 | 170.86 | 187.30 | 200.60 | 待审（空心） | 演示数据（虚构）',
    ]);
    await page.getByText('图', { exact: true }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?year=2020&month=10');
    await expect.poll(() => chartOf(page).count()).toBe(1);
    // A month that lies behind shows nothing of what came later.
    await page.goto('/cities/330800?year=2020&month=6&view=table');
    await expect.poll(async () => (await bodyOf(tableIn(page, /^装配式面积累计 101\.2/))).at(-1)).toMatch(/^6月 \|/);
  });

  it('keeps the words at the lines’ ends apart, and has round months and amounts on its axes', async () => {
    const office = await listeningApp();
    // Jiaxing has 652 of 700 and the figures of last year end at 655.80: three ends in a fifteenth of the height.
    const page = await openAs(browser, office, 'official', '/cities/330400?year=2020&month=10');
    await expect
      .poll(() => wordsIn(chartOf(page)))
      .toEqual(expect.arrayContaining(['652', '目标 700', '序时', '上年']));
    const boxes = await chartOf(page)
      .locator('text')
      .evaluateAll((texts) =>
        texts.map((text) => ({ words: text.textContent?.trim() ?? '', ...text.getBoundingClientRect().toJSON() })),
      );
    const overlapping = boxes.flatMap((a, at) =>
      boxes
        .slice(at + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.words} / ${b.words}`),
    );
    expect(overlapping).toEqual([]);
    // A quarter of 700 is 175, which is nearest to 200.
    expect((await wordsIn(chartOf(page))).slice(0, 17).join(' ')).toBe(
      '0 200 400 600 800 1,000 1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月',
    );
  });
});

describe('months that are tried on a city’s page', () => {
  it('move level, completion, forecast and place with the slider and the number, and are not kept', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/cities/330300?year=2020&month=9&show=scenario');
    const table = tableIn(page, /^假如各月这样报送/);
    await table.waitFor();
    const october = async () => (await bodyOf(table))[0]?.split(' | ');
    const number = page.getByRole('spinbutton', { name: '10月增加' });
    // The way out: 117.82 leads to on pace, a hundredth less does not. 348 + 117.82 = 465.82 of 600.
    await number.fill('117.82');
    expect((await october())?.slice(-4, -2)).toEqual(['77.64%', '正常']);
    await number.fill('117.81');
    expect((await october())?.slice(-3, -2)).toEqual(['预警']);
    await number.fill('0');
    expect((await october())?.slice(-4)).toEqual(['58.00%', '滞后', expect.stringMatching(/^约 /), '11/11']);
    const slider = page.getByRole('slider', { name: '10月增加（滑块）' });
    await slider.press('End');
    expect((await october())?.slice(-3)).toEqual(['已完成', expect.stringMatching(/^约 /), '3/11']);
    expect(Number(await number.inputValue())).toBeGreaterThanOrEqual(252);
    await slider.press('ArrowLeft');
    expect(Number(await number.inputValue())).toBeLessThan(260);
    // What it would take is the same way out, and is tried by a press.
    await page.getByRole('button', { name: '10月末正常：117.82 万㎡，按此试算' }).click();
    expect(await number.inputValue()).toBe('117.82');
    await number.fill('');
    expect((await october())?.slice(-1)).toEqual(['--']);
    await page.reload();
    await page.getByRole('button', { name: '恢复为照近期' }).waitFor();
    expect(await number.inputValue()).not.toBe('');
  });
});
