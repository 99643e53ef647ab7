/** The own account: where one is signed in, and ended there; and an administrator who ends another's sessions. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { headingOf } from '#tests/support/browser-gate.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import type { SignedInCaller } from '#tests/support/app.ts';

const browser = await sharedBrowser();

const statusOf = async (caller: SignedInCaller) => (await caller.get('/api/session')).statusCode;
/** What somebody without a session is answered there. */
const read = async (address: string) => (await fetch(address)).status;
const question = (page: Page, name: string) => page.getByRole('dialog', { name });

describe('the own account', () => {
  it('shows where one is signed in, and ends one session and all others', async () => {
    const office = await listeningApp();
    const others = [await office.signedIn('wenzhou')];
    office.clock.advance(5);
    others.push(await office.signedIn('wenzhou'), await office.signedIn('wenzhou'));
    office.clock.advance(5);
    const page = await openAs(browser, office, 'wenzhou', '/submissions?year=2020');
    await page.getByRole('link', { name: '温州市住房和城乡建设局' }).click();
    await expect.poll(() => headingOf(page)).toBe('温州市住房和城乡建设局，已在 4 处登录。');
    const table = page.getByRole('table', { name: '已登录的会话' });
    expect((await table.getByRole('row').nth(1).innerText()).split(/\s*\t\s*/)).toEqual([
      '未知设备',
      '2020-10-19 09:10',
      '2020-10-19 09:10',
      '127.0.0.1',
      '当前会话',
    ]);

    await page.getByRole('button', { name: '结束 未知设备，登录于 2020-10-19 09:00' }).click();
    await question(page, '结束').getByRole('button', { name: '取消' }).click();
    expect(await statusOf(others[0]!)).toBe(200);
    await page.getByRole('button', { name: '结束 未知设备，登录于 2020-10-19 09:00' }).click();
    await question(page, '结束').getByRole('button', { name: '结束' }).click();
    await expect.poll(() => headingOf(page)).toBe('温州市住房和城乡建设局，已在 3 处登录。');
    expect(await Promise.all(others.map(statusOf))).toEqual([401, 200, 200]);

    await page.getByRole('button', { name: '结束其他所有会话' }).click();
    const all = question(page, '结束其他所有会话');
    expect(await all.innerText()).toContain('其余 2 个会话');
    await all.getByRole('button', { name: '结束其他所有会话' }).click();
    await expect.poll(() => headingOf(page)).toBe('温州市住房和城乡建设局，已在 1 处登录。');
    expect(await Promise.all(others.map(statusOf))).toEqual([401, 401, 401]);
    expect(await page.getByRole('button', { name: /结束/ }).count()).toBe(0);

    // A calendar program has no session: it reads by an address that is shown once and ended here.
    await page.getByRole('button', { name: '生成订阅地址' }).click();
    const address = await page.getByRole('textbox', { name: '订阅地址' }).inputValue();
    expect(await read(address)).toBe(200);
    await page.reload();
    await page.getByText(/^订阅地址生成于 2020-10-19 09:10/).waitFor();
    expect(await page.getByRole('textbox', { name: '订阅地址' }).count()).toBe(0);
    await page.getByRole('button', { name: '撤销订阅地址' }).click();
    await page.getByText('已撤销，原地址不再可用。').waitFor();
    expect(await read(address)).toBe(404);
  });

  it('says so where a session has ended meanwhile, and keeps the rest', async () => {
    const office = await listeningApp();
    const other = await office.signedIn('wenzhou');
    const page = await openAs(browser, office, 'wenzhou', '/account');
    await page.getByRole('button', { name: /^结束 / }).click();
    await other.delete('/api/session');
    await question(page, '结束').getByRole('button', { name: '结束' }).click();
    await expect
      .poll(() => question(page, '结束').getByRole('alert').innerText())
      .toMatch(/^没有找到，或不在您的权限范围内。/);
  });
});

describe('an administrator', () => {
  it('ends all sessions of an account after a question', async () => {
    const office = await listeningApp();
    const person = await office.signedIn('wenzhou');
    const page = await openAs(browser, office, 'administrator', '/accounts');
    await page.getByRole('button', { name: '结束会话：wenzhou' }).click();
    const asked = question(page, '结束会话：wenzhou');
    expect(await statusOf(person)).toBe(200);
    await asked.getByRole('button', { name: '结束会话' }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await statusOf(person)).toBe(401);
  });
});
