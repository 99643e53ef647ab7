/** The overview and the city's page at every size: pictures keep their room, nothing runs off. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs, type Look, untilQuiet } from '#tests/support/browser.ts';
import { listeningApp, type ListeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();
let office: ListeningApp;

const overview = '/?year=2020&month=10';
const city = '/cities/330300?year=2020&month=9&show=proof.ledger';

const opened = async (path: string, look: Look): Promise<Page> => {
  office = await listeningApp();
  const page = await openAs(browser, office, 'official', path, look);
  await page.locator('main h2').first().waitFor();
  await untilQuiet(page);
  return page;
};

/** How far the page's contents run beyond the window. */
const tooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('on a phone', () => {
  it('a plot takes four fifths of the width, and every table is a list of cards', async () => {
    const page = await opened(city, { width: 360, height: 780 });
    const shares = await page.locator('main svg:has(path)').evaluateAll((pictures) =>
      pictures
        .map((picture) => {
          const widths = [...picture.querySelectorAll('path')].map((line) => line.getBoundingClientRect().width);
          return { picture: picture.getBoundingClientRect().width, plot: Math.max(...widths) };
        })
        .filter(({ picture }) => picture > 100),
    );
    const burnUps = shares.filter(({ plot, picture }) => plot > picture / 2);
    // Six small ones, the large one and the ruler.
    expect(burnUps).toHaveLength(8);
    for (const { picture, plot } of burnUps) {
      expect(picture / 360).toBeGreaterThanOrEqual(0.8);
      expect(plot / picture).toBeGreaterThanOrEqual(0.8);
    }
    await page.goto(overview);
    await page.getByRole('heading', { name: '各市各指标' }).waitFor();
    const header = page.getByRole('columnheader', { name: '绿建示范' });
    expect(await header.isVisible()).toBe(false);
    // The name of the indicator stands in each card in the header's place.
    expect(await page.getByRole('button', { name: '滞后 绿建示范 −17.4' }).innerText()).toContain('绿建示范');
    expect(await tooWide(page)).toBe(0);
  });
});

describe('on a wide screen', () => {
  it.each([
    [1440, 1408, 14],
    [1920, 1760, 14],
    [2560, 2240, 17.5],
    // 3,360 of 3,840: the same share, and words half as large again.
    [3840, 3360, 26.25],
  ])('of %d pixels the page is %d wide and its words %d high', async (width, wide, letters) => {
    const page = await opened(overview, { width, height: 1000 });
    const main = await page.locator('main').evaluate((node) => ({
      width: node.getBoundingClientRect().width,
      letters: Number.parseFloat(getComputedStyle(node).fontSize),
    }));
    expect(main).toEqual({ width: wide, letters });
    // Words in pictures grow with the others: 14 of the map's names at the usual size.
    const name = page.locator('main nav svg text').first();
    const scale = await name.evaluate((node) => (node as SVGTextElement).getScreenCTM()?.a ?? 0); // the locator's own element
    expect(scale).toBeGreaterThan((letters / 14) * 0.9);
    expect(await tooWide(page)).toBe(0);
  });
});
