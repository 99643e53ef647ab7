/** A correction as its people see it: later months asked, what would move, a colleague's decision, and the year as it was known before. */
import { expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { area, button, cumulativeOf } from '#tests/support/monthly-form.ts';
import { jiaxing } from '#tests/support/reporting.ts';

const browser = await sharedBrowser();

it('shows what would move, moves it by a second person, and leaves the day before as it was known', async () => {
  const office = await listeningApp();
  const page = await openAs(browser, office, 'jiaxing', `/submissions/2020/9/${jiaxing}?view=correct`);
  const before = Number(await cumulativeOf(page, area).inputValue());
  await cumulativeOf(page, area).fill(String(before + 10));
  await page.getByRole('textbox', { name: '更正理由（必填）' }).fill('漏报一个项目的二期');
  await button(page, '核对更正').click();
  // October is accepted, so that nothing is sent before it is spoken of.
  await button(page, '提交更正').click();
  await page.getByRole('alert').waitFor();
  await page.getByRole('radio', { name: '未含：以后月份按同样差额一并更正' }).check();
  const effect = page.getByRole('region', { name: '通过后会有的变化' });
  await expect.poll(() => effect.innerText()).toContain('2020年10月 装配式面积：652.00 → 662.00');
  // 662 / 700 = 94.57 %; of other cities and the province nothing is told.
  expect(await effect.innerText()).toContain('93.14% → 94.57%');
  expect(await effect.innerText()).not.toContain('全省');
  await button(page, '提交更正').click();
  await expect.poll(() => page.getByRole('status').allInnerTexts()).toContain('更正已提交，等待审核。');

  const official = await openAs(browser, office, 'official', `/review?open=2020-09-${jiaxing}`);
  await expect.poll(() => official.getByRole('region', { name: '通过后会有的变化' }).innerText()).toContain('全省');
  // The province's page asks about the figure, the bureau answers on its page.
  await official.getByRole('textbox', { name: '批注内容' }).fill('请说明二期的竣工时间');
  await button(official, '添加批注').click();
  await official.getByText('1 项批注未办结').first().waitFor();
  await page.goto(`/submissions/2020/9/${jiaxing}`);
  await page.getByRole('textbox', { name: /^答复：/ }).fill('九月二十日竣工');
  await button(page, '发送答复').click();
  await page.getByText('已答复，待省厅办结').waitFor();
  await official.getByText('九月二十日竣工').waitFor();
  await official.getByRole('button', { name: /^办结：/ }).click();
  await expect.poll(() => official.getByText('项批注未办结').count()).toBe(0);

  office.clock.set('2020-10-20T02:00:00Z');
  const colleague = await openAs(browser, office, 'official', `/review?open=2020-09-${jiaxing}`);
  await button(colleague, '通过').click();
  await expect
    .poll(() => colleague.getByRole('status').allInnerTexts())
    .toContainEqual(expect.stringContaining('已通过'));
  await colleague.goto(`/cities/${jiaxing}?year=2020&month=10&view=table`);
  await expect.poll(() => colleague.locator('main').innerText()).toMatch(/662\.00\t[^\n]*已通过/);
  // A page that is being left for the next may still be in the document, unseen.
  const known = colleague.getByText('以下为 2020-10-19 当日所知').filter({ visible: true });
  await colleague.getByLabel('查看某日所知').fill('2020-10-19');
  await known.waitFor();
  // On that day the correction waited: 652 counted, 662 is hollow.
  const course = () => colleague.locator('main').innerText();
  await expect.poll(course).toMatch(/652\.00\t[^\n]*已通过/);
  expect(await course()).toMatch(/662\.00\t[^\n]*待审/);
  // From page to page it stays that day, which each page says, until it is left.
  await colleague.getByRole('link', { name: '年终冲刺', exact: true }).click();
  await known.waitFor();
  expect(colleague.url()).toMatch(/\/sprint\?.*known=2020-10-19/);
  await colleague.getByRole('link', { name: '总览', exact: true }).click();
  await colleague.waitForURL(/\/\?.*known=2020-10-19/);
  await known.waitFor();
  await colleague.getByRole('link', { name: '嘉兴' }).first().click();
  await colleague.waitForURL(/\/cities\/330400\?.*known=2020-10-19/);
  await known.waitFor();
  await colleague.goto(`/cities/${jiaxing}?year=2020&month=10&view=table&known=2020-10-19`);
  await colleague.getByRole('link', { name: '回到现在' }).click();
  await expect.poll(course).toMatch(/662\.00\t[^\n]*已通过/);
  // By keys a day is asked for once it is whole, and the field keeps the focus until then.
  await colleague.getByLabel('查看某日所知').focus();
  // The browser of the tests has the month first.
  await colleague.keyboard.type('10192020');
  expect(await colleague.getByLabel('查看某日所知').inputValue()).toBe('2020-10-19');
  expect(colleague.url()).not.toContain('known=');
  await colleague.keyboard.press('Enter');
  await known.waitFor();
});
