/** axe finds nothing on any page, in both languages and both colour schemes, wide and narrow; and nothing runs off a narrow screen. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { axeFindings, openAs, openWindow, type Look } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

const pages: Readonly<Record<string, readonly string[]>> = {
  official: [
    '/?year=2020&month=9',
    '/?year=2020&month=9&open=rule',
    '/cities/330300?year=2020&month=9',
    '/cities/330300?year=2020&month=9&view=table',
    '/submissions?year=2020',
    '/review?open=2020-10-330800',
    '/interviews',
    '/inbox',
    '/interviews/2020-10-15/brief/330300',
    '/interviews/2020-10-15',
    '/interviews/2020-10-15?open=330300-2.1',
    '/interviews/2020-10-15?edit=facts&history=shown',
    '/interviews/2020-10-15?edit=requirements',
    '/interviews/new',
    '/interviews/items',
    '/interviews/effect',
    '/interviews/candidates?year=2020&month=9&ladder=edited',
    '/targets?year=2020',
    '/targets?year=2020&open=331000-prefab-area',
    '/targets?year=2021&open=draft',
    '/audit',
    '/openings/2021/331100',
    '/loads',
    '/bulletins',
    '/projects?region=331100&open=import',
    '/indicators?act=add',
    '/rules',
    '/plans',
    '/targets?year=2020&open=block',
    '/submissions/2020/9/330300?view=enter',
    '/open-data',
  ],
  lishui: [
    '/submissions?year=2020',
    '/submissions/2020/10/331100',
    '/submissions/2020/9/331100',
    '/submissions/2020/9/331100/paper',
    '/cities/331100?year=2020&month=9',
    '/interviews/2020-10-15?open=331100-2.4',
    '/openings/2021/331100',
    '/projects?open=add',
  ],
  zhoushan: ['/submissions/2020/10/330900'],
  leader: [
    '/sprint?year=2020&month=9',
    '/sprint?year=2020&month=9&present=331100',
    '/sprint?year=2020&month=9&formula=330000.prefab-area',
    '/sprint?year=2020&month=9&formula=330300.prefab-share',
    '/password',
    '/sprint/one-page?year=2020&month=9',
    '/sprint?year=2020&month=9&brief=sealed',
    '/cities/lagging?year=2020&month=9',
  ],
  administrator: ['/accounts', '/account', '/audit', '/audit?object=nothing', '/no-such-page'],
};

/**
 * Each page is looked at once, in one of four combinations of language, scheme and width, the next page in the next one: a
 * page's parts are those of other pages, so that each is met in every combination. What axe finds of contrast is tried in both
 * schemes by `contrast`.
 */
const looks: readonly Look[] = [
  { language: 'zh', scheme: 'light', width: 1440 },
  { language: 'en', scheme: 'dark', width: 360, height: 780 },
  { language: 'en', scheme: 'dark', width: 1440 },
  { language: 'zh', scheme: 'light', width: 360, height: 780 },
];

const nameOf = ({ language, scheme, width }: Look): string => `${language}, ${scheme}, ${width} wide`;

/** The page is there once its heading is and nothing is loading. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** What is wrong with the page that the window shows. */
async function findings(page: Page, path: string): Promise<readonly string[]> {
  await settle(page);
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [...(await axeFindings(page)), ...(tooWide > 0 ? [`runs ${tooWide} px off the screen`] : [])].map(
    (line) => `${path}: ${line}`,
  );
}

describe.each(looks.map((look, at) => ({ look, at, name: nameOf(look) })))('pages, $name', ({ look, at }) => {
  it('is without findings on the sign-in page', async () => {
    const { origin } = await listeningApp();
    const page = await openWindow(browser, origin, look);
    await page.goto('/sign-in');
    expect(await findings(page, '/sign-in')).toEqual([]);
  });

  it.each(Object.entries(pages))('is without findings for %s', async (name, paths) => {
    const [first, ...others] = paths.filter((_path, index) => index % looks.length === at);
    if (first === undefined) return;
    const page = await openAs(browser, await listeningApp(), name, first, look);
    const found = [...(await findings(page, first))];
    for (const path of others) {
      await page.goto(path);
      found.push(...(await findings(page, path)));
    }
    expect(found).toEqual([]);
  });
});
