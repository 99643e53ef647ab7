/** Two people at one month: nobody overwrites anybody, both values stand side by side until somebody chooses. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp, type ListeningApp } from '#tests/support/listening-app.ts';
import {
  addColleague,
  area,
  button,
  civil,
  cumulativeOf,
  green,
  keptOnDevice,
  newestFigures,
  octoberForm,
  rowOf,
  saveLineOf,
  savedRow,
  storedMonth,
} from '#tests/support/monthly-form.ts';
import { basedOn, lishui, monthOf } from '#tests/support/reporting.ts';

const browser = await sharedBrowser();

const conflictOf = (page: Page) => page.getByRole('region', { name: /修改了这份报送$/ });
const choiceOf = (page: Page, indicator: string) =>
  conflictOf(page).getByRole('group', { name: indicator, exact: true });

/** What another window sends while this one is not told of it. */
async function saveAs(office: ListeningApp, account: string, version: number, figures: Record<string, unknown>) {
  const other = await office.signedIn(account);
  const saved = await other.put(monthOf(lishui), { figures }, basedOn(version));
  expect(saved.statusCode).toBe(200);
}

/** Lishui's clerk types 222 and 60 without a network, while 111 and 3 are saved by somebody else; then the line is back. */
async function conflicting(office: ListeningApp, account: string): Promise<Page> {
  const page = await openAs(browser, office, 'lishui', octoberForm);
  await cumulativeOf(page, area).waitFor();
  await bringIntoConflict(office, page, account);
  return page;
}

async function bringIntoConflict(office: ListeningApp, page: Page, account: string): Promise<void> {
  const { version } = await storedMonth(office);
  await page.context().setOffline(true);
  await cumulativeOf(page, area).fill('222');
  await cumulativeOf(page, civil).fill('60');
  await cumulativeOf(page, green).fill('');
  await saveAs(office, account, version, { 'prefab-area': { cumulative: 111 }, 'green-demo': { cumulative: 3 } });
  await page.context().setOffline(false);
  await conflictOf(page).waitFor();
}

describe('a conflict', () => {
  it('shows who changed what and when, both values, and lets nothing be typed or sent until it is settled', async () => {
    const office = await listeningApp();
    const page = await conflicting(office, await addColleague(office));
    expect(await conflictOf(page).getByRole('heading').innerText()).toBe(
      '丽水市建设科 在 2020-10-19 09:00 修改了这份报送',
    );
    expect(await conflictOf(page).evaluate((section) => section === document.activeElement)).toBe(true);
    expect(await choiceOf(page, area).innerText()).toMatch(/我的值\s*222\s*对方的值\s*111\.00/);
    expect(await choiceOf(page, civil).innerText()).toMatch(/我的值\s*60\s*对方的值\s*（空）/);
    expect(await choiceOf(page, green).innerText()).toMatch(/我的值\s*（空）\s*对方的值\s*3/);
    // The three that differ, and no other row nor text.
    expect(await conflictOf(page).getByRole('group').count()).toBe(3);
    expect(await saveLineOf(page).innerText()).toBe('他人已修改，自动保存已暂停，请先核对双方的值。');
    expect(await button(page, '核对后报送').isDisabled()).toBe(true);
    // The other version is here already: it is not told of a second time.
    expect(await page.getByText('保存了另一版本').count()).toBe(0);
    const form = page.locator('form');
    const areaRow = form.getByRole('group', { name: area, exact: true });
    expect(await areaRow.innerText()).toContain('有冲突');
    expect(await areaRow.getByRole('textbox', { name: '累计' }).isEditable()).toBe(false);
    expect(newestFigures(await storedMonth(office))).toEqual({ 'prefab-area': 111, 'green-demo': 3 });

    // Value by value: mine, theirs, theirs; nothing is saved before the last one is chosen.
    expect(await conflictOf(page).innerText()).toContain('还有 3 项未选择。');
    await choiceOf(page, area)
      .getByRole('radio', { name: /我的值/ })
      .check();
    await choiceOf(page, civil)
      .getByRole('radio', { name: /对方的值/ })
      .check();
    expect(await conflictOf(page).innerText()).toContain('还有 1 项未选择。');
    expect(await button(page, '保存所选').isDisabled()).toBe(true);
    await choiceOf(page, green)
      .getByRole('radio', { name: /对方的值/ })
      .check();
    await button(page, '保存所选').click();
    await savedRow(page, area);
    expect(await conflictOf(page).count()).toBe(0);
    expect(await cumulativeOf(page, area).inputValue()).toBe('222');
    expect(await cumulativeOf(page, civil).inputValue()).toBe('');
    expect(await cumulativeOf(page, green).inputValue()).toBe('3');
    expect(newestFigures(await storedMonth(office))).toEqual({ 'prefab-area': 222, 'green-demo': 3 });
    expect(await keptOnDevice(page)).toBeNull();
  });

  it('is settled by all of mine or all of theirs', async () => {
    const office = await listeningApp();
    const page = await conflicting(office, 'lishui');
    // The other window is this account's own.
    expect(await conflictOf(page).getByRole('heading').innerText()).toContain('您（或同一账号的其他窗口）');
    await button(page, '全部用我的').click();
    await savedRow(page, area);
    expect(await cumulativeOf(page, area).inputValue()).toBe('222');
    expect(await rowOf(page, green).innerText()).toContain('未填');
    await expect
      .poll(async () => newestFigures(await storedMonth(office)))
      .toEqual({ 'prefab-area': 222, 'prefab-civil': 60 });

    await cumulativeOf(page, area).fill('223');
    await savedRow(page, area);
    await bringIntoConflict(office, page, 'lishui');
    await button(page, '全部用对方的').click();
    await expect.poll(() => cumulativeOf(page, area).inputValue()).toBe('111.00');
    expect(await cumulativeOf(page, civil).inputValue()).toBe('');
    expect(await cumulativeOf(page, green).inputValue()).toBe('3');
    await savedRow(page, area);
    expect(newestFigures(await storedMonth(office))).toEqual({ 'prefab-area': 111, 'green-demo': 3 });
    expect(await keptOnDevice(page)).toBeNull();
  });

  it('says so where the month was sent meanwhile, and keeps what was typed on the device until it is deleted', async () => {
    const office = await listeningApp();
    const colleague = await addColleague(office);
    const page = await openAs(browser, office, 'lishui', octoberForm);
    // Without the stream of changes the page learns of it by its own save alone.
    await page.route('**/api/events', (route) => route.abort('internetdisconnected'));
    await page.reload();
    await cumulativeOf(page, area).waitFor();
    await page.context().setOffline(true);
    await cumulativeOf(page, area).fill('222');
    // As much as Lishui needs to be on pace, so that nothing must be explained.
    await saveAs(office, colleague, 0, { 'prefab-area': { cumulative: 140 }, 'prefab-civil': { cumulative: 90 } });
    office.clock.advance(5);
    const sent = await (await office.signedIn(colleague)).post(monthOf(lishui, 10, 'submit'), {}, basedOn(1));
    expect(sent.statusCode).toBe(200);
    await page.context().setOffline(false);
    const alert = page.getByRole('alert').filter({ hasText: '修改了这份报送' });
    await expect.poll(() => alert.innerText()).toContain('丽水市建设科 在 2020-10-19 09:05 修改了这份报送');
    expect(await alert.innerText()).toContain('不能再保存。您填写的内容仍保留在本机。');
    await button(page, '查看对方的版本').click();
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).innerText())
      .toBe('2020年10月数据已报送，等待省厅审核。');
    expect(await page.getByRole('row', { name: /^装配式面积/ }).innerText()).toContain('140.00');
    expect(await page.locator('main').innerText()).toContain('本机还留有此前填写、未及保存的内容。');
    expect(await keptOnDevice(page)).toContain('222');
    await button(page, '删除本机内容').click();
    expect(await page.locator('main').innerText()).not.toContain('本机还留有此前填写');
    expect(await keptOnDevice(page)).toBeNull();
  });
});

describe('a version that somebody else saves meanwhile', () => {
  it('is told of, not put underneath, and compared value by value when asked for', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    await cumulativeOf(page, area).waitFor();
    await saveAs(office, await addColleague(office), 0, { 'prefab-area': { cumulative: 111 } });
    const notice = page.getByRole('alert').filter({ hasText: '保存了另一版本' });
    await expect.poll(() => notice.innerText()).toContain('丽水市建设科 在 2020-10-19 09:00 保存了另一版本');
    expect(await cumulativeOf(page, area).inputValue()).toBe('');
    await button(page, '查看差异').click();
    await conflictOf(page).waitFor();
    expect(await choiceOf(page, area).innerText()).toMatch(/我的值\s*（空）\s*对方的值\s*111\.00/);
    expect(await cumulativeOf(page, area).inputValue()).toBe('');
    await choiceOf(page, area)
      .getByRole('radio', { name: /对方的值/ })
      .check();
    await button(page, '保存所选').click();
    await expect.poll(() => cumulativeOf(page, area).inputValue()).toBe('111.00');
    expect(await notice.count()).toBe(0);
    expect(await conflictOf(page).count()).toBe(0);
    expect(await rowOf(page, area).innerText()).toContain('已保存');
  });
});
