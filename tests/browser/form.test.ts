/** What the bureau's form promises: nothing typed is lost, nobody overwrites anybody, the keyboard is enough. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs, openWindow } from '#tests/support/browser.ts';
import { listeningApp, type ListeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

const form = '/submissions/2020/10/331100';
const area = '新开工装配式建筑面积';

const groupOf = (page: Page, indicator: string) => page.getByRole('group', { name: indicator, exact: true });
const cumulativeOf = (page: Page, indicator: string) => groupOf(page, indicator).getByRole('textbox', { name: '累计' });

async function openForm(office: ListeningApp): Promise<Page> {
  const page = await openAs(browser, office, 'lishui', form);
  await cumulativeOf(page, area).waitFor();
  return page;
}

/** What the server has of the month: its newest version. */
async function newestOf(office: ListeningApp) {
  const reply = await (await office.signedIn('lishui')).get('/api/submissions/2020/10/331100');
  return reply.json<{ versions: { figures: unknown[] }[] }>().versions[0];
}

const saved = (page: Page) => expect.poll(() => groupOf(page, area).innerText()).toContain('已保存');

describe('the form', () => {
  it('saves a draft as it is typed and has it after a reload', async () => {
    const page = await openForm(await listeningApp());
    await cumulativeOf(page, area).fill('１１０．５');
    await saved(page);
    await page.reload();
    await expect.poll(() => cumulativeOf(page, area).inputValue()).toBe('110.50');
  });

  it('says what is wrong with a figure, keeps it on the page and saves nothing of it', async () => {
    const office = await listeningApp();
    const page = await openForm(office);
    for (const [typed, said] of [
      ['1e3', /不能识别/],
      ['12万', /不能识别/],
      ['-5', /负数/],
      ['1.234', /小数/],
    ] as const) {
      await cumulativeOf(page, area).fill(typed);
      await page.keyboard.press('Tab');
      await expect.poll(() => groupOf(page, area).innerText()).toMatch(said);
      expect(await cumulativeOf(page, area).inputValue()).toBe(typed);
    }
    expect((await newestOf(office))?.figures ?? []).toEqual([]);
  });

  it('keeps what is typed while the network is away and saves it afterwards', async () => {
    const office = await listeningApp();
    const page = await openForm(office);
    await page.context().setOffline(true);
    await cumulativeOf(page, area).fill('115');
    // An untouched form says already that nothing is saved yet; this is said only of a save that failed.
    await expect.poll(() => page.locator('main').innerText()).toMatch(/暂时无法保存：.*将自动重试。/);
    expect(await groupOf(page, area).innerText()).toContain('待保存');
    expect((await newestOf(office))?.figures ?? []).toEqual([]);
    await page.context().setOffline(false);
    await cumulativeOf(page, area).fill('115.5');
    await saved(page);
    expect((await newestOf(office))?.figures).toMatchObject([{ indicator: 'prefab-area', cumulative: 115.5 }]);
  });

  it('shows both values to the second of two who edit', async () => {
    const office = await listeningApp();
    const first = await openForm(office);
    const second = await openForm(office);
    await second.context().setOffline(true);
    await first.bringToFront();
    await cumulativeOf(first, area).fill('111');
    await saved(first);
    await cumulativeOf(second, area).fill('222');
    await second.context().setOffline(false);
    // Both values stand side by side, with who saved the other one, and nothing is merged.
    const conflict = second.getByRole('region', {
      name: '您（或同一账号的其他窗口） 在 2020-10-19 09:00 修改了这份报送',
    });
    await conflict.waitFor();
    expect(await conflict.getByRole('group', { name: area, exact: true }).innerText()).toMatch(
      /我的值\s*222\s*对方的值\s*111\.00/,
    );
    expect(await second.locator('form').getByRole('textbox', { name: '累计' }).first().inputValue()).toBe('222');
    expect((await newestOf(office))?.figures).toMatchObject([{ indicator: 'prefab-area', cumulative: 111 }]);
  });
});

describe('the main job by keyboard alone', () => {
  it('reports a month without a mouse', async () => {
    const { origin } = await listeningApp();
    const page = await openWindow(browser, origin);
    await page.goto('/sign-in');
    await page.getByLabel('用户名').waitFor();
    await tabTo(page, '用户名');
    await page.keyboard.type('lishui');
    await tabTo(page, '密码');
    await page.keyboard.type('xushi-demo-2020');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/submissions');
    await page.getByRole('link', { name: '填报' }).waitFor();
    await tabTo(page, '填报');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === form);
    await cumulativeOf(page, area).waitFor();
    await tabTo(page, '本月新增');
    await page.keyboard.type('38.37');
    await page.keyboard.press('Enter');
    await page.keyboard.type('20');
    await saved(page);
    expect(await cumulativeOf(page, area).inputValue()).toBe('140.00');
    await tabTo(page, '核对后报送');
    await page.keyboard.press('Enter');
    const confirm = page.getByRole('button', { name: /确认.*报送|^报送/ });
    await confirm.waitFor();
    await tabTo(page, /^确认报送/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('main').innerText()).toContain('已报送');
  });
});

/** Presses Tab until the control with this name has the focus, as a person does who cannot use a mouse; not at all where it has it. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let press = 0; press < 80; press += 1) {
    const label = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) {
        return focused.labels?.[0]?.textContent ?? focused.getAttribute('aria-label') ?? '';
      }
      return focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
    });
    if (typeof name === 'string' ? label.trim().startsWith(name) : name.test(label.trim())) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no control named ${String(name)} was reached by Tab`);
}
