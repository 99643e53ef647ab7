/** A month by Excel: the template is filled in elsewhere, comes back wrong, is marked, mended, confirmed, and accepted. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { area, button, cumulativeOf } from '#tests/support/monthly-form.ts';
import { filledIn, partsOf, savedAgain, testFolder } from '#tests/support/office-suite.ts';
import { basedOn, hangzhou, monthOf, newestValue, submissionIn } from '#tests/support/reporting.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What the browser saves when something is clicked. */
async function saved(page: Page, click: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return readFileSync(await download.path());
}

describe('a month by Excel', () => {
  it(
    'is filled in from its template, marked where it is wrong, mended, confirmed, sent and accepted',
    { timeout: 120_000 },
    async () => {
      const office = await listeningApp();
      const folder = testFolder();
      const page = await openAs(browser, office, 'hangzhou', `/submissions/2020/10/${hangzhou}`);
      const choose = async (content: Buffer): Promise<void> => {
        const path = join(folder, '十月.xlsx');
        writeFileSync(path, content);
        await page.locator('input[type=file]').setInputFiles(path);
      };
      const template = await saved(page, () => page.getByRole('link', { name: '下载本月模板' }).click());

      // F is the cumulative and G the denominator; the first indicator is in row 6.
      const wrong = await filledIn(template, { F6: '2010.5', F7: '12万', G8: 6700, F9: 120.555, F10: 22 });
      await choose(savedAgain(wrong, folder));
      const heading = (name: RegExp) => page.getByRole('heading', { name });
      await heading(/“十月.xlsx”有 2 处需要修改/).waitFor();
      const faults = page.getByRole('table', { name: '需要修改的单元格' });
      expect(await faults.getByRole('rowheader').allInnerTexts()).toEqual([
        expect.stringMatching(/^F7/),
        expect.stringMatching(/^F9/),
      ]);
      expect(await faults.innerText()).toMatch(/12万[\s\S]*请填 12[\s\S]*120\.555[\s\S]*最多 2 位小数/);
      expect(await cumulativeOf(page, area).inputValue()).toBe('');

      const marked = await saved(page, () => button(page, '下载标出错误的文件').click());
      const opened = await partsOf(savedAgain(marked, folder));
      const notes = Object.entries(opened).find(([name]) => /comments/.test(name))?.[1];
      expect(notes?.replaceAll(/<[^>]*>/g, '')).toMatch(/“12万”不能识别.*最多 2 位小数/s);

      await choose(await filledIn(wrong, { F7: 1201.25, F9: 120.55 }));
      await heading(/将改动 5 项/).waitFor();
      const october = async () => submissionIn(await (await office.signedIn('hangzhou')).get(monthOf(hangzhou)));
      expect((await october()).version).toBe(0);
      await button(page, '确认，保存 5 项').click();
      await expect.poll(() => cumulativeOf(page, area).inputValue()).toBe('2010.50');

      await button(page, '核对后报送').click();
      await button(page, '确认报送').click();
      await expect.poll(() => page.locator('main').innerText()).toContain('已报送');
      const official = await office.signedIn('official');
      const sent = submissionIn(await official.get(monthOf(hangzhou)));
      const accepted = await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(sent.version));
      expect([accepted.statusCode, newestValue(submissionIn(accepted), 'steel-housing')]).toEqual([200, 120.55]);
    },
  );
});
