/** Nothing typed is lost: not by a dead network, a closed window, a text that cannot be read, or an ended session. */
import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { updateAccount } from '#db/accounts.ts';
import { deleteSessionsOf } from '#db/sessions.ts';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { enterAs, openAs, openWindow } from '#tests/support/browser.ts';
import { makePasswordCheap } from '#tests/support/cheap-password.ts';
import { listeningApp, type ListeningApp } from '#tests/support/listening-app.ts';
import {
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

const browser = await sharedBrowser();

const note = (page: Page) => page.getByRole('textbox', { name: '备注（选填）' });
const restoring = (page: Page) => page.getByRole('region', { name: '本机保留了此前填写、尚未保存的内容' });
const restored = (page: Page, what: string) => restoring(page).getByRole('group', { name: what, exact: true });

async function endSessions({ database }: ListeningApp): Promise<void> {
  await database.write((tx) => deleteSessionsOf(tx, 'demonstration-lishui'));
}

/** Lets no save through: a busy machine takes longer to close a window than the form waits before it saves. */
const holdSaves = (route: Route) => (route.request().method() === 'PUT' ? undefined : route.continue());

/** Keeps every request of one window from the server, also the last ones of a window that is being closed. */
const cutOff = (page: Page) => page.route('**/api/**', (route) => route.abort('internetdisconnected'));

/** The browser's window was closed and is opened again at the same month. */
async function reopen(page: Page, path = octoberForm): Promise<Page> {
  const context = page.context();
  await page.close();
  const again = await context.newPage();
  again.setDefaultTimeout(15_000);
  await again.goto(path);
  return again;
}

describe('a form without a network', () => {
  it('saves by itself as soon as the line is back, without another key', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    await expect.poll(() => saveLineOf(page).innerText()).toBe('尚未保存；输入后自动保存。');
    // From here on no time passes but what the test lets pass, so that no timer can do what the returning line must.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.context().setOffline(true);
    await cumulativeOf(page, area).fill('115');
    expect(await rowOf(page, area).innerText()).toContain('待保存');
    expect(await saveLineOf(page).innerText()).toBe('正在输入，稍后自动保存；已保留在本机。');
    await page.clock.runFor(1_000);
    await expect.poll(() => saveLineOf(page).innerText()).toMatch(/^暂时无法保存：.*内容已保留在本机，将自动重试。/);
    expect(newestFigures(await storedMonth(office))).toEqual({});
    await page.context().setOffline(false);
    await savedRow(page, area);
    expect(await saveLineOf(page).innerText()).toBe('已保存 09:00');
    expect(newestFigures(await storedMonth(office))).toEqual({ 'prefab-area': 115 });
  });

  it('tries again when asked to', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    await cumulativeOf(page, area).waitFor();
    // The save's address alone is away, so that no event of the browser's says when it is back.
    await page.route('**/api/submissions/**', (route) =>
      route.request().method() === 'PUT' ? route.abort('internetdisconnected') : route.continue(),
    );
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await cumulativeOf(page, area).fill('115');
    await page.clock.runFor(1_000);
    await button(page, '立即重试').waitFor();
    await page.unroute('**/api/submissions/**');
    await button(page, '立即重试').click();
    await savedRow(page, area);
  });
});

describe('a save that fails', () => {
  it('is tried again by itself where a proxy answers, and not where the server refuses', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    await cumulativeOf(page, area).waitFor();
    const saves = '**/api/submissions/2020/10/331100';
    let sent = 0;
    await page.route(saves, async (route) => {
      if (route.request().method() !== 'PUT') return route.continue();
      sent += 1;
      // A proxy's own page, once, that has nothing of ours in it.
      return sent === 1
        ? route.fulfill({ status: 429, contentType: 'text/html', body: 'slow down' })
        : route.continue();
    });
    await cumulativeOf(page, area).fill('115');
    await expect.poll(() => saveLineOf(page).innerText()).toMatch(/^暂时无法保存：/);
    expect(await page.getByRole('alert').count()).toBe(0);
    await savedRow(page, area);
    expect(sent).toBe(2);

    // The account was given to another city meanwhile: a refusal stays one until something is changed.
    await office.database.write((tx) => updateAccount(tx, 'demonstration-lishui', { region: '330100' }));
    await cumulativeOf(page, area).fill('116');
    await expect.poll(() => saveLineOf(page).innerText()).toMatch(/^未能保存：./);
    expect(await button(page, '立即重试').count()).toBe(0);
    expect(await keptOnDevice(page)).toContain('116');
    await office.database.write((tx) => updateAccount(tx, 'demonstration-lishui', { region: '331100' }));
    await cumulativeOf(page, area).fill('117');
    await savedRow(page, area);
    expect(sent).toBe(4);
    expect(newestFigures(await storedMonth(office))).toEqual({ 'prefab-area': 117 });
  });
});

describe('what a device kept', () => {
  it('is offered after the window was closed without a save, and restored', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    await cumulativeOf(page, area).waitFor();
    await page.context().route('**/api/submissions/**', holdSaves);
    await cutOff(page);
    await cumulativeOf(page, area).fill('１１５．５');
    await note(page).fill('月底再补报两个项目');
    const again = await reopen(page);
    await restoring(again).waitFor();
    await again.context().unroute('**/api/submissions/**', holdSaves);
    expect(await restoring(again).evaluate((section) => section === document.activeElement)).toBe(true);
    expect(await restored(again, area).innerText()).toMatch(/我的值\s*１１５．５\s*已保存的值\s*（空）/);
    expect(await restored(again, '备注（选填）').innerText()).toMatch(
      /我的值\s*月底再补报两个项目\s*已保存的值\s*（空）/,
    );
    expect(await restoring(again).getByRole('group').count()).toBe(2);
    await button(again, '全部恢复').click();
    await savedRow(again, area);
    expect(await cumulativeOf(again, area).inputValue()).toBe('１１５．５');
    expect(await note(again).inputValue()).toBe('月底再补报两个项目');
    const stored = await storedMonth(office);
    expect(newestFigures(stored)).toEqual({ 'prefab-area': 115.5 });
    expect(stored.versions[0]?.note).toBe('月底再补报两个项目');
    // The server has it, so that the device lets it go, and the page speaks of a draft.
    await expect.poll(() => keptOnDevice(again)).toBeNull();
    await expect
      .poll(() => again.getByRole('heading', { level: 1 }).innerText())
      .toBe('2020年10月数据尚未报送，期限 2020-11-05。');
    expect(await again.getByRole('alert').count()).toBe(0);
  });

  it('is let go where the saved values are chosen, and not offered again', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    await cumulativeOf(page, area).fill('111');
    await savedRow(page, area);
    // Not a number: it stays on the device alone, while the server keeps the last figure that could be read.
    await cumulativeOf(page, area).fill('12万');
    await page.keyboard.press('Tab');
    await expect.poll(() => rowOf(page, area).innerText()).toContain('有误，未保存');
    await expect
      .poll(() => saveLineOf(page).innerText())
      .toBe('已保存 09:00；有误的单元格仅保留在本机，改正后自动保存。');
    await page.reload();
    expect(await restored(page, area).innerText()).toMatch(/我的值\s*12万\s*已保存的值\s*111\.00/);
    await button(page, '全部用已保存的').click();
    await expect.poll(() => cumulativeOf(page, area).inputValue()).toBe('111.00');
    expect(await keptOnDevice(page)).toBeNull();
    await page.reload();
    await expect.poll(() => cumulativeOf(page, area).inputValue()).toBe('111.00');
    expect(await restoring(page).count()).toBe(0);
    expect(newestFigures(await storedMonth(office))).toEqual({ 'prefab-area': 111 });
  });

  it('is restored value by value', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    await cumulativeOf(page, area).waitFor();
    await cutOff(page);
    await cumulativeOf(page, area).fill('115');
    await cumulativeOf(page, civil).fill('80');
    await cumulativeOf(page, green).fill('3');
    const again = await reopen(page);
    await restored(again, area)
      .getByRole('radio', { name: /我的值/ })
      .check();
    expect(await button(again, '保存所选').isDisabled()).toBe(true);
    await restored(again, civil)
      .getByRole('radio', { name: /已保存的值/ })
      .check();
    expect(await restoring(again).innerText()).toContain('还有 1 项未选择。');
    await restored(again, green)
      .getByRole('radio', { name: /我的值/ })
      .check();
    expect(await restoring(again).innerText()).not.toContain('未选择');
    await button(again, '保存所选').click();
    await savedRow(again, green);
    expect(await rowOf(again, civil).innerText()).toContain('未填');
    expect(newestFigures(await storedMonth(office))).toEqual({ 'prefab-area': 115, 'green-demo': 3 });
  });
});

describe('a session that ends while somebody types', () => {
  it('leads to the sign-in page and back to what was typed', async () => {
    const office = await listeningApp();
    await makePasswordCheap(office.database, 'lishui');
    const page = await openWindow(browser, office.origin);
    // The news, whose refusal says it too, never come: what was typed is the first to meet it.
    await page.route('**/api/events', () => undefined);
    await enterAs(page, office, 'lishui', octoberForm);
    await cumulativeOf(page, area).waitFor();
    await endSessions(office);
    await cumulativeOf(page, area).fill('115');
    await page.unroute('**/api/events');
    await page.waitForURL((url) => url.pathname === '/sign-in');
    await page.getByLabel('用户名').fill('lishui');
    await page.getByRole('textbox', { name: '密码' }).fill('xushi-demo-2020');
    await button(page, '登录').click();
    await page.waitForURL((url) => url.pathname === octoberForm);
    expect(await restored(page, area).innerText()).toMatch(/我的值\s*115\s*已保存的值\s*（空）/);
    await button(page, '全部恢复').click();
    await savedRow(page, area);
    expect(newestFigures(await storedMonth(office))).toEqual({ 'prefab-area': 115 });
  });

  it('saves by itself where the person has signed in again in another window meanwhile', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    await cumulativeOf(page, area).waitFor();
    // The session ends just before the save arrives.
    const saves = '**/api/submissions/2020/10/331100';
    await page.route(saves, async (route) => {
      if (route.request().method() === 'PUT') {
        await endSessions(office);
        await page.unroute(saves);
      }
      await route.continue();
    });
    // The page asks who is signed in once its save was refused; by then the other window has a session again.
    await page.route('**/api/session', async (route) => {
      const { cookie } = await office.signedIn('lishui');
      const [name = '', value = ''] = cookie.split('=', 2);
      await page.context().addCookies([{ name, value, url: office.origin }]);
      await route.continue();
    });
    const refusal = page.waitForResponse((response) => response.request().method() === 'PUT');
    await cumulativeOf(page, area).fill('115');
    expect((await refusal).status()).toBe(401);
    await savedRow(page, area);
    expect(new URL(page.url()).pathname).toBe(octoberForm);
    expect(newestFigures(await storedMonth(office))).toEqual({ 'prefab-area': 115 });
  });
});
