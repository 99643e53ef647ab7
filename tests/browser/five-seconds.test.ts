/** What is known in five seconds, without a click: the answer's words and the picture stand on the first screen, no table before them. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

interface Opens {
  readonly account: string;
  readonly path: string;
  /** The page's picture. */
  readonly picture: string;
  /** What its sentence must name. */
  readonly answer: Readonly<Record<'zh' | 'en', RegExp>>;
}

const wenzhou = { zh: /温州/, en: /Wenzhou/ };
const pages: readonly Opens[] = [
  { account: 'leader', path: '/sprint?year=2020&month=9', picture: 'figure svg[role="group"]', answer: wenzhou },
  { account: 'official', path: '/?year=2020&month=9', picture: 'nav svg', answer: wenzhou },
  { account: 'leader', path: '/cities/330300?year=2020&month=9', picture: 'ul svg[viewBox]', answer: wenzhou },
  {
    account: 'lishui',
    path: '/cities/331100?year=2020&month=9',
    picture: 'ul svg[viewBox]',
    answer: { zh: /丽水/, en: /Lishui/ },
  },
  { account: 'official', path: '/interviews/2020-10-15', picture: 'figure', answer: { zh: /17|51/, en: /17|51/ } },
];

const looks = [
  { width: 1440, height: 900, language: 'zh', scheme: 'light' },
  { width: 1920, height: 1080, language: 'en', scheme: 'dark' },
  { width: 360, height: 740, language: 'zh', scheme: 'dark' },
  { width: 360, height: 740, language: 'en', scheme: 'light' },
] as const;

/** What of sentence and picture is not where it is seen first. */
const findings = (page: Page, picture: string) =>
  page.locator('main').evaluate((main, selector) => {
    const found: string[] = [];
    const [width, height] = [document.documentElement.clientWidth, window.innerHeight];
    const heading = main.querySelector('h1')?.getBoundingClientRect();
    const drawn = [...main.querySelectorAll(selector)].find((one) => one.getBoundingClientRect().width > 60);
    const box = drawn?.getBoundingClientRect();
    if (heading === undefined || box === undefined || drawn === undefined) return ['no sentence or no picture'];
    if (heading.bottom > height || heading.right > width) found.push('the sentence is not on the first screen');
    if (box.top < heading.bottom) found.push('the picture lies over the sentence');
    if (box.left < -1 || box.right > width + 1) found.push('the picture is cut');
    // On a wide screen all of it, on a phone as much as a glance needs: its first rows.
    const seen = Math.min(box.bottom, height) - box.top;
    const needed = width >= 1024 ? box.height : Math.min(box.height, 90);
    if (seen < needed - 1)
      found.push(`${Math.round(seen)} of ${Math.round(box.height)} pixels of the picture are seen`);
    const before = [...main.querySelectorAll('table')]
      .filter((table) => table.checkVisibility())
      .filter((table) => (table.compareDocumentPosition(drawn) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
    if (before.length > 0) found.push('a table stands before the picture');
    if (document.documentElement.scrollWidth > width) found.push('the page is wider than the screen');
    return found;
  }, picture);

describe.each(looks)(
  'within five seconds at $width × $height ($language, $scheme)',
  ({ language, scheme, width, height }) => {
    it('each page says its answer and shows its picture', { timeout: 60_000 }, async () => {
      const office = await listeningApp();
      const found: string[] = [];
      for (const { account, path, picture, answer } of pages) {
        const page = await openAs(browser, office, account, path, { language, scheme, width, height });
        await page.locator(`main ${picture}`).first().waitFor();
        await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(answer[language]);
        found.push(...(await findings(page, picture)).map((line) => `${account} ${path}: ${line}`));
        await page.close();
      }
      expect(found).toEqual([]);
    });
  },
);
