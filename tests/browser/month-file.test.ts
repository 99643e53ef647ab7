/** A month by Excel: the template is filled in elsewhere, comes back wrong, is marked, mended, confirmed, and accepted. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { button } from '#tests/support/monthly-form.ts';
import { filledIn, partsOf, savedAgain, testFolder } from '#tests/support/office-suite.ts';
import { hangzhou, monthOf, newestValue, submissionIn } from '#tests/support/reporting.ts';

const browser = await sharedBrowser();

/** What the browser saves when something is clicked. */
async function saved(page: Page, click: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return readFileSync(await download.path());
}

/** What the page says in each language. */
const says = {
  zh: {
    template: '下载本月模板',
    wrong: /“十月.xlsx”有 2 处需要修改/,
    cells: '需要修改的单元格',
    mend: /12万[\s\S]*请填 12[\s\S]*120\.555[\s\S]*最多 2 位小数/,
    marked: '下载标出错误的文件',
    notes: /“12万”不能识别.*最多 2 位小数/s,
    changes: /将改动 5 项/,
    confirm: '确认，保存 5 项',
    check: '核对后报送',
    submit: '确认报送',
    submitted: '已报送',
    accept: '通过',
    source: '数据来自文件“十月.xlsx”',
  },
  en: {
    template: 'Download this month’s template',
    wrong: /“十月.xlsx”: 2 to mend/,
    cells: 'Cells to mend',
    mend: /12万[\s\S]*write 12[\s\S]*120\.555[\s\S]*at most 2 decimals/,
    marked: 'Download the marked file',
    notes: /“12万” for .* cannot be read.*at most 2 decimals/s,
    changes: /would change 5/,
    confirm: 'Confirm and save 5',
    check: 'Check your answers',
    submit: 'Submit',
    submitted: 'Submitted',
    accept: 'Accept',
    source: 'Figures from the file “十月.xlsx”',
  },
} as const;

describe('a month by Excel', () => {
  it.each(['zh', 'en'] as const)(
    'is filled in from its template, marked where it is wrong, mended, confirmed, sent and accepted, in %s',
    { timeout: 120_000 },
    async (language) => {
      const words = says[language];
      const office = await listeningApp();
      const folder = testFolder();
      const page = await openAs(browser, office, 'hangzhou', `/submissions/2020/10/${hangzhou}`, { language });
      const choose = async (content: Buffer): Promise<void> => {
        const path = join(folder, '十月.xlsx');
        writeFileSync(path, content);
        await page.locator('input[type=file]').setInputFiles(path);
      };
      const template = await saved(page, () => page.getByRole('link', { name: words.template }).click());

      // F is the cumulative and G the denominator; the first indicator is in row 6.
      const wrong = await filledIn(template, { F6: '2010.5', F7: '12万', G8: 6700, F9: 120.555, F10: 22 });
      await choose(savedAgain(wrong, folder));
      const heading = (name: RegExp) => page.getByRole('heading', { name });
      await heading(words.wrong).waitFor();
      const faults = page.getByRole('table', { name: words.cells });
      expect(await faults.getByRole('rowheader').allInnerTexts()).toEqual([
        expect.stringMatching(/^F7/),
        expect.stringMatching(/^F9/),
      ]);
      expect(await faults.innerText()).toMatch(words.mend);

      const marked = await saved(page, () => button(page, words.marked).click());
      const opened = await partsOf(savedAgain(marked, folder));
      const notes = Object.entries(opened).find(([name]) => /comments/.test(name))?.[1];
      expect(notes?.replaceAll(/<[^>]*>/g, '')).toMatch(words.notes);

      await choose(await filledIn(wrong, { F7: 1201.25, F9: 120.55 }));
      await heading(words.changes).waitFor();
      const october = async () => submissionIn(await (await office.signedIn('hangzhou')).get(monthOf(hangzhou)));
      // Neither the wrong file nor the mended one wrote anything.
      expect((await october()).version).toBe(0);
      await button(page, words.confirm).click();
      await expect.poll(async () => newestValue(await october(), 'prefab-area')).toBe(2010.5);

      await button(page, words.check).click();
      await button(page, words.submit).click();
      await expect.poll(() => page.locator('main').innerText()).toContain(words.submitted);
      const review = await openAs(browser, office, 'official', `/review?open=2020-10-${hangzhou}`, { language });
      await review.getByRole('button', { name: words.accept, exact: true }).click();
      await expect.poll(async () => (await october()).status).toBe('accepted');
      expect(newestValue(await october(), 'steel-housing')).toBe(120.55);
      await review.goto(`${office.origin}/submissions/2020/10/${hangzhou}`);
      await review.getByText(words.source, { exact: true }).waitFor();
    },
  );
});
