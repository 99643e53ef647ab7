/** The page of the annual targets: what is set, for whom, since when, and what the form says before it sends anything. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { bodyOf, cellAt, rowsOf } from '#tests/support/tables.ts';

const browser = await sharedBrowser();

const tableOf = (page: Page, year = 2020) => page.getByRole('table', { name: `${year}年各市目标` });
const ledgerOf = (page: Page) => page.getByRole('region', { name: '目标台账' }).getByRole('table');
const sentenceOf = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const form = (page: Page) => page.getByRole('form');
/** The targets without the words that only a screen reader hears. */
const plainRows = async (page: Page, year = 2020): Promise<readonly string[]> =>
  (await rowsOf(tableOf(page, year))).map((row) =>
    row
      .split(' | ')
      .map((cell) => cell.replace(/^\S+ (装配式面积|装配式住宅和公建|装配式占比|钢结构住宅|绿建示范|住宅全装修) /, ''))
      .join(' | '),
  );

describe('the page of the targets', () => {
  it('has each city’s targets in their columns, the province’s own and the sums on top', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/targets?year=2020');
    await tableOf(page).waitFor();
    expect(await sentenceOf(page)).toBe('2020年目标：11个设区市×5项指标，55 项已全部下达。未定目标：住宅全装修。');
    // 1,450 + 1,300 + 600 + 520 + 700 + 780 + 480 + 240 + 150 + 760 + 170 = 7,150; shares do not add up.
    expect(await plainRows(page)).toEqual([
      '地区 | 装配式面积 万㎡ | 装配式住宅和公建 万㎡ | 装配式占比 % | 钢结构住宅 万㎡ | 绿建示范 项 | 住宅全装修 万㎡',
      '全省自定目标 | 7,000.00 | 设定 | 30.00% | 500.00 | 100 | 设定',
      '各市合计 | 7,150.00 比全省自定 +150.00 | 4,310.00 | -- | 501.60 比全省自定 +1.60 | 105 比全省自定 +5 | --',
      '杭州 | 1,450.00† | 900.00† | 30.00% | 129.00† | 20† | 设定',
      '宁波 | 1,300.00 | 800.00 | 30.00%† | 106.00† | 17† | 设定',
      '温州 | 600.00† | 360.00† | 29.00%† | 36.00† | 9† | 设定',
      '湖州 | 520.00† | 310.00† | 29.00%† | 24.50† | 9† | 设定',
      '嘉兴 | 700.00 | 400.00 | 30.00%† | 36.00† | 10† | 设定',
      '绍兴 | 780.00† | 460.00† | 31.00%† | 85.00† | 11† | 设定',
      '金华 | 480.00† | 290.00† | 29.00%† | 23.00† | 8† | 设定',
      '衢州 | 240.00† | 140.00† | 28.00%† | 10.80† | 4† | 设定',
      '舟山 | 150.00† | 95.00† | 28.00%† | 5.40† | 3† | 设定',
      '台州 | 760.00† 第 2 次，7月起 | 450.00† 第 2 次，7月起 | 35.00% | 41.00† | 10† | 设定',
      '丽水 | 170.00† | 105.00† | 28.00%† | 4.90† | 4† | 设定',
    ]);
    await page.getByRole('button', { name: '+150.00' }).click();
    const sums = page.getByRole('dialog', { name: '各市合计的算式' });
    expect(await sums.locator('tr[aria-current]').innerText()).toMatch(
      /合计减全省自定\s+\+150\.00\s+7,150\.00 − 7,000\.00/,
    );
    await page.keyboard.press('Escape');
    const cell = page.getByRole('link', { name: '台州 装配式面积' });
    expect(await cell.getAttribute('aria-expanded')).toBe('false');
    await cell.click();
    await page.getByRole('heading', { name: '台州 · 新开工装配式建筑面积 · 2020年目标' }).waitFor();
    expect(await cell.getAttribute('aria-expanded')).toBe('true');
    expect(await bodyOf(ledgerOf(page))).toEqual([
      '1 | 700.00 | 1月 | 演示文号〔2020〕1号 | 年度目标分解下达（演示虚构） | 省厅建筑业管理处 | 2020-01-20 | 演示数据（虚构）',
      '2 | 760.00 | 7月 | 演示文号〔2020〕18号 | 上半年新增两个集中开工片区，市政府申请调增年度目标（演示虚构） | ' +
        '省厅建筑业管理处 | 2020-06-29 | 演示数据（虚构）',
    ]);
    expect(new URL(page.url()).search).toBe('?year=2020&open=331000-prefab-area');
    await cell.click();
    await ledgerOf(page).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?year=2020');
    // Ningbo's is published, with a link to the page that printed it; 2018 has its own figures.
    await page.getByRole('link', { name: '宁波 装配式面积' }).click();
    await expect
      .poll(() => bodyOf(ledgerOf(page)))
      .toEqual([
        '1 | 1,300.00 | 1月 | 文号未公布 | 宁波市2020年年度任务 | 省厅建筑业管理处 | 2020-01-20 | 公开（en.precast.com.cn）',
      ]);
    expect(await ledgerOf(page).getByRole('link').getAttribute('href')).toBe('https://en.precast.com.cn/d/225');
    await page.getByRole('combobox', { name: '年份' }).selectOption('2018');
    await expect
      .poll(async () => (await plainRows(page, 2018)).find((row) => row.startsWith('衢州')))
      .toBe('衢州 | 160.00 | 92.00 | 17.00% | 4.00 | 2 | 设定');
    expect(new URL(page.url()).search).toBe('?year=2018');
  });

  it('shows a bureau its own targets alone, to read', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'taizhou', '/targets?year=2020&open=331000-prefab-area');
    await ledgerOf(page).waitFor();
    expect(await sentenceOf(page)).toBe('2020年目标：台州 6 项指标，已定 5 项。');
    const names = (await plainRows(page)).map((row) => cellAt(row, 0)?.replace(/^台州 · .*/, '（台账）'));
    expect(names).toEqual(['地区', '全省自定目标', '台州', '（台账）', '序号', '1', '2']);
    expect(await form(page).count()).toBe(0);
  });
});

describe('the form of a target', () => {
  it('says what is wrong at each field, and which months a change will judge', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/targets?year=2020&open=331000-prefab-area');
    const month = page.getByRole('combobox', { name: '自哪个月起执行' });
    await month.waitFor();
    expect(await page.getByRole('heading', { level: 3 }).innerText()).toBe('调整目标');
    await form(page).getByText('现行目标 760.00').waitFor();
    // It begins with the running month; no earlier month than that of the last line is offered.
    expect(await month.inputValue()).toBe('10');
    expect(await month.getByRole('option').allInnerTexts()).toEqual(['7月', '8月', '9月', '10月', '11月', '12月']);
    const note = () => form(page).locator('p').filter({ hasText: /判断/ }).innerText();
    expect(await note()).toBe('10月如已有通过的数据，将按此目标判断。 10月之前的月份仍按原目标判断。');
    await month.selectOption('8');
    await expect.poll(note).toBe('8月至10月中已有通过数据的月份，将按此目标判断。 8月之前的月份仍按原目标判断。');
    // What it would change is said before anything is saved, as for a block.
    await page.getByRole('textbox', { name: /^目标/ }).fill('9000');
    await form(page).getByText('保存后，10月末的状态将改变：').waitFor();
    expect(await form(page).getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^台州\s+正常\s+→\s+滞后$/),
    ]);
    await page.getByRole('textbox', { name: /^目标/ }).fill('');
    await expect.poll(() => form(page).getByText('保存后').count()).toBe(0);
    await month.selectOption('12');
    await expect.poll(note).toBe('12月之前的月份仍按原目标判断。');

    await page.getByRole('button', { name: '保存目标' }).click();
    const errors = form(page).locator('[id$="-error"]');
    await expect
      .poll(() => errors.allInnerTexts())
      .toEqual(['请填写目标；确为零时请填 0。', '请填写文号。', expect.stringMatching(/理由/)]);
    const amount = page.getByRole('textbox', { name: /^目标/ });
    expect(await amount.evaluate((field) => field === document.activeElement)).toBe(true);
    await amount.fill('８00.5');
    await page.getByRole('textbox', { name: '文号' }).fill('浙建〔2020〕99号');
    await expect.poll(() => errors.count()).toBe(1);
    await page.getByRole('button', { name: '保存目标' }).click();
    const reason = page.getByRole('textbox', { name: '理由' });
    await expect.poll(() => reason.evaluate((field) => field === document.activeElement)).toBe(true);
    await reason.fill('市政府申请调增年度目标');
    await page.getByRole('button', { name: '保存目标' }).click();
    await expect
      .poll(() => form(page).getByRole('status').innerText())
      .toBe('已保存：台州 装配式面积目标 800.50 万㎡，自12月起执行。');
    await expect
      .poll(async () => (await bodyOf(ledgerOf(page))).at(-1))
      .toBe(
        '3 | 800.50 | 12月 | 浙建〔2020〕99号 | 市政府申请调增年度目标 | 省厅建筑业管理处 | 2020-10-19 | 本系统设定',
      );
    const rows = await plainRows(page);
    expect(rows.find((row) => row.startsWith('台州'))).toMatch(/^台州 \| 800\.50 第 3 次，12月起 \|/);
    expect(rows.find((row) => row.startsWith('各市合计'))).toMatch(/^各市合计 \| 7,190\.50 比全省自定 \+190\.50 \|/);
    // The document and its reason stay for the next target of the same document; the amount does not.
    await page.getByRole('link', { name: '丽水 装配式占比' }).click();
    await page.getByRole('textbox', { name: '目标（%，30 即 30%）' }).waitFor();
    expect(await page.getByRole('textbox', { name: '文号' }).inputValue()).toBe('浙建〔2020〕99号');
    expect(await page.getByRole('textbox', { name: /^目标/ }).inputValue()).toBe('');
  });

  it('sets the first target of a year, and the sentence counts it', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/targets?year=2021&open=331100-prefab-share');
    await page.getByText('今年尚未设定目标。').waitFor();
    expect(await sentenceOf(page)).toBe('2021年尚未设定任何目标。');
    expect(await page.getByText(/^没有目标就无法判断进度。请在下表中打开/).count()).toBe(1);
    expect(await page.getByRole('heading', { level: 3 }).innerText()).toBe('设定目标');
    expect(await page.getByRole('combobox', { name: '自哪个月起执行' }).inputValue()).toBe('1');
    await page.getByRole('textbox', { name: /^目标/ }).fill('32.5');
    await page.getByRole('textbox', { name: '文号' }).fill('浙建〔2021〕3号');
    await page.getByRole('textbox', { name: '理由' }).fill('年度目标分解下达');
    await page.getByRole('button', { name: '保存目标' }).click();
    await expect
      .poll(() => form(page).getByRole('status').innerText())
      .toBe('已保存：丽水 装配式占比目标 32.50%，自1月起执行。');
    await expect.poll(() => sentenceOf(page)).toBe('2021年目标：11个设区市×6项指标，已定 1 项。');
    expect((await plainRows(page, 2021)).find((row) => row.startsWith('丽水'))).toBe(
      '丽水 | 设定 | 设定 | 32.50% | 设定 | 设定 | 设定',
    );
  });
});

describe('the draft of next year’s targets', () => {
  it('is worked out by growth and rounding, written over, kept through a reload, and issued by one document', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/targets?year=2021&open=draft');
    const draft = page.getByRole('table', { name: /^新开工装配式建筑面积：2021年拟定目标/ });
    await draft.waitFor();
    const field = (name: string) => page.getByRole('textbox', { name: `${name} 装配式面积拟定目标` });
    expect(await field('温州').inputValue()).toBe('');
    await page.getByRole('textbox', { name: '增幅（%）' }).fill('5');
    await page.getByRole('combobox', { name: '取整到（万㎡）' }).selectOption('5');
    // 600 × 1.05 = 630; 760 × 1.05 = 798, to the next 5: 800; 7,000 × 1.05 = 7,350.
    expect(await field('温州').inputValue()).toBe('630.00');
    expect(await field('台州').inputValue()).toBe('800.00');
    expect(await field('全省自定目标').inputValue()).toBe('7350.00');
    await field('丽水').fill('200.5');
    await page.reload();
    await expect.poll(() => field('丽水').inputValue()).toBe('200.5');
    // 1,525 + 1,365 + 630 + 545 + 735 + 820 + 505 + 250 + 160 + 800 + 200.5 = 7,535.5, which is 185.5 more than 7,350.
    const sums = async () => (await bodyOf(draft)).slice(-2);
    expect(await sums()).toEqual(['各市合计 | 7,535.50', '合计减全省自定 | +185.50']);
    await draft.getByRole('button', { name: '+30.00', exact: true }).first().click();
    const formulas = page.getByRole('dialog', { name: '算式：装配式面积2021年拟定目标' });
    await formulas.getByText('600.00 × (1 + 5.00%)').waitFor();
    await page.keyboard.press('Escape');
    await expect
      .poll(async () => (await bodyOf(draft))[1])
      .toMatch(/^杭州 \| 1,450\.00† \| [\d,.]+† \| [\d,.]+† \| \+75\.00 \|/);
    await page.getByRole('button', { name: '核对全部拟定目标' }).click();
    await page.getByRole('heading', { name: '将设定 12 项目标，0 项与现行目标相同，0 处需要改正' }).waitFor();
    await page.getByRole('textbox', { name: '文号' }).fill('浙建〔2021〕3号');
    await page.getByLabel('发文日期').fill('2021-01-15');
    await page.getByRole('textbox', { name: /^理由/ }).fill('年度目标分解下达');
    await page.getByRole('button', { name: '确认，设定 12 项' }).click();
    await page.getByText('已设定 12 项目标。').waitFor();
    await expect
      .poll(async () => (await plainRows(page, 2021)).find((row) => row.startsWith('丽水')))
      .toBe('丽水 | 200.50 | 设定 | 设定 | 设定 | 设定 | 设定');
    await page.reload();
    await expect.poll(() => field('丽水').inputValue()).toBe('');
  });
});
