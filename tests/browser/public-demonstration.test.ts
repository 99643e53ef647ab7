/** What every page says where strangers can sign in with the demonstration's passwords. */
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

describe('a demonstration that others can reach', () => {
  it.each([
    ['zh', '演示账号的密码是公开的，任何人都能登录；请勿填写真实数据。'],
    ['en', 'The passwords of its accounts are public and anybody can sign in: enter no real figures.'],
  ] as const)('says so above every page: %s', async (language, words) => {
    const office = await listeningApp({ environment: { HOST: '0.0.0.0' } });
    for (const path of ['/', '/sprint', '/targets']) {
      const page = await openAs(browser, office, 'leader', path, { language });
      await page.getByRole('banner').getByText(words).waitFor();
    }
    const own = await openAs(browser, await listeningApp(), 'leader', '/sprint', { language });
    await own.getByRole('heading', { level: 1 }).waitFor();
    expect(await own.getByText(words).count()).toBe(0);
  });
});
