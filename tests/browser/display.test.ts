/** The switches of language and colours: what they change, that they are kept, and that nothing flashes before. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { entriesOf, headingOf } from '#tests/support/browser-gate.ts';
import { untilQuiet, openAs, openWindow } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

/** What the whole page is marked with: its language and its colours. */
const marksOf = (page: Page) =>
  page.evaluate(() => [
    document.documentElement.lang,
    document.documentElement.getAttribute('data-mantine-color-scheme'),
  ]);

describe('the switch of language', () => {
  it('changes the bar, the page and the tab, and what was chosen is there after a reload', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/?year=2020&month=9');
    await expect.poll(() => headingOf(page)).toMatch(/^截至2020年9月末：11个设区市中有3个滞后/);
    expect(await marksOf(page)).toEqual(['zh-CN', 'light']);
    const toEnglish = page.getByRole('button', { name: 'English' });
    expect(await toEnglish.getAttribute('lang')).toBe('en');
    await toEnglish.click();

    for (const round of ['at once', 'after a reload']) {
      await expect
        .poll(() => headingOf(page), { message: round })
        .toMatch(/^End of September 2020: 3 of 11 cities are behind/);
      expect(await marksOf(page)).toEqual(['en', 'light']);
      expect(await page.title()).toBe('Overview · Xushi');
      await expect
        .poll(() => entriesOf(page))
        .toEqual([
          'Overview',
          'Review 1',
          'Submissions',
          'Interviews',
          'Bulletins',
          'Year-end sprint',
          'Targets',
          'Projects',
          'Rules and indicators',
          'Audit',
        ]);
      const banner = page.getByRole('banner');
      for (const words of [
        'Today 2020-10-19',
        'Department, construction industry division',
        'Sign out',
        'Change password',
      ]) {
        expect(await banner.getByText(words, { exact: true }).count(), words).toBe(1);
      }
      expect(await banner.innerText()).toContain('marked “Invented for the demonstration” or “invented”');
      await expect.poll(() => banner.getByRole('status').innerText()).toBe('Updates live');
      expect(await page.getByRole('combobox', { name: 'Colours' }).locator('option').allInnerTexts()).toEqual([
        'System colours',
        'Light',
        'Dark',
      ]);
      expect(await page.getByRole('combobox', { name: 'Month' }).locator('option:checked').innerText()).toMatch(
        /September 2020|Sep 2020/,
      );
      expect(await page.getByRole('combobox', { name: 'Indicator' }).locator('option:checked').innerText()).toBe(
        'Core indicators',
      );
      // Not a Chinese character is left but on the switch itself.
      const text = (await page.locator('body').innerText()).replace('中文', '');
      expect(text.match(/\p{Script=Han}+/gu)).toBeNull();
      if (round === 'at once') await page.reload();
    }
    expect(await page.evaluate(() => localStorage.getItem('xushi.language'))).toBe('en');

    const back = page.getByRole('button', { name: '中文' });
    expect(await back.getAttribute('lang')).toBe('zh-CN');
    await back.click();
    await expect.poll(() => headingOf(page)).toMatch(/^截至2020年9月末/);
    expect(await marksOf(page)).toEqual(['zh-CN', 'light']);
    await page.reload();
    await expect.poll(() => headingOf(page)).toMatch(/^截至2020年9月末/);
  });

  it('says that the other texts could not be loaded, keeps the language, and tries again at the next click', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/?year=2020&month=9', {
      provokes: /ERR_FAILED/,
    });
    await expect.poll(() => headingOf(page)).toMatch(/^截至2020年9月末/);
    await page.route('**/assets/en-*.js', (route) => route.abort());
    const toEnglish = page.getByRole('button', { name: 'English' });
    await toEnglish.click();
    await page.getByText('英文文字无法载入，请检查连接后重试。').waitFor();
    expect(await marksOf(page)).toEqual(['zh-CN', 'light']);
    expect(await headingOf(page)).toMatch(/^截至2020年9月末/);
    expect(await page.evaluate(() => localStorage.getItem('xushi.language'))).toBeNull();

    await page.unroute('**/assets/en-*.js');
    await toEnglish.click();
    await expect.poll(() => headingOf(page)).toMatch(/^End of September 2020/);
    expect(await page.getByText('could not be loaded').count()).toBe(0);
  });

  it('loads the texts of the first pages alone, the others with a page that has more, and again where they did not come', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/?year=2020&month=9', { provokes: /ERR_FAILED/ });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const furtherAsked = () => asked.filter((url) => url.includes('/assets/zh-further')).length;
    await page.reload();
    for (const [path, title] of [
      ['/sprint?year=2020&month=9', /^还剩/],
      ['/cities/331100?year=2020&month=9', /^丽水/],
      ['/?year=2020&month=9', /^截至2020年9月末/],
    ] as const) {
      await goWithin(page, path);
      await expect.poll(() => headingOf(page)).toMatch(title);
      await untilQuiet(page);
    }
    expect(furtherAsked()).toBe(0);

    await page.route('**/assets/zh-further*.js', (route) => route.abort());
    await goWithin(page, '/inbox');
    await expect.poll(furtherAsked).toBeGreaterThan(0);
    await page.unroute('**/assets/zh-further*.js');
    await goWithin(page, '/interviews');
    await expect.poll(() => headingOf(page)).toMatch(/次约谈/);
    const before = furtherAsked();
    await goWithin(page, '/review');
    await expect.poll(() => headingOf(page)).toMatch(/待审/);
    expect(furtherAsked()).toBe(before);
  });

  it('makes the API’s own words come in that language, also those that are on screen or under way already', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', '/submissions');
    const said = () => page.getByRole('main').getByRole('alert').innerText();
    // By a link, so that it is the page's own request, without a reload.
    await goWithin(page, '/accounts');
    await expect.poll(said).toMatch(/^您的角色无权进行此操作。/);
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(said).toMatch(/^Your role may not do this\.\s+Request id: [0-9a-f-]{36}$/);

    // The request of the next page leaves in the former language and is answered only when the page has changed to the other.
    const answering = Promise.withResolvers<void>();
    await page.route('**/api/audit*', async (route) => {
      await answering.promise;
      await route.continue();
    });
    const asked = page.waitForRequest('**/api/audit*');
    await goWithin(page, '/audit');
    await asked;
    await page.getByRole('button', { name: '中文' }).click();
    await expect.poll(() => marksOf(page)).toEqual(['zh-CN', 'light']);
    answering.resolve();
    await page.waitForURL('**/audit');
    await expect.poll(said).toMatch(/^您的角色无权进行此操作。/);
    expect(await page.evaluate(() => location.pathname)).toBe('/audit');
  });
});

/** Goes to an address as by a link, without loading the program again. */
const goWithin = (page: Page, path: string) =>
  page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

describe('the switch of colours', () => {
  it('follows the system until one chooses, and what was chosen is there after a reload', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/interviews');
    const choice = page.getByRole('combobox', { name: '配色' });
    await choice.waitFor();
    expect(await choice.inputValue()).toBe('auto');
    const light = await background(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => marksOf(page)).toEqual(['zh-CN', 'dark']);
    expect(await background(page)).not.toBe(light);

    await choice.selectOption('浅色');
    await expect.poll(() => marksOf(page)).toEqual(['zh-CN', 'light']);
    expect(await background(page)).toBe(light);
    await page.reload();
    await choice.waitFor();
    expect(await choice.inputValue()).toBe('light');
    expect(await marksOf(page)).toEqual(['zh-CN', 'light']);

    await choice.selectOption('深色');
    await expect.poll(() => marksOf(page)).toEqual(['zh-CN', 'dark']);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.reload();
    await choice.waitFor();
    expect(await choice.inputValue()).toBe('dark');
    expect(await marksOf(page)).toEqual(['zh-CN', 'dark']);

    await choice.selectOption('系统配色');
    await expect.poll(() => marksOf(page)).toEqual(['zh-CN', 'light']);
    expect(await choice.inputValue()).toBe('auto');
  });
});

describe('before the first paint', () => {
  it('colours and language are those that were chosen, else the system’s', async () => {
    const { origin } = await listeningApp();
    for (const [scheme, language, kept, marks] of [
      ['light', 'zh', {}, ['zh-CN', 'light']],
      ['dark', 'en', {}, ['en', 'dark']],
      ['dark', 'zh', { 'xushi.scheme': 'light', 'xushi.language': 'en' }, ['en', 'light']],
      ['light', 'en', { 'xushi.scheme': 'dark', 'xushi.language': 'zh' }, ['zh-CN', 'dark']],
      ['dark', 'zh', { 'xushi.scheme': 'auto' }, ['zh-CN', 'dark']],
    ] as const) {
      const page = await openWindow(browser, origin, { scheme, language });
      // The page's own scripts never come, so that whatever is there was there before them.
      await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
      await page.addInitScript((entries) => {
        for (const [key, value] of entries) localStorage.setItem(key, value);
      }, Object.entries(kept));
      await page.goto('/sign-in');
      expect(await marksOf(page), JSON.stringify([scheme, language, kept])).toEqual(marks);
    }
  });

  it('is no trouble where nothing can be kept', async () => {
    const { origin } = await listeningApp();
    const page = await openWindow(browser, origin, { language: 'en', scheme: 'dark' });
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new Error('switched off');
        },
      });
    });
    await page.goto('/sign-in');
    await expect.poll(() => headingOf(page)).toBe('Sign in');
    expect(await marksOf(page)).toEqual(['en', 'dark']);
    await page.getByRole('button', { name: '中文' }).click();
    await expect.poll(() => headingOf(page)).toBe('登录');
  });
});
