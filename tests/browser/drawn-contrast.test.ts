/**
 * Contrast as it is drawn: every mark that carries meaning has 3 : 1 with what lies under it, every word 4.5 : 1, in both
 * schemes. Colours and places are read from the drawn page, so that opacity, tints and what is behind are counted.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs, untilQuiet } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

const pages = [
  '/sprint?year=2020&month=10&region=330300',
  '/?year=2020&month=10&region=330300',
  '/cities/330800?year=2020&month=10&show=scenario.proof.conditions',
  '/interviews/2020-10-15',
];

/** What is too faint, and how much was looked at. */
const tooFaint = (page: Page) =>
  page.evaluate(() => {
    type Colour = readonly [red: number, green: number, blue: number, alpha: number];
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const known = new Map<string, Colour>();
    /** Any CSS colour, mixed ones too, as the browser paints it. */
    const colourOf = (css: string, opacity: string): Colour => {
      const key = `${css} ${opacity}`;
      const found = known.get(key);
      if (found !== undefined || canvas === null) return found ?? [0, 0, 0, 0];
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      const colour: Colour = [red, green, blue, css === 'none' ? 0 : (alpha / 255) * Number(opacity)];
      known.set(key, colour);
      return colour;
    };
    const over = ([red, green, blue, alpha]: Colour, under: Colour): Colour => {
      const mix = (a: number, b: number): number => a * alpha + b * (1 - alpha);
      return [mix(red, under[0]), mix(green, under[1]), mix(blue, under[2]), 1];
    };
    const light = ([red, green, blue]: Colour): number => {
      const [r = 0, g = 0, b = 0] = [red / 255, green / 255, blue / 255].map((part) =>
        part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a: Colour, b: Colour): number => {
      const [high, low] = [Math.max(light(a), light(b)), Math.min(light(a), light(b))];
      return (high + 0.05) / (low + 0.05);
    };
    const paintOf = (element: Element): Colour => {
      const style = getComputedStyle(element);
      if (!(element instanceof SVGElement) || element instanceof SVGSVGElement) {
        return colourOf(style.backgroundColor, '1');
      }
      // A line has no inside, whatever its filling says.
      if (element instanceof SVGTextElement || element instanceof SVGLineElement) return [0, 0, 0, 0];
      const fill = colourOf(style.fill, style.fillOpacity);
      // A line that only crosses hides nothing; a halo is a ground of its own.
      const isHalo = /_halo_/.test(element.getAttribute('class') ?? '');
      return fill[3] > 0 || !isHalo ? fill : colourOf(style.stroke, style.strokeOpacity);
    };
    /** All that lies under an element at a point, painted from the bottom up. */
    const groundAt = (element: Element, x: number, y: number): Colour => {
      const stack = document.elementsFromPoint(x, y);
      const at = stack.indexOf(element);
      const below = (at < 0 ? stack : stack.slice(at + 1)).filter((one) => !element.contains(one)).toReversed();
      const page = colourOf(getComputedStyle(document.body).backgroundColor, '1');
      return below.reduce((under, one) => over(paintOf(one), under), page);
    };
    const found = new Set<string>();
    const main = document.querySelector('main') ?? document.body;
    let [marks, words] = [0, 0];

    // Guides, halos and grounds: what they mean is said by the marks and words on them.
    const isGround = /_(grid|axis|halo|field|read|lit|wedge|band|frame|cut|tick|noData|ground)_/;
    for (const mark of main.querySelectorAll<SVGGeometryElement>('svg :is(path, rect, circle, line)')) {
      const name = mark.getAttribute('class') ?? mark.parentElement?.getAttribute('class') ?? '';
      const isHatch = mark.parentElement?.matches('[class*="noData"]') === true;
      const matrix = mark.getScreenCTM();
      if (isGround.test(name) || isHatch || matrix === null || !mark.checkVisibility()) continue;
      const style = getComputedStyle(mark);
      const length = mark.getTotalLength();
      const box = mark.getBBox();
      if (length === 0) continue;
      const onLine = mark.getPointAtLength(length * 0.5).matrixTransform(matrix);
      const inside = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(matrix);
      const ratioOf = (colour: Colour, { x, y }: DOMPoint): number => {
        if (colour[3] === 0) return 0;
        const under = groundAt(mark, x, y);
        return contrast(over(colour, under), under);
      };
      const [stroke, fill] = [
        ratioOf(colourOf(style.stroke, style.strokeOpacity), onLine),
        mark instanceof SVGLineElement ? 0 : ratioOf(colourOf(style.fill, style.fillOpacity), inside),
      ];
      // An outline is enough, and so is a filling.
      const best = Math.max(stroke, fill);
      marks += 1;
      if (best > 0 && best < 3) found.add(`mark ${name}: ${best.toFixed(2)}`);
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (element === null || text === '' || element.closest('.visually-hidden, option, script, title') !== null)
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width <= 1 || !element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      const isDrawn = element.namespaceURI === 'http://www.w3.org/2000/svg';
      const halo = isDrawn && style.stroke !== 'none' ? colourOf(style.stroke, '1') : null;
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      // Words of a link lie on what the link has painted, so its own ground counts.
      const own = isDrawn ? ([0, 0, 0, 0] as const) : paintOf(element);
      const under = halo ?? over(own, groundAt(element, x, y));
      const ratio = contrast(over(colourOf(isDrawn ? style.fill : style.color, '1'), under), under);
      words += 1;
      if (ratio < 4.5) found.add(`words "${text}" ${element.getAttribute('class') ?? ''}: ${ratio.toFixed(2)}`);
    }
    return { found: [...found], marks, words };
  });

describe.each(['light', 'dark'] as const)('the pictures in the %s scheme', (scheme) => {
  it('have 3 : 1 in every mark and 4.5 : 1 in every word', { timeout: 60_000 }, async () => {
    const office = await listeningApp();
    // So high that nothing lies outside of the window, where nothing can be asked what lies under it.
    const page = await openAs(browser, office, 'official', pages[0] ?? '/', { scheme, width: 1440, height: 6000 });
    const found: string[] = [];
    for (const path of pages) {
      await page.goto(path);
      await page.locator('main svg').first().waitFor();
      await untilQuiet(page);
      const here = await tooFaint(page);
      expect(here.marks).toBeGreaterThan(5);
      expect(here.words).toBeGreaterThan(50);
      found.push(...here.found.map((line) => `${path}: ${line}`));
    }
    expect(found).toEqual([]);
  });
});
