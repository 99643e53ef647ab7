/** The own password: before anything else where a one-time secret was used, and on one's own wish. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { updateAccount } from '#db/accounts.ts';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { addressIn, enter, headingOf } from '#tests/support/browser-gate.ts';
import { openAs, openWindow } from '#tests/support/browser.ts';
import { cheapHash, makePasswordCheap } from '#tests/support/cheap-password.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

const old = 'xushi-demo-2020';
const next = 'Granite-otter-61';

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const save = (page: Page) => page.getByRole('button', { name: '保存新密码' });

async function fill(page: Page, current: string, wanted: string, again = wanted): Promise<void> {
  await field(page, '当前密码').fill(current);
  await field(page, '新密码').fill(wanted);
  await field(page, '再输一次新密码').fill(again);
}

describe('a password that was a one-time secret', () => {
  it('is changed before anything else can be seen, and then one is where one wanted to go', async () => {
    const office = await listeningApp();
    await office.database.write((tx) =>
      updateAccount(tx, 'demonstration-lishui', { passwordHash: cheapHash, mustChangePassword: true }),
    );
    const page = await openWindow(browser, office.origin);
    await page.goto('/interviews');
    await enter(page, 'lishui', old);
    await expect.poll(() => addressIn(page)).toBe('/password?return=%2Finterviews');
    await expect.poll(() => headingOf(page)).toBe('修改密码');
    expect(await page.title()).toBe('修改密码 · 序时');
    await page.getByText('您使用的是一次性密码。请先设定自己的密码，然后继续。').waitFor();
    // No bar and no way back: nothing else is open yet.
    expect(await page.getByRole('navigation', { name: '主导航' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '返回' }).count()).toBe(0);
    for (const address of ['/submissions', '/?year=2020&month=9', '/accounts', '/no-such-page']) {
      await page.goto(address);
      await expect.poll(() => new URL(page.url()).pathname, { message: address }).toBe('/password');
      expect(new URL(page.url()).searchParams.get('return')).toBe(address);
    }

    await page.goto('/password?return=%2Finterviews');
    await fill(page, old, next);
    await save(page).click();
    await expect.poll(() => addressIn(page)).toBe('/interviews');
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    // It stays open: the page knows that the secret is changed, and the server does too.
    await page.reload();
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    expect(addressIn(page)).toBe('/interviews');
  });
});

describe('a password that one wants to change', () => {
  it('is reached from the bar, and left alone by going back', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/interviews');
    await page.getByRole('link', { name: '修改密码' }).click();
    await expect.poll(() => headingOf(page)).toBe('修改密码');
    expect(await page.getByText('您使用的是一次性密码').count()).toBe(0);
    await page.getByText('至少 10 个字符，并包含大写字母、小写字母、数字、符号中的三类。').waitFor();
    await page.getByRole('button', { name: '返回' }).click();
    // Without a way back in the address one comes to where the role's work begins.
    await expect.poll(() => addressIn(page)).toBe('/sprint');
    await page.goto('/password?return=%2Ftargets%3Fyear%3D2019');
    await page.getByRole('button', { name: '返回' }).click();
    await expect.poll(() => addressIn(page)).toBe('/targets?year=2019');
  });

  it('says what is wrong with it, and changes nothing until all is right', async () => {
    const office = await listeningApp();
    await makePasswordCheap(office.database, 'lishui');
    const page = await openAs(browser, office, 'lishui', '/password');
    await fill(page, old, next, `${next}x`);
    const differ = page.getByText('两次输入的新密码不一致。');
    await differ.waitFor();
    expect(await save(page).isDisabled()).toBe(true);
    await page.keyboard.press('Enter');
    await field(page, '再输一次新密码').fill('');
    await expect.poll(() => differ.count()).toBe(0);
    // An empty field is asked for, not sent.
    await save(page).click();
    expect(await field(page, '再输一次新密码').evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await page.getByRole('alert').count()).toBe(0);

    await fill(page, old, 'weak');
    await save(page).click();
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/^密码太弱：至少 10 个字符/);
    // The single field's problem is the problem itself, and is said once.
    expect(await page.getByRole('alert').getByRole('listitem').count()).toBe(0);
    expect(await field(page, '当前密码').inputValue()).toBe(old);

    await fill(page, 'not-this-one', next);
    await save(page).click();
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/^用户名或密码不正确。/);
    // A wrong current password is no end of the session.
    expect(addressIn(page)).toBe('/password');

    await fill(page, old, next);
    await save(page).click();
    await expect.poll(() => addressIn(page)).toBe('/submissions');
  });

  it('is locked after five wrong current ones', async () => {
    const office = await listeningApp();
    await makePasswordCheap(office.database, 'lishui');
    const page = await openAs(browser, office, 'lishui', '/password');
    for (let guess = 1; guess <= 5; guess += 1) {
      await fill(page, `guess-${guess}`, next);
      const answered = page.waitForResponse((answer) => answer.url().endsWith('/api/session/password'));
      await save(page).click();
      expect((await answered).status()).toBe(401);
      await page.getByRole('alert').waitFor();
    }
    await fill(page, old, next);
    await save(page).click();
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/账号已锁定，请在 15 分钟后再试/);
    expect(addressIn(page)).toBe('/password');
  });

  it('ends the other sessions of the person and keeps this one', async () => {
    const office = await listeningApp();
    await makePasswordCheap(office.database, 'lishui');
    const other = await openAs(browser, office, 'lishui', '/submissions');
    await other.getByText('丽水各月进度').waitFor();
    const page = await openAs(browser, office, 'lishui', '/password?return=%2Finterviews');
    await fill(page, old, next);
    await save(page).click();
    await expect.poll(() => addressIn(page)).toBe('/interviews');
    await page.reload();
    await page.getByRole('navigation', { name: '主导航' }).waitFor();

    await expect.poll(() => addressIn(other)).toBe('/sign-in?return=%2Fsubmissions');
    await enter(other, 'lishui', old);
    await expect.poll(() => other.getByRole('alert').innerText()).toMatch(/^用户名或密码不正确。/);
    await enter(other, 'lishui', next);
    await expect.poll(() => addressIn(other)).toBe('/submissions');
  });

  it('is shown while one asks for it, and known to the browser’s own keeper of passwords', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/password');
    await fill(page, 'a', 'b', 'c');
    const fields = ['当前密码', '新密码', '再输一次新密码'];
    expect(await Promise.all(fields.map((name) => field(page, name).getAttribute('autocomplete')))).toEqual([
      'current-password',
      'new-password',
      'new-password',
    ]);
    expect(await Promise.all(fields.map((name) => field(page, name).inputValue()))).toEqual(['a', 'b', 'c']);
    await page.getByRole('button', { name: '显示或隐藏密码' }).nth(1).click();
    expect(await Promise.all(fields.map((name) => field(page, name).getAttribute('type')))).toEqual([
      'password',
      'text',
      'password',
    ]);
  });
});
