/** The form's table worked in like a spreadsheet: columns pasted, rows walked through, linked cells, errors with links. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import {
  area,
  button,
  cellOf,
  civil,
  cumulativeOf,
  green,
  newestFigures,
  octoberForm,
  pasteInto,
  rowOf,
  savedRow,
  share,
  steel,
  storedMonth,
} from '#tests/support/monthly-form.ts';

const browser = await sharedBrowser();

const indicators = [area, civil, share, steel, green] as const;
/** The last row, which nobody must fill. */
const decorated = '新开工住宅全装修面积';

/** Both cells of every row from left to right, as they stand. */
const cellsOf = (page: Page): Promise<readonly (readonly string[])[]> =>
  Promise.all(
    indicators.map(async (indicator) => {
      const cells = await rowOf(page, indicator).getByRole('textbox').all();
      return Promise.all(cells.map((cell) => cell.inputValue()));
    }),
  );

const isIn = (cell: Locator) => expect.poll(() => cell.evaluate((one) => one === document.activeElement)).toBe(true);

const pastedLine = (page: Page) => page.getByRole('status').filter({ hasText: '已粘贴' });

describe('a column pasted from a spreadsheet', () => {
  it('goes down the cumulatives, full width or with separators, and leaves a row as it was where it is empty', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    await pasteInto(cumulativeOf(page, area), '118.5\r\n８０．２\r\n\r\n"4.50"\r\n3\r\n\r\n9\r\n');
    await expect.poll(() => pastedLine(page).innerText()).toBe('已粘贴 4 个数；另有 1 个超出表格，未放入。');
    expect(await cellsOf(page)).toEqual([
      // 118.50 − 101.63 and 80.20 − 72.40, accepted to the end of September
      ['16.87', '118.5'],
      ['7.80', '８０．２'],
      // The share's numerator follows the area.
      ['118.5', ''],
      ['0.40', '4.50'],
      ['1', '3'],
    ]);
    await savedRow(page, green);
    expect(newestFigures(await storedMonth(office))).toEqual({
      'prefab-area': 118.5,
      'prefab-civil': 80.2,
      'steel-housing': 4.5,
      'green-demo': 3,
    });
  });

  it('goes down the increments from the row that it is pasted into', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    await pasteInto(cellOf(page, civil, '本月新增'), '7.60\n100\n0.40');
    await expect.poll(() => pastedLine(page).innerText()).toBe('已粘贴 3 个数。');
    expect(await cellsOf(page)).toEqual([
      ['', ''],
      // 72.40 + 7.60, and 4.10 + 0.40
      ['7.60', '80.00'],
      ['100', ''],
      ['0.40', '4.50'],
      ['', ''],
    ]);
    // A numerator without a denominator is no figure yet.
    expect(await rowOf(page, share).innerText()).toContain('“装配式占比”请同时填写分子和分母。');
  });

  it('of two columns must agree with itself', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    await pasteInto(cellOf(page, area, '本月新增'), '16.87\t118.5\n7.60\t81');
    await expect.poll(() => pastedLine(page).innerText()).toBe('已粘贴 4 个数。');
    // 72.40 + 7.60 is 80, not 81; neither is mended by the other.
    await expect
      .poll(() => rowOf(page, civil).innerText())
      .toContain('“装配式住宅和公建”的本月新增与累计不一致：上月累计加本月新增应等于累计。');
    expect(await cellsOf(page)).toMatchObject([
      ['16.87', '118.5'],
      ['7.60', '81'],
      ['118.5', ''],
      ['', ''],
      ['', ''],
    ]);
    await savedRow(page, area);
    expect(newestFigures(await storedMonth(office))).toEqual({ 'prefab-area': 118.5 });
    // One value alone is the browser's own paste, without a word.
    await pasteInto(cumulativeOf(page, green), '3');
    await expect.poll(() => cumulativeOf(page, green).inputValue()).toBe('3');
    expect(await cellOf(page, green, '本月新增').inputValue()).toBe('1');
    expect(await pastedLine(page).innerText()).toBe('已粘贴 4 个数。');
  });
});

describe('the keyboard in the table', () => {
  it('walks down and up a column and stays at the edges, with the text selected to be typed over', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    await cellOf(page, area, '本月新增').fill('5');
    await page.keyboard.press('Enter');
    await isIn(cellOf(page, civil, '本月新增'));
    await page.keyboard.press('ArrowDown');
    await isIn(cellOf(page, share, '分子'));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+Enter');
    await isIn(cellOf(page, area, '本月新增'));
    // At the top it stays, and what stood there is selected: 7 replaces 5.
    await page.keyboard.press('ArrowUp');
    await isIn(cellOf(page, area, '本月新增'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('7');
    expect(await cellOf(page, area, '本月新增').inputValue()).toBe('7');
    await cumulativeOf(page, steel).focus();
    await page.keyboard.press('ArrowDown');
    await isIn(cumulativeOf(page, green));
    await page.keyboard.press('ArrowDown');
    await isIn(cumulativeOf(page, decorated));
    // Enter in the last row neither leaves it nor sends the form.
    await page.keyboard.press('Enter');
    await isIn(cumulativeOf(page, decorated));
    expect(await page.getByRole('heading', { name: /需要修改/ }).count()).toBe(0);
  });
});

describe('what is wrong in the form', () => {
  it('is listed on top with links to the fields, and said at each field', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    // Half a number is not called wrong before its cell is left.
    await cumulativeOf(page, area).fill('12万');
    expect(await rowOf(page, area).innerText()).not.toContain('不能识别');
    await page.keyboard.press('Tab');
    await expect.poll(() => rowOf(page, area).innerText()).toContain('“12万”不能识别');
    await cumulativeOf(page, area).fill('');
    await button(page, '核对后报送').click();
    // Of five only the two core indicators must be filled in.
    const summary = page.getByRole('region', { name: '有 2 处需要修改' });
    await expect.poll(() => summary.evaluate((section) => section === document.activeElement)).toBe(true);
    const missing = '“装配式住宅和公建”尚未填写；确为零时请填 0。';
    await summary.getByRole('link', { name: missing }).click();
    expect(await cumulativeOf(page, civil).evaluate((cell) => cell === document.activeElement)).toBe(true);
    // The link moves the focus and leaves the address alone, which is the page's state.
    expect(new URL(page.url()).hash).toBe('');
    expect(await rowOf(page, civil).innerText()).toContain(missing);
    expect(await page.locator('form').innerText()).toMatch(/“上月”“去年同月”为已通过的数据。 按现行规则推算/);
    expect(await rowOf(page, steel).innerText()).not.toContain('尚未填写');

    await cumulativeOf(page, area).fill('105');
    await cumulativeOf(page, civil).fill('106');
    const tooMuch = /装配式住宅和公建.*106\.00.*装配式面积.*105\.00/;
    await expect.poll(() => rowOf(page, civil).innerText()).toMatch(tooMuch);
    expect(await rowOf(page, civil).innerText()).toContain('有误，未保存');
    await button(page, '核对后报送').click();
    await page.getByRole('region', { name: '有 1 处需要修改' }).waitFor();
    await cumulativeOf(page, civil).fill('76');
    await expect.poll(() => page.getByRole('region', { name: /需要修改/ }).count()).toBe(0);
    await button(page, '核对后报送').click();
    await page.getByRole('heading', { name: '报送前请核对' }).waitFor();
  });

  it('is explained once, at the last look, and what is written there is saved there', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    // 105 of 170 is behind, which must be explained; what is not applicable must be too.
    await cumulativeOf(page, area).fill('105');
    await cumulativeOf(page, civil).fill('不适用');
    await rowOf(page, green).getByRole('combobox').selectOption('尚未掌握');
    await button(page, '核对后报送').click();
    await page.getByText('按这些数据，核心指标将为“滞后”，请说明原因和措施。').waitFor();
    await button(page, '确认报送').click();
    const cause = page.getByRole('textbox', { name: '原因' });
    expect(await cause.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByText('请填写“措施”：按这些数据，核心指标将为“滞后”。').waitFor();
    await cause.fill('供地推迟');
    await page.getByRole('textbox', { name: '措施' }).fill('十月起专班推进');
    await page.getByRole('textbox', { name: /^为什么不适用（装配式住宅和公建/ }).fill('本市没有此类项目');
    await expect
      .poll(async () => (await storedMonth(office)).versions[0]?.words)
      .toEqual({
        'prefab-civil': '本市没有此类项目',
      });
    await page.reload();
    await page.getByRole('heading', { name: '报送前请核对' }).waitFor();
    expect(await page.getByRole('textbox', { name: '原因' }).inputValue()).toBe('供地推迟');
    await button(page, '确认报送').click();
    await expect.poll(async () => (await storedMonth(office)).status).toBe('submitted');
    expect((await storedMonth(office)).versions[0]).toMatchObject({
      cause: '供地推迟',
      absences: { 'prefab-civil': 'not-applicable', 'green-demo': 'not-yet-known' },
    });
  });

  it('is the day too, which lies in the month and not in the future', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    const day = page.getByLabel('数据截止日');
    await day.fill('2020-10-20');
    await button(page, '核对后报送').click();
    const summary = page.getByRole('region', { name: '有 3 处需要修改' });
    await summary.getByRole('link', { name: /2020-10-01.*2020-10-19/ }).click();
    expect(await day.evaluate((field) => field === document.activeElement)).toBe(true);
    await day.fill('2020-10-18');
    await expect.poll(() => page.getByRole('region', { name: '有 2 处需要修改' }).count()).toBe(1);
    await expect.poll(async () => (await storedMonth(office)).versions[0]?.asOf).toBe('2020-10-18');
  });
});

describe('a row', () => {
  it('says what the month must add and the level as it is typed', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    const row = rowOf(page, area);
    await expect.poll(() => row.innerText()).toContain('截至 2020-10-31 再增 17.27 万㎡ → 预警');
    expect(await row.innerText()).toContain('截至 2020-10-31 再增 30.36 万㎡ → 正常');
    await page.getByLabel('数据截止日').fill('2020-10-19');
    await cellOf(page, area, '本月新增').fill('10');
    // 101.63 + 10 of 170 on 19 October; 17.27 − 10 and 30.36 − 10 are left for the rest of the month.
    await expect.poll(() => cumulativeOf(page, area).inputValue()).toBe('111.63');
    await expect.poll(() => row.innerText()).toContain('滞后');
    expect(await row.innerText()).toContain('截至 2020-10-31 再增 7.27 万㎡ → 预警');
    expect(await row.innerText()).toContain('截至 2020-10-31 再增 20.36 万㎡ → 正常');
    await cellOf(page, area, '本月新增').fill('30.36');
    await expect.poll(() => row.innerText()).toContain('正常');
    expect(await row.innerText()).not.toContain('再增');
    // A share is computed as its parts are typed: 131.99 of 500 is 26.40 %.
    await cellOf(page, share, '分母').fill('500');
    await expect.poll(() => rowOf(page, share).innerText()).toContain('占比 26.40%');
    expect(await rowOf(page, share).innerText()).toContain('取自“装配式面积”');
    // The numerator is the area's and not to be typed; another one that is pasted is refused, and the cell can be emptied.
    expect(await cellOf(page, share, '分子').getAttribute('readonly')).toBe('');
    await pasteInto(cellOf(page, share, '分子'), '130\t500');
    await page.keyboard.press('Tab');
    await expect.poll(() => rowOf(page, share).innerText()).toContain('应为 131.99，收到 130.00');
    await cellOf(page, share, '分子').fill('');
    await page.keyboard.press('Tab');
    await expect.poll(() => cellOf(page, share, '分子').inputValue()).toBe('131.99');
    expect(await cellOf(page, share, '分子').getAttribute('readonly')).toBe('');
  });
});

describe('a row with a hint', () => {
  // 512 px is a screen of 1024 at 200 % zoom.
  it.each([1023, 512])('keeps its cells wide on a page of %d px', async (width) => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', octoberForm);
    await page.setViewportSize({ width, height: 900 });
    // Less than the 101.63 that are accepted.
    await cumulativeOf(page, area).fill('100');
    await cumulativeOf(page, area).blur();
    await expect.poll(() => rowOf(page, area).innerText()).toContain('请再核对');
    const boxes = await Promise.all(
      (await rowOf(page, area).getByRole('textbox').all()).map((cell) => cell.boundingBox()),
    );
    expect(boxes.map((box) => (box?.width ?? 0) > 120)).toEqual([true, true]);
    const hint = await rowOf(page, area).getByText('请再核对').boundingBox();
    expect(hint?.width).toBeGreaterThan(300);
  });
});
