/** Signing out, and sessions that end while a page is open: nothing of it is to be seen afterwards. */
import { describe, expect, it } from 'vitest';
import { deleteSessionsOf } from '#db/sessions.ts';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { addressIn, enter, headingOf, heldRequests } from '#tests/support/browser-gate.ts';
import { openAs } from '#tests/support/browser.ts';
import { makePasswordCheap } from '#tests/support/cheap-password.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

describe('signing out', () => {
  it('ends the session on the server, and the back button shows nothing of what was read', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', '/submissions');
    await page.getByText('丽水各月进度').waitFor();
    await page.getByRole('link', { name: '约谈' }).click();
    await expect.poll(() => addressIn(page)).toBe('/interviews');
    const [cookie] = await page.context().cookies();
    await page.getByRole('button', { name: '退出' }).click();
    await expect.poll(() => addressIn(page)).toBe('/sign-in');
    await expect.poll(() => headingOf(page)).toBe('登录');
    // Who left by themselves is not told that they will be brought back.
    expect(await page.getByText('登录后将回到刚才的页面').count()).toBe(0);

    await page.goBack();
    await page.getByRole('textbox', { name: '用户名' }).waitFor();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/sign-in');
    expect(await page.locator('body').innerText()).not.toMatch(/丽水|2020年/);
    await page.goto('/submissions');
    await expect.poll(() => addressIn(page)).toBe('/sign-in?return=%2Fsubmissions');

    // The cookie as it was opens nothing any more.
    expect(cookie?.name).toBe('xushi');
    const answer = await fetch(`${office.origin}/api/session`, { headers: { cookie: `xushi=${cookie?.value}` } });
    expect(answer.status).toBe(401);
  });

  it('in one window of a browser ends it in the other', async () => {
    const office = await listeningApp();
    await makePasswordCheap(office.database, 'lishui');
    const page = await openAs(browser, office, 'lishui', '/submissions');
    const second = await page.context().newPage();
    // Without the stream of news, by which it would notice by itself after some seconds, and perhaps before the click.
    await second.route('**/api/events', (route) => route.abort());
    await second.goto('/submissions/2020/9/331100');
    await second.getByRole('navigation').waitFor();
    await page.getByRole('button', { name: '退出' }).click();
    await expect.poll(() => addressIn(page)).toBe('/sign-in');
    await second.getByRole('link', { name: '约谈' }).click();
    await expect.poll(() => addressIn(second)).toBe('/sign-in?return=%2Finterviews');
    expect(await second.locator('body').innerText()).not.toContain('丽水');
    // Signing in there goes on there, and the first window is in as well.
    await enter(second, 'lishui');
    await expect.poll(() => addressIn(second)).toBe('/interviews');
    await page.goto('/submissions');
    await page.getByText('丽水各月进度').waitFor();
  });

  it('is not done twice, and says nothing is over while it is not', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/interviews');
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    const leaving = await heldRequests(page, /\/api\/session$/, 'DELETE');
    const out = page.getByRole('button', { name: '退出' });
    await out.click();
    await expect.poll(() => out.isDisabled()).toBe(true);
    expect(addressIn(page)).toBe('/interviews');
    leaving.letGo();
    await expect.poll(() => addressIn(page)).toBe('/sign-in');
    expect(leaving.count()).toBe(1);
  });
});

describe('a session that ended on the server while a page was open', () => {
  it('leads to the sign-in page at the next step of any kind, and back afterwards', async () => {
    const office = await listeningApp();
    await makePasswordCheap(office.database, 'official');
    const page = await openAs(browser, office, 'official', '/targets?year=2020');
    const year = page.getByRole('combobox', { name: '年份' });
    await expect.poll(() => year.inputValue()).toBe('2020');
    await page.getByRole('table').first().waitFor();
    await office.database.write((tx) => deleteSessionsOf(tx, 'demonstration-official'));
    // What is on the screen stays there until somebody does something.
    expect(addressIn(page)).toBe('/targets?year=2020');
    await year.selectOption('2019');
    await expect.poll(() => addressIn(page)).toBe('/sign-in?return=%2Ftargets%3Fyear%3D2019');
    await page.getByText('登录后将回到刚才的页面，已填写的内容仍在。').waitFor();
    await enter(page, 'official');
    await expect.poll(() => addressIn(page)).toBe('/targets?year=2019');
    await expect.poll(() => year.inputValue()).toBe('2019');
  });
});
