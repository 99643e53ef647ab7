/** How many steps a clean month takes: the clerk by mouse and by keyboard alone, the official for the first and each further. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { area, button, cellOf, newestFigures, pasteInto, rowOf, storedMonth } from '#tests/support/monthly-form.ts';
import { basedOn, hangzhou, monthOf, ordinary, quzhou, submissionIn, zhoushan } from '#tests/support/reporting.ts';

const browser = await sharedBrowser();

/** Counts what a person does, and says it at the end, also in `tests/.output/steps.txt`. */
function counted(page: Page) {
  const steps: string[] = [];
  const did = async (step: string, act: Promise<unknown>): Promise<void> => {
    steps.push(step);
    await act;
  };
  return {
    steps,
    press: (key: string) => did(key, page.keyboard.press(key)),
    type: (text: string) => did(`“${text}”`, page.keyboard.type(text)),
    click: (name: string, role: 'link' | 'button' | 'checkbox' = 'button') =>
      did(`click ${name}`, page.getByRole(role, { name, exact: true }).click()),
    did,
    say: (what: string): void => {
      const folder = join(import.meta.dirname, '../.output');
      mkdirSync(folder, { recursive: true });
      appendFileSync(join(folder, 'steps.txt'), `${what}: ${steps.length} (${steps.join(', ')})\n`);
      console.log(`${what}: ${steps.length} (${steps.join(', ')})`);
    },
  };
}

/** Hangzhou has met its targets, so that nothing of its October must be explained. */
const asTyped = ['2010.5', '1201.25', '6700', '120.5', '22'] as const;

describe('a clean month', () => {
  it('takes the clerk at most 15 groups of keys from the first page on, by keyboard alone', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'hangzhou', '/submissions');
    await page.getByRole('link', { name: '填报' }).first().waitFor();
    const { press, type, say, steps } = counted(page);
    // The month that is due has the focus when the page opens.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('填报 2020年10月');
    await press('Enter');
    const first = cellOf(page, area, '本月新增');
    await expect.poll(() => first.evaluate((cell) => cell === document.activeElement)).toBe(true);
    await press('Tab');
    const [areaText, civilText, allText, steelText, greenText] = asTyped;
    await type(areaText);
    await press('Enter');
    await type(civilText);
    await press('Enter');
    await type(allText);
    await press('Enter');
    await type(steelText);
    await press('Enter');
    await type(greenText);
    await press('Control+Enter');
    await page.getByRole('heading', { name: '报送前请核对' }).waitFor();
    // The link to the ledger, which the first Tab goes to, comes with what the ledger holds.
    await page.getByRole('link', { name: '查看项目台账' }).waitFor();
    await press('Tab');
    await press('Tab');
    expect(await button(page, '确认报送').evaluate((one) => one === document.activeElement)).toBe(true);
    await press('Enter');
    await page.getByRole('heading', { name: '报送回执' }).waitFor();
    say('the clerk’s clean month by keyboard alone');
    const stored = await storedMonth(office, 10, hangzhou);
    expect(stored.status).toBe('submitted');
    expect(newestFigures(stored)).toMatchObject({
      'prefab-area': 2010.5,
      'prefab-share': [2010.5, 6700],
      'green-demo': 22,
    });
    expect(steps.length).toBeLessThanOrEqual(15);
  });

  it('takes the clerk at most 5 steps by mouse and clipboard, pasted by name in any order', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'hangzhou', '/submissions');
    const { click, did, say, steps } = counted(page);
    await click('填报 2020年10月', 'link');
    const first = cellOf(page, area, '本月新增');
    await expect.poll(() => first.evaluate((cell) => cell === document.activeElement)).toBe(true);
    const block = [
      '绿色建筑示范工程\t22项',
      '钢结构住宅\t120.50万㎡',
      '装配式面积\t2010.50',
      '装配式住宅和公建\t1,201.25',
    ];
    await did('Ctrl+V', pasteInto(first, [...block, '装配式占比\t2010.5\t6700'].join('\n')));
    await page.getByRole('heading', { name: '按指标名粘贴：5 行对上' }).waitFor();
    await click('放入表格');
    await expect.poll(() => rowOf(page, area).innerText()).toContain('已保存');
    await click('核对后报送');
    await click('确认报送');
    await page.getByRole('heading', { name: '报送回执' }).waitFor();
    say('the clerk’s clean month by mouse');
    expect(newestFigures(await storedMonth(office, 10, hangzhou))).toMatchObject({
      'steel-housing': 120.5,
      'green-demo': 22,
    });
    expect(steps.length).toBeLessThanOrEqual(5);
  });

  it('takes the official 3 steps for the first, and 1 for each further', async () => {
    const office = await listeningApp();
    for (const [region, name] of [
      [hangzhou, 'hangzhou'],
      [zhoushan, 'zhoushan'],
    ] as const) {
      const bureau = await office.signedIn(name);
      const { version } = submissionIn(await bureau.get(monthOf(region)));
      await bureau.put(monthOf(region), { ...ordinary, cause: '供地推迟', remedies: '逐月督办' }, basedOn(version));
      expect((await bureau.post(monthOf(region, 10, 'submit'), {}, basedOn(version + 1))).statusCode).toBe(200);
    }
    const page = await openAs(browser, office, 'official', '/');
    const { did, click, say, steps } = counted(page);
    await did('click 审核', page.getByRole('link', { name: /^审核，3 份待审/ }).click());
    await did('open the first', page.getByRole('navigation', { name: '待审报送' }).getByRole('link').first().click());
    for (const left of [2, 1, 0]) {
      await click('通过');
      if (left > 0)
        await expect
          .poll(() => page.getByRole('heading', { level: 1 }).innerText())
          .toContain(left > 1 ? `${left} 份` : '1 份');
    }
    await page.getByText('待审报送已全部处理').waitFor();
    say('the official’s three submissions');
    for (const region of [hangzhou, quzhou, zhoushan]) {
      expect((await storedMonth(office, 10, region)).status).toBe('accepted');
    }
    expect(steps.length).toBeLessThanOrEqual(3 + 2);
  });
});
