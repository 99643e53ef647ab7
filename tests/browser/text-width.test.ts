/** Labels are placed by how wide their words are at most: no browser may draw one wider, in either language or weight. */
import { expect, it } from 'vitest';
import { textWidth } from '#web/charts/text-width.ts';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

it.each(['zh', 'en'] as const)(
  'no word of a picture is wider than the layout takes it to be, in %s',
  async (language) => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/cities/330300?year=2020&month=9', { language });
    const wider: string[] = [];
    let words = 0;
    for (const address of ['/cities/330300?year=2020&month=9', '/sprint?year=2020&month=9']) {
      await page.goto(`${office.origin}${address}`);
      await page.locator('main svg[role=slider] text').first().waitFor();
      const drawn = await page.locator('main svg[role=slider] text').evaluateAll((texts) =>
        texts.map((text) => {
          const { fontSize, fontWeight } = getComputedStyle(text);
          const { width } = (text as SVGTextElement).getBBox(); // what the selector finds
          return {
            words: text.textContent ?? '',
            size: Number.parseFloat(fontSize),
            isBold: Number(fontWeight) >= 600,
            width,
          };
        }),
      );
      words += drawn.length;
      for (const { words: text, size, isBold, width } of drawn)
        if (width > textWidth(text, size, isBold) + 0.5) wider.push(`${text}: ${width.toFixed(1)} at ${size}`);
    }
    expect([words > 60, wider]).toEqual([true, []]);
  },
);
