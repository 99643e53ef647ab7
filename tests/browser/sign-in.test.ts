/** Signing in by the form: who is refused and with what words, where one comes out, and that nothing is left of the person before. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { addressIn, enter, headingOf, heldRequests } from '#tests/support/browser-gate.ts';
import { openAs, openWindow } from '#tests/support/browser.ts';
import { makePasswordCheap } from '#tests/support/cheap-password.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { deleteSessionsOf } from '#db/sessions.ts';

const browser = await sharedBrowser();

/** Follows a link of a page whose session has ended, unless the page has noticed before and has no such link any more. */
const goWhileThere = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('link', { name })
    .click({ timeout: 5000 })
    .catch(() => undefined);

describe('the sign-in form', () => {
  it('says what is wrong in the page’s language, and lets in who mends it', async () => {
    const office = await listeningApp();
    await makePasswordCheap(office.database, 'lishui');
    const page = await openWindow(browser, office.origin);
    await page.goto('/sign-in');
    await expect.poll(() => page.title()).toBe('登录 · 序时');
    // Nobody came from anywhere, so nothing is promised about a way back.
    expect(await page.getByText('登录后将回到刚才的页面').count()).toBe(0);
    await enter(page, 'lishui', 'not-this-one');
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/^用户名或密码不正确。/);
    expect(addressIn(page)).toBe('/sign-in');

    await page.getByRole('button', { name: 'English' }).click();
    // The other language's texts are asked for on the press.
    await expect.poll(() => headingOf(page)).toBe('Sign in');
    await expect.poll(() => page.title()).toBe('Sign in · Xushi');
    // An unknown name is refused in the same words as a wrong password.
    await enter(page, 'nobody-of-this-name');
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/^The name or the password is not right\./);

    // What was typed is still there: only the name is put right, with a blank that came along from elsewhere.
    await enter(page, '  Lishui ');
    await expect.poll(() => addressIn(page)).toBe('/submissions');
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toMatch(/October 2020.*2020-11-05/);
  });

  it('says that an account is locked, and for how long, after five wrong passwords', async () => {
    const office = await listeningApp();
    await makePasswordCheap(office.database, 'lishui');
    const page = await openWindow(browser, office.origin, { language: 'en' });
    await page.goto('/sign-in');
    for (let guess = 1; guess <= 5; guess += 1) {
      const answered = page.waitForResponse((answer) => answer.url().endsWith('/api/session'));
      await enter(page, 'lishui', `guess-${guess}`);
      expect((await answered).status()).toBe(401);
    }
    // The right one counts as little as any other now.
    await enter(page, 'lishui');
    await expect
      .poll(() => page.getByRole('alert').innerText())
      .toMatch(/^Too many failed attempts: this account is locked\. Try again in 15 minutes/);
  });

  it('shows the password while one asks for it, and hides it again', async () => {
    const { origin } = await listeningApp();
    const page = await openWindow(browser, origin);
    await page.goto('/sign-in');
    const password = page.getByLabel(/^密码$/);
    await password.fill('xushi-demo-2020');
    expect(await password.getAttribute('type')).toBe('password');
    expect(await password.getAttribute('autocomplete')).toBe('current-password');
    const toggle = page.getByRole('button', { name: '显示或隐藏密码' });
    await toggle.click();
    expect(await password.getAttribute('type')).toBe('text');
    await toggle.click();
    expect(await password.getAttribute('type')).toBe('password');
    // Without a name nothing is sent: the browser points at the field.
    await page.getByRole('button', { name: '登录' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name');
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

describe('who was on the way somewhere', () => {
  it('is led to the sign-in page and back to it with all that the address said', async () => {
    const office = await listeningApp();
    await makePasswordCheap(office.database, 'official');
    const page = await openWindow(browser, office.origin);
    await page.goto('/targets?year=2019');
    await expect.poll(() => addressIn(page)).toBe('/sign-in?return=%2Ftargets%3Fyear%3D2019');
    await page.getByText('登录后将回到刚才的页面，已填写的内容仍在。').waitFor();
    await enter(page, 'official');
    await expect.poll(() => addressIn(page)).toBe('/targets?year=2019');
    await expect.poll(() => page.getByRole('combobox', { name: '年份' }).inputValue()).toBe('2019');
    // The form is not behind: going back leaves the product, it does not ask to sign in again.
    await page.goBack();
    expect(page.url()).toBe('about:blank');
  });

  it('does not come to the page of whoever was here before: another account begins where its own work does', async () => {
    const office = await listeningApp();
    await makePasswordCheap(office.database, 'lishui');
    const page = await openAs(browser, office, 'official', '/targets?year=2019');
    await page.getByRole('combobox', { name: '年份' }).waitFor();
    await office.database.write((tx) => deleteSessionsOf(tx, 'demonstration-official'));
    await goWhileThere(page, '审核');
    await expect.poll(() => addressIn(page)).toMatch(/^\/sign-in\?return=/);
    await enter(page, 'lishui');
    await expect.poll(() => addressIn(page)).toBe('/submissions');
  });

  it('is never led to a foreign address', async () => {
    const office = await listeningApp();
    await makePasswordCheap(office.database, 'leader');
    const page = await openWindow(browser, office.origin);
    for (const foreign of [
      'https%3A%2F%2Felsewhere.example%2F',
      '%2F%2Felsewhere.example',
      '%2F%5Celsewhere.example',
    ]) {
      await page.goto(`/sign-in?return=${foreign}`);
      await page.getByRole('heading', { name: '登录' }).waitFor();
      await enter(page, 'leader');
      await expect.poll(() => page.url(), { message: foreign }).toBe(`${office.origin}/sprint`);
      // Nothing was promised about a way back either.
      await page.goto(`/sign-in?return=${foreign}`);
      await page.getByRole('heading', { name: '登录' }).waitFor();
      expect(await page.getByText('登录后将回到刚才的页面').count(), foreign).toBe(0);
    }
  });
});

describe('the next person in the same tab', () => {
  it('is shown nothing of what the person before had read', async () => {
    const office = await listeningApp();
    await makePasswordCheap(office.database, 'lishui');
    await makePasswordCheap(office.database, 'hangzhou');
    const page = await openAs(browser, office, 'lishui', '/submissions');
    await page.getByText('丽水各月进度').waitFor();
    await page.getByText('丽水市住房和城乡建设局').first().waitFor();

    // The session ends on the server, so that nothing in the page itself has said goodbye.
    await office.database.write((tx) => deleteSessionsOf(tx, 'demonstration-lishui'));
    await goWhileThere(page, '约谈');
    await page.getByRole('heading', { name: '登录' }).waitFor();

    // Hangzhou's own months are kept on their way, so that whatever is shown meanwhile was there before.
    const own = await heldRequests(page, '**/api/submissions?year=2020');
    await enter(page, 'hangzhou');
    await page.getByRole('banner').getByText('杭州市住房和城乡建设局').waitFor();
    await page.getByRole('link', { name: '报送', exact: true }).click();
    await expect.poll(() => addressIn(page)).toBe('/submissions');
    await expect.poll(own.count).toBeGreaterThan(0);
    expect(await page.getByRole('main').innerText()).not.toMatch(/2020年\d+月|丽水/);
    own.letGo();
    await page.getByText('杭州各月进度').waitFor();
    expect(await page.locator('body').innerText()).not.toContain('丽水');
  });
});
