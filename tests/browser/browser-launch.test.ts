/** What the browser of these tests is started with: what Playwright turns off stays off, and so does what would cost more than our own pages. */
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { launchBrowser } from '#tests/support/browser-launch.ts';
import { browserArguments, findBrowser } from '#tests/support/find-browser.ts';

const turnedOff = (argument: string): readonly string[] => argument.replace('--disable-features=', '').split(',');

it('turns off all that Playwright does', async () => {
  const server = await chromium.launchServer({ executablePath: findBrowser() ?? '', args: browserArguments });
  const lists = server.process().spawnargs.filter((argument) => argument.startsWith('--disable-features='));
  await server.close();
  // Playwright's and ours, of which the browser heeds the last.
  expect(lists).toHaveLength(2);
  const [playwrights = '', ours = ''] = lists;
  expect(turnedOff(ours)).toEqual(expect.arrayContaining([...turnedOff(playwrights)]));
});

it('loads no list under an address bar that nobody sees', async () => {
  const browser = await launchBrowser();
  const page = await (await browser.newContext()).newPage();
  await page.goto('data:text/html,<h1>ours</h1>');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  await browser.close();
  const addresses = targetInfos.map(({ url }) => url);
  expect(addresses).toContain('data:text/html,<h1>ours</h1>');
  expect(addresses.filter((address) => address.includes('omnibox'))).toEqual([]);
});
