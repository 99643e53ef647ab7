/** Below 64 em every table is a list of cards: each cell with the words of its column, nothing cut, nothing beside the screen. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openWindow, signInAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

const pages: Readonly<Record<string, readonly string[]>> = {
  official: [
    '/?year=2020&month=9&view=table',
    '/sprint?year=2020&month=9&sort=-remaining',
    '/cities/330300?year=2020&month=9&view=table&show=scenario.proof.conditions.ledger.reports.figures',
    '/targets?open=2020-330300-prefab-area',
    '/submissions?year=2020&open=deadlines',
    '/review?open=2020-10-330800',
    '/interviews',
    '/interviews/2020-10-15',
    '/interviews/items?show=all',
    '/interviews/candidates',
    '/interviews/effect',
    '/projects?region=331100',
    '/indicators',
    '/plans',
  ],
  administrator: ['/accounts', '/audit', '/account'],
  lishui: ['/submissions'],
};

/** Cells without their column's words, what is cut or beside the screen, and headers that are still drawn. */
const findings = (page: Page) =>
  page.locator('main').evaluate((main) => {
    const found: string[] = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width)
      found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    const tables = [...main.querySelectorAll('table')].filter((one) => one.checkVisibility());
    for (const table of tables) {
      const name = table.caption?.textContent ?? '';
      if ([...table.querySelectorAll('thead')].some((one) => one.checkVisibility()))
        found.push(`${name}: still has a header`);
      for (const cell of [...table.querySelectorAll('tbody :is(td, th)')].filter((one) => one.checkVisibility())) {
        const words = cell.textContent?.trim() ?? '';
        const box = cell.getBoundingClientRect();
        if (box.right > width + 1 || box.left < -1) found.push(`${name}: ${words} is beside the screen`);
        if (cell.scrollWidth > cell.clientWidth + 12) found.push(`${name}: ${words} is cut or runs over`);
        const isNamed =
          cell.tagName === 'TH' ||
          cell.hasAttribute('colspan') ||
          !['none', 'normal', '""'].includes(getComputedStyle(cell, '::before').content) ||
          // The overview's matrix names the indicator itself: it is its link's name.
          words.includes(cell.getAttribute('data-label') ?? '\n') ||
          table.tHead === null ||
          words === '';
        if (!isNamed) found.push(`${name}: ${words} has no name`);
      }
    }
    return { tables: tables.length, found };
  });

/** A phone and a tablet; the other language has other words in the same cells. */
const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
];

describe.each([
  ['zh', 0],
  ['en', 1],
] as const)('in %s', (language, other) => {
  it.each(Object.entries(pages))('the tables of %s are cards', { timeout: 90_000 }, async (account, paths) => {
    const office = await listeningApp();
    // By the form, so that the audit has an event to show.
    const page = await openWindow(browser, office.origin, { ...sizes[0], language });
    await signInAs(page, account);
    const found: string[] = [];
    for (const path of paths.filter((_path, index) => index % 2 === other || paths.length === 1)) {
      await page.goto(path);
      await page.locator('main h1').first().waitFor();
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      for (const size of sizes) {
        await page.setViewportSize(size);
        const here = await findings(page);
        if (here.tables === 0) found.push(`${path}: no table`);
        found.push(...here.found.map((line) => `${size.width}: ${path}: ${line}`));
      }
    }
    expect(found).toEqual([]);
  });
});
