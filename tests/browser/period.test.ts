/** The switches of month, year and indicator: the address, what is shown, the way back; and what an address says wrongly. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { addressIn, headingOf } from '#tests/support/browser-gate.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

const select = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const chosen = (page: Page, name: string) => select(page, name).locator('option:checked').innerText();
const offered = (page: Page, name: string) => select(page, name).locator('option').allInnerTexts();

describe('the switch of months', () => {
  it('changes address and content, keeps the rest of the address, and the back button comes back', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/?indicator=prefab-area');
    await expect.poll(() => headingOf(page)).toMatch(/^截至2020年9月末，装配式面积：11个设区市中有3个滞后/);
    await expect.poll(() => chosen(page, '月份')).toBe('2020年9月');
    // December 2017 to October 2020, whose first report is accepted: 1 + 12 + 12 + 10, the newest first.
    const months = await offered(page, '月份');
    expect(months).toHaveLength(35);
    expect(months.slice(0, 3)).toEqual(['2020年10月', '2020年9月', '2020年8月']);
    expect(months.at(-1)).toBe('2017年12月');

    await select(page, '月份').selectOption('2019年12月');
    await expect.poll(() => addressIn(page)).toBe('/?indicator=prefab-area&year=2019&month=12');
    await expect.poll(() => headingOf(page)).toMatch(/^截至2019年12月末，装配式面积：/);
    await expect.poll(() => chosen(page, '月份')).toBe('2019年12月');
    expect(await chosen(page, '指标')).toBe('装配式面积');
    // The running month has one report of eleven.
    await select(page, '月份').selectOption('2020年10月');
    await expect.poll(() => headingOf(page)).toContain('1/11');
    await page.goBack();
    await expect.poll(() => headingOf(page)).toMatch(/^截至2019年12月末，装配式面积：/);
    await page.goBack();
    await expect.poll(() => headingOf(page)).toMatch(/^截至2020年9月末，装配式面积：/);
    expect(addressIn(page)).toBe('/?indicator=prefab-area');
    await expect.poll(() => chosen(page, '月份')).toBe('2020年9月');
  });

  it('offers a month without reports too while that is the one shown', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/?year=2021&month=3');
    await expect.poll(async () => (await offered(page, '月份')).slice(0, 2)).toEqual(['2021年3月', '2020年10月']);
    await expect.poll(() => chosen(page, '月份')).toBe('2021年3月');
    expect(await offered(page, '月份')).toHaveLength(36);
    await select(page, '月份').selectOption('2018年1月');
    await expect.poll(() => headingOf(page)).toMatch(/^截至2018年1月末/);
    // 2021 was there as long as it was shown.
    await expect.poll(async () => (await offered(page, '月份')).length).toBe(35);
  });
});

describe('the switch of years', () => {
  it('changes address and content and lets go of what was open', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/targets?year=2020&open=331000-prefab-area');
    await page.getByRole('region', { name: '目标台账' }).waitFor();
    expect(await offered(page, '年份')).toEqual(['2021', '2020', '2019', '2018']);
    await select(page, '年份').selectOption('2019');
    await expect.poll(() => addressIn(page)).toBe('/targets?year=2019');
    await expect.poll(() => headingOf(page)).toMatch(/^2019年目标：/);
    expect(await page.getByRole('region', { name: '目标台账' }).count()).toBe(0);
    await page.goBack();
    await page.getByRole('region', { name: '目标台账' }).waitFor();
    expect(await chosen(page, '年份')).toBe('2020');

    await page.goto('/targets?year=2015');
    await expect.poll(() => headingOf(page)).toBe('2015年尚未设定任何目标。');
    expect(await offered(page, '年份')).toEqual(['2021', '2020', '2019', '2018', '2015']);
    await page.goto('/targets');
    await expect.poll(() => chosen(page, '年份')).toBe('2020');
  });

  it('shows a bureau the months of a past year and of the running one', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', '/submissions');
    const rows = page.getByRole('table').getByRole('row');
    // January to October of 2020 and the heading.
    await expect.poll(() => rows.count()).toBe(11);
    expect(await offered(page, '年份')).toEqual(['2020', '2019', '2018']);
    await select(page, '年份').selectOption('2018');
    await expect.poll(() => addressIn(page)).toBe('/submissions?year=2018');
    await expect.poll(() => rows.count()).toBe(13);
    expect(await page.getByRole('table').innerText()).toContain('2018年12月');
    expect(await page.getByRole('table').innerText()).not.toContain('2020年');
    await page.goBack();
    await expect.poll(() => rows.count()).toBe(11);
    expect(addressIn(page)).toBe('/submissions');
  });
});

describe('the switch of indicators', () => {
  it('keeps the month, and leaves the address again with the choice of all', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/?year=2020&month=8');
    await expect.poll(() => chosen(page, '指标')).toBe('核心指标');
    expect(await offered(page, '指标')).toEqual([
      '核心指标',
      '装配式面积',
      '装配式住宅和公建',
      '装配式占比',
      '钢结构住宅',
      '绿建示范',
      '住宅全装修',
    ]);
    await select(page, '指标').selectOption('钢结构住宅');
    await expect.poll(() => addressIn(page)).toBe('/?year=2020&month=8&indicator=steel-housing');
    await expect.poll(() => page.getByRole('table').first().innerText()).toContain('钢结构住宅');
    await select(page, '指标').selectOption('核心指标');
    await expect.poll(() => addressIn(page)).toBe('/?year=2020&month=8');
    await expect.poll(() => chosen(page, '指标')).toBe('核心指标');
  });

  it('has no choice of all on a city’s page', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/cities/330300?year=2020&month=9');
    await select(page, '指标').waitFor();
    expect(await offered(page, '指标')).not.toContain('核心指标');
    await select(page, '指标').selectOption('绿建示范');
    await expect.poll(() => addressIn(page)).toBe('/cities/330300?year=2020&month=9&indicator=green-demo');
    await expect.poll(() => chosen(page, '指标')).toBe('绿建示范');
  });
});

describe('an address that says something wrong', () => {
  it('falls back to what is known, and the next address leaves the rest out', async () => {
    const office = await listeningApp();
    const page = await openAs(
      browser,
      office,
      'official',
      '/?year=abc&month=99&indicator=%3Cscript%3E&sort=--&open=a%20b&x=1',
    );
    await expect.poll(() => headingOf(page)).toMatch(/^截至2020年9月末：11个设区市中有3个滞后/);
    await expect.poll(() => chosen(page, '月份')).toBe('2020年9月');
    expect(await chosen(page, '指标')).toBe('核心指标');
    await select(page, '月份').selectOption('2020年8月');
    await expect.poll(() => new URL(page.url()).searchParams.get('month')).toBe('8');
    const { searchParams } = new URL(page.url());
    expect(searchParams.get('year')).toBe('2020');
    expect([...searchParams.keys()].toSorted()).toEqual(['month', 'year']);
  });

  it('shows the year that is left of it, and an unknown indicator as all of them', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/?year=2019&month=13&indicator=no-such');
    await expect.poll(() => headingOf(page)).toMatch(/^截至2019年9月末：/);
    expect(await chosen(page, '指标')).toBe('核心指标');
    await page.goto('/targets?year=1999');
    await expect.poll(() => headingOf(page)).toMatch(/^2020年目标：/);
  });

  it('is no page where it names a city that is none', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/cities/999999');
    await expect.poll(() => headingOf(page)).toBe('没有这个页面');
  });
});
