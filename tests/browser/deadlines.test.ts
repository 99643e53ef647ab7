/** 报送期限: an official sets a month's deadline, the bureau sees it, is late by it, and is refused after the closing day. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { axeFindings, openAs } from '#tests/support/browser.ts';
import { listeningApp, type ListeningApp } from '#tests/support/listening-app.ts';
import { basedOn, hangzhou, monthOf, ordinary } from '#tests/support/reporting.ts';
import { rowsOf } from '#tests/support/tables.ts';

const browser = await sharedBrowser();

const heading = (page: Page) => expect.poll(() => page.getByRole('heading', { level: 1 }).innerText());
const form = (page: Page) => page.getByRole('form', { name: '设定2020年10月期限' });
const field = (page: Page, name: string) => form(page).getByLabel(name);
const save = (page: Page) => form(page).getByRole('button', { name: '保存期限' });
const errorsOf = (page: Page) => form(page).locator('[id$="-error"]').allInnerTexts();
const deadlineRows = async (page: Page, month: string) =>
  (await rowsOf(page.getByRole('table', { name: /^期限当日/ }))).filter((row) => row.startsWith(month));

/** Sends a change as an account, over the network as a page would. */
async function send(office: ListeningApp, name: string, path: string, body: object, version: number): Promise<void> {
  const { cookie } = await office.signedIn(name);
  const reply = await fetch(`${office.origin}${path}`, {
    method: path.endsWith(hangzhou) ? 'PUT' : 'POST',
    headers: { cookie, 'content-type': 'application/json', ...basedOn(version) },
    body: JSON.stringify(body),
  });
  expect(reply.status).toBe(200);
}

/** October's deadline, set by the official. */
const setOctober = (office: ListeningApp, body: object): Promise<void> =>
  send(office, 'official', '/api/deadlines/2020/10', body, 0);

const closing = { onTimeDay: '2020-11-10', closesOn: '2020-11-20', reason: '国庆、中秋假期，顺延五日' };

describe('the deadlines of a year', () => {
  it('are set by an official with a reason, errors at their fields, and seen by the bureau', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/submissions?year=2020');
    const fold = page.getByRole('link', { name: '查看2020年报送日历与各月期限' });
    await fold.waitFor();
    expect(await fold.getAttribute('aria-expanded')).toBe('false');
    // By the keyboard alone: open the table, then October's form.
    await fold.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('open') === 'deadlines');
    await expect
      .poll(() => deadlineRows(page, '10月'))
      .toEqual(['10月 | 2020-11-05 | 不截止 | 按年度报送规则 |  | 设定 10月']);
    await page.getByRole('link', { name: '设定 10月' }).press('Enter');
    await form(page).waitFor();
    expect(await field(page, '报送期限').inputValue()).toBe('2020-11-05');

    await field(page, '报送期限').fill('2020-10-20');
    await field(page, '截止报送日').fill('2020-10-01');
    await save(page).click();
    await expect
      .poll(() => errorsOf(page))
      .toEqual([
        expect.stringContaining('2020-10-31 至 2021-10-31'),
        expect.stringContaining('截止日不能早于'),
        expect.stringContaining('理由'),
      ]);
    expect(await field(page, '报送期限').evaluate((input) => input === document.activeElement)).toBe(true);
    // Nothing typed is lost by a reload.
    await field(page, '报送期限').fill('2020-11-10');
    await field(page, '截止报送日').fill('');
    await field(page, '理由').fill('国庆、中秋假期，顺延五日');
    await page.reload();
    await form(page).waitFor();
    expect(await field(page, '报送期限').inputValue()).toBe('2020-11-10');
    await save(page).click();
    await page.getByRole('status').filter({ hasText: '已保存：各市2020年10月报送期限 2020-11-10。' }).waitFor();
    await expect
      .poll(() => deadlineRows(page, '10月'))
      .toEqual(['10月 | 2020-11-10 | 不截止 | 省厅建筑业管理处 2020-10-19 | 国庆、中秋假期，顺延五日 | 关闭 10月']);
    expect(await deadlineRows(page, '9月')).toEqual(['9月 | 2020-10-05 | 不截止 | 按年度报送规则 |  | 设定 9月']);

    // A later day for one city; another city never hears of it.
    await field(page, '适用地区').selectOption({ label: '杭州' });
    await field(page, '报送期限').fill('2020-11-15');
    await field(page, '理由').fill('统计系统切换，单独延期');
    await save(page).click();
    await expect
      .poll(() => deadlineRows(page, '10月 · 杭州'))
      .toEqual(['10月 · 杭州 | 2020-11-15 | 不截止 | 省厅建筑业管理处 2020-10-19 | 统计系统切换，单独延期 | ']);
    const lishui = await openAs(browser, office, 'lishui', '/submissions?open=deadlines');
    await heading(lishui).toBe('2020年10月数据待报送，期限 2020-11-10。');
    await expect
      .poll(() => deadlineRows(lishui, '10月'))
      .toEqual(['10月 | 2020-11-10 | 不截止 | 省厅建筑业管理处 2020-10-19 | 国庆、中秋假期，顺延五日']);
    const bureau = await openAs(browser, office, 'hangzhou', '/submissions');
    await heading(bureau).toBe('2020年10月数据待报送，期限 2020-11-15。');
  });

  it('tell the second of two officials, who keeps what was typed', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/submissions?year=2020&open=deadlines-10');
    await field(page, '报送期限').fill('2020-11-12');
    await field(page, '理由').fill('国庆假期后顺延一周');
    await setOctober(office, closing);
    await save(page).click();
    await page.getByRole('alert').filter({ hasText: '已作修改' }).waitFor();
    expect(await field(page, '报送期限').inputValue()).toBe('2020-11-12');
    expect(await field(page, '理由').inputValue()).toBe('国庆假期后顺延一周');
  });
});

describe('the calendar of a year', () => {
  it('is set by an official, who sees what it moves before saving, and changes the bureau’s home', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/submissions?year=2020&open=deadlines-rule');
    const rule = page.getByRole('form', { name: '设定2020年报送规则' });
    await rule.getByText('各月期限没有变化。').waitFor();
    await rule.getByLabel('期限按').selectOption('次月第几个工作日');
    await rule.getByLabel('期限（第几日）').fill('3');
    await rule.getByLabel('截止报送按').selectOption('次月第几个工作日');
    await rule.getByLabel('截止（第几日）').fill('2');
    await rule.getByLabel('1 月数据').selectOption('与 2 月合并报送');
    await rule.getByLabel('理由或文号').fill('省厅统一规定报送时间');
    await rule.getByRole('button', { name: '保存' }).click();
    await rule.getByText('截止日不能早于 2020-03-04。').waitFor();
    await rule.getByLabel('截止（第几日）').fill('8');
    // September is due in October, whose first eight days are off.
    const moved = rule.getByRole('table', { name: '保存后将变化的月份' });
    expect(await rowsOf(moved)).toContain('9月 | 2020-10-05 | 2020-10-12，2020-10-19 截止');
    await rule.getByRole('button', { name: '保存' }).click();
    await page.getByText('期限：次月第 3 个工作日。').waitFor();
    await expect
      .poll(() => deadlineRows(page, '10月'))
      .toEqual(['10月 | 2020-11-04 | 2020-11-11 | 按年度报送规则 |  | 设定 10月']);
    await page.getByRole('link', { name: '设定 起报月份' }).click();
    const start = page.getByRole('form', { name: '设定起报月份' });
    await start.getByLabel('起报月份').selectOption('2020年3月');
    await start.getByLabel('理由或文号').fill('新办公室自三月起报');
    await start.getByRole('button', { name: '保存' }).click();
    await page.getByText('自2020年3月起报送；此前月份不要求报送，可以补录。').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    const bureau = await openAs(browser, office, 'lishui', '/submissions');
    await heading(bureau).toBe('2020年10月数据待报送，期限 2020-11-04。');
    const dueOf = (month: string) => bureau.getByRole('row', { name: new RegExp(`^${month}`) }).innerText();
    expect(await dueOf('2月')).toContain('起报月份之前');
    expect(await dueOf('10月')).toContain('2020-11-04');
    await bureau.getByRole('link', { name: '查看2020年报送及时率' }).click();
    await expect
      .poll(() => rowsOf(bureau.getByRole('table', { name: /^2020年各市报送及时率/ })))
      .toContain('丽水 | 7 | 7 | 0 | 0 | 100.00% | 0 | 0');
  });
});

describe('a month under a deadline', () => {
  it('says how many days late it was sent, in its history and to the department', async () => {
    const office = await listeningApp();
    await setOctober(office, { ...closing, closesOn: null });
    // Three days after it was due, at noon in Shanghai.
    office.clock.set('2020-11-13T04:00:00Z');
    await send(office, 'hangzhou', monthOf(hangzhou), ordinary, 0);
    await send(office, 'hangzhou', monthOf(hangzhou, 10, 'submit'), {}, 1);
    const page = await openAs(browser, office, 'hangzhou', `/submissions/2020/10/${hangzhou}`);
    await expect.poll(() => page.locator('main').innerText()).toContain('2020-11-13 12:00 · 迟报 3 天');
    const official = await openAs(browser, office, 'official', '/submissions?year=2020');
    await official.getByRole('link', { name: '杭州 10月：已报送，迟报 3 天' }).waitFor();
    await official.getByRole('link', { name: '宁波 10月：未报，已逾期' }).waitFor();
  });

  it('takes no report after its closing day, and says so where one would have written it', async () => {
    const office = await listeningApp();
    await setOctober(office, closing);
    office.clock.set('2020-11-20T15:50:00Z');
    const page = await openAs(browser, office, 'hangzhou', `/submissions/2020/10/${hangzhou}`);
    await heading(page).toBe(
      '2020年10月数据已逾期（期限 2020-11-10），请尽快报送。 2020-11-20 截止报送，之后不能再报。',
    );
    // Midnight passes while the form is open.
    office.clock.set('2020-11-20T16:00:00Z');
    await page.reload();
    await heading(page).toBe('2020年10月报送已于 2020-11-20 截止，不能再报送；确需补报的，请联系省厅延期。');
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.goto('/submissions');
    await expect
      .poll(() => page.getByRole('row', { name: /^10月/ }).innerText())
      .toMatch(/2020-11-10 已截止 2020-11-20 截止报送\s+查看/);
  });
});

describe('the deadlines on a telephone, in English, in the dark', () => {
  it('can be read and set at 360 pixels, and axe finds nothing', async () => {
    const office = await listeningApp();
    await setOctober(office, closing);
    const look = { width: 360, height: 740, language: 'en', scheme: 'dark' } as const;
    const page = await openAs(browser, office, 'official', '/submissions?year=2020&open=deadlines-10', look);
    await page.getByRole('form', { name: /^Set the deadline of/ }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Due on').fill('2020-11-12');
    await page.getByLabel('Reason').fill('One more week after the holidays');
    await page.getByRole('button', { name: 'Save the deadline' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /due on 2020-11-12, closing on 2020-11-20/ })
      .waitFor();
  });
});
