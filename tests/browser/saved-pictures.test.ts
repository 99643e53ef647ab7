/** Pictures copied and saved under the real policy of the server: what the files say, and that they stand alone. */
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp, type ListeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();
let office: ListeningApp;

interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Opens the menu of a picture and takes what its choice saves. */
async function saved(page: Page, picture: RegExp, choice: RegExp): Promise<Saved> {
  await page.locator('summary').and(page.getByLabel(picture)).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: choice }).filter({ visible: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const wordsOf = ({ bytes }: Saved): readonly string[] =>
  [...bytes.toString().matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words = '']) => words);

/** A PNG's width and height in pixels; its signature must be one. */
function sizeOf({ bytes }: Saved): readonly [number, number] {
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001A\n');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const boxOf = ({ bytes }: Saved): readonly number[] =>
  [...(bytes.toString().match(/ width="(\d+)" height="(\d+)"/) ?? [])].slice(1).map(Number);

/** Whether the drawn file has more than its ground: the share of pixels that are not white. */
const inkOf = (page: Page, { bytes }: Saved): Promise<number> =>
  page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    return pixels.filter((value, index) => index % 4 === 1 && value < 200).length / (pixels.length / 4);
  }, bytes.toString('base64'));

const stands = (svg: Saved): void => {
  const text = svg.bytes.toString();
  expect(text.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
  expect(text).not.toMatch(/var\(|href|<script|<style|<a[ >]|class=|url\(/);
};

describe('a saved picture', () => {
  it('of the sprint says title, source, day, coverage and what is invented, in paper’s colours; copied it is a PNG', async () => {
    office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/sprint?year=2020&month=9', { scheme: 'dark' });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const picture = /^复制或保存图片：新开工装配式建筑面积，2020年9月末/;
    const svg = await saved(page, picture, /^存为 SVG$/);
    expect(svg.name).toBe('年底_装配式面积_2020-09_全省.svg');
    stands(svg);
    const words = wordsOf(svg).join('');
    for (const said of [
      '新开工装配式建筑面积，2020年9月末：完成率、年底推算与缺口',
      '温州',
      '缺 113',
      '来源：',
      '数据：2020年9月末',
      '报送已通过 11/11',
      '含演示数据（虚构）',
    ]) {
      expect(words).toContain(said);
    }
    // Behind in the light palette, though the page is dark.
    expect(svg.bytes.toString()).toContain('#a8071a');
    expect(svg.bytes.toString()).not.toContain('#f5533d');
    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');

    const png = await saved(page, picture, /^存为 PNG$/);
    expect(sizeOf(png)).toEqual(boxOf(svg).map((pixels) => pixels * 2));
    expect(await inkOf(page, png)).toBeGreaterThan(0.02);

    await page.locator('summary').and(page.getByLabel(picture)).click();
    await page.getByRole('button', { name: '复制图片' }).filter({ visible: true }).click();
    await page.getByText('图片已复制').waitFor();
    const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
    expect(types).toEqual(['image/png']);
  });

  it('of the overview is the table as it stands, of a city its course in English', async () => {
    office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/?year=2020&month=9', { language: 'en' });
    const matrix = await saved(page, /^Copy or save the picture: .*level and gap of every city/, /^Save as SVG$/);
    stands(matrix);
    const cells = wordsOf(matrix);
    // Wenzhou's steel housing, 21.69 points below the pace.
    expect(cells).toEqual(expect.arrayContaining(['Wenzhou', '−21.7', 'Accepted']));
    expect(cells.slice(-4).join(' ')).toMatch(
      /Source: .*, Xushi · Figures: end of September 2020 · 11\/11 reports accepted With values invented for the demonstration$/,
    );

    await page.goto('/cities/330300?year=2020&month=9');
    const course = /^Copy or save the picture: Wenzhou: Prefab/;
    const svg = await saved(page, course, /^Save as SVG$/);
    stands(svg);
    expect(svg.name).toBe('Course_Prefabricated-area_2020-09_Wenzhou.svg');
    const png = await saved(page, course, /^Save as PNG$/);
    expect(sizeOf(png)).toEqual(boxOf(svg).map((pixels) => pixels * 2));
    expect(wordsOf(svg).join(' ')).toMatch(/report of September 2020: Accepted/i);
  });
});

describe('a sealed brief', () => {
  it('opens from the disk without a network: no request, no message, every picture and table of the page', async () => {
    office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/sprint?year=2020&month=9&brief=sealed', { scheme: 'dark' });
    await page.getByRole('heading', { name: '约谈事项到期' }).waitFor();
    await page.getByRole('table').last().waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '存为文件' }).click();
    const path = await (await download).path();
    const text = await readFile(path, 'utf8');
    expect(Buffer.byteLength(text)).toBeLessThan(1_500_000);

    const context = await browser.newContext({ offline: true });
    try {
      const alone = await context.newPage();
      const noticed: string[] = [];
      alone.on('request', (request) => noticed.push(request.url()));
      alone.on('console', (message) => noticed.push(message.text()));
      alone.on('pageerror', ({ message }) => noticed.push(message));
      await writeFile(`${path}.html`, text);
      const address = pathToFileURL(`${path}.html`).href;
      await alone.goto(address);
      expect(noticed).toEqual([address]);
      // Two core indicators: ending, province, map and burn-ups of each.
      const pictures = alone.locator('figure > svg');
      expect(await pictures.count()).toBe(await page.locator('[data-picture]').count());
      expect(await pictures.count()).toBe(8);
      for (const picture of await pictures.all())
        expect(await picture.locator('path, rect, text').count()).toBeGreaterThan(10);
      expect(await alone.getByRole('table').count()).toBe(await page.locator('main table').count());
      const said = await alone.locator('body').innerText();
      for (const words of [
        '建筑工业化简报 2020-09',
        '数据：2020年9月末',
        '报送已通过 11/11',
        '今日 2020-10-19',
        '含演示数据（虚构）',
      ])
        expect(said).toContain(words);
      const wenzhou = alone.getByRole('row', { name: /^温州 / }).first();
      expect(await wenzhou.innerText()).toContain('58.00%\t252.00\t84.00');
    } finally {
      await context.close();
    }
  });
});
