/** No text is fainter than 4.5:1, in both colour schemes, nor while the pointer is over what can be pressed. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { axeFindings, openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

/** Pages with links that look like buttons, and with every kind of button. */
const pages: Readonly<Record<string, readonly string[]>> = {
  official: ['/submissions/2020/10/330800', '/review?open=2020-10-330800'],
  jiaxing: ['/submissions/2020/10/330400'],
};

async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** What is too faint on the page as it lies, and while the pointer is over each kind of control: one of each set of classes. */
async function tooFaint(page: Page): Promise<readonly string[]> {
  const found = [...(await axeFindings(page, ['color-contrast']))];
  const kinds = new Set<string>();
  for (const control of await page.locator('main a:visible, main button:visible:enabled').all()) {
    const kind = await control.evaluate((element) => `${element.tagName} ${element.className}`);
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    await control.hover({ force: true, timeout: 2000 });
    found.push(...(await axeFindings(page, ['color-contrast'])).map((line) => `under the pointer: ${line}`));
  }
  return found;
}

describe.each(['light', 'dark'] as const)('text in the %s scheme', (scheme) => {
  it.each(Object.entries(pages))('is legible on the pages of %s', { timeout: 60_000 }, async (account, paths) => {
    const office = await listeningApp();
    const page = await openAs(browser, office, account, paths[0] ?? '/', { language: 'zh', scheme, width: 1440 });
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      await settle(page);
      found.push(...(await tooFaint(page)).map((line) => `${path}: ${line}`));
    }
    expect(found).toEqual([]);
  });
});
