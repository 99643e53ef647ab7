/** An official adds an indicator on a page, and its bureau reports it by template and by form, with nothing else in between. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { axeFindings, openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { button, cumulativeOf } from '#tests/support/monthly-form.ts';
import { filledIn } from '#tests/support/office-suite.ts';
import { hangzhou, monthOf, newestValue, submissionIn } from '#tests/support/reporting.ts';

const browser = await sharedBrowser();

describe('the page of indicators', () => {
  it(
    'adds one that is reported by template and form, and shown without being judged',
    { timeout: 120_000 },
    async () => {
      const office = await listeningApp();
      const page = await openAs(browser, office, 'official', '/rules');
      await page.getByRole('link', { name: '指标', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: '共报送 6 项指标，其中核心指标 2 项。' }).waitFor();
      await page.getByRole('link', { name: '增加指标' }).click();
      const form = page.getByRole('form', { name: '增加指标' });
      const typed = {
        '代码（小写字母、数字、连字符）': 'prefab-fit-out',
        '全称（中文）': '新开工装配化装修面积',
        '全称（英文）': 'Newly started prefabricated fit-out',
        '简称（中文）': '装配式面积',
        '简称（英文）': 'Prefabricated fit-out',
        '口径（中文）': '当年新开工的装配化装修建筑面积。未公布年度目标，只列数据，不作评判。',
        '口径（英文）': 'Floor area of prefabricated fit-out started this year. No target was published.',
      };
      for (const [label, text] of Object.entries(typed)) await form.getByLabel(label).fill(text);
      await button(page, '保存').click();
      // The name of another indicator and a missing reason, each at its field; what was typed is still there.
      await form.getByText('已有指标叫“装配式面积”').first().waitFor();
      await form.getByText('请写明理由').first().waitFor();
      await page.reload();
      await form.getByLabel('简称（中文）').fill('装配化装修');
      await form.getByLabel('必报').selectOption({ label: '自2020年11月起必报' });
      await form.getByLabel('理由').fill('约谈会议要求推进装配化装修');
      expect(await axeFindings(page)).toEqual([]);
      await button(page, '保存').click();
      await page.getByRole('heading', { level: 1, name: '共报送 7 项指标，其中核心指标 2 项。' }).waitFor();
      await page.getByRole('cell', { name: '增加“新开工装配化装修面积”' }).waitFor();

      const bureau = await openAs(browser, office, 'hangzhou', `/submissions/2020/10/${hangzhou}`);
      const [download] = await Promise.all([
        bureau.waitForEvent('download'),
        bureau.getByRole('link', { name: '下载本月模板' }).click(),
      ]);
      // The seven indicators are in rows 6 to 12; F is the cumulative, G a ratio's denominator.
      const template = readFileSync(await download.path());
      const cells = { F6: 2010.5, F7: 1201.25, G8: 6700, F9: 120.55, F10: 22, F12: 321.5 };
      const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      const buffer = await filledIn(template, cells);
      await bureau.locator('input[type=file]').setInputFiles({ name: '十月.xlsx', mimeType, buffer });
      await button(bureau, '确认，保存 6 项').click();
      const october = async () => submissionIn(await (await office.signedIn('hangzhou')).get(monthOf(hangzhou)));
      await expect.poll(async () => newestValue(await october(), 'prefab-fit-out')).toBe(321.5);
      await cumulativeOf(bureau, '新开工装配化装修面积').fill('322.75');
      await expect.poll(async () => newestValue(await october(), 'prefab-fit-out')).toBe(322.75);
      await button(bureau, '核对后报送').click();
      await button(bureau, '确认报送').click();
      await expect.poll(() => bureau.locator('main').innerText()).toContain('已报送');

      await page.goto(`${office.origin}/review?open=2020-10-${hangzhou}`);
      await page.getByRole('button', { name: '通过', exact: true }).click();
      await expect.poll(async () => (await october()).status).toBe('accepted');
      await page.goto(`${office.origin}/cities/${hangzhou}?year=2020&month=10`);
      await expect.poll(() => page.locator('main').innerText()).toMatch(/未定目标\s*装配化装修[\s\S]*322\.8/);
      await page.goto(`${office.origin}/?year=2020&month=10`);
      await expect.poll(() => page.locator('main').innerText()).toContain('装配化装修');
      await page.goto(`${office.origin}/targets?year=2020`);
      await expect.poll(() => page.locator('main').innerText()).toContain('装配化装修');
    },
  );
});
