/** Every page on A4 and A3: no word under 9 points, nothing beyond the edge, no control; and the two that are made for paper, whole. */
import { spawnSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

/** Words on paper that are under 9 points, numbers that are not on it, and what is beyond its right edge or is a control; tables may lie across. */
const paperFindings = (page: Page, across: number): Promise<readonly string[]> =>
  page.locator('body').evaluate((body, lying) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const words = node.textContent?.trim() ?? '';
      const element = node.parentElement;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (words === '' || element === null || box.width <= 1 || element.closest('.visually-hidden, sup')) continue;
      const svg = element.closest('svg');
      const scale = svg === null ? 1 : svg.getBoundingClientRect().width / (svg.viewBox.baseVal.width || 1);
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * (svg?.viewBox.baseVal.width ? scale : 1);
      if (size < 11.9) found.push(`${words}: ${size.toFixed(1)} px`);
      const edge = element.closest('.wide-paper') === null ? document.documentElement.clientWidth : lying;
      // A kept blank hangs over the end of its line.
      const slack = getComputedStyle(element).whiteSpace === 'pre-wrap' ? size / 2 : 1;
      if (box.right > edge + slack) found.push(`${words}: beyond the edge`);
    }
    const kinds =
      'button:not([data-formula]), select, summary, input[type="checkbox"], input[type="radio"], input[type="file"]';
    const missing = [...body.querySelectorAll('button[data-formula]:not(.screen-only, .screen-only *)')].filter(
      (one) => one.getBoundingClientRect().width < 1,
    );
    const controls = [...body.querySelectorAll(kinds)].filter((one) => one.getBoundingClientRect().width > 1);
    const said = [
      ...missing.map((one) => `a number that is left out: ${one.textContent}`),
      ...controls.map((one) => `a control: ${one.localName} ${one.textContent}`),
    ];
    return [...new Set([...found, ...said])];
  }, across);

const month = 'year=2020&month=9';
/** The pages that always lie across the paper. */
const onePage = `/sprint/one-page?${month}`;
const statuses = '/submissions?year=2020';
const lying: ReadonlySet<string> = new Set([onePage, statuses]);
const pages: Readonly<Record<string, readonly string[]>> = {
  official: [
    '/?year=2020&month=10&view=table',
    `/cities/330300?${month}&show=proof.conditions.ledger.reports.figures`,
    `/cities/330300?${month}&view=table`,
    `/cities/lagging?${month}`,
    `/sprint?${month}&sort=-needed`,
    onePage,
    statuses,
    '/submissions/2020/9/331100',
    '/review?open=2020-10-330800',
    '/interviews',
    '/interviews/2020-10-15?open=330300-2.1',
    '/interviews/items?show=all',
    '/interviews/effect',
    `/interviews/candidates?${month}`,
    '/interviews/2020-10-15/brief/330300',
    '/openings/2021/330300',
    '/targets?year=2020&open=331000-prefab-area',
    '/inbox',
    '/audit',
    '/submissions/2020/9/331100/paper',
  ],
  administrator: ['/accounts', '/account'],
};

/** The room between margins of 12 mm, upright and lying, in pixels of 1/96 inch: of 210, 297 and 420 mm. */
const papers = { A4: { width: 703, across: 1032 }, A3: { width: 1032, across: 1497 } } as const;

describe.each(Object.entries(pages))('on paper, for %s', (name, addresses) => {
  it('every page has words of 9 points, nothing beyond the edge and no control', async () => {
    const office = await listeningApp();
    const findings: string[] = [];
    for (const language of ['zh', 'en'] as const) {
      // English words are the longer ones; every other page is looked at in Chinese too.
      const own = addresses.filter((_, index) => language === 'en' || index % 2 === 0);
      const page = await openAs(browser, office, name, own[0] ?? '/', {
        width: papers.A4.width,
        height: 1000,
        language,
      });
      await page.emulateMedia({ media: 'print' });
      for (const address of own) findings.push(...(await onEveryPaper(page, address)));
    }
    expect(findings).toEqual([]);
  }, 120_000);
});

/** The page is there once its heading is and nothing is loading. */
async function settle(page: Page): Promise<void> {
  await page.locator('main h1').waitFor({ state: 'attached' });
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

async function onEveryPaper(page: Page, address: string): Promise<readonly string[]> {
  const findings: string[] = [];
  await page.goto(address);
  await settle(page);
  for (const [paper, { width, across }] of Object.entries(papers)) {
    await page.setViewportSize({ width: lying.has(address) ? across : width, height: 1000 });
    const found = await paperFindings(page, across);
    // The first ones tell enough.
    findings.push(...found.slice(0, 6).map((finding) => `${address} on ${paper}: ${finding}`));
  }
  return findings;
}

/**
 * The pages of what Chromium makes of a page, each with its width and height in points. The words must be on them, which is
 * looked up where the machine has `pdftotext`.
 */
async function printed(
  page: Page,
  format: 'A4' | 'A3',
  landscape: boolean,
  words: readonly string[] = [],
): Promise<readonly (readonly number[])[]> {
  const pdf = await page.pdf({ format, landscape, preferCSSPageSize: true });
  const { status, stdout } = spawnSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' });
  // Blanks come and go between the letters of two scripts.
  if (status === 0) for (const word of words) expect(unspaced(stdout)).toContain(unspaced(word));
  return [...pdf.toString('latin1').matchAll(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((box) =>
    box.slice(1).map((points) => Math.round(Number(points))),
  );
}

const unspaced = (words: string): string => words.replaceAll(/\s+/g, '');

/** In points, upright. */
const sheet = { A4: [596, 843], A3: [843, 1191] } as const;

/** How often the page has asked for the browser's print dialog, which opens in no test. */
const askedToPrint = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.documentElement.dataset['asked'] ?? 0));

const countPrinting = (page: Page): Promise<unknown> =>
  page.context().addInitScript(() => {
    window.print = () => {
      const { dataset } = document.documentElement;
      dataset['asked'] = String(Number(dataset['asked'] ?? 0) + 1);
    };
  });

describe('a printed page', () => {
  it('says at its foot what it shows, of the month that was moved to', async () => {
    const page = await openAs(browser, await listeningApp(), 'leader', `/?${month}`);
    await settle(page);
    await page.locator('input[type=range]').press('ArrowLeft');
    await page.getByRole('heading', { level: 1, name: '2020年8月末' }).waitFor();
    await printed(page, 'A4', false, ['总览 · 2020年8月 · 核心指标 · 今日 2020-10-19']);
  });
});

describe('what is made for paper', () => {
  it.each(['zh', 'en'] as const)(
    'is one sheet for the sprint, and a page a city for those that lag, in %s',
    async (language) => {
      const office = await listeningApp();
      // From a narrow window, whose pictures are laid out anew before the browser counts its pages.
      const page = await openAs(browser, office, 'leader', '/account', { language, width: 500 });
      await countPrinting(page);
      await page.goto(`/sprint?${month}`);
      await page.getByRole('link', { name: /^(一张图|One-page picture)$/ }).click();
      await page.getByRole('row', { name: language === 'zh' ? '12-31 9/9 项' : '31 Dec 9 of 9' }).waitFor();
      expect(await printed(page, 'A4', true)).toEqual([sheet.A4.toReversed()]);
      // March has the most rows: nobody has reached a target yet.
      await page.goto('/sprint/one-page?year=2020&month=3');
      await settle(page);
      const words =
        language === 'zh' ? ['一张图：装配式面积', '含演示数据（虚构）'] : ['One-page picture', 'With values invented'];
      expect(await printed(page, 'A3', true, words)).toEqual([sheet.A3.toReversed()]);
      expect(await printed(page, 'A4', true, words)).toEqual([sheet.A4.toReversed()]);

      await page.goto(`/sprint?${month}`);
      await page.getByRole('link', { name: /^(打印全部滞后市|Print all lagging cities)$/ }).click();
      // Wenzhou, Lishui and Jinhua.
      await expect.poll(() => page.getByRole('article').count()).toBe(3);
      await expect.poll(() => askedToPrint(page)).toBe(1);
      const named =
        language === 'zh' ? ['温州滞后', '丽水滞后', '金华滞后'] : ['Wenzhou is behind', 'Jinhua is behind'];
      expect(await printed(page, 'A4', false, named)).toEqual([sheet.A4, sheet.A4, sheet.A4]);
      expect(await printed(page, 'A3', false, named)).toEqual([sheet.A3, sheet.A3, sheet.A3]);
      // Nothing is printed again by a reload.
      await page.reload();
      await expect.poll(() => page.getByRole('article').count()).toBe(3);
      expect(await askedToPrint(page)).toBe(0);
    },
  );
});
